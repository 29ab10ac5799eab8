import type { ClauseText, Root } from 'regast'
import { articleOf, clauseTexts, numOf } from 'regast'
import type { Instrument } from '../instrument.js'
import { versionAt } from '../instrument.js'
import type { Library } from '../library.js'
import type { LinkedDocument, LinkStatus, LinkTarget } from '../linked.js'
import { precedence } from '../rank.js'
import type { ReferenceRole } from '../reference-role.js'
import { referenceRole } from '../reference-role.js'
import { describeSelf } from '../self.js'
import { baseTitle } from '../titles.js'
import type { Original } from './copies.js'
import { createCopyFinder } from './copies.js'
import type { FigureDifference } from './figures.js'
import { differentFigures } from './figures.js'
import { createLikenessFinder } from './similar.js'

/** A clause of a draft beside the clause that it cites. */
export interface ClausePair {
  /** Address and text of the draft's 款 with its list. */
  clause: string
  text: string
  line: number
  /** The words that cite. */
  mention: string
  role: ReferenceRole
  target: { title: string; from: string; to?: string; version?: string; status: LinkStatus; text: string }
  /** The cited instrument is higher in rank. */
  superior: boolean
  /** Numbers with one unit and another value. */
  differences: FigureDifference[]
}

/** A clause of a draft beside the clause of its basis that it seems to carry out, without saying so. */
export interface ImpliedPair {
  clause: string
  text: string
  line: number
  original: Original
  /** From 0 to 1: how much the two speak of the same. */
  similarity: number
  differences: FigureDifference[]
}

/** A clause of a draft that repeats another instrument almost word for word. */
export interface CopiedClause {
  clause: string
  text: string
  line: number
  original: Original
  /** Share of the draft's clause that stands in the original. */
  share: number
  /** Set where the draft's clause has the whole of a 款 of the original in it, with more around it. */
  whole?: true
  /** Whether the clause cites that instrument. */
  cited: boolean
}

/** A cited clause that the cited instrument does not have. */
export interface AbsentClause {
  /** The draft's 款, and the line of the reference. */
  clause: string
  line: number
  title: string
  from: string
  to?: string
}

/** How a draft stands to what it cites. */
export interface Conformity {
  pairs: ClausePair[]
  /** By likeness, for a reader to judge: clauses of the draft that cite no clause of its basis. */
  implied: ImpliedPair[]
  copies: CopiedClause[]
  /** What is cited and does not exist. */
  absent: AbsentClause[]
  /** Cited clauses whose text the library does not have. */
  withoutText: { title: string; clauses: number }[]
}

/** What is compared. */
export interface ConformitySource {
  tree: Root
  links: LinkedDocument
  library: Library
  source: string
  /** The draft as an instrument, for its rank. */
  draft?: Pick<Instrument, 'title' | 'kind'>
  /** ISO day whose versions count. */
  date?: string
  /** Share from which a clause counts as repeated. */
  copiedFrom?: number
  /** Likeness from which a clause counts as carrying out another. */
  impliedFrom?: number
}

/** Sets each clause of a draft beside what it cites, and finds clauses that repeat an instrument the draft cites. */
export function conformityOf({
  tree,
  links,
  library,
  source,
  draft,
  date,
  copiedFrom = 0.7,
  impliedFrom = 0.4
}: ConformitySource): Conformity {
  const own = paragraphsOf(clauseTexts(tree))
  const pairs: ClausePair[] = []
  const absent: AbsentClause[] = []
  const missing = new Map<string, Set<string>>()
  const cited = new Map<string, Set<string>>()
  const basis = new Set<string>()
  const self = describeSelf(draft?.title ?? links.title)
  if (self.implements !== undefined) {
    const { instruments } = library.find(self.implements)
    if (instruments.length === 1) basis.add(instruments[0]!.title)
  }
  for (const { text: mention, start, end, in: clause, targets } of links.references) {
    const paragraph = own.get(paragraphAddress(clause))
    if (paragraph === undefined) continue
    for (const target of targets) {
      if (target.instrument === null) continue
      const role = referenceRole(source, start.offset, end.offset, clause)
      if (role === 'basis' && isSuperior(target.instrument, library, draft)) basis.add(target.instrument)
      // What a draft takes the place of, its own older text above all, is there to be repeated.
      if (role !== 'repeal' && baseTitle(target.instrument) !== self.base)
        add(cited, target.instrument, paragraphAddress(clause))
      if (target.from === null) continue
      const { instrument: title, from, to, version, status } = target
      const text = textOfTarget(target, library)
      if (text === undefined) {
        if (status !== 'dangling') add(missing, title, from)
        else
          absent.push({
            clause: paragraphAddress(clause),
            line: start.line,
            title,
            from,
            ...(to !== undefined && { to })
          })
        continue
      }
      pairs.push({
        clause: paragraphAddress(clause),
        text: paragraph.text,
        line: start.line,
        mention,
        role,
        target: {
          title,
          from,
          status,
          text,
          ...(to !== undefined && { to }),
          ...(version !== undefined && { version })
        },
        superior: isSuperior(title, library, draft),
        differences: differentFigures(paragraph.text, text)
      })
    }
  }
  return {
    pairs,
    implied: impliedIn(own, pairs, paragraphsIn(basis, library, date), impliedFrom),
    copies: copiesIn(own, cited, library, date, copiedFrom),
    absent,
    withoutText: [...missing].map(([title, clauses]) => ({ title, clauses: clauses.size }))
  }
}

interface OwnParagraph {
  text: string
  line: number
}

/** The 款 of a text with their lists, by address. */
function paragraphsOf(clauses: readonly ClauseText[]): Map<string, OwnParagraph> {
  const found = new Map<string, OwnParagraph>()
  for (const clause of clauses) {
    const { node, address, runs } = clause
    if (!['paragraph', 'point', 'indent'].includes(node.type) || address === '') continue
    const key = paragraphAddress(address)
    const known = found.get(key)
    const text = asPrinted(clause)
    if (known === undefined) found.set(key, { text, line: runs[0]?.place.line ?? 1 })
    else known.text += `\n${text}`
  }
  return found
}

/** The words of a clause behind the number that it bears: （一）…, 1. …. */
function asPrinted({ node, text }: ClauseText): string {
  const printed = numOf(node)?.value.trim() ?? ''
  return `${printed}${/^\d+[.．]$/.test(printed) ? ' ' : ''}${text}`
}

function paragraphAddress(address: string): string {
  return /^(.*?__para_\d+(?:-\d+)?)(?:__|$)/.exec(address)?.[1] ?? address
}

/** The words of a cited clause, or of all clauses of a range. */
function textOfTarget({ instrument, version, from, to }: LinkTarget, library: Library): string | undefined {
  const found = library.find(instrument!).instruments
  if (found.length !== 1 || from === null) return undefined
  const read = found[0]!.versions.find(({ date }) => date === version) ?? versionAt(found[0]!, version)
  const articles = read?.outline?.articles
  const start = articleOf(from)
  if (to === undefined || articleOf(to) === start) return clauseWords(articles?.get(start)?.node, from, to)
  const keys = [...(articles?.keys() ?? [])]
  const [first, last] = [keys.indexOf(start), keys.indexOf(articleOf(to))]
  if (first === -1 || last < first) return undefined
  const texts = keys.slice(first, last + 1).map((key) => clauseWords(articles!.get(key)!.node, key, undefined))
  return texts.every((text) => text !== undefined) ? texts.join('\n') : undefined
}

type ArticleNode = Parameters<typeof clauseTexts>[0]['children'][number]

function clauseWords(node: ArticleNode | undefined, from: string, to: string | undefined): string | undefined {
  if (node === undefined) return undefined
  const clauses = clauseTexts({ type: 'root', children: [node] })
  const within = (address: string, clause: string): boolean => address === clause || address.startsWith(`${clause}__`)
  const first = clauses.findIndex(({ address }) => within(address, from))
  if (first === -1) return undefined
  const last = clauses.findLastIndex(({ address }) => within(address, to ?? from))
  return clauses
    .slice(first, Math.max(first, last) + 1)
    .map(asPrinted)
    .join('\n')
}

function isSuperior(title: string, library: Library, draft: ConformitySource['draft']): boolean {
  const [instrument] = library.find(title).instruments
  if (instrument === undefined || draft === undefined) return false
  return precedence(instrument, { shortNames: [], versions: [], ...draft }).prevails === 'first'
}

/** What is too short to be about anything. */
const shortest = 16

/** The 款 of some instruments as they were on a day. */
function paragraphsIn(titles: Iterable<string>, library: Library, date: string | undefined): Original[] {
  const originals: Original[] = []
  for (const title of titles) {
    const [instrument] = library.find(title).instruments
    const version = instrument && versionAt(instrument, date)
    for (const { node } of version?.outline?.articles.values() ?? []) {
      if (node === undefined) break
      for (const [clause, { text }] of paragraphsOf(clauseTexts({ type: 'root', children: [node] })))
        if (text.length >= shortest) originals.push({ title, clause, text })
    }
  }
  return originals
}

/** What every text says of itself at its end, whatever it is about: 本细则由某部门负责解释. */
const isClosing = /^本[\u4e00-\u9fff]{1,6}(?:由[^，。；]{2,40}负责解释|自[^，。；]{2,24}起(?:施行|实施|执行|生效))/

/** Clauses that carry out one of their basis without citing it; those that cite are compared with what they cite. */
function impliedIn(
  own: ReadonlyMap<string, OwnParagraph>,
  pairs: readonly ClausePair[],
  originals: readonly Original[],
  impliedFrom: number
): ImpliedPair[] {
  const finder = createLikenessFinder(originals)
  const citing = new Set(pairs.map(({ clause }) => clause))
  return [...own].flatMap(([clause, { text, line }]) => {
    const silent = citing.has(clause) || text.length < shortest || isClosing.test(text)
    const found = silent ? undefined : finder.find(text)
    if (found === undefined || found.similarity < impliedFrom) return []
    return [{ clause, text, line, ...found, differences: differentFigures(text, found.original.text) }]
  })
}

/** Clauses that repeat an instrument that the draft cites; only those are looked into, and each once. */
function copiesIn(
  own: ReadonlyMap<string, OwnParagraph>,
  cited: ReadonlyMap<string, ReadonlySet<string>>,
  library: Library,
  date: string | undefined,
  copiedFrom: number
): CopiedClause[] {
  const originals: Original[] = []
  for (const title of cited.keys()) {
    const [instrument] = library.find(title).instruments
    const version = instrument && versionAt(instrument, date)
    for (const { address, node } of version?.outline?.articles.values() ?? []) {
      if (node === undefined) break
      originals.push({ title, clause: address, text: clauseWords(node, address, undefined) ?? '' })
    }
  }
  const articles = createCopyFinder(originals)
  const paragraphs = createCopyFinder(paragraphsIn(cited.keys(), library, date))
  const copies: CopiedClause[] = []
  for (const [clause, { text, line }] of own) {
    const part = articles.find(text)
    const whole = paragraphs.findWhole(text)
    const copy = part !== undefined && part.share >= copiedFrom ? part : whole && { ...whole, whole: true as const }
    if (copy === undefined) continue
    copies.push({ clause, text, line, ...copy, cited: cited.get(copy.original.title)?.has(clause) ?? false })
  }
  return copies
}

function add<K>(groups: Map<K, Set<string>>, key: K, value: string): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, new Set([value]))
  else group.add(value)
}
