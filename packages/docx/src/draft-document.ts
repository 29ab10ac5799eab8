import type { LinkedDocument } from '@tiaoli/library'
import { createAnnotator } from '@tiaoli/library'
import { type FileChild, type IStylesOptions, Paragraph, type ParagraphChild, TextRun } from 'docx'
import type { RegastNode, Root } from 'regast'
import { VFileMessage } from 'vfile-message'
import { blockChildren } from './blocks.js'
import { type ContentsEntry, contentsField } from './contents.js'
import { type CoverFacts, FrontPages } from './cover.js'
import { frontMatterProperty, packFile } from './file.js'
import type { DocumentLine } from './line.js'
import { linesOf, spaced, textOf } from './lines-of.js'
import { Bookmarks, hidden, lineRuns, type RunContext } from './runs.js'
import { draftStyles, lineOptions, styleId } from './styles.js'
import { tableText } from './tables.js'

/** How a draft becomes a Word file. */
export interface DraftDocumentOptions {
  title: string
  /** References of the same parse; without them the text has no fields and links. */
  links?: LinkedDocument
  /** Line above the title, such as 枫社发〔2024〕5号. */
  number?: string
  /** Contents before the text, from the headings; by default where a draft with chapters has none of its own. */
  contents?: boolean
  /** Tracing comments go along as hidden text, so that they are there when the file comes back; on by default. */
  comments?: boolean
  author?: string
  /** A cover with the title in front of everything; the contents then have pages of their own, and numbers begin with the text. */
  cover?: CoverFacts
}

/** A draft as a Word file in the layout of official documents, and what could not go along. */
export async function exportDocx(
  tree: Root,
  options: DraftDocumentOptions
): Promise<{ value: Uint8Array; messages: VFileMessage[] }> {
  const lines = linesOf(tree)
  const context = runContext(lines, options.links, options.comments ?? true)
  const children: FileChild[] = []
  const front = new FrontPages(options.title, options.cover)
  const contentsAt = contentsIndex(lines, options.contents)
  for (const [index, line] of lines.entries()) {
    if (index === contentsAt) children.push(...front.contents(contentsField(contentsEntries(lines, context))))
    if (line.block !== undefined)
      children.push(...commentParagraph(line, context), ...blockChildren(line.block, context))
    else children.push(lineParagraph(line, lineRuns(line, context), lines[index + 1]))
  }
  const value = await packFile({
    title: options.title,
    styles: allStyles,
    grid: true,
    ...(options.author !== undefined && { author: options.author }),
    front: front.pages,
    children: [...numberLine(options.number), ...children],
    properties: frontMatterProperties(tree)
  })
  return { value, messages: losses(tree) }
}

/** Styles of a draft and of the tables in it. */
export const allStyles: IStylesOptions = {
  ...draftStyles,
  paragraphStyles: [...draftStyles.paragraphStyles!, tableText]
}

/** The runs of a document with the bookmarks that its references need. */
export function runContext(lines: DocumentLine[], links: LinkedDocument | undefined, comments: boolean): RunContext {
  const bookmarks = new Bookmarks()
  for (const line of lines) {
    for (const address of line.addresses) {
      if (/(?:^|__)art_[\d-]+$/.test(address)) bookmarks.plan(address, line.label.replace(/^[“‘「]/, '').trimEnd())
      else if (line.kind === 'heading' || line.kind === 'attachment') bookmarks.plan(address)
    }
  }
  for (const { targets } of links?.references ?? []) {
    for (const { instrument, from, status } of targets) {
      if (instrument === null && from !== null && status === 'resolved') bookmarks.plan(from)
    }
  }
  return { annotate: createAnnotator(links), bookmarks, comments }
}

/** A line as a paragraph; a title keeps its note close. */
export function lineParagraph(line: DocumentLine, children: ParagraphChild[], next?: DocumentLine): Paragraph {
  const close = line.kind === 'note' && next?.kind === 'note'
  return new Paragraph({ ...lineOptions(line), ...(close && { spacing: { after: 0 } }), children })
}

/** Comments in front of a block, which has no runs of its own. */
export function commentParagraph(line: DocumentLine, context: RunContext): Paragraph[] {
  const children = line.comments.flatMap((comment) => hidden(comment, context))
  return children.length === 0 ? [] : [new Paragraph({ style: styleId('markdown'), run: { vanish: true }, children })]
}

/** Front matter as a property of the document, empty where there is none. */
export function frontMatterProperties(tree: Root): { name: string; value: string }[] {
  const front = tree.children.find((child) => child.type === 'frontMatter')
  return [{ name: frontMatterProperty, value: JSON.stringify(front?.type === 'frontMatter' ? front.value : '') }]
}

/** The line of a document number above the title. */
export function numberLine(number: string | undefined): Paragraph[] {
  if (number === undefined) return []
  return [new Paragraph({ style: styleId('number'), children: [new TextRun(number)] })]
}

/** Where contents go: in front of the first heading. */
export function contentsIndex(lines: readonly DocumentLine[], wanted: boolean | undefined): number {
  const headings = lines.filter((line) => line.kind === 'heading' && line.level === 1)
  const own = lines.some((line) => line.kind === 'contents')
  const shown = wanted ?? (!own && headings.length > 1)
  return shown ? lines.findIndex((line) => line.kind === 'heading') : -1
}

/** Headings down to the third level with their bookmarks. */
export function contentsEntries(lines: readonly DocumentLine[], { bookmarks }: RunContext): ContentsEntry[] {
  return lines.flatMap(({ kind, level, label, children, addresses }, index) => {
    if ((kind !== 'heading' && kind !== 'attachment') || level > 3) return []
    const anchor = addresses.map((address) => bookmarks.nameOf(address)).find((name) => name !== undefined)
    const next = lines[index + 1]
    const name = next?.kind === 'attachmentName' ? textOf(next.children as RegastNode[]) : ''
    return [{ text: (name === '' ? label : spaced(label)) + textOf(children as RegastNode[]) + name, level, anchor }]
  })
}

/** What Word cannot carry. */
export function losses(tree: Root): VFileMessage[] {
  const messages: VFileMessage[] = []
  const visit = (node: RegastNode): void => {
    if (node.type === 'inline') {
      const message = new VFileMessage(
        `Word 文档不保留这里的 Markdown（${inlineNames[node.mdast.type] ?? node.mdast.type}），只写出文字。`,
        {
          place: node.position
        }
      )
      message.source = 'docx'
      message.ruleId = 'markdown-left-out'
      messages.push(message)
    }
    if ('children' in node) for (const child of node.children) visit(child as RegastNode)
  }
  visit(tree)
  return messages
}

const inlineNames: Record<string, string> = {
  link: '链接',
  image: '图片',
  html: 'HTML',
  footnoteReference: '脚注',
  inlineCode: '代码'
}
