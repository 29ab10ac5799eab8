import type { Article, ClauseNumber } from 'regast'
import { compareNumbers } from 'regast'
import type { InstrumentVersion } from './instrument.js'
import type { ArticleOutline, Outline, ParagraphOutline, StructureOutline } from './outline.js'

/** One version out of two files that hold parts of its text; complete only where both say so. */
export function joinParts(first: InstrumentVersion, second: InstrumentVersion): InstrumentVersion {
  const { outline: one, source } = first
  const { outline: other } = second
  if (one === undefined || other === undefined) return one === undefined ? second : first
  const restarts = one.restarts === true || other.restarts === true || numbersMeet(one, other)
  const structures = [...other.structures, ...one.structures]
  const outline: Outline = {
    complete: one.complete && other.complete,
    inserted: one.inserted && other.inserted,
    articles: inOrder([...other.articles, ...one.articles]),
    structures: new Map(restarts ? structures.filter(([address]) => !restarting.test(address)) : structures),
    files: filesOf(source.file, second, first),
    ...(restarts && { restarts })
  }
  return { ...first, outline, source: joinedSource(first, second) }
}

/**
 * A version whose clauses a register counts, with the words of those that a text of a part of it has. What is in none of
 * the parts is as the register says; 编 and 章 are the register's, for a part may count them from one again.
 */
export function partsOnRegister(register: InstrumentVersion, text: InstrumentVersion): InstrumentVersion {
  const { outline: counted } = register
  const { outline: part } = text
  if (part === undefined) return register
  if (counted === undefined) return { ...text, ...register, outline: part, source: joinedSource(text, register) }
  const articles = new Map(counted.articles)
  for (const [address, article] of part.articles) {
    // 第四条之一 stands where 第四条 does.
    const stated = counted.articles.get(address) ?? counted.articles.get(address.replace(/^(art_\d+)-\d+$/, '$1'))
    articles.set(address, stated === undefined ? article : new PlacedArticle(article, stated))
  }
  const files = filesOf(register.source.file, text, register)
  return {
    ...register,
    outline: { ...counted, articles: inOrder(articles), files },
    source: joinedSource(register, text)
  }
}

/** An article as its text has it, in the place and with the topic that a register states. */
class PlacedArticle implements ArticleOutline {
  constructor(
    private readonly text: ArticleOutline,
    private readonly stated: ArticleOutline
  ) {}

  get number(): ClauseNumber {
    return this.text.number
  }

  get address(): string {
    return this.text.address
  }

  get topic(): string | undefined {
    return this.text.topic ?? (this.stated.address === this.address ? this.stated.topic : undefined)
  }

  get paragraphs(): ParagraphOutline[] {
    return this.text.paragraphs ?? []
  }

  get path(): string[] {
    return this.stated.path.length > 0 ? this.stated.path : this.text.path
  }

  get node(): Article | undefined {
    return this.text.node
  }
}

const restarting = /^(?:part|chp|sec)_/

/** Whether two parts give one number to different 编 or 章. */
function numbersMeet(one: Outline, other: Outline): boolean {
  const differs = ([address, { heading }]: [string, StructureOutline]): boolean => {
    const met = restarting.test(address) ? other.structures.get(address) : undefined
    return met !== undefined && met.heading !== heading
  }
  return [...one.structures].some(differs)
}

function inOrder(articles: Iterable<[string, ArticleOutline]>): Map<string, ArticleOutline> {
  return new Map([...articles].sort(([, left], [, right]) => compareNumbers(left.number, right.number)))
}

/** Where the articles of versions stand, the later ones before the earlier, save those in the version's own file. */
function filesOf(own: string, ...versions: InstrumentVersion[]): Map<string, string> {
  const files = new Map<string, string>()
  for (const { outline, source } of versions) {
    for (const address of outline?.articles.keys() ?? []) {
      const file = outline!.files?.get(address) ?? (source.kind === 'text' ? source.file : undefined)
      if (file === undefined) continue
      if (file === own) files.delete(address)
      else files.set(address, file)
    }
  }
  return files
}

/** The source of the first, with a hash that changes when either file does. */
function joinedSource({ source }: InstrumentVersion, other: InstrumentVersion): InstrumentVersion['source'] {
  return { ...source, hash: `${source.hash ?? source.file} ${other.source.hash ?? other.source.file}` }
}
