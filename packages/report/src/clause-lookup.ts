import type { Instrument, Library, LinkTarget, Outline } from '@tiaoli/library'
import { outlineOfTree } from '@tiaoli/library'
import type { Article, Root } from 'regast'
import { clauseTexts } from 'regast'
import { articleAddress, excerpt } from './labels.js'

/** What is known of one clause. */
export interface ClauseFacts {
  topic?: string
  excerpt?: string
}

/** Tells what the targets of references are about, in the draft and in the library. */
export interface ClauseLookup {
  /** Outline of the draft, or of the version of an instrument that a target means. */
  outline(target: LinkTarget): Outline | undefined
  instrument(title: string): Instrument | undefined
  facts(target: LinkTarget): ClauseFacts
}

const excerptLength = 120

/** A lookup over a draft and a library; texts are indexed when first asked for. */
export function createLookup(tree: Root, library: Library): ClauseLookup {
  const own = outlineOfTree(tree)
  const ownTexts = textIndex(tree)
  const articleTexts = new Map<Article, Map<string, string>>()
  const instruments = new Map(library.instruments.map((instrument) => [instrument.title, instrument]))
  return { outline, facts, instrument: (title) => instruments.get(title) }

  function outline(target: LinkTarget): Outline | undefined {
    if (target.instrument === null) return own
    const versions = instruments.get(target.instrument)?.versions ?? []
    const version = versions.find(({ date }) => date === target.version) ?? versions.at(-1)
    return version?.outline
  }

  function facts(target: LinkTarget): ClauseFacts {
    if (target.from === null || target.status === 'dangling' || target.status === 'unknown-instrument') return {}
    const known = outline(target)
    const text = ownOrLibraryText(target, target.from, known)
    const topics = [target.from, target.to].map((address) => address && topicOf(address, known))
    const topic = [...new Set(topics)].filter((found) => found !== undefined && found !== '').join(' 至 ')
    return { ...(topic !== '' && { topic }), ...(text && { excerpt: excerpt(text, excerptLength) }) }
  }

  function topicOf(address: string, known: Outline | undefined): string | undefined {
    const article = articleAddress(address)
    return article === undefined ? known?.structures.get(address)?.heading : known?.articles.get(article)?.topic
  }

  function ownOrLibraryText(target: LinkTarget, from: string, known: Outline | undefined): string | undefined {
    if (target.instrument === null) return ownTexts.get(from)
    const node = known?.articles.get(articleAddress(from) ?? '')?.node
    return node && textsOf(node).get(from)
  }

  function textsOf(node: Article): Map<string, string> {
    let texts = articleTexts.get(node)
    if (texts === undefined) {
      texts = textIndex({ type: 'root', children: [node] })
      articleTexts.set(node, texts)
    }
    return texts
  }
}

/** Text of each clause by address; an article goes by its first 款. */
function textIndex(tree: Root): Map<string, string> {
  const texts = new Map<string, string>()
  for (const { address, text, node } of clauseTexts(tree)) {
    if (node.type === 'heading' || address === '') continue
    if (!texts.has(address)) texts.set(address, text)
    const article = articleAddress(address)
    if (article !== undefined && !texts.has(article)) texts.set(article, text)
  }
  return texts
}
