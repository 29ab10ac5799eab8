import { type LinkedDocument, linkDocument } from '@tiaoli/library'
import type { Finding, Linter, LintInput } from '@tiaoli/lint'
import { applyFixes } from '@tiaoli/lint'
import { encodeText, InputError, writeFileAtomic } from '@tiaoli/workspace'
import type { Root } from 'regast'
import { parseRegulation } from 'remark-regast'
import type { Context } from './context.js'
import type { LinkedFile } from './linking.js'

/** What a linter is given for a linked draft. */
export function lintInput({ document, links, library }: LinkedFile, previous: Root | undefined): LintInput {
  const { tree, text, messages, facts } = document
  return {
    tree,
    source: text,
    parserMessages: messages,
    links,
    library,
    ...(facts.title !== undefined && { title: facts.title }),
    ...(previous !== undefined && { previous })
  }
}

/** A fix can make room for another; what is left after so many rounds would go round for ever. */
const mostRounds = 10

/** Applies safe fixes until none is left, writes the file if anything changed, and says what remains to be done. */
export async function fixDraft(
  context: Context,
  linked: LinkedFile,
  linter: Linter,
  previous: Root | undefined
): Promise<{ text: string; findings: Finding[]; links: LinkedDocument }> {
  const { document, library } = linked
  const { title, date } = document.facts
  let input = lintInput(linked, previous)
  let findings = linter.lint(input)
  let text = document.text
  let { links } = linked
  let total = 0
  for (let round = 0; round < mostRounds; round++) {
    const { text: fixed, applied } = applyFixes(text, findings)
    if (applied === 0) break
    total += applied
    text = fixed
    const { tree, messages } = parseRegulation(text)
    links = linkDocument(tree, {
      library,
      ...(title !== undefined && { title }),
      ...(date !== undefined && { date })
    })
    input = { ...input, tree, source: text, parserMessages: messages, links }
    findings = linter.lint(input)
  }
  if (text !== document.text) {
    const bytes = encodeText(text, document.encoding)
    if (bytes === undefined) throw cannotEncode(document.file, document.encoding)
    writeFileAtomic(document.file, bytes)
    context.note(context.say({ zh: `已更正 ${document.file}：${total} 处`, en: `mended ${document.file}: ${total}` }))
  }
  return { text, findings, links }
}

function cannotEncode(file: string, encoding: string): InputError {
  return new InputError('encoding', {
    file,
    reason: {
      zh: `更正后有的字不能用 ${encoding} 保存，文件没有改动。`,
      en: `some characters do not exist in ${encoding}; nothing was written.`
    },
    cure: { zh: '请先把文件另存为 UTF-8。', en: 'save the file as UTF-8 first.' }
  })
}
