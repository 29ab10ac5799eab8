import type { LinkedReference } from '@tiaoli/library'
import type { ClauseNumber, Level } from 'regast'
import { compareNumbers, levelsByWord, parseAddress } from 'regast'
import type { NumbersByLevel } from './number-clauses.js'
import { inStyleOf, insertSuffix, numeralValue } from './numeral-style.js'
import type { TextEdit } from './text-edit.js'

/** A number in a reference as written: 第八条, 第（二）项, 第十条之一. */
interface NumberToken {
  level: Level
  /** Where the numeral stands in the reference's text, and what it says. */
  at: number
  numeral: string
  value: number | undefined
  /** Where 之一 stands behind the unit; empty where there is none. */
  suffixAt: number
  suffix: string
}

const numeral = '[0-9０-９〇零一二两三四五六七八九十百千]+'
const place = new RegExp(
  `第(?:[（(])?(${numeral})(?:[）)])?(编|分编|章|节|条|款|项|目)(之${numeral})?|附件(${numeral})`,
  'g'
)

/** What the numbers of a reference become, and why some of them were left. */
export interface ReferenceEdits {
  edits: TextEdit[]
  /** One for each place that was left. */
  reasons: string[]
}

/**
 * The edits that make a reference follow a renumbering: every number keeps its own style and everything else stays.
 * `numbersOf` gives the new numbers of the clause at an address of the old numbering, or why it cannot tell: then that
 * place is left. Offsets are those of the source.
 */
export function referenceEdits(
  reference: LinkedReference,
  numbersOf: (address: string) => NumbersByLevel | string
): ReferenceEdits {
  const places = placesIn(reference.text)
  const result: ReferenceEdits = { edits: [], reasons: [] }
  if (places.length === 0) return result
  const { targets } = reference
  if (places.length === 1 && targets.length === 1 && targets[0]!.from !== null) {
    addPlace(result, reference, places[0]!, numbersOf(targets[0]!.from))
    return result
  }
  const ends: string[] = []
  const numbers: (NumbersByLevel | string)[] = []
  for (const { from, to } of targets) {
    if (from === null) continue
    const both = to === undefined || places.length === 1 ? [from] : [from, to]
    const found = both.map(numbersOf)
    // A range with one new end and one old one would be worse than an old range.
    const unknown = found.find((numbers) => typeof numbers === 'string')
    ends.push(...both)
    numbers.push(...(unknown === undefined ? found : both.map(() => unknown)))
  }
  if (places.length !== ends.length) {
    // 第二、三款 and the like share a unit: they are only touched by hand, and only where something changes.
    const stays = ends.every((end, index) => keepsNumbers(end, numbers[index]!))
    if (!stays) result.reasons.push(unusual)
    return result
  }
  for (const [index, tokens] of places.entries()) addPlace(result, reference, tokens, numbers[index]!)
  return result
}

const unusual = '写法不便自动改动'

/** Adds the edits of one place of a reference, or why it is left. */
function addPlace(
  { edits, reasons }: ReferenceEdits,
  reference: LinkedReference,
  tokens: readonly NumberToken[],
  numbers: NumbersByLevel | string
): void {
  if (typeof numbers === 'string') {
    if (!reasons.includes(numbers)) reasons.push(numbers)
    return
  }
  for (const token of tokens) {
    const number = numbers[token.level]
    // Attachments keep their numbers, and none has a suffix in print.
    if (token.level === 'attachment' && number !== undefined) continue
    if (number === undefined) reasons.push(unusual)
    else addToken(edits, reference, token, number)
  }
}

function keepsNumbers(address: string, numbers: NumbersByLevel | string): boolean {
  if (typeof numbers === 'string') return false
  return (parseAddress(address) ?? []).every(({ level, number }) => {
    const now = level === 'preamble' ? undefined : numbers[level]
    return number === undefined || now === undefined || compareNumbers(number, now) === 0
  })
}

function addToken(edits: TextEdit[], { start }: LinkedReference, token: NumberToken, number: ClauseNumber): void {
  const { numeral, value, suffix } = token
  if (value !== number.value) {
    const at = start.offset + token.at
    const now = inStyleOf(numeral, number.value)
    if (now !== numeral) edits.push({ start: at, end: at + numeral.length, text: now })
  }
  const inserted = insertSuffix(number)
  if (suffix !== inserted) {
    const at = start.offset + token.suffixAt
    edits.push({ start: at, end: at + suffix.length, text: inserted })
  }
}

/** The places that a reference names, each with its numbers; the same few thousand words lead through a draft again and again. */
function placesIn(text: string): readonly (readonly NumberToken[])[] {
  let places = placesByText.get(text)
  if (places === undefined) {
    places = readPlaces(text)
    if (placesByText.size >= rememberedTexts) placesByText.clear()
    placesByText.set(text, places)
  }
  return places
}

const placesByText = new Map<string, readonly (readonly NumberToken[])[]>()
const rememberedTexts = 16_384

/** Numbers that touch belong to one place. */
function readPlaces(text: string): NumberToken[][] {
  const places: NumberToken[][] = []
  let lastEnd = -1
  for (const match of text.matchAll(place)) {
    const attachment = match[4] !== undefined
    const written = match[1] ?? match[4]!
    const start = match.index + match[0].indexOf(written)
    const end = match.index + match[0].length
    const suffix = match[3] ?? ''
    const token: NumberToken = {
      level: attachment ? 'attachment' : levelsByWord[match[2]!]!,
      at: start,
      numeral: written,
      value: numeralValue(written),
      suffixAt: end - suffix.length,
      suffix
    }
    const joined = lastEnd === match.index || (lastEnd !== -1 && text.slice(lastEnd, match.index) === '的')
    if (joined) places.at(-1)!.push(token)
    else places.push([token])
    lastEnd = end
  }
  return places
}
