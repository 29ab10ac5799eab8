import type { Nodes } from 'mdast'
import type { CachedArticle } from './article-cache.js'
import { skipBlank, trimBlank } from './characters.js'
import type { Marker } from './markers.js'
import type { Passage } from './passages.js'
import { type Run, runsText, sliceRuns, trimRuns } from './runs.js'

/** How a line follows the one before: a new Markdown block, a soft or a hard line break, or further text of one list item. */
export type Join = 'block' | 'soft' | 'hard' | 'item'

type Kind = 'text' | 'comment' | 'block' | 'frontMatter'

/** What a line is for the document: its title, a promulgation note, table of contents, signature, or its body. */
export type Role = 'body' | 'title' | 'note' | 'contents' | 'signature'

const kinds: readonly Kind[] = ['text', 'comment', 'block', 'frontMatter']
const joins: readonly Join[] = ['block', 'soft', 'hard', 'item']
const roles: readonly Role[] = ['body', 'title', 'note', 'contents', 'signature']
const joinAt = 2
const roleAt = 4
const quotedBit = 1 << 7
const depthAt = 8

/** What only a line has that is more than plain text. */
interface Rich {
  bullet: boolean
  nesting: number
  runs: Run[] | undefined
  mdast: Nodes | undefined
  value: string
  endLine: number
  endLineStart: number
}

/** What is remembered of a line from one survey and build to the next. */
interface Memory {
  surveyed: boolean
  changed: boolean
  passage: Passage | undefined
  article: CachedArticle | undefined
}

/**
 * One written line of a draft, whichever Markdown construct carries it; the clause tree is built from these. All lines of a text live
 * until its tree stands, so that what few of them have is kept apart.
 */
export class Line {
  /** Set by the survey: how the line opens, where that makes it more than running text. */
  marker: Marker | undefined = undefined
  /** What a few bits hold: kind, join, role, whether it is quoted, and depth of heading. */
  private flags: number
  private rich: Rich | undefined = undefined
  private memory: Memory | undefined = undefined

  constructor(
    kind: Kind,
    /** First character that is not blank, and the end of the last one. */
    public start: number,
    public end: number,
    public line: number,
    /** Offset at which the line begins, so that a column is `offset - lineStart + 1`. */
    public lineStart: number,
    join: Join,
    depth: number
  ) {
    this.flags = kinds.indexOf(kind) | (joins.indexOf(join) << joinAt) | (depth << depthAt)
  }

  get kind(): Kind {
    return kinds[this.flags & 3]!
  }

  get join(): Join {
    return joins[(this.flags >> joinAt) & 3]!
  }

  /** Set by the survey: what the line is for the document as a whole. */
  get role(): Role {
    return roles[(this.flags >> roleAt) & 7]!
  }

  set role(role: Role) {
    this.flags = (this.flags & ~(7 << roleAt)) | (roles.indexOf(role) << roleAt)
  }

  /** Set by the survey: a quotation that an earlier line opened is still open. */
  get quoted(): boolean {
    return (this.flags & quotedBit) !== 0
  }

  set quoted(quoted: boolean) {
    this.flags = quoted ? this.flags | quotedBit : this.flags & ~quotedBit
  }

  /** Depth of a Markdown heading, 0 for running text. */
  get depth(): number {
    return this.flags >> depthAt
  }

  set depth(depth: number) {
    this.flags = (this.flags & ((1 << depthAt) - 1)) | (depth << depthAt)
  }

  /** An item of a bulleted list. */
  get bullet(): boolean {
    return this.rich?.bullet === true
  }

  set bullet(bullet: boolean) {
    if (bullet !== this.bullet) this.more.bullet = bullet
  }

  /** Markdown lists that the line stands in, 0 outside every list. */
  get nesting(): number {
    return this.rich === undefined ? 0 : this.rich.nesting
  }

  set nesting(nesting: number) {
    if (nesting !== this.nesting) this.more.nesting = nesting
  }

  /** Stretches of a line that is more than plain text; `undefined` where the source slice is the text. */
  get runs(): Run[] | undefined {
    return this.rich === undefined ? undefined : this.rich.runs
  }

  set runs(runs: Run[] | undefined) {
    this.more.runs = runs
  }

  get mdast(): Nodes | undefined {
    return this.rich === undefined ? undefined : this.rich.mdast
  }

  set mdast(mdast: Nodes | undefined) {
    this.more.mdast = mdast
  }

  /** Value of a comment or of front matter. */
  get value(): string {
    return this.rich === undefined ? '' : this.rich.value
  }

  set value(value: string) {
    this.more.value = value
  }

  get endLine(): number {
    return this.rich === undefined ? this.line : this.rich.endLine
  }

  get endLineStart(): number {
    return this.rich === undefined ? this.lineStart : this.rich.endLineStart
  }

  /** The line ends on another one of the source, which begins at an offset. */
  endOn(line: number, lineStart: number): void {
    if (line === this.endLine && lineStart === this.endLineStart) return
    this.more.endLine = line
    this.more.endLineStart = lineStart
  }

  /** Moves the line; what its marker, runs and kept-aside tree say of places is not moved. */
  shift(delta: number, lineDelta: number): void {
    const { rich } = this
    this.start += delta
    this.end += delta
    this.lineStart += delta
    this.line += lineDelta
    if (rich === undefined) return
    rich.endLineStart += delta
    rich.endLine += lineDelta
  }

  /** A survey that remembers has seen the line before. */
  get surveyed(): boolean {
    return this.memory?.surveyed === true
  }

  set surveyed(surveyed: boolean) {
    this.remembered.surveyed = surveyed
  }

  /** Set by a survey that remembers: the line is new, or means something else than in the survey before. */
  get changed(): boolean {
    return this.memory === undefined || this.memory.changed
  }

  set changed(changed: boolean) {
    this.remembered.changed = changed
  }

  /** The article that the survey before found to begin here. */
  get passage(): Passage | undefined {
    return this.memory?.passage
  }

  set passage(passage: Passage | undefined) {
    if (passage !== this.passage) this.remembered.passage = passage
  }

  /** The article that was last built from this line on. */
  get article(): CachedArticle | undefined {
    return this.memory?.article
  }

  set article(article: CachedArticle | undefined) {
    if (article !== this.article) this.remembered.article = article
  }

  private get more(): Rich {
    const { line, lineStart } = this
    this.rich ??= {
      bullet: false,
      nesting: 0,
      runs: undefined,
      mdast: undefined,
      value: '',
      endLine: line,
      endLineStart: lineStart
    }
    return this.rich
  }

  private get remembered(): Memory {
    this.memory ??= { surveyed: false, changed: true, passage: undefined, article: undefined }
    return this.memory
  }
}

/** A line of plain text whose source slice is what a reader sees, blanks at its edges left out; `undefined` where nothing is left. */
export function plainLine(
  source: string,
  from: number,
  to: number,
  line: number,
  lineStart: number,
  join: Join,
  depth: number
): Line | undefined {
  const start = skipBlank(source, from, to)
  const end = trimBlank(source, start, to)
  if (start === end) return undefined
  return new Line('text', start, end, line, lineStart, join, depth)
}

/** A line of several stretches; becomes a plain one where it holds no more than plain text. */
export function richLine(runs: Run[], source: string, join: Join, depth: number): Line | undefined {
  const kept = trimRuns(runs)
  const first = kept[0]
  const last = kept[kept.length - 1]
  if (first === undefined || last === undefined) return undefined
  if (kept.length === 1 && first.kind === 'text' && !first.marks && first.end - first.start === first.value.length) {
    if (source.startsWith(first.value, first.start)) {
      return new Line('text', first.start, first.end, first.line, first.lineStart, join, depth)
    }
  }
  const line = new Line('text', first.start, last.end, first.line, first.lineStart, join, depth)
  line.runs = kept
  line.endOn(last.endLine, last.endLineStart)
  return line
}

/** Whether a line stands as a heading, written as one in Markdown or not. */
export function isHeading({ depth, marker }: Line): boolean {
  if (depth > 0) return true
  if (marker === undefined || marker.kind === 'item') return false
  return marker.kind !== 'ordinal' || marker.unit !== 'article'
}

/** Text of a line and the indices its markers count in. */
export function boundsOf(line: Line, source: string): { text: string; from: number; to: number } {
  const { runs } = line
  if (runs === undefined) return { text: source, from: line.start, to: line.end }
  const text = runsText(runs)
  return { text, from: 0, to: text.length }
}

/** What a reader sees of a line. */
export function lineText(line: Line, source: string): string {
  return line.runs === undefined ? source.slice(line.start, line.end) : runsText(line.runs)
}

/** The part of a rich line from one index of its text to another, as a line of its own. */
export function sliceLine(line: Line, source: string, from: number, to: number, join: Join): Line | undefined {
  if (line.runs === undefined) {
    return plainLine(source, line.start + from, line.start + to, line.line, line.lineStart, join, line.depth)
  }
  return richLine(sliceRuns(line.runs, from, to), source, join, line.depth)
}
