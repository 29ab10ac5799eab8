import type { CompletionItem, CompletionItemKind, Range } from 'vscode-languageserver-types'

/** What can be written in place of a range; facts stand beside it in the list. */
export function completionItem(
  label: string,
  kind: CompletionItemKind,
  range: Range,
  facts: Partial<CompletionItem> = {}
): CompletionItem {
  return { label, kind, filterText: label, textEdit: { range, newText: label }, ...facts }
}
