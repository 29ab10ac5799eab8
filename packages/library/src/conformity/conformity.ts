import type { ClauseText, Root } from 'regast'
import { clauseTexts } from 'regast'
import type { Instrument } from '../instrument.js'
import { versionAt } from '../instrument.js'
import type { Library } from '../library.js'
import type { LinkedDocument, LinkStatus, LinkTarget } from '../linked.js'
import { precedence } from '../rank.js'
import type { ReferenceRole } from '../reference-role.js'
import { referenceRole } from '../reference-role.js'
import type { Original } from './copies.js'
import { createCopyFinder } from './copies.js'
import type { FigureDifference } from './figures.js'
import { differentFigures } from './figures.js'

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

/** A clause of a draft that repeats another instrument almost word for word. */
export interface CopiedClause {
  clause: string
  text: string
  line: number
  original: Original
  share: number
  /** Whether the clause cites that instrument. */
  cited: boolean
}

/** How a draft stands to what it cites. */
export interface Conformity {
  pairs: ClausePair[]
  copies: CopiedClause[]
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
}

/** Sets each clause of a draft beside what it cites, and finds clauses that repeat an instrument the draft cites. */
export function conformityOf({
  tree,
  links,
  library,
  source,
  draft,
  date,
  copiedFrom = 0.7
}: ConformitySource): Conformity {
  const own = paragraphsOf(clauseTexts(tree))
  const pairs: ClausePair[] = []
  const missing = new Map<string, Set<string>>()
  const cited = new Map<string, Set<string>>()
  for (const { text: mention, start, end, in: clause, targets } of links.references) {
    const paragraph = own.get(paragraphAddress(clause))
    if (paragraph === undefined) continue
    for (const target of targets) {
      if (target.instrument === null) continue
      add(cited, target.instrument, paragraphAddress(clause))
      if (target.from === null) continue
      const text = textOfTarget(target, library)
      if (text === undefined) {
        add(missing, target.instrument, target.from)
        continue
      }
      const { instrument: title, from, to, version, status } = target
      pairs.push({
        clause: paragraphAddress(clause),
        text: paragraph.text,
        line: start.line,
        mention,
        role: referenceRole(source, start.offset, end.offset, clause),
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
    copies: copiesIn(own, cited, library, date, copiedFrom),
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
  for (const { node, address, text, runs } of clauses) {
    if (!['paragraph', 'point', 'indent'].includes(node.type) || address === '') continue
    const key = paragraphAddress(address)
    const known = found.get(key)
    if (known === undefined) found.set(key, { text, line: runs[0]?.place.line ?? 1 })
    else known.text += `\n${text}`
  }
  return found
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
  const start = from.split('__para_')[0]!
  if (to === undefined || to.split('__para_')[0] === start) return clauseWords(articles?.get(start)?.node, from, to)
  const keys = [...(articles?.keys() ?? [])]
  const [first, last] = [keys.indexOf(start), keys.indexOf(to.split('__para_')[0]!)]
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
    .map(({ text }) => text)
    .join('\n')
}

function isSuperior(title: string, library: Library, draft: ConformitySource['draft']): boolean {
  const [instrument] = library.find(title).instruments
  if (instrument === undefined || draft === undefined) return false
  return precedence(instrument, { shortNames: [], versions: [], ...draft }).prevails === 'first'
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
  const finder = createCopyFinder(originals)
  const copies: CopiedClause[] = []
  for (const [clause, { text, line }] of own) {
    const copy = finder.find(text)
    if (copy === undefined || copy.share < copiedFrom) continue
    copies.push({ clause, text, line, ...copy, cited: cited.get(copy.original.title)?.has(clause) ?? false })
  }
  return copies
}

function add<K>(groups: Map<K, Set<string>>, key: K, value: string): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, new Set([value]))
  else group.add(value)
}
