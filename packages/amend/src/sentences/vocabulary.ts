import { placePattern, placesPattern } from '../places.js'

/** A quotation: statements have ⟦n⟧ where it stood. */
export const quote = '⟦\\d+⟧'
export const changes = '(?:统一|均|一律|相应)?(?:修改|改|替换|表述修改|分别修改|相应修改|相应地修改|相应改|修正)为'
export const becomes =
  '(?:相应地?)?(?:改为|作为|修改为|调整为|顺延为|变更为|改作|分别改为|分别作为|依次改为)(?:修改后)?'
export const colon = '[：，]?'
/** Quotations side by side, up to the one with which the next pair begins. */
export const quotes = `${quote}(?:、?${quote}(?!(?:分别)?${changes}|(?:之)?(?:后|前)))*`
export const quoteList = `${quote}(?:、?${quote})*`
export const count = '[一二两三四五六七八九十0-9]+'
/** What may stand before the object of a sentence. */
export const heads = '(?:将|把|对)?'

/** One place, as a group of this name. */
export function place(name: string): string {
  return `(?<${name}>${placePattern})`
}

/** One place or several, as a group of this name. */
export function places(name: string): string {
  return `(?<${name}>${placesPattern})`
}

/** Quotations side by side, as a group of this name. */
export function quoted(name: string): string {
  return `(?<${name}>${quotes})`
}
