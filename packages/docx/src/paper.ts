import {
  AlignmentType,
  BookmarkEnd,
  BookmarkStart,
  type FileChild,
  InternalHyperlink,
  type IRunOptions,
  type IStylesOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  TextRun
} from 'docx'
import { font, page, sizes } from './layout.js'
import { styleId, styleNames } from './styles.js'
import { type CellContent, smallTableText, tableText } from './tables.js'

/** Styles of reports and comparison tables. */
export const paperStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: font('song'), size: sizes.smallFour, language: { eastAsia: 'zh-CN', value: 'en-US' } },
      paragraph: { spacing: { line: 360, lineRule: LineRuleType.AUTO, before: 0, after: 0 } }
    },
    title: {
      run: { font: font('xiaobiaosong'), size: sizes.smallTwo, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 240 }, keepNext: true }
    },
    heading1: {
      run: { font: font('hei'), size: sizes.four, color: '000000', bold: false },
      paragraph: { spacing: { before: 320, after: 120 }, keepNext: true }
    },
    heading2: {
      run: { font: font('hei'), size: sizes.smallFour, color: '000000', bold: false },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true }
    },
    heading4: {
      run: { font: font('kai'), size: sizes.smallFour, color: '000000', bold: false, italics: false },
      paragraph: { spacing: { before: 120, after: 80 }, keepNext: true }
    },
    heading3: {
      run: { font: font('kai'), size: sizes.smallFour, color: '000000', bold: false },
      paragraph: { spacing: { before: 160, after: 80 }, keepNext: true }
    }
  },
  paragraphStyles: [
    { id: 'Normal', name: 'Normal', quickFormat: true, run: { font: font('song'), size: sizes.smallFour } },
    {
      id: 'Facts',
      name: '说明行',
      basedOn: 'Normal',
      run: { font: font('kai') },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 120 } }
    },
    {
      id: 'Sentence',
      name: '报告正文',
      basedOn: 'Normal',
      paragraph: { indent: { firstLine: 480, firstLineChars: 200 } }
    },
    { ...tableText, run: { ...tableText.run, font: font('song') } },
    {
      id: styleId('contentsHeading'),
      name: styleNames.contentsHeading,
      basedOn: 'Normal',
      run: { font: font('hei') },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 120 }, keepNext: true }
    },
    ...[1, 2, 3, 4].map((level) => ({
      id: `TOC${level}`,
      name: `toc ${level}`,
      basedOn: 'Normal',
      run: { font: font('song'), size: sizes.five },
      paragraph: { indent: { left: 420 * (level - 1) } }
    })),
    smallTableText,
    { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { font: font('song'), size: sizes.four } }
  ]
}

/** Width between the margins of a page on its side. */
export const landscapeWidth = page.height - 2 * page.right

export function title(text: string): FileChild {
  return new Paragraph({ style: 'Title', children: [new TextRun(text)] })
}

export function facts(...texts: (string | undefined)[]): FileChild[] {
  const stated = texts.filter((text) => text !== undefined && text !== '')
  return stated.length === 0 ? [] : [new Paragraph({ style: 'Facts', text: stated.join('　') })]
}

/** A heading; with the name of a bookmark, one that contents and links lead to. */
export function heading(text: string, level: 1 | 2 | 3 | 4 = 1, anchor?: string): FileChild {
  const words = new TextRun(text)
  const children = anchor === undefined ? [words] : bookmarked(anchor, [words])
  return new Paragraph({ style: `Heading${level}`, children })
}

/** What bookmarks of reports and tables are named after; the number of each comes behind. */
const bookmarkKinds = ['part', 'chapter', 'unit', 'file', 'check']

/** Words that links lead to by a name such as `unit_12`; its number within the file is made of the name, so that no two share one. */
export function bookmarked(name: string, words: ParagraphChild[]): ParagraphChild[] {
  const [kind = '', place = ''] = name.split('_')
  const id = (bookmarkKinds.indexOf(kind) + 1) * 1_000_000 + Number(/\d+$/.exec(place)?.[0] ?? 0)
  return [new BookmarkStart(name, id), ...words, new BookmarkEnd(id)]
}

/** Words that lead to a bookmark of the same file, underlined as links are; plain words without one. */
export function linkTo(anchor: string | undefined, text: string, run: IRunOptions = {}): ParagraphChild {
  const underline = { type: 'single', color: '7F9DB9' } as const
  return anchor === undefined
    ? new TextRun({ ...run, text })
    : new InternalHyperlink({ anchor, children: [new TextRun({ ...run, text, underline })] })
}

export function sentence(text: string, children: ParagraphChild[] = []): FileChild {
  return new Paragraph({ style: 'Sentence', children: [new TextRun(text), ...children] })
}

/** A row over the whole width of a table. */
export function rowHeading(text: string, columns: number): CellContent[] {
  return [{ lines: [[new TextRun({ text, font: font('hei') })]], span: columns, fill: 'F5F5F5', alignment: 'center' }]
}

/** The number and the name of a chapter as print sets them: 第一章　总则. */
export function spacedHeading(text: string): string {
  return text.replace(/^(\S+) +/, '$1　')
}

/** Colours that can be told apart in grey, too. */
export const statusColours: Record<string, string> = {
  dangling: 'B3261E',
  superseded: '8A5A00',
  ambiguous: '6B3A94',
  'unknown-instrument': '1F5A96',
  'not-covered': 'B3261E',
  contradicted: 'B3261E',
  partly: '8A5A00',
  unchecked: '8A5A00'
}
