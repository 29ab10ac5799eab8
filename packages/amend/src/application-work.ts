import type { AmendmentPlan } from './amendment-plan.js'
import type { PlaceFinder } from './place-finder.js'

/** What carrying out one operation works on: the plan, the places of the old text, and a way to say what is amiss. */
export interface ApplicationWork {
  readonly plan: AmendmentPlan
  readonly find: PlaceFinder
  /** Says that the old text is not as the operation assumes; nothing will be changed. */
  fail(reason: string): undefined
}
