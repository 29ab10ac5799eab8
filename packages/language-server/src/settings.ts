import type { Settings } from './host.js'

/** The settings in what an editor hands over; what is of another kind counts as absent. */
export function readSettings(given: unknown): Settings {
  const { brief, check } = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>
  return {
    ...(typeof brief === 'string' && brief !== '' && { brief }),
    ...(typeof check === 'boolean' && { check })
  }
}

/** Whether two settings ask for the same. */
export function sameSettings(one: Settings, other: Settings): boolean {
  return one.brief === other.brief && one.check === other.check
}
