import type { QuotedText } from '../operation.js'

/** The quotations that stand as ⟦n⟧ in a group of a match. */
export function quotationsOf(written: string | undefined, quotations: readonly QuotedText[]): QuotedText[] {
  return [...(written ?? '').matchAll(/⟦(\d+)⟧/g)].map((match) => quotations[Number(match[1])]!)
}

/** The first of them. */
export function quotationOf(written: string, quotations: readonly QuotedText[]): QuotedText {
  return quotationsOf(written, quotations)[0] ?? []
}

/** The lines of all of them, one after the other. */
export function joined(written: string | undefined, quotations: readonly QuotedText[]): QuotedText {
  return quotationsOf(written, quotations).flat()
}

/** The same as one text. */
export function words(written: string | undefined, quotations: readonly QuotedText[]): string {
  return joined(written, quotations).join('\n')
}
