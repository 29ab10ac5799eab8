import type { InstrumentEvent } from './history.js'
import type { Instrument, InstrumentVersion } from './instrument.js'
import type { Library } from './library.js'
import { createLibrary } from './library.js'

/** What an instrument was on a day. */
export interface Standing {
  /** `unknown`: no day of it is known. */
  state: 'not-yet' | 'in-force' | 'repealed' | 'unknown'
  /** The version that applied, where it is recorded. */
  version?: InstrumentVersion
  /** One Chinese sentence where the record may not be what applied. */
  reason?: string
}

const changes: InstrumentEvent['action'][] = ['amended', 'revised']

/** What an instrument was on an ISO day: the newest version that applied by then, and whether the record has gaps. */
export function standingOn(instrument: Instrument, day: string): Standing {
  const { versions, history = [], title } = instrument
  const first = firstDay(instrument)
  if (first === undefined) return { state: 'unknown', reason: `不知道《${title}》的日期` }
  if (day < first) return { state: 'not-yet', reason: `《${title}》${first}才通过或者施行` }
  const repealed = history.find(({ action, date }) => action === 'repealed' && date <= day)
  if (repealed !== undefined) return { state: 'repealed', reason: `《${title}》已于${repealed.date}废止` }
  const version = versions.findLast((candidate) => startOf(candidate) !== undefined && startOf(candidate)! <= day)
  const change = history.findLast(({ action, date }) => changes.includes(action) && date <= day)
  if (version === undefined) {
    const oldest = versions.find(({ date }) => date !== undefined)
    if (oldest?.effective !== undefined && isFirst(oldest, instrument))
      return { state: 'not-yet', version: oldest, reason: `《${title}》${oldest.effective}起才施行` }
    return {
      state: 'in-force',
      ...(oldest !== undefined && { version: oldest }),
      reason:
        oldest === undefined
          ? `《${title}》没有注明日期的文本`
          : `文库中最早的是${oldest.date}的文本，当日适用的是更早的文本`
    }
  }
  if (change !== undefined && version.date !== undefined && change.date > version.date) {
    return { state: 'in-force', version, reason: `${change.date}曾经修改，文库没有那次修改后的文本` }
  }
  const status = instrument.status
  if (status === 'repealed' && version === versions.at(-1)) {
    return { state: 'in-force', version, reason: `《${title}》后来已经废止，废止的日期没有记载` }
  }
  return { state: 'in-force', version }
}

/** Whether a version is the text as first adopted, not one of an older instrument that it amends. */
function isFirst({ date, action }: InstrumentVersion, { history = [] }: Instrument): boolean {
  if (action === 'amended' || action === 'revised') return false
  return (
    history.every((event) => event.date >= date!) &&
    history.every((event) => event.date > date! || !changes.includes(event.action))
  )
}

/**
 * The library as it stood on an ISO day: versions that applied by then, and nothing repealed or replaced later counted
 * as such. An instrument that was yet to come keeps its oldest version, so that references to it can be told.
 */
export function libraryAsOf(library: Library, day: string): Library {
  return createLibrary(library.instruments.map((instrument) => instrumentAsOf(instrument, library, day)))
}

function instrumentAsOf(instrument: Instrument, library: Library, day: string): Instrument {
  const { versions, status, replacedBy, ...facts } = instrument
  const kept = versions.filter((version) => (startOf(version) ?? day) <= day)
  const gone = (status === 'repealed' || replacedBy !== undefined) && !endsAfter(instrument, library, day)
  return {
    ...facts,
    versions: kept.length > 0 ? kept : versions.slice(0, 1),
    ...(status !== undefined && (status !== 'repealed' || gone) && { status }),
    ...(replacedBy !== undefined && gone && { replacedBy })
  }
}

/** Whether an instrument that has ended is known to have ended after a day: by its own history, or by what took its place. */
function endsAfter({ history = [], replacedBy }: Instrument, library: Library, day: string): boolean {
  const repealed = history.find(({ action }) => action === 'repealed')?.date
  if (repealed !== undefined) return repealed > day
  const [successor] = replacedBy === undefined ? [] : library.find(replacedBy).instruments
  const start = successor?.versions[0] && startOf(successor.versions[0])
  return start !== undefined && start > day
}

/** Day from which a version applied, or was made where that is not known. */
function startOf(version: InstrumentVersion): string | undefined {
  return version.effective ?? version.issued ?? version.date
}

function firstDay({ versions, history = [] }: Instrument): string | undefined {
  const days = [
    ...versions.map((version) => version.date ?? startOf(version)),
    ...history.filter(({ action }) => action !== 'repealed').map(({ date }) => date)
  ].filter((date) => date !== undefined)
  return days.sort()[0]
}
