import type { Mention } from '@tiaoli/citation'
import type { ClauseText } from 'regast'
import type { DocumentReading } from './document-reading.js'
import { editionBefore } from './edition.js'
import type { LinkTarget } from './linked.js'
import { repeals } from './reading.js'

const published = /(?:19|20)\d{2}年[^，。；《》]{0,20}(?:公布|发布|印发|颁布|通过|批准|制定|施行|实施)的?$/

/** 《甲办法》（2010年发布） */
const ofYear = /^[（(](?:19|20)\d{2}年[^（）()]{0,16}[）)]/

/** How a text that bears the document's own title, but is an older one, is known by the words around it. */
export type Namesake = 'repealed' | 'older'

/** Whether a mention of the document's own title means an older text of that title: 2010年公布的《甲办法》第二条同时废止. */
export function namesakeOf({ text }: ClauseText, { start, end }: Mention): Namesake | undefined {
  if (repeals(text, end)) return 'repealed'
  if (editionBefore(text, start) !== undefined) return 'older'
  if (ofYear.test(text.slice(end, end + 24))) return 'older'
  return published.test(text.slice(Math.max(0, start - 32), start)) ? 'older' : undefined
}

const gone = '这里指同名的旧文件，已随本文件施行而废止'
const older = '这里指同名的旧文件，或者本文件从前的文本，没有核对'

/** A target in the document itself as one in the older text of its title. */
export function inNamesake({ self }: DocumentReading, target: LinkTarget, namesake: Namesake): LinkTarget {
  if (target.instrument !== null) return target
  const { from, to } = target
  const place = to === undefined ? { from } : { from, to }
  if (namesake === 'older') return { instrument: null, ...place, status: 'ambiguous', reason: older }
  return { instrument: self.title ?? null, ...place, status: 'superseded', reason: gone }
}
