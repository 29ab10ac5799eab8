import { effectiveDay, issuerOf, kindOf, outlineOfTree, readHistory, statedStart } from '@tiaoli/library'
import type { RegastNode, Root } from 'regast'
import { clauseText, clauseTexts } from 'regast'
import { parseRegulation } from 'remark-regast'
import { joinAttachmentNames } from './attachment-names.js'
import type { Imported, ImportFacts, Recognised, SourceLine, SourceText } from './model.js'
import { clean, standsAlone, takeTitle } from './take-title.js'

/** The Markdown draft of a published text, with what was recognised and what is doubtful. */
export function draftOfLines(source: SourceText, facts: ImportFacts): Imported {
  const doubts = [...source.doubts]
  const { title, above, rest } = takeTitle(source, facts, doubts)
  const markdown = markdownOf(title, above, joinAttachmentNames(rest))
  const { tree, messages } = parseRegulation(markdown)
  for (const { reason, line } of messages) doubts.push(line === undefined ? reason : `${reason}（导入后第 ${line} 行）`)
  const recognised = recognise(tree, title, facts, doubts)
  if (source.dropped.length > 0) doubts.push(`去掉了正文以外的 ${source.dropped.length} 处文字`)
  return { file: facts.file, markdown, recognised, doubts, dropped: source.dropped }
}

/** A text that is Markdown already, taken as it is. */
export function describeMarkdown(markdown: string, facts: ImportFacts, doubts: string[]): Imported {
  const { tree, messages } = parseRegulation(markdown)
  for (const { reason, line } of messages) doubts.push(line === undefined ? reason : `${reason}（第 ${line} 行）`)
  const node = tree.children.find((child) => child.type === 'title')
  const written = node === undefined ? '' : clean(clauseText(node, '').text)
  if (written === '')
    doubts.push(facts.namedTitle === undefined ? '没有找到标题' : `正文里没有标题，用了文件名“${facts.namedTitle}”`)
  const recognised = recognise(tree, written || (facts.namedTitle ?? ''), facts, doubts)
  return { file: facts.file, markdown, recognised, doubts, dropped: [] }
}

/** The text as Markdown: headings marked where the clause tree has structures, and one paragraph a line. */
function markdownOf(title: string, above: readonly string[], lines: readonly SourceLine[]): string {
  const paragraphs = [
    ...commentMarkdown(above),
    ...(title === '' ? [] : [`# ${title}`]),
    ...lines.flatMap(({ text, table, before, after }) => [
      ...commentMarkdown(before),
      ...(table !== undefined ? [tableMarkdown(table)] : text === '' ? [] : [escapeLine(text)]),
      ...commentMarkdown(after)
    ])
  ]
  const plain = `${paragraphs.join('\n\n')}\n`
  const { tree } = parseRegulation(plain)
  const levels = headingLevels(tree)
  // Where no clauses are numbered, what the source sets as headings is the only order that there is.
  if (levels.size === 0 && countClauses(tree).articles === 0) markHeadings(plain, lines, levels)
  return plain
    .split('\n')
    .map((line, index) => {
      const level = levels.get(index + 1)
      return level === undefined || line.startsWith('#') ? line : `${'#'.repeat(level)} ${line}`
    })
    .join('\n')
}

/** Puts down the lines of headings that the source marks below its title. */
function markHeadings(plain: string, lines: readonly SourceLine[], levels: Map<number, number>): void {
  const depths = new Map<string, number>()
  for (const line of lines)
    if (line.heading !== undefined && line.heading > 1 && standsAlone(line))
      depths.set(escapeLine(line.text), line.heading)
  for (const [index, line] of plain.split('\n').entries()) {
    const depth = depths.get(line)
    if (depth !== undefined) levels.set(index + 1, depth)
  }
}

/** Lines that open 编, 章 and 节, with how deep they stand: 2 for the highest level that there is. */
function headingLevels(tree: Root): Map<number, number> {
  const levels = new Map<number, number>()
  walk(tree, 2)
  return levels

  function walk(node: RegastNode, level: number): void {
    if (!('children' in node)) return
    for (const child of node.children as RegastNode[]) {
      const structure = ['book', 'part', 'chapter', 'section'].includes(child.type)
      const line = child.position?.start.line
      if (structure && line !== undefined) levels.set(line, Math.min(level, 6))
      if (structure || child.type === 'preamble') walk(child, structure ? level + 1 : level)
    }
  }
}

/** A paragraph that Markdown reads as itself. */
function escapeLine(text: string): string {
  return text
    .replace(/([\\`*_[\]<])/g, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([#>+\-~=|])/, '\\$1')
}

function commentMarkdown(comments: readonly string[] = []): string[] {
  return comments.map((words) => `<!-- ${words} -->`)
}

function tableMarkdown(rows: readonly string[][]): string {
  const columns = Math.max(...rows.map((row) => row.length))
  const lines = rows.map((row) => {
    const cells = Array.from({ length: columns }, (_, index) => escapeLine(row[index] ?? '').replaceAll('|', '\\|'))
    return `| ${cells.join(' | ')} |`
  })
  return [lines[0], `|${' - |'.repeat(columns)}`, ...lines.slice(1)].join('\n')
}

function recognise(tree: Root, title: string, facts: ImportFacts, doubts: string[]): Recognised {
  const notes = tree.children.flatMap((node) => (node.type === 'note' ? [clauseText(node, '').text] : []))
  const history = readHistory(notes)
  const issuer = issuerOf(title, history)
  const kind = kindOf({ title, issuer, folders: facts.folders })
  const change = history.findLast(({ action }) => action !== 'effective' && action !== 'repealed')
  const date = facts.namedDate ?? change?.date
  if (date === undefined) doubts.push('没有找到通过、公布或者修改的日期')
  else if (change !== undefined && facts.namedDate !== undefined && change.date !== facts.namedDate) {
    doubts.push(`文件名的日期是 ${facts.namedDate}，题注里最后的日期是 ${change.date}，按文件名`)
  }
  const effective = effectiveDay(history, statedStart(tree), date)
  if (kind === undefined) doubts.push('看不出是哪一种法规')
  else if (!kind.sure) doubts.push(`种类“${kind.kind}”是由${kind.reason}推断的`)
  const { chapters, articles, last } = countClauses(tree)
  if (articles === 0) doubts.push('没有认出“第…条”')
  if (isGarbled(tree)) doubts.push('几乎没有汉字，多半是编码错了（乱码），请换一个来源')
  const part = articles > 0 && !outlineOfTree(tree).complete
  if (part) doubts.push('像是一部法规的一部分：不从第一条开始，或者另有编的标题')
  return {
    title,
    history,
    chapters,
    articles,
    ...(kind !== undefined && { kind }),
    ...(issuer !== undefined && { issuer }),
    ...(date !== undefined && { date }),
    ...(effective !== undefined && { effective }),
    ...(last !== undefined && { lastArticle: last }),
    ...(part && { part: true as const })
  }
}

/** Whether a text that should be Chinese has next to no Chinese character. */
function isGarbled(tree: Root): boolean {
  let letters = 0
  let chinese = 0
  for (const { text } of clauseTexts(tree)) {
    letters += text.match(/\p{L}/gu)?.length ?? 0
    chinese += text.match(/\p{Script=Han}/gu)?.length ?? 0
  }
  return letters > 40 && chinese < letters * 0.2
}

function countClauses(tree: Root): { chapters: number; articles: number; last?: number } {
  let chapters = 0
  let articles = 0
  let last: number | undefined
  walk(tree)
  return { chapters, articles, ...(last !== undefined && { last }) }

  function walk(node: RegastNode): void {
    if (node.type === 'chapter') chapters += 1
    if (node.type === 'article') {
      articles += 1
      last = Math.max(last ?? 0, node.number.value)
      return
    }
    if ('children' in node && node.type !== 'attachment') for (const child of node.children) walk(child as RegastNode)
  }
}
