import type { InstrumentEvent } from './history.js'
import type { Instrument, InstrumentVersion } from './instrument.js'

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
