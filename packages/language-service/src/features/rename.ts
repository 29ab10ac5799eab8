import { planTermRename } from '@tiaoli/edit'
import type { LinkTarget } from '@tiaoli/library'
import { clauseText } from 'regast'
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'
import { rangeBetween } from '../protocol.js'
import { subjectAt } from '../subject.js'
import { citationsOf } from './references.js'

/** Why something cannot be renamed, in words for the person who tried. */
export class RenameError extends Error {}

/** What would be renamed at a position, and how it is written now. */
export function prepareRename(draft: Draft, position: Position): { range: Range; placeholder: string } {
  const { range, name } = nameAt(draft, position)
  return { range, placeholder: name }
}

/** The edits that rename a defined term in its draft, or the title of a draft with every 《title》 that names it. */
export function rename(context: FeatureContext, draft: Draft, position: Position, given: string): WorkspaceEdit {
  const { kind, name } = nameAt(draft, position)
  const newName = given.trim().replace(/^[“《]|[”》]$/g, '')
  if (newName === '') throw new RenameError('新的名称不能为空。')
  if (/[\r\n，。；：“”《》<>#|]/.test(newName)) throw new RenameError('新的名称不能有标点或换行。')
  return { changes: kind === 'term' ? renameTerm(draft, name, newName) : renameTitle(context, draft, name, newName) }
}

function nameAt(draft: Draft, position: Position): { kind: 'term' | 'title'; name: string; range: Range } {
  const subject = subjectAt(draft, draft.offsetAt(position))
  if (subject?.kind === 'term') return { kind: 'term', name: subject.term.text, range: subject.range }
  if (subject?.kind === 'title') {
    const node = draft.tree.children.find((child) => child.type === 'title')!
    const name = clauseText(node, '').text
    if (/[\n\uFFFC]/.test(name)) throw new RenameError('标题写成了几行，请先合成一行。')
    return { kind: 'title', name, range: subject.range }
  }
  if (subject?.kind === 'clause' || (subject?.kind === 'reference' && subject.target.from !== null)) {
    throw new RenameError('条文的序号不能改名；增删、移动条文请用“重新编号”。')
  }
  throw new RenameError('这里没有可以改名的用语：请把光标放在“以下简称”所定义的用语或者标题上。')
}

function renameTerm(draft: Draft, name: string, newName: string): Record<string, TextEdit[]> {
  const taken = draft.links.terms.some(({ text, role }) => role === 'definition' && text === newName)
  if (taken) throw new RenameError(`本文件已经定义了“${newName}”。`)
  const { document, source, links, uri } = draft
  const edits = planTermRename({ source, links }, name, newName).edits.map(({ start, end, text }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    newText: text
  }))
  return { [uri]: edits }
}

function renameTitle(context: FeatureContext, draft: Draft, name: string, newName: string): Record<string, TextEdit[]> {
  const changes: Record<string, TextEdit[]> = {}
  const node = draft.tree.children.find((child) => child.type === 'title')!
  const first = node.children[0]?.position
  const last = node.children.at(-1)?.position
  if (first !== undefined && last !== undefined) {
    changes[draft.uri] = [{ range: rangeBetween(first.start, last.end), newText: newName }]
  }
  addTitleReferences(context, draft, name.replace(/\s+/g, ''), newName, changes)
  return changes
}

/** Lets every 《title》 that names a draft name it by another title. */
export function addTitleReferences(
  context: FeatureContext,
  draft: Draft,
  title: string,
  newName: string,
  changes: Record<string, TextEdit[]>
): void {
  const target: LinkTarget = { instrument: null, from: null, status: 'resolved' }
  for (const { draft: other, reference } of citationsOf(context, draft, target, true)) {
    renameIn(other, reference.start.offset, reference.end.offset)
  }
  // 《its own title》 in the draft itself is a reference to the draft.
  for (const { kind, text, start, end } of draft.links.references) {
    if (kind === 'self' && text.includes(`《${title}》`)) renameIn(draft, start.offset, end.offset)
  }

  function renameIn(other: Draft, start: number, end: number): void {
    const at = other.source.indexOf(`《${title}》`, start)
    if (at === -1 || at + title.length + 2 > end) return
    const { document, uri } = other
    const range = { start: document.positionAt(at + 1), end: document.positionAt(at + 1 + title.length) }
    changes[uri] = [...(changes[uri] ?? []), { range, newText: newName }]
  }
}
