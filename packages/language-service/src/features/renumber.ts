import type { ArticleChange, EditableDraft, RenumberPlan, TextEdit as SourceEdit } from '@tiaoli/edit'
import { followRenumbering, planRenumbering, prepareInsertions, readableSource } from '@tiaoli/edit'
import { createScanCache } from '@tiaoli/library'
import { parseRegulation } from 'remark-regast'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Position, TextEdit } from 'vscode-languageserver-types'
import { changeAt, type RenumberCommand, spanOf, withChange } from '../article-changes.js'
import type { FeatureContext } from '../context.js'
import { Draft } from '../draft.js'
import { ProtocolEdits } from '../protocol-edits.js'

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
