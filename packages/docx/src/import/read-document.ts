import { child, elements, rawText, type XmlElement } from '@tiaoli/xml'
import { raised } from 'regast'
import { isPrinted } from '../template/printed.js'
import { formulaText } from './formula.js'
import type { Loss } from './losses.js'
import type { NumberCounter } from './numbering.js'
import { unendedFields } from './open-fields.js'
import { readRevision } from './read-revision.js'
import { readTable } from './read-table.js'
import { signOf } from './signs.js'
import { type ParagraphStyle, toggled } from './styles.js'
import { alternativeOf, paragraphTexts } from './texts.js'
import type { Revision, WordBlock, WordParagraph, WordRun } from './word-paragraph.js'

/** Paragraphs and tables of a body; automatic numbers are counted later, when it is known which paragraphs stay. */
export interface RawParagraph extends WordParagraph {
  numId: string | undefined
  level: number
}

/** Reads the body of a document: fields leave their results, contents that Word made are left out and their lines counted. */
export function readBody(
  body: XmlElement,
  styleOf: (id: string | undefined) => ParagraphStyle,
  counter: NumberCounter
): { blocks: WordBlock[]; contents: number } {
  const reader = new BodyReader(styleOf, counter, unendedFields(body))
  const blocks: WordBlock[] = []
  reader.blocks(body, blocks, undefined)
  return { blocks, contents: reader.contents }
}

interface RunProperties {
  bold: boolean
  italic: boolean
  strike: boolean
  hidden: boolean
}

class BodyReader {
  /** Lines of contents that were left out. */
  contents = 0
  /** Runs of contents that were met. */
  private met = 0
  /** Losses that wait for the paragraph that they stand in. */
  private lost: Loss[] = []
  /** Open fields, innermost last; `contents` where Word made the text from headings. */
  private readonly fields: { instruction: string; result: boolean; contents: boolean }[] = []
  private readonly comments = new Set<string>()

  constructor(
    private readonly styleOf: (id: string | undefined) => ParagraphStyle,
    private readonly counter: NumberCounter,
    private readonly unended: ReadonlySet<XmlElement>
  ) {}

  blocks(parent: XmlElement, found: WordBlock[], revision: Revision | undefined): void {
    for (const element of elements(parent)) {
      switch (element.name) {
        case 'w:p':
          if (!isPrinted(element)) this.paragraph(element, found, revision)
          break
        case 'w:tbl':
          if (!isPrinted(element)) found.push(readTable(element, (cell) => this.cell(cell)))
          break
        case 'w:sdt': {
          const content = child(element, 'w:sdtContent')
          const gallery = child(child(child(element, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery')
          if (content === undefined) break
          if (gallery?.attributes['w:val'] === 'Table of Contents') this.leaveContents(found, elements(content))
          else this.blocks(content, found, revision)
          break
        }
        case 'm:oMathPara':
        case 'm:oMath':
          // Between paragraphs formulas stand in one of their own.
          this.paragraph(
            { type: 'element', name: 'w:p', attributes: {}, children: [element], line: element.line },
            found,
            revision
          )
          break
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
          const choice = alternativeOf(element)
          if (choice !== undefined) this.blocks(choice, found, revision)
          break
        }
        case 'w:commentRangeStart':
          this.comments.add(element.attributes['w:id'] ?? '')
          break
        case 'w:commentRangeEnd':
          this.comments.delete(element.attributes['w:id'] ?? '')
          break
        case 'w:altChunk': {
          const above = found[found.length - 1]
          const loss = { what: '嵌入的其他文件' }
          if (above?.type === 'paragraph') above.lost.push(loss)
          else this.lost.push(loss)
        }
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
    const met = this.met
    const paragraph: RawParagraph = {
      type: 'paragraph',
      style: outline === undefined ? style : { ...style, outline: Number(outline) },
      number: undefined,
      // 0 takes a paragraph out of the list of its style.
      numId: numId === '0' ? undefined : numId,
      alignment: child(properties, 'w:jc')?.attributes['w:val'],
      level: stated === undefined ? (styleLevel ?? style.level ?? 0) : Number(stated),
      runs: [],
      lost: [],
      mark:
        (markProperties &&
          elements(markProperties)
            .map(readRevision)
            .find((mark) => mark !== undefined)) ??
        revision
    }
    const base = { bold: style.bold, italic: false, strike: false, hidden: style.hidden }
    this.inline(element, paragraph, base, revision)
    paragraph.lost = this.lost.splice(0)
    // The lines of contents that Word made, from the first to the last, are no text of the draft.
    const madeByStyle = /^(?:toc \d|toc heading|contents? heading|wpsoffice手动目录)/.test(style.name)
    if (madeByStyle || (paragraph.runs.length === 0 && (wasContents || this.met > met))) {
      this.leaveContents(found, [element])
      return
    }
    found.push(paragraph)
  }

  /** Nor is the word above the contents: without their lines it would take the first chapter for one. */
  private leaveContents(found: WordBlock[], lines: readonly XmlElement[]): void {
    const texts = lines.flatMap(paragraphTexts).map((text) => text.trim())
    this.contents += texts.filter((text) => text !== '' && !contentsWord.test(text)).length
    const above = found.findLast((block) => block.type !== 'paragraph' || wordsOf(block).trim() !== '')
    if (above?.type !== 'paragraph' || !contentsWord.test(wordsOf(above).trim())) return
    found.splice(found.indexOf(above), 1)
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
          const choice = alternativeOf(element)
          if (choice !== undefined) this.inline(choice, paragraph, base, revision)
          break
        }
        case 'w:subDoc':
          this.lose('嵌入的其他文件')
          break
        case 'm:oMathPara':
        case 'm:oMath':
          if (!this.inContents()) paragraph.runs.push(this.plainRun(this.formula(element), base, revision))
          break
        case 'w:commentRangeStart':
          this.comments.add(element.attributes['w:id'] ?? '')
          break
        case 'w:commentRangeEnd':
          this.comments.delete(element.attributes['w:id'] ?? '')
      }
    }
  }

  private plainRun(text: string, base: RunProperties, revision: Revision | undefined): WordRun {
    return { text, ...base, revision, comments: [...this.comments] }
  }

  /** A formula on one line; what it looked like goes. */
  private formula(element: XmlElement): string {
    const text = formulaText(element)
    this.lost.push({ what: '改写成一行文字的公式', kept: true, words: text })
    return text
  }

  private run(
    element: XmlElement,
    paragraph: WordParagraph,
    base: RunProperties,
    revision: Revision | undefined
  ): void {
    const properties = child(element, 'w:rPr')
    const named = child(properties, 'w:rStyle')?.attributes['w:val']
    const style = named === undefined ? undefined : this.styleOf(named)
    const run: WordRun = {
      text: '',
      bold: toggled(properties, 'w:b') ?? base.bold,
      italic: toggled(properties, 'w:i') ?? base.italic,
      strike: toggled(properties, 'w:strike') ?? toggled(properties, 'w:dstrike') ?? (style?.strike || base.strike),
      hidden: toggled(properties, 'w:vanish') ?? (style?.hidden || base.hidden),
      revision,
      comments: [...this.comments]
    }
    for (const part of elements(element)) {
      const field = this.fields[this.fields.length - 1]
      if (part.name === 'w:fldChar') {
        if (!this.unended.has(part)) this.fieldMark(part.attributes['w:fldCharType'] ?? '')
        continue
      }
      if (part.name === 'w:instrText' || part.name === 'w:delInstrText') {
        if (field !== undefined && !field.result) {
          field.instruction += rawText(part)
          field.contents = isContents(field.instruction)
        }
        continue
      }
      if (this.inContents()) this.met += 1
      if (this.inContents() || (field !== undefined && !field.result)) continue
      this.runPart(part, run, paragraph)
    }
    this.raise(run, child(properties, 'w:vertAlign')?.attributes['w:val'])
    if (run.text !== '' || run.footnote !== undefined) paragraph.runs.push(run)
  }

  /** Raised and lowered figures keep their meaning; what has no such characters is told. */
  private raise(run: WordRun, script: string | undefined): void {
    if (run.hidden || run.text.trim() === '' || (script !== 'superscript' && script !== 'subscript')) return
    const text = raised(run.text, script)
    if (text === undefined) this.lose(script === 'superscript' ? '上标' : '下标', run.text)
    else run.text = text
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
        run.text += (part.attributes['w:type'] ?? 'textWrapping') === 'textWrapping' ? '\n' : '\f'
        break
      case 'w:noBreakHyphen':
        run.text += '-'
        break
      case 'w:sym': {
        const { 'w:font': font, 'w:char': code } = part.attributes
        const sign = signOf(font, code)
        if (sign === undefined) this.lose('符号字体的字符', `${font ?? ''} ${code ?? ''}`)
        run.text += sign ?? '□'
        break
      }
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
      case 'mc:AlternateContent': {
        const choice = alternativeOf(part)
        for (const below of choice === undefined ? [] : elements(choice)) this.runPart(below, run, paragraph)
        break
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object': {
        const words = paragraphTexts(part).join(' ')
        if (words.trim() !== '') this.lose('文本框', words)
        else this.lose(part.name === 'w:object' ? '嵌入对象' : '图片或图形')
        break
      }
      case 'w:ruby': {
        const [words, reading] = [child(part, 'w:rubyBase'), child(part, 'w:rt')]
        run.text += words === undefined ? '' : rawText(words)
        if (reading !== undefined) this.lose('注音', rawText(reading))
      }
    }
  }

  private fieldMark(type: string): void {
    const field = this.fields[this.fields.length - 1]
    if (type === 'begin') this.fields.push({ instruction: '', result: false, contents: false })
    else if (type === 'separate' && field !== undefined) field.result = true
    else if (type === 'end') {
      const { instruction = '' } = this.fields.pop() ?? {}
      // Their numbers are counted when they are shown, and stand nowhere in the file.
      const kind = /^\s*(LISTNUM|AUTONUM\w*)\b/.exec(instruction)?.[1]
      if (kind !== undefined) this.lose(`编号域 ${kind} 的编号`)
    }
  }

  private inContents(): boolean {
    return this.fields.some((field) => field.contents)
  }

  private cell(element: XmlElement): WordBlock[] {
    const blocks: WordBlock[] = []
    this.blocks(element, blocks, undefined)
    return blocks
  }

  private lose(what: string, words = ''): void {
    this.lost.push({ what, words })
  }
}

function wordsOf({ runs }: WordParagraph): string {
  return runs.map(({ text }) => text).join('')
}

const contentsWord = /^目\s*[录次]$/

function isContents(instruction: string): boolean {
  return /^\s*TOC\b/.test(instruction)
}
