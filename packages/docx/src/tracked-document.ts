import type { ComparedDraft } from '@tiaoli/diff'
import { compareDrafts, diffText } from '@tiaoli/diff'
import type { AnnotatedPiece } from '@tiaoli/library'
import {
  BookmarkEnd,
  BookmarkStart,
  DeletedTextRun,
  type FileChild,
  InsertedTextRun,
  Paragraph,
  type ParagraphChild
} from 'docx'
import type { RegastNode } from 'regast'
import type { VFileMessage } from 'vfile-message'
import { alignLines } from './align-lines.js'
import { blockChildren, markdownOf } from './blocks.js'
import { contentsField, insertedField } from './contents.js'
import { FrontPages } from './cover.js'
import {
  allStyles,
  commentParagraph,
  contentsEntries,
  contentsIndex,
  type DraftDocumentOptions,
  frontMatterProperties,
  losses,
  numberLine,
  runContext
} from './draft-document.js'
import { packFile } from './file.js'
import { font } from './layout.js'
import type { DocumentLine } from './line.js'
import { linesOf, textOf, wordsOf } from './lines-of.js'
import {
  fieldInstruction,
  fieldParts,
  hidden,
  labelRuns,
  lineRuns,
  phrasingRuns,
  piecesRuns,
  type RunContext
} from './runs.js'
import { lineOptions } from './styles.js'

/** How two drafts become a Word file with tracked changes. */
export interface TrackedDocumentOptions extends Omit<DraftDocumentOptions, 'links'> {
  /** Who is named as author of the changes. */
  author: string
  /** ISO time of the changes. */
  date: string
}

/** The new draft as a Word file in which the changes from the old one are tracked, for reviewers to accept or reject. */
export async function exportTrackedDocx(
  old: ComparedDraft,
  next: ComparedDraft,
  options: TrackedDocumentOptions
): Promise<{ value: Uint8Array; messages: VFileMessage[] }> {
  const { addresses } = compareDrafts(old, next)
  const news = linesOf(next.tree)
  const context = runContext(news, next.links, options.comments ?? true)
  const writer = new TrackedWriter(context, options)
  const children: FileChild[] = []
  const front = new FrontPages(options.title, options.cover)
  const contentsLine = news[contentsIndex(news, options.contents)]
  for (const pair of alignLines(linesOf(old.tree), news, addresses)) {
    if (contentsLine !== undefined && pair.new === contentsLine)
      children.push(...front.contents(contentsField(contentsEntries(news, context))))
    children.push(...writer.pair(pair.old, pair.new))
  }
  const value = await packFile({
    title: options.title,
    author: options.author,
    styles: allStyles,
    grid: true,
    front: front.pages,
    children: [...numberLine(options.number), ...children],
    properties: frontMatterProperties(next.tree)
  })
  return { value, messages: losses(next.tree) }
}

class TrackedWriter {
  private date: string

  constructor(
    private readonly context: RunContext,
    private readonly options: { author: string; date: string }
  ) {
    this.date = options.date
  }

  pair(old: DocumentLine | undefined, next: DocumentLine | undefined): FileChild[] {
    if (next === undefined) return this.deleted(old!)
    if (old === undefined) return this.inserted(next)
    if (old.block !== undefined && next.block !== undefined) {
      const comments = commentParagraph(next, this.context)
      if (markdownOf(old.block) === markdownOf(next.block))
        return [...comments, ...blockChildren(next.block, this.context)]
      return [
        ...comments,
        ...blockChildren(old.block, this.context, this.change('deletion')),
        ...blockChildren(next.block, this.context, this.change('insertion'))
      ]
    }
    const oldText = textOf(old.children as RegastNode[])
    const newText = textOf(next.children as RegastNode[])
    if (oldText === newText && old.label === next.label) {
      return [new Paragraph({ ...lineOptions(next), children: lineRuns(next, this.context) })]
    }
    const children: ParagraphChild[] = next.comments.flatMap((comment) => hidden(comment, this.context))
    if (old.label === next.label) children.push(...labelRuns(next, this.context))
    else {
      if (old.label !== '') children.push(this.removed(old.label, next.kind === 'article'))
      children.push(...this.addedLabel(next))
    }
    children.push(...this.changedText(oldText, newText, next))
    for (const comment of next.commentsAfter ?? []) children.push(...hidden(comment, this.context))
    return [new Paragraph({ ...lineOptions(next), children })]
  }

  private deleted(line: DocumentLine): FileChild[] {
    if (line.block !== undefined) return blockChildren(line.block, this.context, this.change('deletion'))
    const text = line.label + textOf(line.children as RegastNode[])
    const { pageBreakBefore: _, ...options } = lineOptions(line)
    return this.wholeLine(() => [
      new Paragraph({ ...options, run: { deletion: this.revision() }, children: [this.removed(text)] })
    ])
  }

  private inserted(line: DocumentLine): FileChild[] {
    if (line.block !== undefined)
      return [
        ...commentParagraph(line, this.context),
        ...blockChildren(line.block, this.context, this.change('insertion'))
      ]
    return this.wholeLine(() => {
      const children = [
        ...line.comments.flatMap((comment) => hidden(comment, this.context)),
        ...this.addedLabel(line),
        ...this.added(this.context.annotate(line.children as RegastNode[])),
        ...(line.commentsAfter ?? []).flatMap((comment) => hidden(comment, this.context))
      ]
      return [new Paragraph({ ...lineOptions(line), run: { insertion: this.revision() }, children })]
    })
  }

  private changedText(oldText: string, newText: string, line: DocumentLine): ParagraphChild[] {
    if (oldText === newText) return phrasingRuns(line.children, this.context)
    const pieces = this.context.annotate(line.children as RegastNode[])
    const children: ParagraphChild[] = []
    const slice = slicer(pieces)
    for (const segment of diffText(oldText, newText)) {
      if (segment.kind === 'reference') {
        if (segment.old === segment.new) children.push(...piecesRuns(slice(segment.new.length), this.context))
        else children.push(this.removed(segment.old), ...this.added(slice(segment.new.length)))
      } else if (segment.kind === 'equal') children.push(...piecesRuns(slice(segment.text.length), this.context))
      else if (segment.kind === 'inserted') children.push(...this.added(slice(segment.text.length)))
      else children.push(this.removed(segment.text))
    }
    children.push(...piecesRuns(slice(Number.POSITIVE_INFINITY), this.context))
    return children
  }

  private addedLabel(line: DocumentLine): ParagraphChild[] {
    if (line.label === '') return labelRuns(line, this.context)
    const marks = this.context.bookmarks.take(line.addresses)
    const number = line.label.trimEnd()
    const blank = line.label.slice(number.length)
    const style = line.kind === 'article' ? { font: font('hei') } : {}
    return [
      ...marks.map(({ id, name }) => new BookmarkStart(name, id)),
      new InsertedTextRun({ ...this.revision(), ...style, text: number }),
      ...marks.map(({ id }) => new BookmarkEnd(id)),
      ...(blank === '' ? [] : [new InsertedTextRun({ ...this.revision(), text: blank })])
    ] as unknown as ParagraphChild[]
  }

  private added(pieces: readonly AnnotatedPiece[]): ParagraphChild[] {
    const children: ParagraphChild[] = []
    for (let index = 0; index < pieces.length; ) {
      const { reference } = pieces[index]!
      let end = index + 1
      while (end < pieces.length && pieces[end]!.reference === reference) end += 1
      const group = pieces.slice(index, end)
      const parts = reference && fieldParts(reference, group, this.context)
      if (parts === undefined) children.push(...group.flatMap((piece) => this.addedPiece(piece)))
      else {
        for (const { text, bookmark } of parts) {
          children.push(
            bookmark === undefined
              ? new InsertedTextRun({ ...this.revision(), text })
              : (insertedField(fieldInstruction(bookmark), text, this.revision()) as unknown as ParagraphChild)
          )
        }
      }
      index = end
    }
    return children
  }

  private addedPiece({ node }: AnnotatedPiece): ParagraphChild[] {
    if (node.type === 'comment') return hidden(node.value, this.context)
    if (node.type === 'break') return [new InsertedTextRun({ ...this.revision(), break: 1 })]
    const text = wordsOf(node)
    if (text === '') return []
    const marks = (node.type === 'text' && node.marks) || []
    const style = {
      ...(marks.includes('strong') && { bold: true }),
      ...(marks.includes('emphasis') && { italics: true })
    }
    return [new InsertedTextRun({ ...this.revision(), ...style, text })]
  }

  private removed(text: string, isNumber = false): ParagraphChild {
    // A line break that was deleted is of no interest in a deletion.
    return new DeletedTextRun({
      ...this.revision(),
      ...(isNumber && { font: font('hei') }),
      text: text.replaceAll('\n', ' ')
    })
  }

  /**
   * Changes of whole lines bear a time five minutes later than those inside lines: LibreOffice joins neighbouring
   * changes of about the same time, and would join a new line with the end of the line before it.
   */
  private wholeLine(write: () => FileChild[]): FileChild[] {
    const { date } = this
    this.date = new Date(Date.parse(date) + 5 * 60_000).toISOString().replace(/\.\d+/, '')
    const children = write()
    this.date = date
    return children
  }

  private revision(): { id: number; author: string; date: string } {
    return { id: this.context.bookmarks.nextId(), author: this.options.author, date: this.date }
  }

  private change(kind: 'insertion' | 'deletion') {
    return { kind, id: () => this.context.bookmarks.nextId(), author: this.options.author, date: this.options.date }
  }
}

/** Hands out pieces by the length of their text; what has no text goes with what stands before it. */
function slicer(pieces: readonly AnnotatedPiece[]): (length: number) => AnnotatedPiece[] {
  let index = 0
  let done = 0
  return (length) => {
    const taken: AnnotatedPiece[] = []
    let left = length
    while (index < pieces.length) {
      const piece = pieces[index]!
      const size = wordsOf(piece.node).length
      if (size > 0 && left === 0) break
      if (piece.node.type !== 'text') {
        taken.push(piece)
        left -= size
        index += 1
        continue
      }
      const rest = piece.node.value.slice(done)
      const part = rest.slice(0, left)
      taken.push({ ...piece, node: { ...piece.node, value: part } })
      left -= part.length
      done += part.length
      if (done === piece.node.value.length) {
        index += 1
        done = 0
      }
    }
    return taken
  }
}
