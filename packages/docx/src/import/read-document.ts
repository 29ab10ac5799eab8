import { child, elements, rawText, type XmlElement } from '@tiaoli/xml'
import { isPrinted } from '../template/printed.js'
import type { NumberCounter } from './numbering.js'
import { type ParagraphStyle, toggled } from './styles.js'
import {
  type Revision,
  statedTime,
  type WordBlock,
  type WordParagraph,
  type WordRun,
  type WordTable
} from './word-paragraph.js'

/** Paragraphs and tables of a body; automatic numbers are counted later, when it is known which paragraphs stay. */
export interface RawParagraph extends WordParagraph {
  numId: string | undefined
  level: number
}

/** What was met that has no place in Markdown, and how often. */
export type Losses = Map<string, number>

/** Reads the body of a document: fields leave their results, contents that Word made are left out. */
export function readBody(
  body: XmlElement,
  styleOf: (id: string | undefined) => ParagraphStyle,
  counter: NumberCounter
): { blocks: WordBlock[]; losses: Losses } {
  const reader = new BodyReader(styleOf, counter)
  const blocks: WordBlock[] = []
  reader.blocks(body, blocks, undefined)
  return { blocks, losses: reader.losses }
}

interface RunProperties {
  bold: boolean
  italic: boolean
  strike: boolean
  hidden: boolean
}

class BodyReader {
  readonly losses: Losses = new Map()
  /** Open fields, innermost last; `contents` where Word made the text from headings. */
  private readonly fields: { instruction: string; result: boolean; contents: boolean }[] = []
  private readonly comments = new Set<string>()

  constructor(
    private readonly styleOf: (id: string | undefined) => ParagraphStyle,
    private readonly counter: NumberCounter
  ) {}

  blocks(parent: XmlElement, found: WordBlock[], revision: Revision | undefined): void {
    for (const element of elements(parent)) {
      switch (element.name) {
        case 'w:p':
          if (!isPrinted(element)) this.paragraph(element, found, revision)
          break
        case 'w:tbl':
          if (!isPrinted(element)) found.push(this.table(element))
          break
        case 'w:sdt': {
          const content = child(element, 'w:sdtContent')
          const gallery = child(child(child(element, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery')
          if (content !== undefined && gallery?.attributes['w:val'] !== 'Table of Contents')
            this.blocks(content, found, revision)
          break
        }
        case 'w:customXml':
        case 'w:smartTag':
          this.blocks(element, found, revision)
          break
        case 'w:ins':
        case 'w:moveTo':
        case 'w:del':
        case 'w:moveFrom':
          this.blocks(element, found, readRevision(element) ?? revision)
          break
        case 'mc:AlternateContent': {
          const choice = child(element, 'mc:Fallback') ?? child(element, 'mc:Choice')
          if (choice !== undefined) this.blocks(choice, found, revision)
          break
        }
        case 'w:commentRangeStart':
          this.comments.add(element.attributes['w:id'] ?? '')
          break
        case 'w:commentRangeEnd':
          this.comments.delete(element.attributes['w:id'] ?? '')
          break
        case 'w:altChunk':
          this.lose('嵌入的其他文件')
      }
    }
  }

  private paragraph(element: XmlElement, found: WordBlock[], revision: Revision | undefined): void {
    const properties = child(element, 'w:pPr')
    const style = this.styleOf(child(properties, 'w:pStyle')?.attributes['w:val'])
    const numbering = child(properties, 'w:numPr')
    const numId = child(numbering, 'w:numId')?.attributes['w:val'] ?? style.numId
    const stated = child(numbering, 'w:ilvl')?.attributes['w:val']
    const styleLevel =
      numId === undefined
        ? undefined
        : this.counter.levelOfStyle(numId, child(properties, 'w:pStyle')?.attributes['w:val'] ?? '')
    const outline = child(properties, 'w:outlineLvl')?.attributes['w:val']
    const markProperties = child(properties, 'w:rPr')
    const wasContents = this.inContents()
    const paragraph: RawParagraph = {
      type: 'paragraph',
      style: outline === undefined ? style : { ...style, outline: Number(outline) },
      number: undefined,
      // 0 takes a paragraph out of the list of its style.
      numId: numId === '0' ? undefined : numId,
      alignment: child(properties, 'w:jc')?.attributes['w:val'],
      level: stated === undefined ? (styleLevel ?? style.level ?? 0) : Number(stated),
      runs: [],
      mark:
        (markProperties &&
          elements(markProperties)
            .map(readRevision)
            .find((mark) => mark !== undefined)) ??
        revision
    }
    const base = { bold: style.bold, italic: false, strike: false, hidden: style.hidden }
    this.inline(element, paragraph, base, revision)
    // The lines of contents that Word made, from the first to the last, are no text of the draft.
    if (
      wasContents ||
      (this.inContents() && paragraph.runs.length === 0) ||
      /^(?:toc \d|toc heading|contents? heading)/.test(style.name)
    )
      return
    found.push(paragraph)
  }

  private inline(
    parent: XmlElement,
    paragraph: WordParagraph,
    base: RunProperties,
    revision: Revision | undefined
  ): void {
    for (const element of elements(parent)) {
      switch (element.name) {
        case 'w:r':
          this.run(element, paragraph, base, revision)
          break
        case 'w:ins':
        case 'w:del':
        case 'w:moveTo':
        case 'w:moveFrom':
          this.inline(element, paragraph, base, readRevision(element) ?? revision)
          break
        case 'w:fldSimple':
          if (!isContents(element.attributes['w:instr'] ?? '')) this.inline(element, paragraph, base, revision)
          break
        case 'w:hyperlink':
        case 'w:smartTag':
        case 'w:customXml':
        case 'w:dir':
        case 'w:bdo':
          this.inline(element, paragraph, base, revision)
          break
        case 'w:sdt': {
          const content = child(element, 'w:sdtContent')
          if (content !== undefined) this.inline(content, paragraph, base, revision)
          break
        }
        case 'mc:AlternateContent': {
          const choice = child(element, 'mc:Fallback') ?? child(element, 'mc:Choice')
          if (choice !== undefined) this.inline(choice, paragraph, base, revision)
          break
        }
        case 'w:commentRangeStart':
          this.comments.add(element.attributes['w:id'] ?? '')
          break
        case 'w:commentRangeEnd':
          this.comments.delete(element.attributes['w:id'] ?? '')
      }
    }
  }

  private run(
    element: XmlElement,
    paragraph: WordParagraph,
    base: RunProperties,
    revision: Revision | undefined
  ): void {
    const properties = child(element, 'w:rPr')
    const run: WordRun = {
      text: '',
      bold: toggled(properties, 'w:b') ?? base.bold,
      italic: toggled(properties, 'w:i') ?? base.italic,
      strike: toggled(properties, 'w:strike') ?? base.strike,
      hidden: toggled(properties, 'w:vanish') ?? base.hidden,
      revision,
      comments: [...this.comments]
    }
    for (const part of elements(element)) {
      const field = this.fields[this.fields.length - 1]
      if (part.name === 'w:fldChar') {
        this.fieldMark(part.attributes['w:fldCharType'] ?? '')
        continue
      }
      if (part.name === 'w:instrText' || part.name === 'w:delInstrText') {
        if (field !== undefined && !field.result) {
          field.instruction += rawText(part)
          field.contents = isContents(field.instruction)
        }
        continue
      }
      if (this.inContents() || (field !== undefined && !field.result)) continue
      this.runPart(part, run, paragraph)
    }
    if (run.text !== '' || run.footnote !== undefined) paragraph.runs.push(run)
  }

  private runPart(part: XmlElement, run: WordRun, paragraph: WordParagraph): void {
    switch (part.name) {
      case 'w:t':
      case 'w:delText':
        run.text += rawText(part)
        break
      case 'w:tab':
      case 'w:ptab':
        run.text += ' '
        break
      case 'w:br':
      case 'w:cr':
        if ((part.attributes['w:type'] ?? 'textWrapping') === 'textWrapping') run.text += '\n'
        break
      case 'w:noBreakHyphen':
        run.text += '-'
        break
      case 'w:sym':
        this.lose('符号字体的字符')
        run.text += '□'
        break
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const id = `${part.name === 'w:footnoteReference' ? '' : 'e'}${part.attributes['w:id'] ?? ''}`
        if (run.text !== '') paragraph.runs.push({ ...run })
        paragraph.runs.push({ ...run, text: '', footnote: id })
        run.text = ''
        break
      }
      case 'w:commentReference': {
        // A comment on a place rather than on words has no range.
        const id = part.attributes['w:id'] ?? ''
        paragraph.runs.push({ ...run, text: '', comments: [id] })
        break
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.lose('图片、文本框或嵌入对象')
        break
      case 'w:ruby': {
        const words = child(part, 'w:rubyBase')
        run.text += words === undefined ? '' : rawText(words)
      }
    }
  }

  private fieldMark(type: string): void {
    const field = this.fields[this.fields.length - 1]
    if (type === 'begin') this.fields.push({ instruction: '', result: false, contents: false })
    else if (type === 'separate' && field !== undefined) field.result = true
    else if (type === 'end') this.fields.pop()
  }

  private inContents(): boolean {
    return this.fields.some((field) => field.contents)
  }

  private table(element: XmlElement): WordTable {
    const rows = elements(element).flatMap((row) =>
      row.name === 'w:sdt' ? elements(child(row, 'w:sdtContent') ?? row) : [row]
    )
    return {
      type: 'table',
      rows: rows
        .filter(({ name }) => name === 'w:tr')
        .map((row) => {
          const properties = child(row, 'w:trPr')
          const revision =
            properties &&
            elements(properties)
              .map(readRevision)
              .find((found) => found !== undefined)
          return {
            revision,
            cells: elements(row)
              .flatMap((cell) => {
                if (cell.name === 'w:sdt')
                  return elements(child(cell, 'w:sdtContent') ?? cell).filter(({ name }) => name === 'w:tc')
                return cell.name === 'w:tc' ? [cell] : []
              })
              .map((cell) => {
                const blocks: WordBlock[] = []
                this.blocks(cell, blocks, undefined)
                const cellProperties = child(cell, 'w:tcPr')
                const merge = child(cellProperties, 'w:vMerge')
                return {
                  blocks,
                  span: spanOf(child(cellProperties, 'w:gridSpan')),
                  continued: merge !== undefined && merge.attributes['w:val'] !== 'restart'
                }
              })
          }
        })
    }
  }

  private lose(what: string): void {
    this.losses.set(what, (this.losses.get(what) ?? 0) + 1)
  }
}

/** Columns that a cell spans; Word knows no more than 63, and a file that states millions is made to exhaust memory. */
function spanOf(element: XmlElement | undefined): number {
  const stated = Number(element?.attributes['w:val'] ?? 1)
  return Number.isInteger(stated) ? Math.min(63, Math.max(1, stated)) : 1
}

function isContents(instruction: string): boolean {
  return /^\s*TOC\b/.test(instruction)
}

function readRevision({ name, attributes }: XmlElement): Revision | undefined {
  const kinds: Record<string, Revision['kind']> = {
    'w:ins': 'insertion',
    'w:moveTo': 'insertion',
    'w:del': 'deletion',
    'w:moveFrom': 'deletion'
  }
  const kind = kinds[name]
  if (kind === undefined) return undefined
  return {
    kind,
    author: attributes['w:author'] ?? '',
    date: statedTime(attributes['w:date']),
    moved: name.startsWith('w:move')
  }
}
