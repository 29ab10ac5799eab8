import type { ReadingText, ReadingUnit } from '../../model/reading-text.js'
import { unitsOf } from '../text/clause-index.js'

/** Who refers to whom among the articles of a text: indices in the order of the text. */
export interface ClauseLinks {
  units: ReadingUnit[]
  /** Heading of the structure that each unit opens; most open none. */
  headings: ReadonlyMap<number, string>
  links: { from: number; to: number; count: number }[]
}

/** The references among the articles of a text; those inside one article are left out. */
export function clauseLinks(text: ReadingText): ClauseLinks {
  const units = unitsOf(text.sections).filter(({ label, address }) => label !== '' && address !== '')
  const position = new Map(units.map(({ address }, index) => [address, index]))
  const counts = new Map<string, { from: number; to: number; count: number }>()
  for (const [to, { incoming }] of units.entries()) {
    for (const { from: address } of incoming) {
      const from = position.get(unitAround(address))
      if (from === undefined || from === to) continue
      const key = `${from} ${to}`
      const link = counts.get(key)
      if (link === undefined) counts.set(key, { from, to, count: 1 })
      else link.count += 1
    }
  }
  return { units, headings: headingsOf(text, position), links: [...counts.values()] }

  function unitAround(address: string): string {
    let at = address
    while (at !== '' && !position.has(at)) at = at.slice(0, Math.max(0, at.lastIndexOf('__')))
    return at
  }
}

function headingsOf(text: ReadingText, position: ReadonlyMap<string, number>): Map<number, string> {
  const headings = new Map<number, string>()
  for (const section of text.sections) {
    const first = unitsOf([section]).find(({ address }) => position.has(address))
    if (first === undefined || section.address === '') continue
    headings.set(position.get(first.address)!, [section.label, section.heading].filter((part) => part !== '').join(' '))
  }
  return headings
}
