import type { AnnotatedPiece, Annotator, LinkedReference, LinkTarget } from '@tiaoli/library'
import {
  BookmarkEnd,
  BookmarkStart,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  SimpleField,
  TextRun
} from 'docx'
import type { Phrasing, RegastNode } from 'regast'
import { font } from './layout.js'
import type { DocumentLine } from './line.js'
import { wordsOf } from './lines-of.js'

/** What the runs of a document share. */
export interface RunContext {
  annotate: Annotator
  bookmarks: Bookmarks
  /** Whether tracing comments go along as hidden text. */
  comments: boolean
}

/** Names and ids of the bookmarks of one document: one for each clause that a reference points to, and for each article. */
export class Bookmarks {
  private readonly names = new Map<string, string>()
  private readonly labels = new Map<string, string>()
  private readonly placed = new Set<string>()
  private count = 0

  /** Plans a bookmark; `label` is the printed number of an article. */
  plan(address: string, label?: string): void {
    if (this.names.has(address)) return
    // Word allows letters, digits and underscores, and forty of them.
    const name = address.replaceAll('-', '_i')
    this.names.set(address, name.length <= 40 ? name : `clause_${this.names.size + 1}`)
    if (label !== undefined) this.labels.set(address, label)
  }

  /** The name of the bookmark of an address that has one. */
  nameOf(address: string): string | undefined {
    return this.names.get(address)
  }

  /** The printed number that an article's bookmark holds. */
  labelOf(address: string): string | undefined {
    return this.labels.get(address)
  }

  /** The planned bookmarks of these addresses that stand nowhere yet, to be set around something. */
  take(addresses: readonly string[]): { id: number; name: string }[] {
    return addresses.flatMap((address) => {
      const name = this.names.get(address)
      if (name === undefined || this.placed.has(name)) return []
      this.placed.add(name)
      return [{ id: this.nextId(), name }]
    })
  }

  /** Ids are shared by all kinds of annotation. */
  nextId(): number {
    this.count += 1
    return this.count
  }
}

/** A line as Word's runs: bookmarks around its number, references as fields and links, comments hidden. */
export function lineRuns(line: DocumentLine, context: RunContext): ParagraphChild[] {
  const children: ParagraphChild[] = []
  for (const comment of line.comments) children.push(...hidden(comment, context))
  children.push(...labelRuns(line, context), ...phrasingRuns(line.children, context))
  for (const comment of line.commentsAfter ?? []) children.push(...hidden(comment, context))
  return children
}

/** The number of a line between its bookmarks; in a line without one, the bookmarks alone. */
export function labelRuns({ kind, label, addresses }: DocumentLine, { bookmarks }: RunContext): ParagraphChild[] {
  const marks = bookmarks.take(addresses)
  const number = label.trimEnd()
  const blank = label.slice(number.length)
  const styled: IRunOptions = kind === 'article' ? { font: font('hei') } : {}
  return [
    ...marks.map(({ id, name }) => new BookmarkStart(name, id)),
    ...(number === '' ? [] : [new TextRun({ ...styled, text: number })]),
    ...marks.map(({ id }) => new BookmarkEnd(id)),
    ...(blank === '' ? [] : [new TextRun(blank)])
  ] as unknown as ParagraphChild[]
}

/** Phrasing as runs. */
export function phrasingRuns(children: readonly Phrasing[], context: RunContext): ParagraphChild[] {
  return piecesRuns(context.annotate(children as readonly RegastNode[]), context)
}

/** Pieces as runs, those of one reference together. */
export function piecesRuns(pieces: readonly AnnotatedPiece[], context: RunContext): ParagraphChild[] {
  const runs: ParagraphChild[] = []
  for (let index = 0; index < pieces.length; ) {
    const { reference } = pieces[index]!
    let end = index + 1
    while (end < pieces.length && pieces[end]!.reference === reference) end += 1
    const group = pieces.slice(index, end)
    runs.push(
      ...((reference === undefined ? undefined : referenceRuns(reference, group, context)) ?? plainRuns(group, context))
    )
    index = end
  }
  return runs
}

/** A sure reference inside the draft: a field that follows the number of its article, else a link to its clause. */
function referenceRuns(
  reference: LinkedReference,
  group: AnnotatedPiece[],
  context: RunContext
): ParagraphChild[] | undefined {
  const fields = fieldParts(reference, group, context)
  if (fields !== undefined) {
    return fields.map(({ text, bookmark }) =>
      bookmark === undefined ? new TextRun(text) : new SimpleField(fieldInstruction(bookmark), text)
    )
  }
  const [target, ...others] = reference.targets
  if (!isOwn(target) || others.length > 0) return undefined
  const anchor = anchorOf(target.from, context.bookmarks)
  return anchor === undefined ? undefined : [new InternalHyperlink({ anchor, children: plainRuns(group, context) })]
}

/** Words of a reference, and the bookmark that they are the number of. */
export interface FieldPart {
  text: string
  bookmark?: string
}

/** What a field says that shows a bookmark's words in the type of their surroundings. */
export function fieldInstruction(bookmark: string): string {
  return ` REF ${bookmark} \\h \\* CHARFORMAT `
}

/** A reference cut at the printed numbers of articles in it; `undefined` where it is not sure or holds none. */
export function fieldParts(
  { targets }: LinkedReference,
  group: readonly AnnotatedPiece[],
  { bookmarks }: RunContext
): FieldPart[] | undefined {
  if (!isOwn(targets[0]) || group.some(({ node }) => node.type !== 'text' || node.marks !== undefined)) return undefined
  const text = group.map(({ node }) => (node.type === 'text' ? node.value : '')).join('')
  const addresses = targets.filter(isOwn).flatMap(({ from, to }) => [from, ...(to === undefined ? [] : [to])])
  const parts: FieldPart[] = []
  let done = 0
  for (const address of addresses) {
    const article = /^(?:att_[\d-]+__)?art_[\d-]+/.exec(address)?.[0]
    const label = article && bookmarks.labelOf(article)
    const bookmark = article && bookmarks.nameOf(article)
    if (!label || !bookmark) continue
    const at = text.indexOf(label, done)
    // 第三条 is no part of 第三条之一.
    if (at === -1 || text[at + label.length] === '之') continue
    if (at > done) parts.push({ text: text.slice(done, at) })
    parts.push({ text: label, bookmark })
    done = at + label.length
  }
  if (parts.length === 0) return undefined
  if (done < text.length) parts.push({ text: text.slice(done) })
  return parts
}

function isOwn(target: LinkTarget | undefined): target is LinkTarget & { from: string } {
  return target !== undefined && target.instrument === null && target.from !== null && target.status === 'resolved'
}

/** The nearest bookmark at or above a clause. */
function anchorOf(address: string, bookmarks: Bookmarks): string | undefined {
  for (let at = address; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('__')))) {
    const name = bookmarks.nameOf(at)
    if (name !== undefined) return name
  }
  return undefined
}

/** Runs without links; `base` goes to each of them. */
export function plainRuns(pieces: readonly AnnotatedPiece[], context: RunContext, base: IRunOptions = {}): TextRun[] {
  return pieces.flatMap(({ node }) => {
    switch (node.type) {
      case 'text': {
        const marks = node.marks ?? []
        return [
          new TextRun({
            ...base,
            text: node.value,
            ...(marks.includes('strong') && { bold: true }),
            ...(marks.includes('emphasis') && { italics: true }),
            ...(marks.includes('delete') && { strike: true })
          })
        ]
      }
      case 'break':
        return [new TextRun({ ...base, break: 1 })]
      case 'comment':
        return hidden(node.value, context)
      case 'inline': {
        const shown = wordsOf(node)
        return shown === '' ? [] : [new TextRun({ ...base, text: shown })]
      }
      default:
        return []
    }
  })
}

/** A tracing comment as text that is neither shown nor printed, and moves with its clause. */
export function hidden(comment: string, { comments }: Pick<RunContext, 'comments'>): TextRun[] {
  return comments ? [new TextRun({ text: `<!-- ${comment} -->`, vanish: true })] : []
}
