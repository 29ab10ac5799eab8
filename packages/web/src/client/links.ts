import type { ReportTarget } from '@tiaoli/report'
import type { ReadingText } from '../model/reading-text.js'
import { formatRoute } from './state/route.js'

/** Address of a draft, or of a clause in it. */
export function draftHref(id: string, address = ''): string {
  return formatRoute('draft', address === '' ? id : `${id}/${address}`)
}

/** Address of an instrument, of one version of it, or of a clause. */
export function instrumentHref(title: string, version?: string, address = ''): string {
  const subject = version === undefined ? title : `${title}@${version}`
  return formatRoute('instrument', address === '' ? subject : `${subject}/${address}`)
}

/** Address of a clause of the text that is being read. */
export function clauseHref(text: Pick<ReadingText, 'kind' | 'id' | 'date'>, address: string): string {
  return text.kind === 'draft' ? draftHref(text.id, address) : instrumentHref(text.id, text.date, address)
}

/** Where a target can be read; `undefined` where it leads nowhere. */
export function targetHref(target: ReportTarget, text: ReadingText): string | undefined {
  const { instrument, from, version, status } = target
  if (status === 'unknown-instrument' && instrument !== null) return undefined
  // What is not there cannot be opened; the instrument that should have it can.
  const address = status === 'dangling' ? '' : (from ?? '')
  if (instrument !== null) return instrumentHref(instrument, version, address)
  return status === 'dangling' ? undefined : clauseHref(text, address)
}

/** Address of the text, or the clause in it, that refers to another one. */
export function citingHref(kind: 'draft' | 'instrument', id: string, from: string): string {
  return kind === 'draft' ? draftHref(id, from) : instrumentHref(id, undefined, from)
}
