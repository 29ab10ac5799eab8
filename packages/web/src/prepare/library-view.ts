import type { Instrument, Library, TreeGroup } from '@tiaoli/library'
import { libraryTree } from '@tiaoli/library'
import type { InstrumentEntry, LibraryGroup, LibraryView } from '../model/site.js'
import type { Citation } from './cited-by.js'
import { textFiles } from './part-texts.js'

/** One version of an instrument. */
export interface InstrumentKey {
  instrument: Instrument
  /** Index of the version. */
  version: number
}

/** Every version of which more than the day is known, by the key of its data. */
export function instrumentKeys({ instruments }: Library): ReadonlyMap<string, InstrumentKey> {
  const keys = new Map<string, InstrumentKey>()
  for (const [number, instrument] of instruments.entries()) {
    for (const [version, { outline, source }] of instrument.versions.entries()) {
      if (outline !== undefined || source.kind === 'text')
        keys.set(`text-${number}-${version}`, { instrument, version })
    }
    // An instrument of which only the title is known still has a page: it says so, and who refers to it.
    if (instrument.versions.length > 0 && !keys.has(`text-${number}-${instrument.versions.length - 1}`)) {
      const version = instrument.versions.length - 1
      keys.set(`text-${number}-${version}`, { instrument, version })
    }
  }
  return keys
}

/** How many instruments the library has, and of how many a text. */
export function librarySize({ instruments }: Library): { instruments: number; texts: number } {
  const withText = instruments.filter(({ versions }) => versions.some((version) => textFiles(version).length > 0))
  return { instruments: instruments.length, texts: withText.length }
}

/** The library as its page shows it. */
export function libraryView(
  { instruments }: Library,
  keys: ReadonlyMap<string, InstrumentKey>,
  cited: ReadonlyMap<string, readonly Citation[]>
): LibraryView {
  const versionsOf = new Map<Instrument, [number, string][]>()
  for (const [key, { instrument, version }] of keys) {
    versionsOf.set(instrument, [...(versionsOf.get(instrument) ?? []), [version, key]])
  }
  return {
    groups: libraryTree(instruments).map(libraryGroup),
    instruments: instruments.map((instrument): InstrumentEntry => {
      const { title, shortNames, kind, board, status, replacedBy, versions } = instrument
      return {
        title,
        shortNames,
        ...(kind !== undefined && { kind }),
        ...(board !== undefined && { board }),
        ...(status !== undefined && { status }),
        ...(replacedBy !== undefined && { replacedBy }),
        versions: (versionsOf.get(instrument) ?? []).map(([number, key]) => {
          const { date, outline } = versions[number]!
          return {
            ...(date !== undefined && { date }),
            text: textFiles(versions[number]!).length > 0,
            articles: outline?.articles.size ?? 0,
            key
          }
        }),
        citedBy: cited.get(title)?.length ?? 0
      }
    })
  }
}

function libraryGroup({ name, scope, groups, entries }: TreeGroup): LibraryGroup {
  return {
    name,
    ...(scope !== undefined && { scope }),
    groups: groups.map(libraryGroup),
    entries: entries.map(({ title }) => title)
  }
}
