import type { Instrument, Standing } from '@tiaoli/library'
import { rankOf, standingOn } from '@tiaoli/library'

/** One line of the list of a library. */
export interface ListedInstrument {
  title: string
  kind?: string
  issuer?: string[]
  board?: string
  /** ISO days of its versions, oldest first. */
  versions: string[]
  /** Articles of the version that counts; absent where its clauses are not known. */
  articles?: number
  state: Standing['state'] | 'superseded'
  reason?: string
  replacedBy?: string
  /** Whether a text of it is in the library, not only facts. */
  text: boolean
}

const statusReasons: Record<string, string> = { repealed: '已经废止', 'amended-title': '已经改名' }

/** What a list says of an instrument on an ISO day; `now` is the day of today. */
export function listed(instrument: Instrument, day: string, now: string): ListedInstrument {
  const { title, kind, issuer, board, versions, status, replacedBy } = instrument
  const standing = standingOn(instrument, day)
  const version = standing.version ?? versions.at(-1)
  const outline = version?.outline
  // Of a day gone by, what is recorded of today is not what counted.
  const past = (status === 'repealed' || status === 'amended-title') && day >= now
  return {
    title,
    ...(kind !== undefined && { kind }),
    ...(issuer !== undefined && { issuer }),
    ...(board !== undefined && { board }),
    versions: versions.flatMap(({ date }) => (date === undefined ? [] : [date])),
    ...(outline !== undefined && { articles: outline.articles.size }),
    state: past && standing.state !== 'not-yet' ? (status === 'repealed' ? 'repealed' : 'superseded') : standing.state,
    ...(standing.reason !== undefined && { reason: standing.reason }),
    ...(past && standing.reason === undefined && { reason: statusReasons[status!] }),
    ...(replacedBy !== undefined && { replacedBy }),
    text: hasText(instrument)
  }
}

/** Whether words of an instrument are in the library, be it in parts, and not only facts. */
export function hasText({ versions }: Instrument): boolean {
  return versions.some(({ source, outline }) => source.kind === 'text' || (outline?.files?.size ?? 0) > 0)
}

/** Orders instruments as the tree does: by rank, then by title. */
export function byRank(left: Instrument, right: Instrument): number {
  const order = ({ kind }: Instrument): number => {
    const rank = rankOf(kind)
    return rank === undefined ? 99 : rank.level + (rank.system === 'state' ? 10 : 0)
  }
  return order(left) - order(right) || left.title.localeCompare(right.title, 'zh')
}

export const stateWords: Record<ListedInstrument['state'], string> = {
  'in-force': '现行',
  'not-yet': '尚未施行',
  repealed: '已废止',
  superseded: '已改名',
  unknown: '日期不明'
}
