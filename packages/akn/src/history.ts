import type { InstrumentVersion } from '@tiaoli/library'
import type { Root } from 'regast'
import { clauseText, parseNumeral } from 'regast'

/** One day in the life of an instrument. */
export interface HistoryEvent {
  /** ISO day. */
  date: string
  type: 'generation' | 'amendment' | 'repeal'
}

const dated =
  /([\d〇○零一二三四五六七八九]{4})\s*年\s*([\d一二三四五六七八九十]{1,3})\s*月\s*([\d一二三四五六七八九十]{1,3})\s*日((?:(?![\d〇○零一二三四五六七八九]{4}\s*年)[^。；）)])*)/g

/** Adoption and amendments as the note under the title tells them, in the order of time; empty where it tells none. */
export function historyOfNotes(tree: Root): HistoryEvent[] {
  const events = new Map<string, HistoryEvent>()
  for (const child of tree.children) {
    if (child.type !== 'note') continue
    for (const match of clauseText(child, '').text.matchAll(dated)) {
      const date = isoDay(match[1]!, match[2]!, match[3]!)
      const words = match[4]!
      // A day of entry into force changes no text; a day with none of these words tells nothing for certain.
      if (date === undefined || /^\s*(?:起|施行|实施|生效)/.test(words)) continue
      const type = /废止/.test(words)
        ? 'repeal'
        : /修正|修订|修改/.test(words)
          ? 'amendment'
          : /通过|公布|发布|印发|颁布|批准/.test(words)
            ? 'generation'
            : undefined
      if (type !== undefined && !events.has(date)) events.set(date, { date, type })
    }
  }
  return ordered([...events.values()])
}

/** Adoption and amendments as a library records them. */
export function historyOfVersions(versions: readonly InstrumentVersion[]): HistoryEvent[] {
  return ordered(
    versions.flatMap(({ date, action }) =>
      date === undefined
        ? []
        : [{ date, type: action === undefined || action === 'adopted' ? 'generation' : 'amendment' }]
    )
  )
}

/** Only the first adoption generates the work; a publication after it is no new one. */
function ordered(events: HistoryEvent[]): HistoryEvent[] {
  const sorted = events.sort((left, right) => left.date.localeCompare(right.date))
  return sorted.filter((event, index) => event.type !== 'generation' || index === 0)
}

function isoDay(year: string, month: string, day: string): string | undefined {
  const [years, months, days] = [year, month, day].map(parseNumeral)
  if (years === undefined || !months || !days || months > 12 || days > 31) return undefined
  return `${years}-${String(months).padStart(2, '0')}-${String(days).padStart(2, '0')}`
}
