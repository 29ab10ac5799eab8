import type { ArticleChange, DraftComparison, TableRow } from '@tiaoli/diff'
import { compareDrafts, comparisonTable, findBreaks } from '@tiaoli/diff'
import { formatAddress } from 'regast'
import type { VFileMessage } from 'vfile-message'
import type { BreakView, ComparisonRow, ComparisonView } from '../model/comparison-view.js'
import type { PreparedDraft } from './draft.js'

/** Two or three drafts, oldest first, side by side under the names of their columns. */
export function comparisonView(drafts: readonly PreparedDraft[], names: readonly string[]): ComparisonView {
  const comparisons: DraftComparison[] = []
  let breaks: VFileMessage[] = []
  for (let index = 0; index + 1 < drafts.length; index++) {
    const [old, next] = [drafts[index]!, drafts[index + 1]!]
    const comparison = compareDrafts(
      { tree: old.document.tree, links: old.links },
      { tree: next.document.tree, links: next.links }
    )
    comparisons.push(comparison)
    // What an earlier change broke and a later one put right is no news.
    breaks = findBreaks(comparison, { old: old.document.tree, new: next.document.tree })
  }
  const table = comparisonTable(
    drafts.map(({ document }, index) => ({ name: names[index]!, tree: document.tree })),
    comparisons
  )
  return {
    ...table,
    drafts: drafts.map(({ id }) => id),
    counts: comparisons.map(({ counts }) => counts),
    rows: comparisons.length === 1 ? withMovedFrom(table.rows, comparisons[0]!.articles) : table.rows,
    breaks: breaks.map(breakView)
  }
}

function breakView(message: VFileMessage): BreakView {
  const { reason, note, expected, ruleId, fatal } = message
  const address = 'clause' in message && typeof message.clause === 'string' ? message.clause : ''
  return {
    reason,
    ask: fatal === undefined || fatal === null,
    address,
    place: note ?? '',
    ruleId: ruleId ?? '',
    ...(expected?.[0] !== undefined && { expected: expected[0] })
  }
}

/** Enters, where an article stood that was moved, a row that points to its new place. */
function withMovedFrom(rows: readonly TableRow[], changes: readonly ArticleChange[]): ComparisonRow[] {
  const movedTo = new Map<string, string>()
  for (const { kind, old, new: news } of changes) {
    if (kind === 'moved' && news[0] !== undefined) for (const address of old) movedTo.set(address, news[0])
  }
  if (movedTo.size === 0) return [...rows]
  const result: ComparisonRow[] = []
  const pending = [...movedTo].map(([address, to]) => ({ number: numberOf(address), address, to }))
  pending.sort((left, right) => left.number - right.number)
  for (const row of rows) {
    const olds = row.type === 'article' ? row.cells[0]!.articles.map(({ address }) => address) : []
    const stays = olds.filter((address) => !movedTo.has(address))
    const first = Math.min(...stays.map(numberOf))
    while (stays.length > 0 && pending[0] !== undefined && pending[0].number < first)
      result.push(pointer(pending.shift()!))
    result.push(row)
  }
  for (const left of pending) result.push(pointer(left))
  return result
}

function pointer({ address, to }: { address: string; to: string }): ComparisonRow {
  return { type: 'moved-from', label: formatAddress(address), to, toLabel: formatAddress(to) }
}

function numberOf(address: string): number {
  const match = /art_(\d+)(?:-(\d+))?/.exec(address)
  return match === null ? 0 : Number(match[1]) + Number(match[2] ?? 0) / 1000
}
