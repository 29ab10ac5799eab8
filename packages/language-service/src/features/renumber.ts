import type { TextEdit as SourceEdit } from '@tiaoli/edit'
import { applyEdits, followRenumbering, planRenumbering } from '@tiaoli/edit'
import type { LinkedReference } from '@tiaoli/library'
import type { Article, RegastNode } from 'regast'
import { formatAddress } from 'regast'
import type { Position, TextEdit } from 'vscode-languageserver-types'
import { articleOf } from '../addresses.js'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'

/** What can be done with the articles of a draft so that every number and reference follows. */
export type RenumberCommand = 'renumber' | 'insertArticle' | 'deleteArticle' | 'moveArticleUp' | 'moveArticleDown'

/** Why an article cannot be inserted, moved or deleted here, in words for the person who tried. */
export class RenumberError extends Error {}

/** One change of a workspace, and what it could not settle. */
export interface Renumbering {
  changes: Record<string, TextEdit[]>
  /** How many clauses get another number, and how many references follow. */
  numbers: number
  references: number
  /** References that were left, with the reason; for a person to look at. */
  warnings: string[]
}

/** Carries out a command on the article at a position: one change for this draft and those that cite it. */
export function renumber(
  context: FeatureContext,
  draft: Draft,
  command: RenumberCommand,
  position: Position
): Renumbering {
  const first = command === 'renumber' ? [] : primaryEdits(draft, command, draft.offsetAt(position))
  const changed = applyEdits(draft.source, first)
  const facts = {
    library: draft.library,
    ...(draft.facts.title !== undefined && { title: draft.facts.title }),
    ...(draft.facts.date !== undefined && { date: draft.facts.date })
  }
  const plan = planRenumbering({ ...facts, source: changed })
  const edits = compose(draft.source, first, plan.edits)
  const changes: Record<string, TextEdit[]> = {}
  if (edits.length > 0) changes[draft.uri] = toProtocol(draft, edits)
  let { length: references } = plan.references
  const warnings = plan.messages.map(({ reason, line }) => `第 ${line ?? '?'} 行：${reason}`)
  for (const sibling of context.store.all()) {
    if (sibling === draft || sibling.key === draft.key) continue
    const { title, date } = sibling.facts
    const follow = followRenumbering(
      {
        source: sibling.source,
        library: sibling.library,
        ...(title !== undefined && { title }),
        ...(date !== undefined && { date })
      },
      plan
    )
    references += follow.references.length
    if (follow.edits.length > 0) changes[sibling.uri] = toProtocol(sibling, follow.edits)
    warnings.push(...follow.messages.map(({ reason }) => `《${sibling.title}》：${reason}`))
  }
  return { changes, numbers: plan.numbers.length, references, warnings }
}

function toProtocol({ document }: Draft, edits: readonly SourceEdit[]): TextEdit[] {
  return edits.map(({ start, end, text }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    newText: text
  }))
}

/** The change itself, before any number follows; offsets of the present source, apart and in order. */
function primaryEdits(draft: Draft, command: Exclude<RenumberCommand, 'renumber'>, offset: number): SourceEdit[] {
  const list = siblingsAt(draft, offset)
  const at = list.findIndex((article) => spanOf(draft, article).start <= offset && offset <= spanOf(draft, article).end)
  const article = list[at]
  if (article === undefined) throw new RenumberError('请先把光标放在一条之内。')
  const span = spanOf(draft, article)
  switch (command) {
    case 'insertArticle':
      // An open number clashes with none; it gets its own with the others.
      return [{ start: span.end, end: span.end, text: '\n\n第X条　' }]
    case 'deleteArticle': {
      const next = draft.source.slice(span.end).search(/\S/)
      const end = next === -1 ? draft.source.length : span.end + next
      return [...openReferences(draft, article), { start: span.start, end, text: '' }].sort(
        (left, right) => left.start - right.start
      )
    }
    case 'moveArticleUp':
    case 'moveArticleDown': {
      const other = list[command === 'moveArticleUp' ? at - 1 : at + 1]
      if (other === undefined) {
        throw new RenumberError(
          command === 'moveArticleUp' ? '本条已经是这一章（节）的第一条。' : '本条已经是这一章（节）的最后一条。'
        )
      }
      const [upper, lower] = [span, spanOf(draft, other)].sort((left, right) => left.start - right.start) as [
        Span,
        Span
      ]
      const { source } = draft
      const text =
        source.slice(lower.start, lower.end) +
        source.slice(upper.end, lower.start) +
        source.slice(upper.start, upper.end)
      return [{ start: upper.start, end: lower.end, text }]
    }
  }
}

interface Span {
  start: number
  end: number
}

/** Articles of the unit around an offset. */
function siblingsAt(draft: Draft, offset: number): Article[] {
  const path = draft.pathAt(offset)
  const at = path.findIndex((node) => node.type === 'article')
  const parent = (at === -1 ? undefined : path[at - 1]) ?? draft.tree
  return ((parent as { children: RegastNode[] }).children ?? []).filter((node) => node.type === 'article')
}

/** The source of an article with the comments that stand in front of it. */
function spanOf(draft: Draft, article: Article): Span {
  let start = article.position?.start.offset ?? 0
  const end = article.position?.end.offset ?? start
  for (;;) {
    const before = /<!--(?:(?!-->)[\s\S])*-->\s*$/.exec(draft.source.slice(Math.max(0, start - 2000), start))
    if (before === null) return { start, end }
    start -= before[0].length
  }
}

/** References to an article that goes: their number is left open, since another article will bear it. */
function openReferences(draft: Draft, article: Article): SourceEdit[] {
  const span = spanOf(draft, article)
  return (draft.incoming.get(article.address) ?? []).flatMap((reference) => {
    const { start, end, in: holder } = reference
    if (articleOf(holder) === article.address || (start.offset >= span.start && start.offset < span.end)) return []
    return openNumber(draft, reference, article.address, start.offset, end.offset)
  })
}

function openNumber(
  draft: Draft,
  { targets }: LinkedReference,
  address: string,
  start: number,
  end: number
): SourceEdit[] {
  const named = targets.some(({ from, to }) =>
    [from, to].some((place) => place != null && articleOf(place) === address)
  )
  if (!named) return []
  const label = formatAddress(address)
  const at = draft.source.slice(start, end).indexOf(label)
  return at === -1 ? [] : [{ start: start + at, end: start + at + label.length, text: '第×条' }]
}

/** Edits of a text that has already been edited as edits of the text before: those inside a new stretch become part of it. */
function compose(source: string, first: readonly SourceEdit[], then: readonly SourceEdit[]): SourceEdit[] {
  const result: SourceEdit[] = []
  const left = [...then]
  let delta = 0
  for (const edit of first) {
    const start = edit.start + delta
    const end = start + edit.text.length
    const inside = left.filter((later) => later.start >= start && later.end <= end)
    const text = applyEdits(
      edit.text,
      inside.map((later) => ({ ...later, start: later.start - start, end: later.end - start }))
    )
    for (const later of inside) left.splice(left.indexOf(later), 1)
    result.push({ start: edit.start, end: edit.end, text })
    delta += edit.text.length - (edit.end - edit.start)
  }
  for (const edit of left) {
    let moved = 0
    for (const early of first) {
      if (early.start + moved + early.text.length <= edit.start) moved += early.text.length - (early.end - early.start)
    }
    result.push({ ...edit, start: edit.start - moved, end: edit.end - moved })
  }
  return result
    .filter(({ start, end, text }) => source.slice(start, end) !== text)
    .sort((one, other) => one.start - other.start || one.end - other.end)
}

/** The words of a command for a menu. */
export const renumberTitles: Record<RenumberCommand, string> = {
  renumber: '重新编号：各条和引用随之调整',
  insertArticle: '在本条之后插入一条，条号和引用随之调整',
  deleteArticle: '删去本条，条号和引用随之调整',
  moveArticleUp: '本条上移，条号和引用随之调整',
  moveArticleDown: '本条下移，条号和引用随之调整'
}
