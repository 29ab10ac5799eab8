import type { Instrument } from './instrument.js'
import type { Library, TitleMatch } from './library.js'

/** A library that notes which titles were asked for, so that a result can be kept until one of the answers changes. */
export interface WatchedLibrary {
  library: Library
  /** Titles asked for since the last call. */
  take(): string[]
}

/** Watches a library; the library itself is not changed. */
export function watchLibrary(library: Library): WatchedLibrary {
  let asked = new Set<string>()
  const find = (title: string): TitleMatch => {
    asked.add(title)
    return library.find(title)
  }
  const names = {
    ...library.names,
    knows: (title: string) => {
      asked.add(title)
      return library.names.knows(title)
    }
  }
  return {
    library: { ...library, find, names },
    take: () => {
      const titles = [...asked]
      asked = new Set()
      return titles
    }
  }
}

/** A text that changes whenever what references to a title find changes. */
export function titleSignature(library: Library, title: string): string {
  return library.find(title).instruments.map(instrumentSignature).join('|')
}

const known = new WeakMap<Instrument, string>()

/** A text that changes whenever an instrument does, as far as resolving references into it goes. */
export function instrumentSignature(instrument: Instrument): string {
  let signature = known.get(instrument)
  if (signature === undefined) {
    const { title, status, replacedBy, versions } = instrument
    signature = JSON.stringify([
      title,
      status,
      replacedBy,
      versions.map(({ date, source }) => [date, source.hash ?? source.file])
    ])
    known.set(instrument, signature)
  }
  return signature
}

/** A text that changes whenever a name that texts use without definition does. */
export function shortNamesSignature(library: Library): string {
  return [...library.shortNames]
    .map(([name, title]) => `${name}=${title}`)
    .sort()
    .join('\n')
}
