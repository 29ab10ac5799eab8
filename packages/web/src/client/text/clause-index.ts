import { clauseLabel } from '@tiaoli/report'
import { parseAddress } from 'regast'
import type { ReadingReference, ReadingSection, ReadingText, ReadingUnit } from '../../model/reading-text.js'

/** The clauses of a text by address. */
export interface ClauseIndex {
  text: ReadingText
  units: readonly ReadingUnit[]
  references: ReadonlyMap<number, ReadingReference>
  /** Addresses of all clauses that a page shows, in the order of the text. */
  order: readonly string[]
  unitOf(address: string): ReadingUnit | undefined
  /** Whether the text has this clause; where only topics of articles are known, whether it may have it. */
  has(address: string): boolean
  /** Addresses of the structures around a unit or a structure, itself included, outermost first. */
  pathOf(address: string): readonly string[]
  /** Whether an address leads to this section, unit or clause: of two with one number, the first is meant. */
  isAt(address: string, place: object): boolean
  /** The clause as a drafter writes it: 第十二条第二款. */
  label(address: string): string
  /** 《某某条例》第十二条第二款, to put into a document. */
  citation(address: string): string
  /** How the clause reads, cut at a length. */
  excerpt(address: string, length: number): string
}

/** The index of a text; its sections are walked once. */
export function clauseIndex(text: ReadingText): ClauseIndex {
  const units: ReadingUnit[] = []
  const places = new Map<string, object>()
  const holders = new Map<string, ReadingUnit>()
  const headings = new Map<string, string>()
  const annexes = new Map<string, string>()
  const paths = new Map<string, readonly string[]>()
  const order: string[] = []
  for (const section of text.sections) walk(section, [])
  const outline = outlineOf()
  return {
    text,
    units,
    references: new Map(text.references.map((reference) => [reference.id, reference])),
    order,
    unitOf: (address) => holders.get(address),
    has: (address) => {
      if (places.has(address)) return true
      if (text.kind === 'draft' || !(text.outlineOnly || text.topicsOnly !== undefined)) return false
      return units.length === 0 || !address.startsWith('art_') || places.has(address.split('__')[0]!)
    },
    pathOf: (address) => paths.get(address) ?? [],
    isAt: (address, place) => address !== '' && places.get(address) === place,
    label: (address) => clauseLabel(address, undefined, outline),
    citation: (address) => `《${text.title}》${address === '' ? '' : clauseLabel(address, undefined, outline)}`,
    excerpt
  }

  function walk(section: ReadingSection, around: readonly string[]): void {
    const { address } = section
    const path = address === '' ? around : [...around, address]
    enter(address, section)
    headings.set(address, section.heading)
    const annex = annexWord.exec(section.label)?.[0]
    if (annex !== undefined) annexes.set(address, annex)
    paths.set(address, path)
    for (const unit of section.units) {
      units.push(unit)
      enter(unit.address, unit)
      if (!holders.has(unit.address)) holders.set(unit.address, unit)
      paths.set(unit.address, path)
      for (const clause of unit.clauses) {
        enter(clause.address, clause)
        if (clause.address === '' || order.at(-1) === clause.address) continue
        if (!holders.has(clause.address)) holders.set(clause.address, unit)
        order.push(clause.address)
      }
    }
    for (const child of section.sections) walk(child, path)
  }

  function enter(address: string, place: object): void {
    if (!places.has(address)) places.set(address, place)
  }

  function excerpt(address: string, length: number): string {
    const unit = holders.get(address)
    if (unit === undefined) return headings.get(address) ?? ''
    const own = unit.clauses.filter((clause) => isWithin(clause.address, address) && clause.level !== 'heading')
    const words = own.map(({ num, segments }) => `${num ?? ''}${segments.map((part) => part.text).join('')}`).join('')
    return words.length > length ? `${words.slice(0, length)}…` : words
  }

  /** As much of an outline as labels need: how many 款 each article has, and what a preamble and the annexes are called. */
  function outlineOf(): Parameters<typeof clauseLabel>[2] {
    const articles = new Map(
      units.flatMap((unit) => {
        const number = parseAddress(unit.address)?.at(-1)?.number
        if (number === undefined) return []
        const paragraphs = unit.clauses.filter(({ level }) => level === 'paragraph').map(() => ({ points: [] }))
        return [[unit.address, { number, address: unit.address, path: [] as string[], paragraphs }] as const]
      })
    )
    const structures = new Map(
      [...headings].map(([address, heading]) => {
        const label = annexes.get(address)
        return [address, { address, heading, ...(label !== undefined && { label }) }]
      })
    )
    return { complete: true, inserted: true, articles, structures }
  }
}

/** What an annex is called in its own heading. */
const annexWord = /^附[件录表图]/

/** All units of sections and of the sections in them. */
export function unitsOf(sections: readonly ReadingSection[]): ReadingUnit[] {
  return sections.flatMap((section) => [...section.units, ...unitsOf(section.sections)])
}

/** Whether a clause is the one that an address names, or in it. */
export function isWithin(address: string, around: string): boolean {
  return address === around || address.startsWith(`${around}__`)
}
