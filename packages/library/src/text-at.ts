import type { Instrument, InstrumentVersion } from './instrument.js'

/** The version whose clauses are read, and whether it is the one that the reading document meant. */
export interface ReadVersion {
  version: InstrumentVersion
  /** Set where the library only has a younger text than the one meant. */
  younger?: true
  /** Set where another text may be meant: that one, where the library has it, and why. */
  doubt?: { other: InstrumentVersion | undefined; why: string }
}

/**
 * The version that a document of the given ISO day means, which itself applies from `start`. `before` is set for an
 * amendment document, which speaks of the text as it stood before that day.
 */
export function textAt(
  instrument: Instrument,
  day: string | undefined,
  before = false,
  start = day
): ReadVersion | undefined {
  if (day === undefined) {
    const newest =
      instrument.versions.findLast((candidate) => candidate.outline !== undefined) ?? instrument.versions.at(-1)
    return newest && { version: newest }
  }
  const meant = instrument.versions.findLast(({ date }) => date === undefined || (before ? date < day : date <= day))
  if (meant !== undefined) {
    const doubt =
      missedChange(instrument, meant, day, before) ?? (before ? undefined : waiting(instrument, meant, day, start))
    return doubt === undefined ? { version: meant } : { version: meant, doubt }
  }
  const oldest = instrument.versions[0]
  return oldest && { version: oldest, younger: true }
}

/** A change after a version whose text the library does not have: the version after it tells whether a clause stayed. */
function missedChange(
  { title, versions, history = [] }: Instrument,
  version: InstrumentVersion,
  day: string,
  before: boolean
): ReadVersion['doubt'] {
  const { date: since } = version
  if (since === undefined) return undefined
  const missed = history.findLast(
    ({ action, date }) =>
      (action === 'amended' || action === 'revised') && date > since && (before ? date < day : date <= day)
  )
  if (missed === undefined) return undefined
  const why = `《${title}》${missed.date}曾经修改，文库没有那次修改后的文本，条文序号可能不同`
  return { other: versions[versions.indexOf(version) + 1], why }
}

/** A version that changed an older text, and did not yet apply, or may not have, when a document of a day applied. */
function waiting(instrument: Instrument, version: InstrumentVersion, day: string, start = day): ReadVersion['doubt'] {
  if (isFirstText(instrument, version) || applied(version, day, start)) return undefined
  const when = version.effective === undefined ? '何日施行没有载明' : `自${version.effective}起才施行`
  const why = `《${instrument.title}》${version.date}的文本${when}，这里可能指此前的文本，条文序号可能不同`
  return { other: instrument.versions[instrument.versions.indexOf(version) - 1], why }
}

/** Whether nothing was in force under that title before a version, as far as the library knows. */
function isFirstText({ versions, history = [] }: Instrument, version: InstrumentVersion): boolean {
  if (versions[0] !== version) return false
  if (version.action === 'amended' || version.action === 'revised') return false
  return history.every(({ date }) => version.date === undefined || date >= version.date)
}

/** Days after which an amended text counts as applied where nothing says from when: laws are rarely given longer. */
const usualWait = 240

/**
 * Whether a version applied when a document of a day itself applied. Texts changed on one day, by one decision, mean each
 * other as changed.
 */
function applied({ date, effective, action }: InstrumentVersion, day: string, start: string): boolean {
  if (effective !== undefined) return effective <= start
  if (date === undefined || date === day || (action !== 'amended' && action !== 'revised')) return true
  return Date.parse(start) - Date.parse(date) >= usualWait * 86_400_000
}
