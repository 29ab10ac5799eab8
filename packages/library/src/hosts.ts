import type { Host } from '@tiaoli/citation'
import type { Instrument, InstrumentVersion } from './instrument.js'
import type { Library, TitleMatch } from './library.js'
import type { SelfDescription } from './self.js'
import { titleKey } from './titles.js'

/** The instrument that a host turned out to name. */
export interface NamedInstrument {
  /** `null` for the document itself. */
  title: string | null
  /** Library records that the name can mean; empty where unknown. */
  instruments: Instrument[]
  note?: string
  /** A name that the document itself defines. */
  alias?: true
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
  const { instruments, note } = findWithIssuer(title, scope.self.issuer, scope.library)
  const single = instruments.length === 1 ? instruments[0] : undefined
  if (single !== undefined && scope.self.key === titleKey(single.title)) return ownDocument
  return {
    title: single?.title ?? title,
    instruments,
    ...(note === undefined ? {} : { note })
  }
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
  return title === undefined ? { title: noun, instruments: [] } : nameTitle(title, scope)
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

/** The version whose clauses are read, and whether it is the one that the reading document meant. */
export interface ReadVersion {
  version: InstrumentVersion
  /** Set where the library only has a younger text than the one meant. */
  younger?: true
  /** Set where this version changed an older text and did not yet apply, or may not have, when the document was made. */
  pending?: { since: string | undefined; older: InstrumentVersion | undefined }
}

/**
 * The version that a document of the given ISO day means, which itself applies from `start`. `before` is set for an
 * amendment document, which speaks of the text as it stood before that day.
 */
export function textAt(
  instrument: Instrument,
  day: string | undefined,
  before = false,
  start = day
): ReadVersion | undefined {
  if (day === undefined) {
    const newest =
      instrument.versions.findLast((candidate) => candidate.outline !== undefined) ?? instrument.versions.at(-1)
    return newest && { version: newest }
  }
  const meant = instrument.versions.findLast(({ date }) => date === undefined || (before ? date < day : date <= day))
  if (meant !== undefined) {
    if (before || isFirstText(instrument, meant) || applied(meant, day, start ?? day)) return { version: meant }
    const older = instrument.versions[instrument.versions.indexOf(meant) - 1]
    return { version: meant, pending: { since: meant.effective, older } }
  }
  const oldest = instrument.versions[0]
  return oldest && { version: oldest, younger: true }
}

/** Whether nothing was in force under that title before a version, as far as the library knows. */
function isFirstText({ versions, history = [] }: Instrument, version: InstrumentVersion): boolean {
  if (versions[0] !== version) return false
  if (version.action === 'amended' || version.action === 'revised') return false
  return history.every(({ date }) => version.date === undefined || date >= version.date)
}

/** Days after which an amended text counts as applied where nothing says from when: laws are rarely given longer. */
const usualWait = 240

/**
 * Whether a version applied when a document of a day itself applied. Texts changed on one day, by one decision, mean each
 * other as changed.
 */
function applied({ date, effective, action }: InstrumentVersion, day: string, start: string): boolean {
  if (effective !== undefined) return effective <= start
  if (date === undefined || date === day || (action !== 'amended' && action !== 'revised')) return true
  return Date.parse(start) - Date.parse(date) >= usualWait * 86_400_000
}
