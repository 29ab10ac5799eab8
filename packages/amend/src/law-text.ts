import type { ClauseNumber, ClauseText, RegastNode, Root, StructureUnit } from 'regast'
import { clauseText, formatNumeral, headingOf, levelWords, numOf } from 'regast'
import { parseRegulation } from 'remark-regast'

/** A 款, 项, 目 or block of a text that is being amended. */
export interface LawClause {
  level: 'paragraph' | 'point' | 'indent' | 'block'
  /** Number as printed, such as （三）. */
  printed?: string
  text: string
  /** Where the text stands in the old source; absent for words of the decision. */
  source?: ClauseText
  /** Address in the old text of the clause that it is or takes the place of. */
  origin?: string
  /** Comments in front of it, as they stand in the source. */
  comments?: string[]
  children: LawClause[]
}

/** 编, 章, 节, a division, an attachment or the preamble. */
export interface LawStructure {
  unit: StructureUnit | 'division' | 'attachment' | 'preamble'
  number?: ClauseNumber
  /** Number as printed, such as 第三章. */
  printed: string
  heading: string
  parent?: LawStructure
  origin?: string
  comments?: string[]
}

/** An article, or (without a number) text outside articles. */
export interface LawItem {
  type: 'article' | 'passage'
  number?: ClauseNumber
  heading?: string
  clauses: LawClause[]
  /** The structure that holds it directly. */
  holder?: LawStructure
  origin?: string
  comments?: string[]
}

/** A text as its pieces in order. */
export interface LawText {
  title: string
  /** YAML in front, as it stands in the source. */
  frontMatter?: string
  notes: string[]
  /** A 目录 stands before the articles. */
  contents?: boolean
  items: LawItem[]
  structures: LawStructure[]
  tree: Root
}

/** Takes a text apart. */
export function readLaw(source: string): LawText {
  const { tree } = parseRegulation(source)
  const law: LawText = { title: '', notes: [], items: [], structures: [], tree }
  walk(tree, undefined, law, source)
  law.notes = notesOf(tree, source)
  return law
}

const stage = /[（(][^（）()]{0,12}(?:草案|稿)[）)]$/

/** Takes a text apart that bears, whatever its stage, the title that it is going to have: 甲条例（修订草案）is 甲条例. */
export function readFinalLaw(source: string): LawText {
  const law = readLaw(source)
  law.title = law.title.trimEnd().replace(stage, '')
  return law
}

/** The lines under the title as they stand in the source, taken together: they are often broken in odd places. */
function notesOf(tree: Root, source: string): string[] {
  // A comment may mark their end.
  const body = tree.children.findIndex(({ type }) => !['frontMatter', 'title', 'note', 'comment', 'toc'].includes(type))
  const head = body === -1 ? tree.children : tree.children.slice(0, body)
  const notes = head.filter(({ type }) => type === 'note' || type === 'comment')
  const start = notes[0]?.position?.start.offset
  const end = notes.at(-1)?.position?.end.offset
  return start === undefined || end === undefined ? [] : [source.slice(start, end)]
}

function walk(
  node: Extract<RegastNode, { children: unknown[] }>,
  holder: LawStructure | undefined,
  law: LawText,
  source: string
): void {
  let passage: LawItem | undefined
  let pending: string[] = []
  /** Comments belong to what stands behind them. */
  const take = (): { comments?: string[] } => {
    const comments = pending
    pending = []
    return comments.length === 0 ? {} : { comments }
  }
  const loose = (clause: LawClause): void => {
    if (passage === undefined) {
      passage = { type: 'passage', clauses: [], ...(holder && { holder }) }
      law.items.push(passage)
    }
    passage.clauses.push(clause)
  }
  for (const child of node.children as RegastNode[]) {
    switch (child.type) {
      case 'frontMatter':
        law.frontMatter = rawText(child, source)
        break
      case 'toc':
        law.contents = true
        break
      case 'title':
        law.title ||= clauseText(child, '').text
        break
      case 'paragraph':
        loose({ ...readClause(child, source), ...take() })
        break
      case 'block':
        loose({ ...readBlock(child, source), ...take() })
        break
      case 'comment':
        // Those in front of the first article stand with the notes.
        if (node.type !== 'root' || law.items.length + law.structures.length > 0) pending.push(rawText(child, source))
        break
      case 'article': {
        passage = undefined
        law.items.push({ ...readArticle(child, holder, source), ...take() })
        break
      }
      case 'signature':
        loose({ level: 'paragraph', text: clauseText(child, '').text, children: [] })
        break
      case 'book':
      case 'part':
      case 'chapter':
      case 'section':
      case 'division':
      case 'attachment':
      case 'preamble': {
        passage = undefined
        const heading = headingOf(child)
        const structure: LawStructure = {
          unit: child.type,
          printed: numOf(child)?.value.trim() ?? '',
          heading: heading === undefined ? '' : clauseText(heading, '').text.trim(),
          origin: child.address,
          ...take()
        }
        if ('number' in child && child.number !== undefined) structure.number = child.number
        if (holder !== undefined) structure.parent = holder
        law.structures.push(structure)
        walk(child, structure, law, source)
        passage = undefined
        break
      }
    }
  }
}

function readArticle(
  node: Extract<RegastNode, { type: 'article' }>,
  holder: LawStructure | undefined,
  source: string
): LawItem {
  const item: LawItem = { type: 'article', number: node.number, clauses: [], origin: node.address }
  if (holder !== undefined) item.holder = holder
  let comments: string[] = []
  const push = (clause: LawClause): void => {
    item.clauses.push(comments.length === 0 ? clause : { ...clause, comments })
    comments = []
  }
  for (const child of node.children) {
    if (child.type === 'heading') item.heading = clauseText(child, '').text.trim()
    else if (child.type === 'paragraph') push(readClause(child, source))
    else if (child.type === 'block') push(readBlock(child, source))
    else if (child.type === 'comment') comments.push(rawText(child, source))
  }
  return item
}

function readClause(node: Extract<RegastNode, { type: 'paragraph' | 'point' | 'indent' }>, source: string): LawClause {
  const text = clauseText(node, node.address)
  const clause: LawClause = { level: node.type, text: text.text, source: text, origin: node.address, children: [] }
  let comments: string[] = []
  const push = (below: LawClause): void => {
    clause.children.push(comments.length === 0 ? below : { ...below, comments })
    comments = []
  }
  for (const child of node.children as RegastNode[]) {
    if (child.type === 'num') clause.printed = child.value.trim()
    else if (child.type === 'point' || child.type === 'indent') push(readClause(child, source))
    else if (child.type === 'block') push(readBlock(child, source))
    else if (child.type === 'comment') comments.push(rawText(child, source))
  }
  // One behind the last words of a clause stays with them.
  if (comments.length > 0) clause.comments = comments
  return clause
}

function readBlock(node: Extract<RegastNode, { type: 'block' }>, source: string): LawClause {
  return { level: 'block', text: rawText(node, source), children: [] }
}

/** A node as it stands in the source. */
function rawText({ position }: RegastNode, source: string): string {
  return position === undefined ? '' : source.slice(position.start.offset, position.end.offset)
}

/** 第三章 for a structure of that number. */
export function printedStructure(structure: LawStructure): string {
  const { unit, number, printed } = structure
  if (number === undefined || unit === 'division' || unit === 'attachment' || unit === 'preamble') return printed
  return `第${formatNumeral(number.value)}${levelWords[unit]}`
}

/** 第十条之一 for a number. */
export function printedArticle(number: ClauseNumber): string {
  const insert = number.insert === undefined ? '' : `之${formatNumeral(number.insert)}`
  return `第${formatNumeral(number.value)}条${insert}`
}

/** The structures around an item, outermost first. */
export function pathOf(item: LawItem): LawStructure[] {
  const path: LawStructure[] = []
  for (let structure = item.holder; structure !== undefined; structure = structure.parent) path.unshift(structure)
  return path
}

/** The lines of an item as printed: its number before the first. */
export function linesOf(item: LawItem, withNumber = true): string[] {
  const lines = item.clauses.flatMap(clauseLines)
  if (item.number === undefined || !withNumber) return lines
  const label = printedArticle(item.number)
  if (item.heading !== undefined) return [`${label}　【${item.heading}】`, ...lines]
  return [`${label}　${lines[0] ?? ''}`, ...lines.slice(1)]
}

/** The lines of a clause and of those below it. */
export function clauseLines(clause: LawClause): string[] {
  return [`${clause.printed ?? ''}${clause.text}`, ...clause.children.flatMap(clauseLines)]
}

/** The text as Markdown in the usual layout; headings stand before the first item they hold. */
export function printLaw(law: Omit<LawText, 'tree'>): string {
  const blocks: string[] = []
  if (law.frontMatter !== undefined) blocks.push(law.frontMatter)
  if (law.title !== '') blocks.push(`# ${escapeText(law.title)}`)
  blocks.push(...law.notes)
  if (law.contents) blocks.push('目　录', ...law.structures.map(headingLine))
  const printed = new Set<LawStructure>()
  const filled = new Set(law.items.flatMap(pathOf))
  const empty = law.structures.filter((structure) => !filled.has(structure))
  const print = (structure: LawStructure): void => {
    if (printed.has(structure)) return
    printed.add(structure)
    blocks.push(...(structure.comments ?? []), `${'#'.repeat(depthOf(structure) + 1)} ${headingLine(structure)}`)
  }
  for (const item of law.items) {
    for (const structure of pathOf(item)) {
      // An empty chapter stands before what follows it.
      for (const other of empty) {
        if (law.structures.indexOf(other) < law.structures.indexOf(structure)) print(other)
      }
      print(structure)
    }
    blocks.push(...printedItem(item))
  }
  for (const structure of law.structures) print(structure)
  return `${blocks.map((block) => block.trim()).join('\n\n')}\n`
}

/** An item as Markdown blocks: its comments, its lines; what the source had as a block (a table) stands as it was. */
function printedItem(item: LawItem): string[] {
  const blocks = [...(item.comments ?? [])]
  const number = item.number === undefined ? '' : `${printedArticle(item.number)}　`
  let lead = item.heading === undefined ? number : ''
  if (item.heading !== undefined) blocks.push(escapeText(`${number}【${item.heading}】`))
  const print = (clause: LawClause): void => {
    blocks.push(...(clause.comments ?? []))
    const line = `${lead}${clause.printed ?? ''}${clause.text}`
    blocks.push(clause.level === 'block' ? line : escapeText(line))
    lead = ''
    clause.children.forEach(print)
  }
  item.clauses.forEach(print)
  if (lead !== '') blocks.push(lead)
  return blocks
}

function headingLine({ printed, heading }: LawStructure): string {
  return escapeText(`${printed}　${heading}`.replace(/^　|　$/g, ''))
}

/** Text in which nothing is read as Markdown. */
function escapeText(text: string): string {
  return text.replace(/[\\`*<]/g, '\\$&')
}

function depthOf(structure: LawStructure): number {
  let depth = 1
  for (let parent = structure.parent; parent !== undefined; parent = parent.parent) depth += 1
  return depth
}
