import type { InstrumentVersion } from './instrument.js'

/** Orders versions by their days, those without one first; ISO days need no rules of a language, which take long to load. */
export function byDate({ date: left = '' }: InstrumentVersion, { date: right = '' }: InstrumentVersion): number {
  return left < right ? -1 : left > right ? 1 : 0
}
