import type { Host } from '@tiaoli/citation'
import type { Instrument } from './instrument.js'
import type { Library, TitleMatch } from './library.js'
import type { SelfDescription } from './self.js'
import { baseTitle, titleKey } from './titles.js'

/** Which text of an instrument is meant where the words say that it is not the one of the day: that of a year, the one before a change, an old one. */
export type Edition = { year: string } | 'before' | 'old'

/** The instrument that a host turned out to name. */
export interface NamedInstrument {
  /** `null` for the document itself. */
  title: string | null
  /** Library records that the name can mean; empty where unknown. */
  instruments: Instrument[]
  note?: string
  /** Whether the note says that another instrument may be meant. */
  unlike?: true
  /** A name that the document itself defines. */
  alias?: true
  /** Set where another text than that of the document's day is meant. */
  edition?: Edition
}

/** What names mean at one place of a document. */
export interface Scope {
  library: Library
  self: SelfDescription
  /** Names that the document has defined so far, with the titles they stand for. */
  aliases: ReadonlyMap<string, string>
  /** Title of the instrument mentioned last, where one was. */
  last: string | undefined
  /** Titles mentioned so far, oldest first. */
  mentioned: readonly string[]
}

/** The document itself. */
export const ownDocument: NamedInstrument = { title: null, instruments: [] }

/** Looks a title up: the document itself, an instrument of the library, or an unknown one under the title as written. */
export function nameTitle(title: string, scope: Scope): NamedInstrument {
  if (scope.self.key !== undefined && titleKey(title) === scope.self.key) return ownDocument
  const { instruments, note, unlike } = findWithIssuer(title, scope.self.issuer, scope.library)
  const single = instruments.length === 1 ? instruments[0] : undefined
  if (single !== undefined && scope.self.key === titleKey(single.title)) return ownDocument
  const named: NamedInstrument = { title: single?.title ?? title, instruments }
  if (note !== undefined) named.note = note
  if (unlike) named.unlike = unlike
  return named
}

/** 《关于…的规定》 leaves its maker to the words before it, or to the paper that cites it. */
function findWithIssuer(title: string, issuer: string | undefined, library: Library): TitleMatch {
  const found = library.find(title)
  if (found.instruments.length > 0 || issuer === undefined || !title.startsWith('关于')) return found
  return library.find(issuer + title)
}

/** The instrument that a host names; `undefined` where the words turn out to name none. */
export function nameHost(host: Host, scope: Scope): NamedInstrument | undefined {
  switch (host.type) {
    case 'none':
      return ownDocument
    case 'self':
      // 本条例 in what explains a 条例
      if (scope.self.explains !== undefined && baseTitle(scope.self.explains).endsWith(host.name.slice(1)))
        return nameTitle(scope.self.explains, scope)
      return host.weak && !scope.self.base.endsWith(host.name.slice(1)) ? undefined : ownDocument
    case 'title': {
      const { title, issuer } = host
      const made = issuer !== undefined && scope.library.find(title).instruments.length === 0 ? issuer + title : title
      return nameWords(scope.library.find(made).instruments.length === 0 ? title : made, scope)
    }
    case 'name':
      return nameWords(host.name, scope)
    case 'that': {
      const title = scope.mentioned.findLast((candidate) => endsWithNoun(candidate, host.noun))
      return title === undefined ? undefined : nameTitle(title, scope)
    }
    case 'implementing': {
      // 甲法及其实施条例，其实施细则: both implement 甲法.
      const base =
        scope.last !== undefined && implementing.test(scope.last)
          ? (scope.mentioned.findLast((title) => !implementing.test(title)) ?? scope.last)
          : scope.last
      if (base === undefined) return undefined
      return nameTitle(base + host.noun.replace(/^施行/, '实施'), scope)
    }
  }
}

/** 条例 in 条例第三条: the instrument that this document implements, or the one named last with that noun. */
function nameNoun(noun: string, scope: Scope): NamedInstrument {
  const { implements: base } = scope.self
  const title =
    base !== undefined && endsWithNoun(base, noun) ? base : scope.mentioned.findLast((one) => endsWithNoun(one, noun))
  if (title === undefined) return { title: noun, instruments: [] }
  const named = nameTitle(title, scope)
  const others =
    scope.self.base.endsWith(noun) || scope.mentioned.some((one) => one !== title && endsWithNoun(one, noun))
  if (title === base || named.title === null || named.note !== undefined || !others) return named
  return { ...named, note: `没有写明是哪一件${noun}，按上文理解为《${named.title}》`, unlike: true }
}

function nameWords(words: string, scope: Scope): NamedInstrument {
  const alias = scope.aliases.get(words)
  if (alias !== undefined) return { ...nameTitle(alias, scope), alias: true }
  const short = scope.library.shortNames.get(titleKey(words))
  if (short === undefined && /^(?:条例|细则|规则|准则)$/.test(words)) return nameNoun(words, scope)
  return nameTitle(short ?? words, scope)
}

const implementing = /实施(?:条例|细则|办法|规定)(?:（[^（）]*）)?$/

function endsWithNoun(title: string, noun: string): boolean {
  const bare = title.replace(/（[^（）]*）$/, '')
  // 该法 is no 办法.
  return bare.endsWith(noun) && !(noun === '法' && bare.endsWith('办法'))
}
