import { comparisonNotice } from '@tiaoli/library'
import type { Element, Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { parseNumeral, raised } from 'regast'
import { takeComments } from './comments.js'
import { ListNumbers } from './list-numbers.js'
import type { SourceLine, SourceText } from './model.js'
import { dataTable } from './page-table.js'
import { opensParagraph } from './read-plain.js'

const never = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'form',
  'button',
  'select',
  'nav',
  'aside',
  'footer',
  'head',
  'audio',
  'video'
])
const blocks = new Set([
  'address',
  'article',
  'blockquote',
  'body',
  'center',
  'dd',
  'div',
  'dl',
  'dt',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'li',
  'main',
  'ol',
  'p',
  'pre',
  'section',
  'table',
  'tbody',
  'td',
  'th',
  'tr',
  'ul'
])

const deepest = 400

/** How deep elements that have to be closed are nested; the parser itself takes the square of it. */
function nesting(source: string): number {
  let depth = 0
  let most = 0
  for (const [, close] of source.matchAll(
    /<(\/?)(?:div|span|font|b|i|em|strong|table|section|article|blockquote|ul|ol|a|center)\b/gi
  )) {
    depth = close === '/' ? Math.max(0, depth - 1) : depth + 1
    if (depth > most) most = depth
  }
  return most
}

/** A paragraph of a page with the elements around it, outermost first. */
interface PageLine extends SourceLine {
  around: Element[]
  /** Names of the columns of a table that compares articles. */
  compared?: string[]
}

/**
 * The paragraphs of a web page that prints a regulation: those of the smallest part of the page that holds nearly all
 * clauses, with what stands right before it. Everything else is told as dropped.
 */
export function readHtml(source: string): SourceText {
  if (nesting(source) > deepest * 4) throw new RangeError('nested too deeply')
  const tree = fromHtml(source)
  const { lines: all, left } = linesOf(tree)
  const clauses = clausesOf(all)
  const statedTitle = pageTitle(tree)
  const facts = statedTitle === undefined ? {} : { statedTitle }
  const compared = all.flatMap(({ compared }) => (compared === undefined ? [] : [comparisonNotice(compared)]))
  if (clauses.length === 0) {
    return {
      ...facts,
      lines: all.map(plain),
      dropped: [],
      doubts: ['网页里没有找到“第…条”这样的条文，全部文字都保留了下来', ...compared, ...leftDoubts(left)]
    }
  }
  const main = mainPart(clauses)
  const first = all.findIndex(({ around }) => around.includes(main))
  const inside = all.filter(({ around }) => around.includes(main) && !around.some(isMargin))
  const kept = withoutNoise([...headBefore(all.slice(0, first)), ...inside], clauses, statedTitle)
  const dropped = all
    .filter((line) => !kept.has(line))
    .map(({ text: words }) => words)
    .filter((words) => words.length > 1)
  return {
    ...facts,
    lines: all.filter((line) => kept.has(line)).map(plain),
    doubts: [...compared, ...leftDoubts(left.filter(({ around }) => around.includes(main)))],
    dropped
  }
}

/**
 * Lines that open the clauses of the text. Where there are articles, those that count upwards in the order of the page:
 * the headline 第一条消息 beside the text does not.
 */
function clausesOf(lines: readonly PageLine[]): PageLine[] {
  const articles = lines.flatMap((line) => {
    const [, value, sub] =
      /^第([〇零一二三四五六七八九十百千\d]+)条(?:之([一二三四五六七八九十]+))?/.exec(line.text) ?? []
    const number = value === undefined ? undefined : parseNumeral(value)
    return number === undefined ? [] : [{ line, number: number + (sub ? (parseNumeral(sub) ?? 0) / 1000 : 0) }]
  })
  const counted = longestCount(articles.map(({ number }) => number)).map((index) => articles[index]!.line)
  return counted.length > 1 ? counted : lines.filter(({ text }) => opensParagraph.test(text))
}

/** Places of the longest part of some numbers that grows; of several such parts, the last. */
function longestCount(numbers: readonly number[]): number[] {
  const ends: number[] = []
  const before: (number | undefined)[] = []
  for (const [index, number] of numbers.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (numbers[ends[middle]!]! >= number) high = middle
      else low = middle + 1
    }
    before[index] = ends[low - 1]
    ends[low] = index
  }
  const counted: number[] = []
  for (let index = ends.at(-1); index !== undefined; index = before[index]) counted.push(index)
  return counted.reverse()
}

/** What is left of the part that holds the text when the furniture of the page before, behind and above its clauses is gone. */
function withoutNoise(
  lines: readonly PageLine[],
  clauses: readonly PageLine[],
  statedTitle: string | undefined
): Set<PageLine> {
  const firstClause = Math.max(0, lines.indexOf(clauses[0]!))
  const head = lines.slice(0, firstClause)
  // Only a line that says what the page is called is surely the title; what stands above it is the way there.
  const title = head.findLastIndex(({ text }) => statedTitle !== undefined && bare(text) === bare(statedTitle))
  const kept = lines.filter((line, index) => {
    if (index >= firstClause || index === title) return true
    return !noise.test(line.text) && (index > title || issue.test(line.text) || isAdoption(line.text))
  })
  return new Set(kept.slice(0, kept.length - noiseAtEnd(kept)))
}

/** What may stand above a title: the body that issued the text, and the number of its order. */
const issue = /(?:令|公告|文件)$|第\s*[\d〇零一二三四五六七八九十百]+\s*号|〔\d{4}〕/

/** A line that says when the text was adopted or came into force. */
function isAdoption(text: string): boolean {
  const [date] = /\d{4}年\d{1,2}月\d{1,2}日/.exec(text) ?? []
  return date !== undefined && /(?:通过|公布|发布|批准|修订|修正|施行|生效)/.test(text.slice(text.indexOf(date)))
}

function bare(text: string): string {
  return text.replace(/[\s\u3000《》]+/g, '')
}

function plain({ around, compared, ...line }: PageLine): SourceLine {
  return line
}

/** The innermost element that holds nearly all lines that open clauses. */
function mainPart(clauses: readonly PageLine[]): Element {
  const counts = new Map<Element, number>()
  for (const { around } of clauses) for (const element of around) counts.set(element, (counts.get(element) ?? 0) + 1)
  const wanted = clauses.length * 0.95
  const first = clauses.find(({ around }) => around.some((element) => counts.get(element)! >= wanted)) ?? clauses[0]!
  return first.around.findLast((element) => counts.get(element)! >= wanted) ?? first.around[0]!
}

const titleLike =
  /(?:法|条例|规定|办法|规则|细则|准则|章程|解释|决定|意见|通知|公告|批复)(?:[（(][^（）()]{1,12}[）)])?$/

/** Lines right before the text that belong to it: its title, and notes of its adoption. */
function headBefore(lines: readonly PageLine[]): PageLine[] {
  const near = lines.slice(-12)
  const start = near.findIndex(
    ({ text, heading }) => (heading === 1 || titleLike.test(text)) && text.length <= 80 && !text.includes('>')
  )
  return start === -1
    ? []
    : near.slice(start).filter(({ text, heading }) => heading !== undefined || titleLike.test(text) || isAdoption(text))
}

const noise =
  /^(?:【?(?:打印|关闭|收藏|返回|分享|纠错)[^。]{0,12}$|[上下]一[篇条]|(?:责任)?编辑[:：]|(?:来源|信息来源|作者|稿源|发布(?:时间|日期|机构)|成文日期|更新时间|索引号)[:：]|(?:当前|您的?(?:现在|当前)?)的?位置|相关(?:链接|阅读|文档|稿件)|扫一扫|版权所有|Copyright|主办单位|网站地图|字[体号][:：]|浏览(?:次数|量))|ICP备/i

function noiseAtEnd(lines: readonly PageLine[]): number {
  let count = 0
  while (count < lines.length && noise.test(lines[lines.length - 1 - count]!.text)) count += 1
  return count
}

function pageTitle(tree: Root): string | undefined {
  const head = find(tree, 'title')
  const text = head && textOf(head).replace(/\s+/g, '')
  // 某某条例_某某网 and 某某条例-政策-某某网 name the site behind the title.
  return text?.split(/[_|｜\-—–]/)[0] || undefined
}

function find(node: Nodes, name: string): Element | undefined {
  if (node.type === 'element' && node.tagName === name) return node
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const found = find(child, name)
    if (found !== undefined) return found
  }
  return undefined
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** What of a page was not read: words that are struck, and the line that a picture stands at. */
interface LeftOut {
  kind: 'struck' | 'picture'
  words: string
  around: Element[]
}

function leftDoubts(left: readonly LeftOut[]): string[] {
  const sentence = (kind: LeftOut['kind'], what: string, place = '') => {
    const found = left.filter((one) => one.kind === kind).map(({ words }) => `“${words.slice(0, 24)}”${place}`)
    return found.length === 0 ? [] : [`没有读入：${what} ${found.length} 处（${found.slice(0, 8).join('、')}）`]
  }
  return [...sentence('struck', '网页上划去的文字'), ...sentence('picture', '图片', '之后')]
}

/** The paragraphs of a page: what stands between two block elements or line breaks; and what was left out. */
function linesOf(tree: Root): { lines: PageLine[]; left: LeftOut[] } {
  const lines: PageLine[] = []
  const left: LeftOut[] = []
  const numbers = new ListNumbers()
  let words = ''
  let around: Element[] = []
  /** Comments of a draft that wait for the words behind them. */
  let comments: string[] = []
  /** The number that a browser prints before the next words. */
  let number = ''
  /** Whether the words so far are the number of a clause in type of its own. */
  let numbered = false
  walk(tree, [])
  flush()
  const last = lines.at(-1)
  if (comments.length > 0 && last !== undefined) last.after = comments
  return { lines, left }

  function flush(endsRow = false): void {
    if (!endsRow && bareNumber.test(words.trim()) && textBeside(around)) {
      words = `${words.trim()}\u3000`
      return
    }
    // A line break of the source means nothing, but for set text, and before an indent of two full-width spaces.
    const set = around.some(isPreformatted)
    const pieces = words.split(set ? /\r\n?|\n/ : /[\r\n]+(?=[ \t]*\u3000{2})/)
    words = ''
    numbered = false
    const headings = around.map(({ tagName }) => /^h([1-6])$/.exec(tagName)?.[1])
    const heading = headings.findLast((level) => level !== undefined)
    const centered = around.some(isCentered)
    for (const piece of pieces) {
      const text = oneLine(piece)
      if (text === '') continue
      const own = number === '' || ownNumber.test(text)
      lines.push({
        text: own ? text : `${number}${text}`,
        around,
        ...(heading !== undefined && { heading: Number(heading) }),
        ...(centered && { centered }),
        ...(comments.length > 0 && { before: comments })
      })
      comments = []
      number = ''
    }
  }

  function walk(node: Nodes, path: Element[]): void {
    if (node.type === 'text') {
      if (words === '') around = path
      // Many pages set off a number by its type alone; without a space it may be taken for a reference.
      if (numbered && !/^\s/.test(node.value)) words += '\u3000'
      if (node.value !== '') numbered = false
      words += node.value
      return
    }
    if (node.type === 'element') {
      if (never.has(node.tagName) || isComment(node)) return
      if (isHidden(node)) {
        comments.push(...draftComments(node))
        return
      }
      if (node.tagName === 'br') {
        flush()
        return
      }
      // No page that people wrote is nested like that; one that is was made to exhaust whoever reads it.
      if (path.length > deepest) throw new RangeError('nested too deeply')
      if (special(node, path)) return
      const block = blocks.has(node.tagName)
      if (block) flush()
      if (node.tagName === 'li') number = numbers.next(node, path.at(-1))
      for (const child of node.children) walk(child, [...path, node])
      if (!block && bareNumber.test(words)) numbered = true
      if (block) flush(node.tagName === 'tr')
      if (node.tagName === 'li') number = ''
      return
    }
    if ('children' in node) for (const child of node.children) walk(child, path)
  }

  /** What is no running text: figures that are raised, words that are struck, pictures, tables of data. */
  function special(node: Element, path: Element[]): boolean {
    const script = node.tagName === 'sup' ? 'superscript' : node.tagName === 'sub' ? 'subscript' : undefined
    if (script !== undefined) {
      const text = raised(textOf(node).trim(), script)
      if (text === undefined || text === '') return false
      if (words === '') around = path
      words += text
      return true
    }
    if (['del', 's', 'strike'].includes(node.tagName)) {
      const text = oneLine(textOf(node))
      if (text !== '') left.push({ kind: 'struck', words: text, around: path })
      return true
    }
    if (node.tagName === 'img') {
      const above = oneLine(words) || (lines.at(-1)?.text ?? '')
      left.push({ kind: 'picture', words: above.slice(-24), around: path })
      return true
    }
    const table = node.tagName === 'table' ? dataTable(node, oneLine) : undefined
    if (table === undefined) return false
    flush()
    const { cells, compared } = table
    const text = cells.map((row) => row.join(' ')).join(' ')
    lines.push({ text, table: cells, around: [...path, node], ...(compared && { compared }) })
    return true
  }
}

/** Words as a browser shows them: breaks of the source between Chinese characters leave nothing, others a space. */
function oneLine(words: string): string {
  return words
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(
      /(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*[\r\n]+[ \t]*(?=[\u2e80-\u9fff\uff00-\uffef])/g,
      (_, at: number, all: string) => (opensParagraph.test(all.slice(at).trimStart()) ? ' ' : '')
    )
    .replace(/[ \t\n\r\f\u00A0\u2002-\u200A]+/g, ' ')
    .replace(/^[ \u3000]+|[ \u3000]+$/g, '')
}

const bareNumber = /^\s*第[〇零一二三四五六七八九十百千\d]+[编章节条](?:之[一二三四五六七八九十]+)?$/

/** Whether a cell that the innermost of these elements stand in has the text that its number belongs to on its right. */
function textBeside(around: readonly Element[]): boolean {
  const at = around.findLastIndex(({ tagName }) => tagName === 'td' || tagName === 'th')
  const cells = around[at - 1]?.children.filter((child) => child.type === 'element') ?? []
  const next = cells[cells.indexOf(around[at]!) + 1]
  const text = next === undefined ? '' : textOf(next).trim()
  return at > 0 && text !== '' && !opensParagraph.test(text)
}

const ownNumber = /^(?:第|[（(]?[〇零一二三四五六七八九十百\d]{1,4}[）).．、])/

/** Hidden words that are comments of a draft and nothing else, as a Word file of ours has them that was saved as a page. */
function draftComments(node: Element): string[] {
  const { text, comments } = takeComments(textOf(node))
  return text.trim() === '' ? comments.map(({ words }) => oneLine(words)) : []
}

function isHidden({ properties }: Element): boolean {
  return properties.hidden === true || /display\s*:\s*none|visibility\s*:\s*hidden/.test(String(properties.style ?? ''))
}

/** What a word processor printed above and below each page, saved once with the rest. */
function isMargin({ tagName, properties }: Element): boolean {
  return tagName === 'div' && (properties.title === 'header' || properties.title === 'footer')
}

/** Where Word prints the sign of a comment, and the comment. */
function isComment({ properties }: Element): boolean {
  const names = `${properties.className ?? ''}`
  return (
    /MsoCommentReference|msocomanchor/i.test(names) || /mso-element\s*:\s*comment/.test(String(properties.style ?? ''))
  )
}

function isPreformatted({ tagName, properties }: Element): boolean {
  return tagName === 'pre' || /white-space\s*:\s*(?:pre|break-spaces)/.test(String(properties.style ?? ''))
}

function isCentered({ tagName, properties }: Element): boolean {
  return (
    tagName === 'center' ||
    properties.align === 'center' ||
    /text-align\s*:\s*center/.test(String(properties.style ?? ''))
  )
}
