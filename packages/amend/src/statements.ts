import { parseNumeral } from 'regast'
import type { QuotedText } from './operation.js'

/** A run of text outside quotations; each quotation in it stands as ⟦n⟧, n an index into `quotations`. */
export interface Statement {
  text: string
  quotations: QuotedText[]
  /** Line of the source, from 1. */
  line: number
  /** Number of the item it opens: 一、, （二）, 3., 第十八条. */
  item?: { level: 1 | 2 | 3; marker: string }
}

const items: [1 | 2 | 3, RegExp][] = [
  [1, /^([〇零一二三四五六七八九十百]+)、\s*/],
  [1, /^(第[一二三四五六七八九十百零]+条)[\s\u3000]+(?=.*(?:宪法|将|增加|删|修改))/],
  [2, /^[（(]([〇零一二三四五六七八九十百]+)[）)]\s*/],
  [3, /^(\d{1,3})[.．、]\s*/]
]

/** The statements of a decision: one for each paragraph outside quotations, quotations of several paragraphs taken whole. */
export function statementsOf(source: string): { statements: Statement[]; open: number[] } {
  const statements: Statement[] = []
  const open: number[] = []
  let current: Statement | undefined
  let quotation: QuotedText | undefined
  let depth = 0
  let block: QuotedText | undefined
  let marker = ''
  for (const [index, raw] of withoutFrontMatter(source)
    .split(/\r\n?|\n/)
    .entries()) {
    const line = plainLine(raw)
    if (line === '') continue
    if (quotation === undefined && current !== undefined) {
      // What 内容如下： announces may stand there without quotation marks.
      block ??= announcesText.test(current.text) && !/^[“"]/.test(line) ? startBlock(current) : undefined
      if (block !== undefined) {
        if (!endsBlock(line, marker)) {
          block.push(line)
          continue
        }
        block = undefined
      }
    }
    let at = 0
    if (quotation !== undefined) {
      // A quoted paragraph opens with a mark of its own that is not closed before the next one.
      const continues = /^[“"]/.test(line)
      if (!continues && items[0]![1].test(line) && current !== undefined) {
        open.push(current.line)
        quotation = undefined
      } else {
        quotation.push('')
        depth = 1
        if (continues) at = 1
      }
    }
    if (quotation === undefined && current !== undefined && /^[“"]/.test(line)) {
      // A paragraph that opens with a quotation carries on what announced it.
      at = 0
    } else if (quotation === undefined) {
      current = openStatement(line, index + 1)
      statements.push(current)
      if (current.item !== undefined) marker = current.item.marker
      at = line.length - current.text.length
      current.text = ''
    }
    for (; at < line.length; at++) {
      const char = line[at]!
      const opens = char === '“' || (char === '"' && depth === 0)
      const closes = char === '”' || (char === '"' && depth > 0)
      if (quotation === undefined) {
        if (opens) {
          quotation = ['']
          depth = 1
          current!.text += `⟦${current!.quotations.length}⟧`
          current!.quotations.push(quotation)
        } else current!.text += char
        continue
      }
      if (opens) depth += 1
      if (closes) depth -= 1
      if (depth === 0) quotation = undefined
      else quotation[quotation.length - 1] += char
    }
  }
  if (quotation !== undefined && current !== undefined) open.push(current.line)
  return { statements: statements.filter(({ text }) => text.trim() !== ''), open }
}

/** Announces that whole clauses follow; 对《甲办法》作如下修改： announces instructions. */
const announcesText = /(?:内容|条文|文字|规定|全文)如下[：:]\s*$/
const instruction =
  /^(?:将|把|删去|删除|增加|此外|本(?:决定|修正案)|对《|第[^，。；：]{1,30}(?:改为|作为|修改为|调整为|移至|合并))/

function startBlock(statement: Statement): QuotedText {
  const block: QuotedText = []
  statement.text += `⟦${statement.quotations.length}⟧`
  statement.quotations.push(block)
  return block
}

/** Whether a line after clauses without quotation marks is an instruction again: the next item, or one of its own. */
function endsBlock(line: string, marker: string): boolean {
  const item = openStatement(line, 0).item
  const next = item?.level === 1 && ordinalOf(item.marker) === ordinalOf(marker) + 1
  return next || (item === undefined ? instruction.test(line) : item.level === 1 && !item.marker.startsWith('第'))
}

function ordinalOf(marker: string): number {
  return parseNumeral(marker.replace(/^第|条$/g, '')) ?? Number.NaN
}

function openStatement(line: string, number: number): Statement {
  for (const [level, pattern] of items) {
    const match = pattern.exec(line)
    if (match === null) continue
    return { text: line.slice(match[0].length), quotations: [], line: number, item: { level, marker: match[1]! } }
  }
  return { text: line, quotations: [], line: number }
}

function withoutFrontMatter(source: string): string {
  // Blank lines take its place, so that lines keep their numbers.
  return source
    .replace(/^\uFEFF/, '')
    .replace(/^---\n[\s\S]*?\n---\n/, (matter) => matter.replace(/[^\n]/g, ''))
    .replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ''))
}

function plainLine(line: string): string {
  return line
    .replace(/^\s{0,3}#{1,6}\s+/, '')
    .replace(/\*\*|__/g, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1')
    .replace(/[\u200B-\u200D\uFEFF]/g, '')
    .trim()
}
