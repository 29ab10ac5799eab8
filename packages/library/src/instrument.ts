import type { InstrumentEvent } from './history.js'
import type { Outline } from './outline.js'

/** Kinds of instrument, by the Chinese name that the field uses. */
export const instrumentKinds = [
  '宪法',
  '法律',
  '行政法规',
  '监察法规',
  '地方性法规',
  '规章',
  '司法解释',
  '党章',
  '准则',
  '条例',
  '规定',
  '办法',
  '规则',
  '细则',
  '规范性文件'
] as const
export type InstrumentKind = (typeof instrumentKinds)[number]

/** Boards of the “1+4” framework of Party regulations. */
export const boards = ['党章', '组织', '领导', '自身建设', '监督保障'] as const
export type Board = (typeof boards)[number]

/** One text of an instrument: as adopted, or as amended on a day. */
export interface InstrumentVersion {
  /** ISO day on which this text was adopted or last amended; unknown for an undated file. */
  date?: string
  /** ISO day from which it applies. */
  effective?: string
  /** ISO day on which it was published, where that is another day. */
  issued?: string
  action?: 'adopted' | 'amended' | 'revised'
  documentNumber?: string
  /** What clauses it has; absent where only the fact of the version is known. */
  outline?: Outline
  /** File that this version was read from, or the register that states it; `hash` changes when the file's content does. */
  source: { kind: 'text' | 'register'; file: string; hash?: string }
}

/** An instrument with its versions, oldest first. */
export interface Instrument {
  /** Full title without 《》. */
  title: string
  shortNames: string[]
  kind?: InstrumentKind
  issuer?: string[]
  board?: Board
  status?: 'in-force' | 'repealed' | 'amended-title'
  /** Title of the instrument that took its place. */
  replacedBy?: string
  versions: InstrumentVersion[]
  /** Its adoption and changes as the notes of its texts state them, oldest first; more than there are versions at hand. */
  history?: InstrumentEvent[]
}

/**
 * The version that a text of the given ISO day means: the newest not younger than that day, else the oldest;
 * without a day the newest.
 */
export function versionAt(instrument: Instrument, day?: string): InstrumentVersion | undefined {
  if (day === undefined) return instrument.versions.at(-1)
  let found = instrument.versions[0]
  for (const version of instrument.versions) {
    if (version.date !== undefined && version.date <= day) found = version
  }
  return found
}
