import { comparisonNotice } from '@tiaoli/library'
import { child, elements, rawText, type XmlElement } from '@tiaoli/xml'
import type { RegastNode, Root } from 'regast'
import { formatAddress } from 'regast'
import { compileRegulation, parseRegulation } from 'remark-regast'
import { VFileMessage } from 'vfile-message'
import { frontMatterProperty } from '../file.js'
import { comparedTables } from './compared-tables.js'
import { type Loss, lossReasons } from './losses.js'
import { type Chunk, chunksOf, inlineMarkdown } from './markdown-chunks.js'
import { NumberCounter } from './numbering.js'
import { readBody } from './read-document.js'
import { readPackage, type WordPackage } from './read-package.js'
import type { ReviewItem } from './review.js'
import { type ChangePolicy, settleChanges, stays } from './settle-changes.js'
import { readStyles } from './styles.js'
import { paragraphTexts } from './texts.js'
import { titleFirst } from './title-first.js'
import { statedTime, type WordComment, type WordRun } from './word-paragraph.js'

/** How a Word file is read. */
export interface ImportDocxOptions {
  /** Tracked changes are read as accepted (the default) or as rejected. */
  changes?: ChangePolicy
}

/** A draft read from a Word file. */
export interface ImportedDocx {
  /** Canonical Markdown. */
  source: string
  tree: Root
  /** Tracked changes and comments in the order of the text. */
  review: ReviewItem[]
}

/** Reads a Word file; `value` is `undefined` where it was refused, and the messages say why. */
export function importDocx(
  bytes: Uint8Array,
  options: ImportDocxOptions = {}
): { value: ImportedDocx | undefined; messages: VFileMessage[] } {
  const { value: parts, messages } = readPackage(bytes)
  if (parts === undefined) return { value: undefined, messages }
  const body = child(parts.document, 'w:body')
  if (body === undefined) {
    return { value: undefined, messages: [notice('Word 文档里没有正文。', 'not-docx', true)] }
  }
  const { changes: policy = 'accept' } = options
  const front = frontMatterOf(parts.properties)
  const counter = new NumberCounter(parts.numbering)
  const { blocks, contents } = readBody(body, readStyles(parts.styles), counter)
  const footnotes = footnotesOf(parts)
  const own = front !== undefined
  const made = chunksOf(settleChanges(blocks, policy), { counter, policy, own, lost: [], footnotes })
  const { chunks, before } = own ? { chunks: made, before: 0 } : titleFirst(made)
  for (const [id, { text, called }] of footnotes) {
    if (called) chunks.push({ markdown: `[^${id}]: ${inlineMarkdown([{ type: 'text', value: text }])}` })
  }
  const { text, starts } = joinChunks(front, chunks)
  const rough = parseRegulation(text).tree
  const source = compileRegulation(rough)
  const { tree, messages: found } = parseRegulation(source)
  const review = reviewOf(chunks, starts, rough, tree, commentsOf(parts.comments), policy)
  const told = placedLosses(chunks, starts, rough).map((reason) => notice(reason, 'left-out'))
  // Of our own files we know what they print besides the draft.
  if (!own) {
    if (before > 0) told.push(notice(`标题前面还有 ${before} 行文字，放在了标题之后。`, 'before-title'))
    const around = printedAround(parts.margins)
    if (around.length > 0)
      told.push(
        notice(`没有导入：页眉、页脚里的文字（${around.map((words) => `“${words}”`).join('、')}）。`, 'left-out')
      )
    if (contents > 0) told.push(notice(`没有导入：Word 生成的目录 ${contents} 行。`, 'contents-left-out'))
    for (const columns of comparedTables(tree)) told.push(notice(`${comparisonNotice(columns)}。`, 'compared'))
    const breaks = breaksInArticles(tree)
    if (breaks.length > 0) {
      const places = [...new Set(breaks)]
      const named = `${places.slice(0, 5).map(formatAddress).join('、')}${places.length > 5 ? '等' : ''}`
      told.push(
        notice(
          `条文中有 ${breaks.length} 处手动换行（${named}），按同一款读入；应当另起一款的，请改成空行。`,
          'line-break'
        )
      )
    }
  }
  if (text.trim() === '') told.push(notice('Word 文档里没有文字。', 'no-text'))
  return { value: { source, tree, review }, messages: [...told, ...found] }
}

/** What has no place in a draft, told with the clauses that it stood in. */
function placedLosses(chunks: readonly Chunk[], starts: readonly number[], rough: Root): string[] {
  const addressAt = addressFinder(rough)
  const placed: (Loss & { label: string })[] = []
  for (const [index, { lost = [], markdown }] of chunks.entries()) {
    const address = lost.length === 0 ? '' : addressAt(starts[index]! + Math.max(0, markdown.length - 1))
    for (const loss of lost) placed.push({ ...loss, label: address === '' ? '' : formatAddress(address) })
  }
  return lossReasons(placed)
}

/** What headers and footers say besides the number of the page. */
function printedAround(margins: readonly XmlElement[]): string[] {
  const texts = margins.flatMap(paragraphTexts).map((text) => text.replace(/[\s\u3000]+/g, ' ').trim())
  return [...new Set(texts)].filter((text) => /[^\s\d第共页/·—–\-－─_.]/.test(text))
}

/** The clauses in which breaks were typed, one for each: many people type one where the next 款 should begin. */
function breaksInArticles(node: RegastNode, address = '', inside = false): string[] {
  if (node.type === 'break') return inside ? [address] : []
  if (!('children' in node)) return []
  const below = inside || node.type === 'article'
  const own = 'address' in node && typeof node.address === 'string' ? node.address : address
  return node.children.flatMap((child) => breaksInArticles(child as RegastNode, own, below))
}

/** Blocks as one text, and where each begins in it. */
function joinChunks(front: string | undefined, chunks: readonly Chunk[]): { text: string; starts: number[] } {
  let text = front ? `---\n${front}\n---\n` : ''
  const starts: number[] = []
  let last: Chunk | undefined
  for (const chunk of chunks) {
    if (chunk.markdown !== '') {
      const joined = chunk.joins !== undefined && chunk.joins === last?.joins
      if (text !== '') text += joined ? (chunk.joins === 'quotation' ? '\n>\n' : '\n') : '\n\n'
      last = chunk
    }
    starts.push(text.length)
    text += chunk.markdown
  }
  return { text: `${text}\n`, starts }
}

function frontMatterOf(properties: XmlElement | undefined): string | undefined {
  for (const property of properties === undefined ? [] : elements(properties)) {
    if (property.attributes.name !== frontMatterProperty) continue
    try {
      const value: unknown = JSON.parse(rawText(property))
      if (typeof value === 'string' && !/^---\s*$/m.test(value)) return value
    } catch {
      // A property that somebody changed by hand is no front matter of ours.
    }
  }
  return undefined
}

function footnotesOf({ footnotes, endnotes }: WordPackage): Map<string, { text: string; called: boolean }> {
  const found = new Map<string, { text: string; called: boolean }>()
  for (const [part, prefix] of [
    [footnotes, ''],
    [endnotes, 'e']
  ] as const) {
    for (const note of part === undefined ? [] : elements(part)) {
      // Separators are notes, too, of a type.
      if (note.attributes['w:type'] !== undefined && note.attributes['w:type'] !== 'normal') continue
      found.set(`${prefix}${note.attributes['w:id'] ?? ''}`, {
        text: paragraphTexts(note).join(' ').trim(),
        called: false
      })
    }
  }
  return found
}

function commentsOf(part: XmlElement | undefined): Map<string, WordComment> {
  const found = new Map<string, WordComment>()
  for (const comment of part === undefined ? [] : elements(part)) {
    const { attributes } = comment
    const id = attributes['w:id'] ?? ''
    const text = paragraphTexts(comment).join('\n').trim()
    found.set(id, { id, author: attributes['w:author'] ?? '', date: statedTime(attributes['w:date']), text })
  }
  return found
}

/** Changes and comments of each paragraph with the clause that the paragraph became. */
function reviewOf(
  chunks: readonly Chunk[],
  starts: readonly number[],
  rough: Root,
  tree: Root,
  comments: Map<string, WordComment>,
  policy: ChangePolicy
): ReviewItem[] {
  const items: ReviewItem[] = []
  const lines = linesByAddress(tree)
  const addressAt = addressFinder(rough)
  const told = new Set<string>()
  let above: Pick<ReviewItem, 'address' | 'label' | 'line' | 'before'> | undefined
  const quoted = quotedTexts(chunks)
  for (const [index, { paragraph, markdown }] of chunks.entries()) {
    if (paragraph === undefined) continue
    let before = ''
    const address = addressAt(starts[index]! + Math.max(0, markdown.length - 1))
    const place = { address, label: address === '' ? '' : formatAddress(address), line: lines.get(address) ?? 1 }
    const first = items.length
    let open: { item: ReviewItem; run: WordRun } | undefined
    for (const run of paragraph.runs) {
      const { revision, text, hidden } = run
      for (const id of run.comments) {
        const comment = comments.get(id)
        if (comment === undefined || told.has(id)) continue
        told.add(id)
        const { author, date, text: words } = comment
        items.push({
          kind: 'comment',
          author,
          date,
          text: words,
          about: quoted.get(id) ?? '',
          ...place,
          before: before.slice(-12)
        })
      }
      if (hidden) continue
      if (revision !== undefined && text !== '') {
        const { kind, author, date, moved } = revision
        const same = open?.run.revision
        if (
          open !== undefined &&
          same !== undefined &&
          same.kind === kind &&
          same.author === author &&
          same.date === date
        )
          open.item.text += text
        else {
          const item: ReviewItem = {
            kind,
            author,
            date,
            text,
            ...(moved && { moved }),
            ...place,
            before: before.slice(-12)
          }
          items.push(item)
          open = { item, run }
        }
      } else if (text !== '') open = undefined
      if (revision === undefined || stays(revision.kind, policy)) before += text
    }
    const kept = paragraph.runs.find(
      ({ hidden, text, revision }) =>
        !hidden && text.trim() !== '' && (revision === undefined || stays(revision.kind, policy))
    )
    for (const item of items.slice(first)) {
      // Lines that go altogether join the next one, but they stood behind the one before; others were put in their place.
      const goes = item.kind !== 'comment' && !stays(item.kind, policy) && kept?.revision === undefined
      if (goes && item.before === '' && item.text.endsWith('\n') && above !== undefined) Object.assign(item, above)
    }
    if (before.trim() !== '') above = { ...place, before: before.slice(-12) }
  }
  for (const item of items) item.text = item.text.replace(/\n+$/, '')
  return items
}

function quotedTexts(chunks: readonly Chunk[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { paragraph } of chunks) {
    for (const { comments, text, hidden } of paragraph?.runs ?? []) {
      if (!hidden) for (const id of comments) found.set(id, (found.get(id) ?? '') + text)
    }
  }
  return found
}

/** Finds the deepest clause at an offset of the source; between clauses, the one before. */
function addressFinder(tree: Root): (offset: number) => string {
  const starts: { offset: number; address: string }[] = []
  const visit = (node: RegastNode, address: string): void => {
    const own = 'address' in node && typeof node.address === 'string' ? node.address : address
    const offset = node.position?.start.offset
    if (offset !== undefined && own !== starts[starts.length - 1]?.address) starts.push({ offset, address: own })
    if ('children' in node) for (const child of node.children) visit(child as RegastNode, own)
  }
  visit(tree, '')
  return (offset) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (starts[middle]!.offset <= offset) low = middle + 1
      else high = middle
    }
    return starts[low - 1]?.address ?? ''
  }
}

function linesByAddress(tree: Root): Map<string, number> {
  const lines = new Map<string, number>()
  const visit = (node: RegastNode): void => {
    if (
      'address' in node &&
      typeof node.address === 'string' &&
      node.position !== undefined &&
      !lines.has(node.address)
    ) {
      lines.set(node.address, node.position.start.line)
    }
    if ('children' in node) for (const child of node.children) visit(child as RegastNode)
  }
  visit(tree)
  return lines
}

function notice(reason: string, ruleId: string, fatal = false): VFileMessage {
  const message = new VFileMessage(reason)
  message.source = 'docx'
  message.ruleId = ruleId
  if (fatal) message.fatal = true
  return message
}
