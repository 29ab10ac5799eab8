import type { AlignType, PhrasingContent, Table, TableRow } from 'mdast'
import type { Block, Mark, Phrasing, RegastNode, Text } from 'regast'
import { compileRegulation } from 'remark-regast'
import { styleNames } from '../styles.js'
import type { Loss } from './losses.js'
import type { AutomaticNumber, NumberCounter } from './numbering.js'
import type { RawParagraph } from './read-document.js'
import { type ChangePolicy, stays } from './settle-changes.js'
import { splitParagraph } from './split-paragraph.js'
import type { WordBlock, WordParagraph, WordRun, WordTable } from './word-paragraph.js'

/** A block of Markdown, and the paragraph of Word that it was made of. */
export interface Chunk {
  markdown: string
  paragraph?: WordParagraph
  /** What runs into one block with a neighbour of the same kind. */
  joins?: 'quotation' | 'bullet'
  /** What stood here and has no place in Markdown. */
  lost?: Loss[]
}

/** How Word's paragraphs become Markdown. */
export interface ChunkOptions {
  counter: NumberCounter
  policy: ChangePolicy
  /** The file was written by us, so that emphasis in it is the drafters'. */
  own: boolean
  /** What was met since the last block and Markdown has no place for. */
  lost: Loss[]
  /** Footnotes by their ids; those called are marked. */
  footnotes: Map<string, { text: string; called: boolean }>
}

const names = Object.fromEntries(Object.entries(styleNames).map(([key, name]) => [name, key])) as Record<
  string,
  keyof typeof styleNames
>

/** What an export adds for the printed page; the draft knows it otherwise. */
const printedOnly = new Set<keyof typeof styleNames>(['coverTitle', 'coverLine', 'number'])

/** Blocks of Word as blocks of Markdown. */
export function chunksOf(blocks: readonly WordBlock[], options: ChunkOptions): Chunk[] {
  const chunks: Chunk[] = []
  for (const [index, block] of blocks.entries()) {
    const isLast = index === blocks.length - 1
    if (block.type === 'table') keepLosses(chunks, () => chunks.push(...tableChunks(block, options)), options)
    else if (options.own && printedOnly.has(names[block.style.name]!)) continue
    else {
      for (const part of splitParagraph(block as RawParagraph, options.policy, options.own))
        keepLosses(chunks, () => addParagraph(chunks, part, options, isLast), options)
    }
  }
  return chunks
}

/** What is lost while something is added goes with the last block that it became. */
function keepLosses(chunks: Chunk[], add: () => void, { lost }: ChunkOptions): void {
  const before = chunks.length
  add()
  const found = lost.splice(0)
  if (found.length === 0) return
  if (chunks.length <= before) chunks.push({ markdown: '' })
  const last = chunks[chunks.length - 1]!
  last.lost = [...(last.lost ?? []), ...found]
}

/** The name of an attachment, which stands on a line of its own, goes back to the line of its number. */
function addParagraph(chunks: Chunk[], paragraph: RawParagraph, options: ChunkOptions, isLast: boolean): void {
  const added = paragraphChunks(paragraph, options, isLast)
  const [name, ...rest] = added
  const before = chunks[chunks.length - 1]
  if (
    names[paragraph.style.name] !== 'attachmentName' ||
    before?.paragraph === undefined ||
    names[before.paragraph.style.name] !== 'attachment' ||
    name?.paragraph === undefined ||
    name.markdown === ''
  ) {
    chunks.push(...added)
    return
  }
  chunks[chunks.length - 1] = {
    ...before,
    markdown: `${before.markdown}${/[：:]$/.test(before.markdown) ? '' : '　'}${name.markdown}`,
    paragraph: { ...before.paragraph, runs: [...before.paragraph.runs, ...name.paragraph.runs] }
  }
  chunks.push(...rest)
}

function paragraphChunks(paragraph: RawParagraph, options: ChunkOptions, isLast: boolean): Chunk[] {
  const { before, phrasing, after } = visible(paragraph, options, isLast)
  const text = wordsOf(phrasing)
  const chunks: Chunk[] = before.map((comment) => ({ markdown: `<!-- ${comment} -->` }))
  // Word counts a paragraph without words, too, and prints its number.
  const number = numberOf(paragraph, options)
  const label = number?.label ?? ''
  if (text.trim() !== '' || phrasing.some((node) => node.type === 'inline')) {
    const kind = names[paragraph.style.name]
    if (kind === 'markdown') chunks.push({ markdown: text, paragraph })
    else if (kind === 'quotation')
      chunks.push({ markdown: `> ${inlineMarkdown(phrasing)}`, paragraph, joins: 'quotation' })
    else if (number?.bullet) chunks.push({ markdown: `- ${inlineMarkdown(phrasing)}`, paragraph, joins: 'bullet' })
    else {
      const depth = headingDepth(paragraph, `${label}${text}`.trim(), kind, options.own)
      const body = `${label}${inlineMarkdown(depth > 0 ? unmarked(phrasing) : phrasing)}`
      chunks.push({ markdown: depth > 0 ? `${'#'.repeat(depth)} ${body.replace(/\\?\n/g, '')}` : body, paragraph })
    }
  } else if (label !== '') {
    options.lost.push({ what: '只有编号、没有文字的段落', kept: true, words: label.trim() })
    chunks.push({ markdown: label.trim(), paragraph })
  } else if (paragraph.runs.some((run) => run.revision !== undefined || run.comments.length > 0)) {
    chunks.push({ markdown: '', paragraph })
  }
  return [...chunks, ...after.map((comment) => ({ markdown: `<!-- ${comment} -->` }))]
}

function numberOf(paragraph: WordParagraph, { counter, lost }: ChunkOptions): AutomaticNumber | undefined {
  const { numId, level } = paragraph as RawParagraph
  const number = numId === undefined ? undefined : counter.next(numId, level)
  if (number?.unknownFormat !== undefined) lost.push({ what: `编号格式 ${number.unknownFormat}` })
  return number
}

/** Depth of the Markdown heading that a line becomes; 0 for running text. */
function headingDepth(
  { style }: WordParagraph,
  text: string,
  kind: keyof typeof styleNames | undefined,
  own: boolean
): number {
  if (kind === 'articleHeading') return 3
  if (kind === 'attachment') return 2
  if (kind !== undefined) return 0
  if (style.name === 'title') return 1
  // Some authors style whole articles as headings, to see them in the navigation.
  if (text.length > 60 || /^第[^章节编]{1,12}条/.test(text) || (!own && /[。；;：:，,、]$/.test(text))) return 0
  const level = /^heading ([1-9])$/.exec(style.name)
  return level === null ? 0 : Math.min(6, Number(level[1]) + 1)
}

interface Visible {
  /** Comments of ours in front of the line. */
  before: string[]
  phrasing: Phrasing[]
  /** Comments behind the last line. */
  after: string[]
}

/** What of a paragraph remains: text with its emphasis, and the tracing comments hidden in it. */
function visible(paragraph: WordParagraph, options: ChunkOptions, isLast: boolean): Visible {
  const { policy, own, footnotes, lost } = options
  lost.push(...paragraph.lost)
  const found: Phrasing[] = []
  const runs = paragraph.runs.filter(({ revision }) => revision === undefined || stays(revision.kind, policy))
  const marked = own || !boldThroughout(runs)
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index]!
    if (run.hidden) {
      let text = run.text
      while (runs[index + 1]?.hidden) text += runs[++index]!.text
      const comments = [...text.matchAll(/<!--([\s\S]*?)-->/g)]
      if (comments.length === 0 && text.trim() !== '') lost.push({ what: '隐藏文字', words: text })
      for (const match of comments) found.push({ type: 'comment', value: match[1]!.trim() })
      continue
    }
    if (run.footnote !== undefined) {
      const note = footnotes.get(run.footnote)
      if (note !== undefined) {
        note.called = true
        found.push({
          type: 'inline',
          mdast: { type: 'footnoteReference', identifier: run.footnote, label: run.footnote } as never
        })
      }
      continue
    }
    for (const [part, text] of run.text.replaceAll('\f', '').split('\n').entries()) {
      if (part > 0) found.push({ type: 'break' })
      if (text !== '') addText(found, text, marked ? marksOf(run) : [])
    }
  }
  let from = 0
  while (found[from]?.type === 'comment') from += 1
  let to = found.length
  while (isLast && to > from && found[to - 1]!.type === 'comment') to -= 1
  const values = (nodes: Phrasing[]) => nodes.flatMap((node) => (node.type === 'comment' ? [node.value] : []))
  return {
    before: values(found.slice(0, from)),
    phrasing: trimmed(found.slice(from, to)),
    after: values(found.slice(to))
  }
}

/** In files of others bold type is mostly a matter of looks: numbers of articles, whole lines. */
function boldThroughout(runs: readonly WordRun[]): boolean {
  const shown = runs.filter(({ text, hidden }) => !hidden && text.trim() !== '')
  return shown[0]?.bold === true || shown.every(({ bold }) => bold)
}

function marksOf({ bold, italic, strike }: WordRun): Mark[] {
  return [
    ...(bold ? ['strong' as const] : []),
    ...(italic ? ['emphasis' as const] : []),
    ...(strike ? ['delete' as const] : [])
  ]
}

function addText(found: Phrasing[], value: string, marks: Mark[]): void {
  const last = found[found.length - 1]
  if (last?.type === 'text' && (last.marks ?? []).join() === marks.join()) last.value += value
  else {
    const text: Text = { type: 'text', value }
    if (marks.length > 0) text.marks = marks
    found.push(text)
  }
}

function trimmed(phrasing: Phrasing[]): Phrasing[] {
  const blank = (node: Phrasing | undefined) =>
    node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '')
  let from = 0
  let to = phrasing.length
  while (from < to && blank(phrasing[from])) from += 1
  while (to > from && blank(phrasing[to - 1])) to -= 1
  const kept = phrasing.slice(from, to).map((node) => ({ ...node }))
  const first = kept[0]
  if (first?.type === 'text') first.value = first.value.trimStart()
  const last = kept[kept.length - 1]
  if (last?.type === 'text') last.value = last.value.trimEnd()
  return kept
}

function unmarked(phrasing: Phrasing[]): Phrasing[] {
  return phrasing.map((node) => (node.type === 'text' ? { type: 'text', value: node.value } : node))
}

function wordsOf(phrasing: readonly Phrasing[]): string {
  return phrasing.map((node) => (node.type === 'text' ? node.value : node.type === 'break' ? '\n' : '')).join('')
}

/** Words as Markdown, with what Markdown would misread escaped; a number at the beginning stays as it is. */
export function inlineMarkdown(phrasing: Phrasing[]): string {
  const [first, ...rest] = phrasing
  if (first === undefined) return ''
  if (
    rest.length === 0 &&
    first.type === 'text' &&
    first.marks === undefined &&
    !/[\\`*_[\]<>&#~|!+=\-\d]/.test(first.value)
  ) {
    return first.value
  }
  const number =
    first.type === 'text' && first.marks === undefined ? (/^\d{1,3}[.．)]/.exec(first.value)?.[0] ?? '') : ''
  const words =
    number === '' || first.type !== 'text' ? phrasing : [{ ...first, value: first.value.slice(number.length) }, ...rest]
  const paragraph = { type: 'paragraph' as const, number: { value: 1 }, address: '', children: words as never[] }
  return number + compileRegulation({ type: 'root', children: [paragraph] }).trimEnd()
}

function tableChunks(table: WordTable, options: ChunkOptions): Chunk[] {
  const cells = table.rows.flatMap((row) => row.cells)
  // A frame around text is no table.
  if (cells.length === 1) return chunksOf(cells[0]!.blocks, options)
  if (cells.some(({ span, continued }) => span > 1 || continued))
    options.lost.push({ what: '拆开读入的合并单元格', kept: true })
  for (const { blocks } of cells)
    if (blocks.some(({ type }) => type === 'table'))
      options.lost.push({ what: '只读入文字的单元格里的表格', kept: true })
  const first = paragraphsOf(cells.flatMap(({ blocks }) => blocks))[0]
  const columns = Math.max(0, ...table.rows.map((row) => row.cells.reduce((sum, { span }) => sum + span, 0)))
  const body = table.rows[1]?.cells ?? []
  const align: AlignType[] = Array.from(
    { length: columns },
    (_, index) => alignments[paragraphsOf(body[index]?.blocks ?? [])[0]?.alignment ?? ''] ?? null
  )
  const mdast: Table = {
    type: 'table',
    align,
    children: table.rows.map(
      (row): TableRow => ({
        type: 'tableRow',
        children: row.cells.flatMap(({ blocks, span }) => [
          { type: 'tableCell' as const, children: cellMarkdown(blocks, options) },
          ...Array.from({ length: span - 1 }, () => ({ type: 'tableCell' as const, children: [] }))
        ])
      })
    )
  }
  const block: Block = { type: 'block', mdast }
  const markdown = compileRegulation({ type: 'root', children: [block as RegastNode as Block] }).trimEnd()
  return [
    {
      markdown,
      ...(first && {
        paragraph: { ...first, runs: paragraphsOf(cells.flatMap(({ blocks }) => blocks)).flatMap(({ runs }) => runs) }
      })
    }
  ]
}

const alignments: Record<string, AlignType> = {
  left: 'left',
  start: 'left',
  right: 'right',
  end: 'right',
  center: 'center'
}

function paragraphsOf(blocks: readonly WordBlock[]): WordParagraph[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [block]
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => paragraphsOf(cell.blocks)))
  )
}

const blank: PhrasingContent = { type: 'text', value: ' ' }

function cellMarkdown(blocks: readonly WordBlock[], options: ChunkOptions): PhrasingContent[] {
  const found: PhrasingContent[] = []
  for (const paragraph of paragraphsOf(blocks)) {
    const label = numberOf(paragraph, options)?.label ?? ''
    const { before, phrasing } = visible(paragraph, options, false)
    if ((phrasing.length > 0 || label !== '') && found.length > 0) found.push({ type: 'text', value: ' ' })
    if (label !== '') found.push({ type: 'text', value: phrasing.length > 0 ? label : label.trim() })
    for (const comment of before)
      found.push({ type: 'html', value: `<!-- ${comment} -->` }, ...(phrasing.length > 0 ? [blank] : []))
    for (const node of phrasing) {
      if (node.type === 'break') found.push(options.own ? { type: 'html', value: '<br>' } : blank)
      else if (node.type === 'text') {
        let content: PhrasingContent = { type: 'text', value: node.value }
        for (const mark of [...(node.marks ?? [])].reverse())
          content = { type: mark, children: [content] } as PhrasingContent
        found.push(content)
      } else if (node.type === 'comment') found.push({ type: 'html', value: `<!-- ${node.value} -->` })
    }
  }
  return found
}
