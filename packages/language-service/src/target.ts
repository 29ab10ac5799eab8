import type { Instrument, InstrumentVersion, LinkedReference, LinkTarget, Outline } from '@tiaoli/library'
import { clauseLabel } from '@tiaoli/report'
import type { Article } from 'regast'
import { articleOf } from 'regast'
import type { Location, Range } from 'vscode-languageserver-types'
import { type AddressedNode, articleNodes } from './article-facts.js'
import { clauseLines } from './clause-lines.js'
import { locationIn, rangeOfNodes } from './clause-location.js'
import type { Draft } from './draft.js'
import type { DraftStore } from './draft-store.js'
import { documentStart } from './protocol.js'
import { RegisterPlaces } from './register-place.js'

/** What a target of a reference turned out to be, with what a reader wants to know of it. */
export interface CitedClause {
  target: LinkTarget
  /** 《某条例》第三条第二款; 第三条第二款 in the draft itself. */
  label: string
  /** What the clause is about, where that is recorded. */
  topic?: string
  /** Its words, a line for each 款, 项 and 目; empty where only facts are known. */
  lines: string[]
  instrument?: Instrument
  version?: InstrumentVersion
  /** Draft that holds it. */
  draft?: Draft
}

/** Reads the clauses that references point to. */
export class TargetReader {
  private readonly registers = new Map<string, RegisterPlaces>()
  private readonly articles = new WeakMap<Article, Map<string, AddressedNode>>()

  constructor(private readonly store: DraftStore) {}

  /** Everything about one target of a reference in a draft. */
  read(target: LinkTarget, draft: Draft): CitedClause {
    const holder = this.holderOf(target, draft)
    const instrument = holder === undefined ? findInstrument(target, draft) : undefined
    const version = instrument && versionOf(instrument, target)
    const outline = holder?.outline ?? version?.outline
    const label = `${target.instrument === null ? '' : `《${target.instrument}》`}${labelOf(target, outline)}`
    const cited: CitedClause = { target, label: label === '' ? '本文件' : label, lines: [] }
    if (instrument !== undefined) cited.instrument = instrument
    if (version !== undefined) cited.version = version
    if (holder !== undefined) cited.draft = holder
    if (target.from === null || !exists(target)) return cited
    const topic = topicOf(target.from, outline)
    if (topic) cited.topic = topic
    cited.lines = this.nodesOf(target, holder, outline).flatMap(clauseLines)
    return cited
  }

  /** The topic of what a target points to, or the words that it begins with; `undefined` where neither is known. */
  gist(target: LinkTarget, draft: Draft): string | undefined {
    if (target.from === null || !exists(target)) return undefined
    const holder = this.holderOf(target, draft)
    const instrument = holder === undefined ? findInstrument(target, draft) : undefined
    const outline = holder?.outline ?? (instrument && versionOf(instrument, target))?.outline
    const topic = topicOf(target.from, outline)
    if (topic) return topic
    const [first] = this.nodesOf({ ...target, to: target.from }, holder, outline)
    const words = first && clauseLines(first)[0]?.replace(/^(?:第[^　]+条(?:之.)?　|（.+?）|\d+\. )/, '')
    return words && opening(words)
  }

  /** Where a target stands, if that is a text that a reader wants to open: in another draft, or in the text of an instrument. */
  text(target: LinkTarget, draft: Draft): (Location & { selection: Range }) | undefined {
    const instrument = findInstrument(target, draft)
    const version = instrument && versionOf(instrument, target)
    const registered = version?.source.kind === 'register' && fileOfPart(version, target.from) === undefined
    return registered && this.holderOf(target, draft) === undefined ? undefined : this.locate(target, draft)
  }

  /** Where a target stands: in a draft, in the text of an instrument, or in the register that records it. */
  locate(target: LinkTarget, draft: Draft): (Location & { selection: Range }) | undefined {
    const holder = this.holderOf(target, draft)
    if (holder !== undefined) return locationIn(holder.uri, target.from, holder.nodes, holder)
    const instrument = findInstrument(target, draft)
    const version = instrument && versionOf(instrument, target)
    if (instrument === undefined || version === undefined) return undefined
    const part = fileOfPart(version, target.from)
    const uri = this.store.workspace.uriOf?.(part ?? version.source.file)
    if (uri === undefined) return undefined
    if (version.source.kind === 'register' && part === undefined) {
      const text = this.store.workspace.text?.(uri)
      if (text === undefined) return undefined
      const range = this.register(uri, text).place(instrument.title, version.date, target.from)
      return { uri, range, selection: range }
    }
    const article = version.outline?.articles.get(articleOf(target.from ?? ''))?.node
    if (target.from === null) return { uri, range: documentStart, selection: documentStart }
    if (article === undefined) {
      const text = this.store.libraryText(uri)
      return text && locationIn(uri, target.from, text.nodes, text)
    }
    return locationIn(uri, target.from, this.nodesIn(article))
  }

  private register(uri: string, text: string): RegisterPlaces {
    let register = this.registers.get(uri)
    if (register?.text !== text) {
      register = new RegisterPlaces(text)
      this.registers.set(uri, register)
    }
    return register
  }

  private nodesIn(article: Article): Map<string, AddressedNode> {
    let nodes = this.articles.get(article)
    if (nodes === undefined) {
      nodes = new Map()
      for (const node of articleNodes(article)) if (!nodes.has(node.address)) nodes.set(node.address, node)
      this.articles.set(article, nodes)
    }
    return nodes
  }

  /** The draft that a target lies in: the reading one, or another whose title it names and which the library does not have. */
  private holderOf(target: LinkTarget, draft: Draft): Draft | undefined {
    if (target.instrument === null) return draft
    if (findInstrument(target, draft)?.versions.some((version) => version.source.kind === 'text')) return undefined
    return this.store.titled(target.instrument, draft)
  }

  /** The nodes of a target, those of a range one after the other. */
  private nodesOf(target: LinkTarget, holder: Draft | undefined, outline: Outline | undefined): AddressedNode[] {
    const { from, to = from } = target
    if (from === null || to === null) return []
    if (holder !== undefined) return rangeOfNodes(holder.nodes, from, to)
    const article = outline?.articles.get(articleOf(from))?.node
    if (article === undefined) return []
    if (articleOf(from) === articleOf(to)) return rangeOfNodes(this.nodesIn(article), from, to)
    const order = [...outline!.articles.values()]
    const start = order.findIndex(({ address }) => address === articleOf(from))
    const end = order.findIndex(({ address }) => address === articleOf(to))
    return order.slice(start, end + 1).flatMap(({ node }) => (node === undefined ? [] : [node]))
  }
}

/** The instrument that a target names; `undefined` for the draft itself and where the library does not have it. */
export function findInstrument(target: LinkTarget, { library }: Draft): Instrument | undefined {
  if (target.instrument === null) return undefined
  const { instruments } = library.find(target.instrument)
  return instruments.find(({ title }) => title === target.instrument) ?? instruments[0]
}

/** The version that a target was read in. */
export function versionOf(instrument: Instrument, target: LinkTarget): InstrumentVersion | undefined {
  return instrument.versions.find(({ date }) => date === target.version) ?? instrument.versions.at(-1)
}

/** The target of a reference that is meant where a person points at it: the first that was found, else the first. */
export function mainTarget({ targets }: LinkedReference): LinkTarget | undefined {
  return targets.find(({ status }) => status === 'resolved') ?? targets[0]
}

/** The words of a clause up to its first stop, or as many of them as a margin takes. */
function opening(words: string): string {
  const stop = words.search(/[，。；：]/)
  const end = stop === -1 ? words.length : stop
  return end <= longestGist ? words.slice(0, end) : `${words.slice(0, longestGist - 1)}…`
}

const longestGist = 14

function exists({ status }: LinkTarget): boolean {
  return status !== 'dangling' && status !== 'unknown-instrument'
}

function labelOf({ from, to }: LinkTarget, outline: Outline | undefined): string {
  return from === null ? '' : clauseLabel(from, to, outline)
}

function topicOf(address: string, outline: Outline | undefined): string | undefined {
  return (outline?.articles.get(articleOf(address))?.topic ?? outline?.structures.get(address)?.heading)?.trim()
}

/** The file that a clause stands in, where it is another than that of its version. */
function fileOfPart(version: InstrumentVersion, from: string | null): string | undefined {
  return from === null ? undefined : version.outline?.files?.get(articleOf(from))
}
