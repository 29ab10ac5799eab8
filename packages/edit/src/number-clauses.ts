import type { Article, ClauseNumber, Level, Num, RegastNode, Root } from 'regast'
import { numOf } from 'regast'
import { type ArticleChange, orderAfter } from './article-change.js'

/** Numbers of a clause and of the clauses around it, by level. */
export type NumbersByLevel = Partial<Record<Level, ClauseNumber>>

/** A clause that bears a number, with the number that it should have. */
export interface NumberedClause {
  level: Level
  /** Address as written. */
  address: string
  /** Number as written; 0 where it was left open. */
  was: ClauseNumber
  /** The numbers that it and the clauses around it should have. */
  now: NumbersByLevel
  /** Whether it and the clauses around it bear these numbers already. */
  kept: boolean
  /** The printed number; absent for a 款. */
  num?: Num | undefined
  /** Of an article whose 款, 项 and 目 are in order and not listed: their numbers below the article, by address. */
  inside?: NumbersWithin | undefined
}

/** Numbers below an article, by address. */
export type NumbersWithin = ReadonlyMap<string, NumbersByLevel>

/** How clauses are numbered. */
export interface NumberingOptions {
  /** Keep 第十条之一 as it is, instead of numbering it on. */
  keepInserted?: boolean
  /** Numbers the articles as they would stand after a change. */
  change?: ArticleChange
}

type Parent = Extract<RegastNode, { children: unknown[] }>
type Numbered = Extract<RegastNode, { number: ClauseNumber }>

/** What a clause is given by those around it. */
type Around = Pick<NumberedClause, 'now' | 'kept'>

/** Last numbers given through one text. */
interface Counters {
  book: number
  part: number
  chapter: number
  section: number
  article: ClauseNumber
}

/**
 * Every clause with the number it should have: 编章条 through the text (章 anew in each 编 where the draft numbers them
 * so), 节 anew in each 章, 款 in each 条, 项 in each 款, 目 in each 项. Quoted clauses keep their numbers.
 */
export function numberClauses(tree: Root, options: NumberingOptions = {}): NumberedClause[] {
  return numbered(tree, options, () => undefined, 0)
}

/**
 * The same, but most articles stand for what is in them: in the usual draft little else is left of it to number. `before` is
 * how many articles are thought to stand in front of the first.
 */
export function numberArticles(tree: Root, options: NumberingOptions = {}, before = 0): NumberedClause[] {
  const found = numbered(tree, options, orderedWithin, before)
  const addresses = new Set<string>()
  for (const { level, address } of found) {
    if (level !== 'article') continue
    // Where two articles bear one number, what is in them has to be told apart clause by clause.
    if (addresses.has(address)) return numbered(tree, options, () => undefined, before)
    addresses.add(address)
  }
  return found
}

function numbered(
  tree: Root,
  options: NumberingOptions,
  within: (article: Article) => NumbersWithin | undefined,
  before: number
): NumberedClause[] {
  const list = new ClauseList()
  const restart = chaptersRestart(tree)
  walk(tree, { ...freshCounters(), article: { value: before } }, outermost)
  return list.found

  function walk(node: Parent, counters: Counters, around: Around): void {
    list.addParagraphs(node, around)
    for (const child of orderAfter(node.children as RegastNode[], options.change)) {
      switch (child.type) {
        case 'attachment':
          walk(child, freshCounters(), list.add('attachment', child, outermost, child.number))
          break
        case 'book':
        case 'part':
        case 'chapter':
        case 'section':
          count(child.type, counters)
          walk(child, counters, list.add(child.type, child, around, { value: counters[child.type] }))
          break
        case 'division':
        case 'preamble':
          walk(child, counters, around)
          break
        case 'article':
          addArticle(child, counters, around)
      }
    }
  }

  function addArticle(article: Article, counters: Counters, around: Around): void {
    counters.article = nextArticle(counters.article, article.number, options)
    // An article is numbered through the text: the structures around it are no part of its number.
    const outside = { ...around, now: pick(around.now, 'attachment') }
    const inside = within(article)
    const now = list.add('article', article, outside, counters.article, inside)
    if (inside === undefined) list.addParagraphs(article, now)
    if (options.change?.kind === 'insert' && options.change.after === article) {
      counters.article = { value: counters.article.value + 1 }
    }
  }

  function count(level: 'book' | 'part' | 'chapter' | 'section', counters: Counters): void {
    counters[level] += 1
    if (level === 'book') counters.part = 0
    if (restart && (level === 'book' || level === 'part')) counters.chapter = 0
    if (level === 'chapter') counters.section = 0
  }
}

/** Clauses as they are met. */
class ClauseList {
  readonly found: NumberedClause[] = []

  add(level: Level, node: Numbered, around: Around, number: ClauseNumber, inside?: NumbersWithin): Around {
    const { number: was, address } = node
    // Numbers of the article alone are what most clauses have: nothing needs copying.
    const now = level === 'article' && around.now === none ? { article: number } : { ...around.now, [level]: number }
    const kept = around.kept && was.value === number.value && was.insert === number.insert
    this.found.push({ level, address, was, now, kept, num: numOf(node), inside })
    return { now, kept }
  }

  addParagraphs(node: Parent, around: Around): void {
    let value = 0
    for (const child of node.children as RegastNode[]) {
      if (child.type !== 'paragraph') continue
      value += 1
      const now = this.add('paragraph', child, around, { value })
      if (!child.quoted) this.addItems(child, now)
    }
  }

  private addItems(node: Parent, around: Around): void {
    let value = 0
    for (const child of node.children as RegastNode[]) {
      if ((child.type !== 'point' && child.type !== 'indent') || child.quoted) continue
      value += 1
      this.addItems(child, this.add(child.type, child, around, { value }))
    }
  }
}

/** The numbers in an article where all are in order; read once, since the parser hands unchanged articles out again. */
function orderedWithin(article: Article): NumbersWithin | undefined {
  let known = within.get(article)
  if (known === undefined) {
    known = readWithin(article) ?? 'disordered'
    within.set(article, known)
  }
  return known === 'disordered' ? undefined : known
}

const within = new WeakMap<Article, NumbersWithin | 'disordered'>()

function readWithin(article: Article): NumbersWithin | undefined {
  const list = new ClauseList()
  list.addParagraphs(article, outermost)
  if (!list.found.every(({ kept }) => kept)) return undefined
  const numbers = new Map(list.found.map(({ address, now }) => [address, now]))
  return numbers.size === list.found.length ? numbers : undefined
}

const none: NumbersByLevel = {}
const outermost: Around = { now: none, kept: true }

function pick(numbers: NumbersByLevel, level: Level): NumbersByLevel {
  return numbers[level] === undefined ? none : { [level]: numbers[level] }
}

function freshCounters(): Counters {
  return { book: 0, part: 0, chapter: 0, section: 0, article: { value: 0 } }
}

function nextArticle(last: ClauseNumber, written: ClauseNumber, { keepInserted }: NumberingOptions): ClauseNumber {
  if (keepInserted && written.insert !== undefined && last.value > 0) {
    return { value: last.value, insert: (last.insert ?? 0) + 1 }
  }
  return { value: last.value + 1 }
}

/** Whether chapter numbers begin anew in each 编 or 分编: a second 第一章 says so. */
function chaptersRestart(tree: Root): boolean {
  let books = 0
  let firsts = 0
  const count = (node: RegastNode): void => {
    if (node.type === 'attachment' || node.type === 'article') return
    if (node.type === 'book' || node.type === 'part') books += 1
    if (node.type === 'chapter' && node.number.value === 1) firsts += 1
    if ('children' in node) for (const child of node.children) count(child as RegastNode)
  }
  count(tree)
  return books > 1 && firsts > 1
}
