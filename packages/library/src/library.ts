import type { NameTable } from '@tiaoli/citation'
import { createNameTable } from '@tiaoli/citation'
import { byDate } from './by-date.js'
import { editionOf } from './edition.js'
import { mergeHistories } from './history.js'
import type { Instrument, InstrumentVersion } from './instrument.js'
import { joinParts, partsOnRegister } from './parts.js'
import { baseTitle, titleKey, titleSuffix } from './titles.js'

/** What a title leads to: one instrument, several, or none; `note` says which liberty was taken with the spelling. */
export interface TitleMatch {
  instruments: Instrument[]
  note?: string
  /** Set where the title has （试行） or its like and the instruments have not: they may be others. */
  unlike?: true
}

/** The instruments that references can point into. */
export interface Library {
  readonly instruments: readonly Instrument[]
  /** Instruments that a title as written (with or without 《》) can mean. */
  find(title: string): TitleMatch
  /** Names without 《》 that texts use undefined, such as 党章 and 宪法, with their instrument's title. */
  readonly shortNames: ReadonlyMap<string, string>
  /** The same names as a table to scan clause texts with. */
  readonly names: NameTable
}

/** A library of the given instruments; two with one title are one instrument with the versions of both. */
export function createLibrary(instruments: Iterable<Instrument>): Library {
  const byKey = new Map<string, Instrument>()
  for (const instrument of instruments) {
    const key = titleKey(instrument.title)
    const known = byKey.get(key)
    byKey.set(key, known === undefined ? instrument : mergedOnce(known, instrument))
  }
  const all = [...byKey.values()]
  const byBase = groupBy(all, (instrument) => baseTitle(instrument.title))
  const byShort = new Map<string, Instrument[]>()
  for (const instrument of all) {
    for (const name of instrument.shortNames) push(byShort, titleKey(name), instrument)
  }
  const shortNames = new Map<string, string>()
  for (const [name, holders] of byShort) {
    if (holders.length === 1) shortNames.set(name, holders[0]!.title)
  }
  const cache = new Map<string, TitleMatch>()
  const names = createNameTable({
    instruments: shortNames.keys(),
    knows: (title) => find(title).instruments.length > 0
  })
  return { instruments: all, shortNames, names, find }

  function find(title: string): TitleMatch {
    let match = cache.get(title)
    if (match === undefined) {
      match = search(title)
      cache.set(title, match)
    }
    return match
  }

  function search(title: string): TitleMatch {
    const key = titleKey(title)
    const exact = byKey.get(key)
    if (exact !== undefined) return { instruments: [exact] }
    const short = byShort.get(key)
    if (short !== undefined) return { instruments: short }
    const written = titleSuffix(title)
    const same = byBase.get(baseTitle(title)) ?? []
    // 《甲条例》（2018年修订） is a text of 《甲条例》, not of 《甲条例（试行）》.
    const plain = same.length > 1 && editionOf(written) !== undefined ? same.filter(isPlain) : same
    const base = plain.length === 1 ? plain : same
    if (base.length > 0) {
      return {
        instruments: base,
        ...(written === ''
          ? { note: `文库中的名称是《${base[0]!.title}》` }
          : { note: `文库中没有带“${written}”的文本`, unlike: true as const })
      }
    }
    return { instruments: [] }
  }
}

function isPlain({ title }: Instrument): boolean {
  return titleSuffix(title) === ''
}

/** Merged records by their parts: a library that is put together again has mostly the same ones. */
const merged = new WeakMap<Instrument, WeakMap<Instrument, Instrument>>()

function mergedOnce(first: Instrument, second: Instrument): Instrument {
  let ofFirst = merged.get(first)
  if (ofFirst === undefined) {
    ofFirst = new WeakMap()
    merged.set(first, ofFirst)
  }
  let instrument = ofFirst.get(second)
  if (instrument === undefined) {
    instrument = mergeInstruments(first, second)
    ofFirst.set(second, instrument)
  }
  return instrument
}

/** One instrument out of two records of it: facts of the first win, versions of both, oldest first, a text before a register entry of the same day. */
export function mergeInstruments(first: Instrument, second: Instrument): Instrument {
  const versions = [...first.versions]
  for (const version of second.versions) {
    const same = versions.findIndex((known) => known.date === version.date)
    if (same === -1) versions.push(version)
    else versions[same] = mergeVersions(versions[same]!, version)
  }
  versions.sort(byDate)
  const history = mergeHistories(first.history, second.history)
  return {
    ...second,
    ...first,
    shortNames: [...new Set([...first.shortNames, ...second.shortNames])],
    versions,
    ...(history !== undefined && { history })
  }
}

/**
 * One version out of two records of the same day: a whole text counts before a register, a register before parts of a
 * text, which lend it their words; parts of one text are joined.
 */
function mergeVersions(known: InstrumentVersion, added: InstrumentVersion): InstrumentVersion {
  if (known.source.kind !== added.source.kind) {
    const [text, register] = known.source.kind === 'text' ? [known, added] : [added, known]
    return text.outline?.complete === false ? partsOnRegister(register, text) : { ...register, ...text }
  }
  const parts = known.outline?.complete === false || added.outline?.complete === false
  return parts ? joinParts(known, added) : known
}

function groupBy<T>(values: Iterable<T>, key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) push(groups, key(value), value)
  return groups
}

function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [value])
  else group.push(value)
}
