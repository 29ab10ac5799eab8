import type { ArticleChange, EditableDraft, RenumberPlan, TextEdit as SourceEdit } from '@tiaoli/edit'
import {
  applyEdits,
  followRenumbering,
  planRenumbering,
  prepareInsertions,
  readableSource,
  sortEdits
} from '@tiaoli/edit'
import type { LinkedReference } from '@tiaoli/library'
import { createScanCache } from '@tiaoli/library'
import type { Article, RegastNode } from 'regast'
import { articleOf, formatAddress } from 'regast'
import { parseRegulation } from 'remark-regast'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Position, TextEdit } from 'vscode-languageserver-types'
import type { FeatureContext } from '../context.js'
import { Draft } from '../draft.js'
import { ProtocolEdits } from '../protocol-edits.js'

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
  const { reading, change, plan, edits } = within(draft, command, position)
  const changes: Record<string, TextEdit[]> = {}
  if (edits.length > 0) changes[draft.uri] = edits
  let { references } = plan.count
  // What stands in an article that goes needs no looking at.
  const gone = change?.kind === 'delete' ? spanOf(reading, change.article) : undefined
  const isGone = ({ place }: RenumberPlan['messages'][number]): boolean => {
    const offset = place === undefined ? undefined : ('start' in place ? place.start : place).offset
    return gone !== undefined && offset !== undefined && offset >= gone.start && offset < gone.end
  }
  const warnings = plan.messages
    .filter((message) => !isGone(message))
    .map(({ reason, line }) => `第 ${line ?? '?'} 行：${reason}`)
  for (const sibling of context.store.all()) {
    if (sibling === draft || sibling.key === draft.key) continue
    const follow = followRenumbering(editable(sibling), plan)
    references += follow.count
    if (follow.edits.length > 0) changes[sibling.uri] = protocolEdits(sibling, follow.edits)
    warnings.push(...follow.messages.map(({ reason }) => `《${sibling.title}》：${reason}`))
  }
  return { changes, numbers: plan.count.numbers, references, warnings }
}

/** What a command changes in its own draft. */
function within(
  draft: Draft,
  command: RenumberCommand,
  position: Position
): { reading: Draft; change: ArticleChange | undefined; plan: RenumberPlan; edits: TextEdit[] } {
  const { reading, back } = readingOf(draft)
  const change = command === 'renumber' ? undefined : changeAt(reading, command, reading.offsetAt(position))
  const plan = planOf(reading, change)
  const edits = change === undefined ? plan.edits : withChange(reading, change, plan)
  return { reading, change, plan, edits: protocolEdits(draft, edits, back) }
}

/** The plan of a change; that of an insertion may have been prepared. */
function planOf(draft: Draft, change: ArticleChange | undefined): RenumberPlan {
  if (change?.kind === 'insert' && draft.insertions !== undefined) return draft.insertions.after(change.after)
  return planRenumbering(editable(draft), change && { change })
}

/** Prepares the insertion of articles in small steps; gives the edits that most insertions share, the very objects. */
export function* prepareInsertion(draft: Draft): Generator<readonly TextEdit[]> {
  if (draft.insertions !== undefined) return
  const steps = prepareInsertions(editable(draft))
  while (!draft.isOutdated) {
    const { done, value } = steps.next()
    if (done) {
      draft.insertions = value
      yield* rehearse(draft)
      return
    }
    yield []
  }
}

/**
 * Makes insertions for nothing: people make one now and then, and an engine runs what it has seldom run much slower. Nearly
 * all edits that there are belong to the one at the beginning.
 */
function* rehearse(draft: Draft): Generator<readonly TextEdit[]> {
  for (const { position } of draft.articles.slice(0, rehearsals)) {
    if (draft.insertions === undefined || draft.isOutdated) return
    yield within(draft, 'insertArticle', draft.document.positionAt(position!.start.offset!)).edits
  }
}

/** How many insertions are rehearsed: the first few run slowly. */
const rehearsals = 4

/** The draft with numbers that were left open (第X条) made readable, and the way back to its own offsets. */
function readingOf(draft: Draft): { reading: Draft; back?: (offset: number) => number } {
  const { text, back } = readableSource(draft.source)
  if (text === draft.source) return { reading: draft }
  const document = TextDocument.create(draft.uri, 'tiaoli', draft.version, text)
  return {
    reading: new Draft(document, draft.library, createScanCache(), { source: text, ...parseRegulation(text) }),
    back
  }
}

/** A draft for the renumbering, as it was read already. */
function editable({ source, library, facts: { title, date }, tree, links }: Draft): EditableDraft {
  return {
    source,
    library,
    read: { tree, links },
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date })
  }
}

function protocolEdits(draft: Draft, edits: readonly SourceEdit[], back?: (offset: number) => number): TextEdit[] {
  const { document, source } = draft
  const own =
    back === undefined ? edits : edits.map(({ start, end, text }) => ({ start: back(start), end: back(end), text }))
  return draft.once('protocolEdits', () => new ProtocolEdits(document, source)).of(own)
}

/** What a command changes in the order of the articles. */
function changeAt(draft: Draft, command: Exclude<RenumberCommand, 'renumber'>, offset: number): ArticleChange {
  const list = siblingsAt(draft, offset)
  const at = list.findIndex((article) => offset <= article.position!.end.offset!)
  const article = list[at]
  if (article === undefined || spanOf(draft, article).start > offset)
    throw new RenumberError('请先把光标放在一条之内。')
  switch (command) {
    case 'insertArticle':
      return { kind: 'insert', after: article }
    case 'deleteArticle':
      return { kind: 'delete', article }
    case 'moveArticleUp': {
      const upper = list[at - 1]
      if (upper === undefined) throw new RenumberError('本条已经是这一章（节）的第一条。')
      return { kind: 'swap', upper, lower: article }
    }
    case 'moveArticleDown': {
      const lower = list[at + 1]
      if (lower === undefined) throw new RenumberError('本条已经是这一章（节）的最后一条。')
      return { kind: 'swap', upper: article, lower }
    }
  }
}

/** The edits of a plan, and the change itself. */
function withChange(draft: Draft, change: ArticleChange, plan: RenumberPlan): SourceEdit[] {
  const { source } = draft
  switch (change.kind) {
    case 'insert': {
      const { end } = spanOf(draft, change.after)
      return sortEdits([...plan.edits, { start: end, end, text: `\n\n${plan.inserted ?? ''}　` }])
    }
    case 'delete': {
      const span = spanOf(draft, change.article)
      const next = source.slice(span.end).search(/\S/)
      const end = next === -1 ? source.length : span.end + next
      const open = openReferences(draft, change.article)
      const outside = plan.edits.filter(
        (edit) =>
          (edit.end <= span.start || edit.start >= end) &&
          !open.some((other) => edit.start < other.end && other.start < edit.end)
      )
      return sortEdits([...outside, ...open, { start: span.start, end, text: '' }])
    }
    case 'swap': {
      const [upper, lower] = [spanOf(draft, change.upper), spanOf(draft, change.lower)]
      const inside = plan.edits.filter(({ start, end }) => start >= upper.start && end <= lower.end)
      const edited = (start: number, end: number): string =>
        applyEdits(
          source.slice(start, end),
          inside
            .filter((edit) => edit.start >= start && edit.end <= end)
            .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }))
        )
      const text = edited(lower.start, lower.end) + edited(upper.end, lower.start) + edited(upper.start, upper.end)
      const outside = plan.edits.filter((edit) => !inside.includes(edit))
      return sortEdits([...outside, { start: upper.start, end: lower.end, text }])
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

/** The words of a command for a menu. */
export const renumberTitles: Record<RenumberCommand, string> = {
  renumber: '重新编号：各条和引用随之调整',
  insertArticle: '在本条之后插入一条，条号和引用随之调整',
  deleteArticle: '删去本条，条号和引用随之调整',
  moveArticleUp: '本条上移，条号和引用随之调整',
  moveArticleDown: '本条下移，条号和引用随之调整'
}
