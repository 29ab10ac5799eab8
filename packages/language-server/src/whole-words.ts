import type { CompletionItem, CompletionList } from 'vscode-languageserver'

/** A letter or digit, as editors count words. */
const letter = /[\p{L}\p{N}_]/u

/**
 * Completions for an editor that compares what it offers with the whole word before the cursor. A run of Chinese letters is
 * one word to such an editor, of which an edit replaces only the end: what stands before it is put in front of what is compared.
 */
export function forWholeWords(list: CompletionList, lineBefore: string): CompletionList {
  return { ...list, items: list.items.map((item) => forWholeWord(item, lineBefore)) }
}

function forWholeWord(item: CompletionItem, lineBefore: string): CompletionItem {
  const { textEdit } = item
  if (textEdit === undefined || !('range' in textEdit)) return item
  const end = textEdit.range.start.character
  let start = end
  while (start > 0 && letter.test(lineBefore[start - 1]!)) start -= 1
  return { ...item, filterText: lineBefore.slice(start, end) + (item.filterText ?? item.label) }
}
