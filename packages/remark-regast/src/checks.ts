import type { Article, Attachment, ClauseNumber, Division, Num, RegastNode, Root, Structure, Toc } from 'regast'
import { compareNumbers, formatNumeral } from 'regast'
import type { Node, Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import type { Build } from './build.js'
import { entryWords } from './contents.js'
import { makeMessage } from './messages.js'
import { linePosition } from './phrasing.js'
import { follows } from './sequence.js'

type Numbered = Node & { number: ClauseNumber; children: RegastNode[]; quoted?: boolean }

/**
 * Messages about the structure of a finished tree: numbering, levels of headings, the table of contents. Articles in `sound` are
 * known to hold nothing to report; those found so are added.
 */
export function checkStructure(build: Build, messages: VFileMessage[], sound?: WeakSet<Article>): void {
  new StructureChecker(messages, sound).check(build)
}

class StructureChecker {
  /** The run of numbers of each unit, and what the last unit stood in. */
  private readonly runs = new Map<string, { sequence: Sequence; parent: Node }>()
  private readonly structures: Structure[] = []
  private articles: Sequence
  private toc: Toc | undefined

  constructor(
    private readonly messages: VFileMessage[],
    private readonly sound: WeakSet<Article> | undefined
  ) {
    this.articles = new Sequence(messages, true)
  }

  check({ tree, headings, softBreaks }: Build): void {
    this.visit(tree)
    this.checkHeadings(headings)
    if (this.toc !== undefined) this.checkContents(this.toc)
    const [first] = softBreaks
    if (first !== undefined) {
      const reason = `单换行按另起一款处理（全文${softBreaks.length}处）；请用空行分段。`
      this.messages.push(makeMessage('soft-break-clause', reason, linePosition(first)))
    }
  }

  private visit(node: Root | Structure | Division | Attachment): void {
    for (const child of node.children) {
      switch (child.type) {
        case 'toc':
          this.toc = child
          break
        case 'attachment': {
          const { articles } = this
          this.articles = new Sequence(this.messages, true)
          this.visit(child)
          this.articles = articles
          break
        }
        case 'book':
        case 'part':
        case 'chapter':
        case 'section':
          this.checkUnit(child, node)
          this.structures.push(child)
          this.visit(child)
          break
        case 'division':
          this.visit(child)
          break
        case 'article':
          this.articles.add(child as Numbered)
          this.checkArticle(child)
          break
        case 'paragraph':
          this.checkHolder(child)
          break
        case 'preamble':
          this.checkItems(child)
      }
    }
  }

  /** 章 run through the document or restart in each 编 and 分编; 节 restart in each 章. */
  private checkUnit(unit: Structure, parent: Node): void {
    const { type } = unit
    if (type === 'section' && parent.type !== 'chapter') {
      this.messages.push(
        makeMessage('section-without-chapter', `${printed(unit)}不在任何一章之内。`, placeOf(unit), ['第一章'])
      )
    }
    const known = this.runs.get(type)
    const elsewhere = known !== undefined && known.parent !== parent
    const restarts = elsewhere && (type === 'section' || unit.number.value === 1)
    const sequence = known === undefined || restarts ? new Sequence(this.messages, true) : known.sequence
    this.runs.set(type, { sequence, parent })
    sequence.add(unit as Numbered)
  }

  private checkArticle(article: Article): void {
    const { messages, sound } = this
    if (sound?.has(article)) return
    const before = messages.length
    this.checkItems(article)
    if (messages.length === before) sound?.add(article)
  }

  private checkItems({ children }: { children: Node[] }): void {
    for (const child of children) this.checkHolder(child)
  }

  /** The numbers of the 项 of a 款, or of the 目 of a 项, and of what is below them. */
  private checkHolder(node: Node): void {
    if (node.type !== 'paragraph' && node.type !== 'point' && node.type !== 'indent') return
    const { children } = node as Numbered
    let last: Numbered | undefined
    let broken = false
    for (const item of children) {
      if (!isNumberedItem(item)) continue
      broken ||= last === undefined ? !isFirst(item.number) : !follows(last.number, item.number)
      last = item
    }
    if (broken) {
      const sequence = new Sequence(this.messages, true)
      for (const item of children) if (isNumberedItem(item)) sequence.add(item)
    }
    if (last !== undefined || node.type !== 'paragraph') for (const item of children) this.checkHolder(item)
  }

  /** A heading stands one level below the one it belongs to, the highest at ##. */
  private checkHeadings(headings: Build['headings']): void {
    for (const { node, depth, expected } of headings) {
      if (depth === 0 || depth === expected || node.type === 'division' || node.type === 'attachment') continue
      const reason = `${printed(node)}的标题是${depth}级，应为${expected}级（${'#'.repeat(expected)}）。`
      this.messages.push(makeMessage('heading-level', reason, placeOf(node), ['#'.repeat(expected)]))
    }
  }

  private checkContents(toc: Toc): void {
    const waiting = new Map<string, Structure[]>()
    for (const unit of this.structures) {
      const key = keyOf(unit.type, unit.number)
      const queue = waiting.get(key)
      if (queue === undefined) waiting.set(key, [unit])
      else queue.push(unit)
    }
    const listed = new Set<string>()
    for (const item of toc.children) {
      if (item.type !== 'tocItem' || item.unit === undefined || item.number === undefined) continue
      listed.add(item.unit)
      const unit = waiting.get(keyOf(item.unit, item.number))?.shift()
      const entry = entryWords(textOf(item))
      if (unit === undefined) {
        this.messages.push(
          makeMessage('contents-disagree', `目录列有“${entry}”，正文没有。`, item.position as Position)
        )
        continue
      }
      const heading = entryWords(textOf(unit))
      if (heading !== entry) {
        this.messages.push(
          makeMessage('contents-disagree', `目录写作“${entry}”，正文标题是“${heading}”。`, item.position as Position, [
            heading
          ])
        )
      }
    }
    for (const queue of waiting.values()) {
      for (const unit of queue) {
        if (!listed.has(unit.type)) continue
        this.messages.push(
          makeMessage('contents-disagree', `正文有“${entryWords(textOf(unit))}”，目录没有列出。`, placeOf(unit))
        )
      }
    }
  }
}

/** Whether a node is a 项 or 目 that its number puts in order; what an amendment quotes begins where it likes. */
function isNumberedItem(node: Node): node is Numbered {
  if (node.type !== 'point' && node.type !== 'indent') return false
  const { quoted, children } = node as Numbered
  if (quoted === true) return false
  for (const part of children) if (part.type === 'num') return true
  return false
}

function isFirst({ value, insert }: ClauseNumber): boolean {
  return value === 1 && insert === undefined
}

/** Follows one run of numbers and reports where it breaks. */
class Sequence {
  private last: Numbered | undefined
  private readonly nodes: Numbered[] = []
  /** Numbers met so far; kept from the first break on, for until then there can be no duplicate. */
  private seen: Set<number> | undefined

  constructor(
    private readonly messages: VFileMessage[],
    /** Whether the run has to begin with 一. */
    private readonly fromOne: boolean
  ) {}

  add(node: Numbered): void {
    const { last } = this
    const { number } = node
    const first = last === undefined && (!this.fromOne || isFirst(number))
    const fits = first || (last !== undefined && follows(last.number, number))
    if (!fits || this.seen !== undefined) this.report(node, fits)
    this.nodes.push(node)
    this.last = node
  }

  private report(node: Numbered, fits: boolean): void {
    const { last, messages } = this
    this.seen ??= new Set(this.nodes.map(({ number }) => keyOfNumber(number)))
    const key = keyOfNumber(node.number)
    const duplicate = this.seen.has(key)
    this.seen.add(key)
    if (fits && !duplicate) return
    const label = printed(node)
    const expected = next(last, node)
    if (duplicate) messages.push(makeMessage('number-duplicate', `${label}重复出现。`, placeOf(node), expected))
    else if (last === undefined) {
      messages.push(makeMessage('number-start', `序号从${label}开始，没有${expected[0]}。`, placeOf(node), expected))
    } else if (compareNumbers(node.number, last.number) < 0) {
      const reason = `${label}排在${printed(last)}之后，次序颠倒。`
      messages.push(makeMessage('number-order', reason, placeOf(node), expected))
    } else {
      const more = node.number.value - last.number.value > 2 ? '等' : ''
      const reason = `${printed(last)}之后是${label}，中间缺${expected[0]}${more}。`
      messages.push(makeMessage('number-gap', reason, placeOf(node), expected))
    }
  }
}

function keyOfNumber(number: ClauseNumber): number {
  return number.value * 1000 + (number.insert ?? 0)
}

function next(last: Numbered | undefined, node: Numbered): string[] {
  if (last === undefined) return [relabel(node, { value: 1 })]
  if (node.number.insert !== undefined && node.number.value === last.number.value) {
    return [relabel(node, { value: last.number.value, insert: (last.number.insert ?? 0) + 1 })]
  }
  return [relabel(node, { value: last.number.value + 1 })]
}

/** The printed number of a node with another number in it: （三） and 4 make （四）. */
function relabel(node: Numbered, number: ClauseNumber): string {
  if (node.type === 'article' && printed(node).startsWith('第')) {
    const insert = number.insert === undefined ? '' : `之${formatNumeral(number.insert)}`
    return `第${formatNumeral(number.value)}条${insert}`
  }
  const label = printed(node)
  const circle = /[①-⑳]/.exec(label)
  if (circle !== null) return String.fromCharCode(0x245f + Math.min(number.value, 20))
  if (/\d/.test(label)) return label.replace(/\d+/, String(number.value))
  return label.replace(/[〇零○一二两三四五六七八九十百千万廿卅０-９]+/, formatNumeral(number.value))
}

function printed(node: { children: Node[] }): string {
  const num = node.children.find((child): child is Num => child.type === 'num')
  return num === undefined ? '' : num.value.replace(/\s+/g, '').replace(/：$/, '')
}

function placeOf(node: Node & { children: Node[] }): Position {
  const num = node.children.find((child) => child.type === 'num')
  return (num ?? node).position as Position
}

function keyOf(unit: string, number: ClauseNumber): string {
  return `${unit} ${number.value}`
}

/** Number and words of a heading or an entry of the contents. */
function textOf(node: Structure | { children: RegastNode[] }): string {
  let text = ''
  for (const child of node.children as RegastNode[]) {
    if (child.type === 'num' || child.type === 'text') text += child.value
    else if (child.type === 'heading') text += textOf(child)
  }
  return text
}
