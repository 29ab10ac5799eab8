import { computed, signal } from '@preact/signals'
import type { DraftEntry, SiteIndex, Work } from '../../model/site.js'
import { reloadData } from './data.js'

const none: SiteIndex = { name: '', live: false, works: [], library: { instruments: 0, texts: 0 }, problems: [] }

/** What the reading room holds. */
export const site = signal<SiteIndex>(none)

/** All drafts. */
export const drafts = computed(() => site.value.works.flatMap((work) => work.drafts))

/** The draft of the latest day; of those without one, or of one day, the last. */
export const newestDraft = computed(() =>
  drafts.value.reduce<DraftEntry | undefined>(
    (newest, draft) => (newest !== undefined && (draft.date ?? '') < (newest.date ?? '') ? newest : draft),
    undefined
  )
)

/** The regulation that a draft is a draft of. */
export function workOf(draft: DraftEntry): Work | undefined {
  return site.value.works.find((work) => work.drafts.includes(draft))
}

/** Listens to the server of a live reading room. */
export function followChanges(): void {
  const events = new EventSource('events')
  events.addEventListener('changed', reloadData)
  let lost = false
  events.onerror = () => {
    lost = true
  }
  // After the server was started again, what is shown may be old.
  events.onopen = () => {
    if (lost) reloadData()
    lost = false
  }
}
