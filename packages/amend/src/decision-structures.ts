import { formatAddress } from 'regast'
import type { DecisionTexts } from './decision-texts.js'
import { isNumbered, lastNumber, quoted, unitName } from './decision-words.js'
import type { LawStructure, LawText } from './law-text.js'
import { pathOf, printedArticle } from './law-text.js'

/** What a decision says of chapters and sections; `covered` are those of which it says what they hold. */
export function structureItems({ comparison, old, next }: DecisionTexts, covered: ReadonlySet<LawStructure>): string[] {
  const items: string[] = []
  for (const heading of comparison.headings) {
    const [oldAddress, newAddress] = [heading.old[0], heading.new[0]]
    const structure = next.structures.find(({ origin }) => origin === newAddress)
    if (heading.kind === 'deleted') {
      if (isNumbered(oldAddress!))
        items.push(`删去${formatAddress(oldAddress!)}章名。`.replace(/节章名/, '节节名').replace(/编章名/, '编编名'))
      continue
    }
    if (structure === undefined || !isNumbered(newAddress!)) continue
    const name = formatAddress(newAddress!)
    if (heading.kind === 'added') {
      const covers = coveredBy(next, structure)
      const range = covers === undefined ? '' : `，包括${covers}`
      items.push(`增加一${unitName(newAddress!)}，作为${name}${quoted([structure.heading])}${range}。`)
      continue
    }
    const before = old.structures.find(({ origin }) => origin === oldAddress)
    if (before !== undefined && before.heading !== structure.heading) {
      items.push(`将${formatAddress(oldAddress!)}${unitName(oldAddress!)}名修改为${quoted([structure.heading])}。`)
    }
    if (lastNumber(oldAddress!) !== lastNumber(newAddress!)) items.push(`将${formatAddress(oldAddress!)}改为${name}。`)
  }
  for (const structure of covered) {
    const covers = coveredBy(next, structure)
    if (covers !== undefined && structure.origin !== undefined && isNumbered(structure.origin)) {
      items.push(`将${formatAddress(structure.origin)}调整为包括${covers}。`)
    }
  }
  return items
}

function coveredBy(next: LawText, structure: LawStructure): string | undefined {
  const held = next.items.filter((item) => item.type === 'article' && pathOf(item).includes(structure))
  if (held.length === 0) return undefined
  const [first, last] = [printedArticle(held[0]!.number!), printedArticle(held.at(-1)!.number!)]
  return first === last ? first : `${first}至${last}`
}
