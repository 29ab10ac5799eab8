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
    const article = articleAddress(target.from)
    if (article === undefined) {
      const heading = known?.structures.get(target.from)?.heading
      return {
        ...(heading && { topic: heading }),
        ...(target.instrument === null && textFacts(ownTexts.get(target.from)))
      }
    }
    const { topic, node } = known?.articles.get(article) ?? {}
    const texts = target.instrument === null ? ownTexts : node && textsOf(node)
    return { ...(topic && { topic }), ...textFacts(texts?.get(target.from)) }
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

function textFacts(text: string | undefined): ClauseFacts {
  return text ? { excerpt: excerpt(text, excerptLength) } : {}
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
