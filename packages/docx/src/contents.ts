import { BuilderElement, FileChild, Paragraph, TextRun, type XmlComponent } from 'docx'
import { styleId } from './styles.js'

/** One line of contents: a heading with the name of its bookmark. */
export interface ContentsEntry {
  text: string
  level: number
  anchor: string | undefined
}

/**
 * Contents as a field that Word renews; without page numbers, as laws are printed, so that they are right before Word
 * has ever counted pages.
 */
export function contentsField(entries: readonly ContentsEntry[]): FileChild {
  const deepest = Math.max(3, ...entries.map(({ level }) => level))
  const instruction = ` TOC \\o "1-${deepest}" \\n \\h \\z \\u `
  const lines = entries.map(({ text, level, anchor }, index) => {
    const words = new TextRun(text)
    const linked =
      anchor === undefined ? words : element('w:hyperlink', { 'w:anchor': anchor, 'w:history': '1' }, [words])
    const before = index === 0 ? [fieldMark('begin'), instructionRun(instruction), fieldMark('separate')] : []
    const after = index === entries.length - 1 ? [fieldMark('end')] : []
    return new Paragraph({ style: `TOC${level}`, children: [...before, linked, ...after] as never[] })
  })
  const heading = new Paragraph({ style: styleId('contentsHeading'), children: [new TextRun('目　录')] })
  const gallery = element('w:docPartObj', {}, [
    element('w:docPartGallery', { 'w:val': 'Table of Contents' }),
    element('w:docPartUnique', {})
  ])
  return new ContentControl([element('w:sdtPr', {}, [gallery]), element('w:sdtContent', {}, [heading, ...lines])])
}

class ContentControl extends FileChild {
  constructor(children: XmlComponent[]) {
    super('w:sdt')
    this.root.push(...children)
  }
}

function instructionRun(instruction: string): XmlComponent {
  const text = element('w:instrText', { 'xml:space': 'preserve' }, [instruction])
  return element('w:r', {}, [text])
}

/** The marks and words of a field that was inserted: Word takes runs in a tracked change, and no simple field. */
export function insertedField(
  instruction: string,
  text: string,
  { id, author, date }: { id: number; author: string; date: string }
): XmlComponent {
  const words = element('w:t', { 'xml:space': 'preserve' }, [text])
  const runs = [
    fieldMark('begin'),
    instructionRun(instruction),
    fieldMark('separate'),
    element('w:r', {}, [words]),
    fieldMark('end')
  ]
  return element('w:ins', { 'w:id': String(id), 'w:author': author, 'w:date': date }, runs)
}

function fieldMark(type: 'begin' | 'separate' | 'end'): XmlComponent {
  return element('w:r', {}, [element('w:fldChar', { 'w:fldCharType': type })])
}

function element(
  name: string,
  attributes: Record<string, string>,
  children: (XmlComponent | string)[] = []
): XmlComponent {
  return new BuilderElement<Record<string, string>>({
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }])),
    children: children as XmlComponent[]
  })
}
