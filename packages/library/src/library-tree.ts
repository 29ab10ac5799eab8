import { standingOn } from './as-of.js'
import type { BoardFinding } from './framework.js'
import { boardOf, framework } from './framework.js'
import type { Board, Instrument, InstrumentKind } from './instrument.js'
import { ladderOf, rankOf } from './rank.js'

/** One instrument in the tree of a library. */
export interface TreeEntry {
  title: string
  kind?: InstrumentKind
  /** How its board was found; absent for state law. */
  placed?: BoardFinding
  /** What became of it by the day of the tree; absent where it is in force. */
  past?: 'repealed' | 'replaced' | 'not-yet'
  /** What took its place. */
  replacedBy?: string
  /** The draft that the tree was asked about, not an instrument of the library. */
  draft?: true
}

/** A group of the tree: a ladder, a board, or a kind. */
export interface TreeGroup {
  name: string
  /** What belongs here, where that is worth saying. */
  scope?: string
  groups: TreeGroup[]
  entries: TreeEntry[]
}

/**
 * Where each instrument stands: Party regulations under the boards of the “1+4” framework, each by rank; state law by
 * rank; the rest last. `draft` is entered where it would stand; with an ISO day each entry says whether it was in force.
 */
export function libraryTree(
  instruments: Iterable<Instrument>,
  draft?: Pick<Instrument, 'title' | 'kind' | 'board'>,
  day?: string
): TreeGroup[] {
  const boards = new Map<Board, TreeEntry[]>()
  const unplaced: TreeEntry[] = []
  const state = new Map<InstrumentKind, TreeEntry[]>()
  const rest: TreeEntry[] = []
  for (const instrument of instruments) enter(instrument, pastOf(instrument, day))
  if (draft !== undefined) enter(draft, { draft: true })
  const party: TreeGroup = {
    name: '党内法规',
    groups: framework.flatMap(({ board, scope }) => {
      const entries = boards.get(board)
      return entries === undefined ? [] : [{ name: board, scope, groups: [], entries: entries.sort(byRank) }]
    }),
    entries: []
  }
  if (unplaced.length > 0) party.groups.push({ name: '未归板块', groups: [], entries: unplaced.sort(byRank) })
  const law: TreeGroup = {
    name: '国家法律法规',
    groups: ladderOf('state')
      .flat()
      .flatMap((kind) => {
        const entries = state.get(kind)
        return entries === undefined ? [] : [{ name: kind, groups: [], entries: entries.sort(byRank) }]
      }),
    entries: []
  }
  const groups = [party, law].filter((group) => group.groups.length > 0)
  if (rest.length > 0) groups.push({ name: '种类不明', groups: [], entries: rest.sort(byRank) })
  return groups

  function enter(
    instrument: Pick<Instrument, 'title' | 'kind' | 'board'>,
    more: Pick<TreeEntry, 'past' | 'replacedBy' | 'draft'>
  ): void {
    const placed = boardOf(instrument)
    const entry: TreeEntry = {
      title: instrument.title,
      ...(instrument.kind !== undefined && { kind: instrument.kind }),
      ...(placed !== undefined && { placed }),
      ...more
    }
    const rank = rankOf(instrument.kind)
    if (placed !== undefined) add(boards, placed.board, entry)
    else if (rank?.system === 'party') unplaced.push(entry)
    else if (rank?.system === 'state') add(state, instrument.kind!, entry)
    else rest.push(entry)
  }
}

function pastOf(instrument: Instrument, day: string | undefined): Pick<TreeEntry, 'past' | 'replacedBy'> {
  const { status, replacedBy } = instrument
  if (replacedBy !== undefined) return { past: 'replaced', replacedBy }
  if (status === 'repealed') return { past: 'repealed' }
  const state = day === undefined ? undefined : standingOn(instrument, day).state
  return state === 'repealed' || state === 'not-yet' ? { past: state } : {}
}

function add<K>(groups: Map<K, TreeEntry[]>, key: K, entry: TreeEntry): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [entry])
  else group.push(entry)
}

function byRank(left: TreeEntry, right: TreeEntry): number {
  const levels = [left, right].map(({ kind }) => rankOf(kind)?.level ?? 99)
  return levels[0]! - levels[1]! || left.title.localeCompare(right.title, 'zh')
}
