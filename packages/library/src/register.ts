import type { ClauseNumber, Level } from 'regast'
import { addressStep, joinAddress } from 'regast'
import { byDate } from './by-date.js'
import type { Board, Instrument, InstrumentKind, InstrumentVersion } from './instrument.js'
import type { ArticleOutline, Outline, ParagraphOutline, StructureOutline } from './outline.js'

/** An article number in a register: 12, or `133-1` for 第一百三十三条之一. */
export type RegisterNumber = number | string

/** One article as a register states it; `paragraphs` has one number per 款: how many 项 that 款 has. */
export interface RegisterClause {
  article: RegisterNumber
  topic?: string
  paragraphs?: number[]
}

/** One 序言, 编, 分编, 章 or 节 as a register states it, with its first and last article. */
export interface RegisterStructure {
  unit: 'preamble' | 'book' | 'part' | 'chapter' | 'section'
  number?: number
  heading?: string
  paragraphs?: number
  from?: RegisterNumber
  to?: RegisterNumber
}

/** One version of an instrument as a register states it. */
export interface RegisterVersion {
  date?: string
  action?: 'adopted' | 'amended' | 'revised'
  issued?: string
  effective?: string
  documentNumber?: string
  /** Highest article number. */
  articles?: number
  structure?: RegisterStructure[]
  clauses?: RegisterClause[]
}

/** One instrument as a register states it. */
export interface RegisterInstrument {
  title: string
  shortNames?: string[]
  kind?: InstrumentKind
  issuer?: string[]
  board?: Board
  status?: 'in-force' | 'repealed' | 'amended-title'
  replacedBy?: string
  versions?: RegisterVersion[]
}

/** A register: facts about instruments whose text is not at hand. */
export interface Register {
  instruments: RegisterInstrument[]
}

/** The instruments of a register that has the shape of `Register`; outlines are built when first asked for. */
export function instrumentsOfRegister(register: Register, file: string): Instrument[] {
  return register.instruments.map((entry) => {
    const { versions, shortNames, ...facts } = entry
    return {
      ...facts,
      shortNames: shortNames ?? [],
      versions: (versions ?? []).map((version) => versionOf(version, file)).sort(byDate)
    }
  })
}

function versionOf(entry: RegisterVersion, file: string): InstrumentVersion {
  const { articles, structure, clauses, ...facts } = entry
  const version: InstrumentVersion = { ...facts, source: { kind: 'register', file } }
  if (articles === undefined && structure === undefined && clauses === undefined) return version
  let outline: Outline | undefined
  // A register holds hundreds of versions and a draft cites a dozen: most outlines are never needed.
  Object.defineProperty(version, 'outline', {
    enumerable: true,
    configurable: true,
    get: () => {
      outline ??= outlineOfRegister(entry)
      return outline
    }
  })
  return version
}

/** The outline that a register's version states; complete where it says how many articles there are. */
export function outlineOfRegister(version: RegisterVersion): Outline {
  const placed = placeStructures(version.structure ?? [])
  const structures = new Map<string, StructureOutline>()
  for (const { address, entry } of placed) {
    const outline: StructureOutline = { address, heading: entry.heading ?? '' }
    if (entry.paragraphs !== undefined) outline.paragraphs = entry.paragraphs
    structures.set(address, outline)
  }
  const articles = new Map<string, ArticleOutline>()
  for (let value = 1; value <= (version.articles ?? 0); value++) add({ article: value })
  for (const clause of version.clauses ?? []) add(clause)
  const listed = version.clauses?.length ?? 0
  return { complete: version.articles !== undefined, inserted: listed >= (version.articles ?? 1), articles, structures }

  function add(clause: RegisterClause): void {
    const number = clauseNumber(clause.article)
    const address = addressStep('article', number)
    const outline: ArticleOutline = { number, address, path: pathOf(number, placed) }
    if (clause.topic !== undefined) outline.topic = clause.topic
    if (clause.paragraphs !== undefined) outline.paragraphs = clause.paragraphs.map(paragraphOf)
    articles.set(address, outline)
  }
}

interface PlacedStructure {
  address: string
  entry: RegisterStructure
}

const depth = { preamble: 0, book: 1, part: 2, chapter: 3, section: 4 } as const

/** Structures with their addresses: a 节 stands in its 章, and 章 carry their 编 where they restart in each. */
function placeStructures(entries: RegisterStructure[]): PlacedStructure[] {
  const restart = { part: repeats(entries, 'part'), chapter: repeats(entries, 'chapter') }
  const open: PlacedStructure[] = []
  return entries.map((entry) => {
    if (entry.unit === 'preamble') return { address: 'preamble', entry }
    while (open.length > 0 && depth[open.at(-1)!.entry.unit] >= depth[entry.unit]) open.pop()
    const nested = entry.unit === 'section' || (entry.unit !== 'book' && restart[entry.unit])
    const parent = nested ? (open.at(-1)?.address ?? '') : ''
    const address = joinAddress(parent, addressStep(entry.unit as Level, { value: entry.number ?? 0 }))
    const placed = { address, entry }
    open.push(placed)
    return placed
  })
}

function repeats(entries: RegisterStructure[], unit: RegisterStructure['unit']): boolean {
  const numbers = entries.filter((entry) => entry.unit === unit).map((entry) => entry.number)
  return new Set(numbers).size < numbers.length
}

function pathOf(number: ClauseNumber, placed: PlacedStructure[]): string[] {
  const path: string[] = []
  for (const { address, entry } of placed) {
    if (entry.from === undefined || entry.to === undefined) continue
    if (number.value >= clauseNumber(entry.from).value && number.value <= clauseNumber(entry.to).value)
      path.push(address)
  }
  return path
}

function clauseNumber(number: RegisterNumber): ClauseNumber {
  if (typeof number === 'number') return { value: number }
  const [value, insert] = number.split('-').map(Number)
  return insert === undefined ? { value: value! } : { value: value!, insert }
}

function paragraphOf(points: number): ParagraphOutline {
  return {
    points: Array.from({ length: points }, (_, index) => ({ number: { value: index + 1 }, indents: [] }))
  }
}
