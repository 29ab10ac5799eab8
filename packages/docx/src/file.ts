import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  type ISectionOptions,
  type IStylesOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun
} from 'docx'
import { font, fonts, linePitch, page, sizes } from './layout.js'

/** Name of the document property that carries the front matter of a draft, and tells that the file is ours. */
export const frontMatterProperty = 'tiaoli.frontMatter'

/** A Word file before it is packed. */
export interface WordFile {
  title: string
  children: readonly FileChild[]
  /** Pages before the text, each on a section of its own, that bear no number. */
  front?: readonly (readonly FileChild[])[]
  styles: IStylesOptions
  landscape?: boolean
  author?: string
  properties?: { name: string; value: string }[]
  /** Lines follow the grid of official documents; reports and tables do without. */
  grid?: boolean
  trackRevisions?: boolean
}

/** The bytes of a Word file. */
export async function packFile(file: WordFile): Promise<Uint8Array> {
  const { landscape = false, grid = false, front = [] } = file
  const margins = landscape
    ? { top: page.left, bottom: page.right, left: page.right, right: page.right }
    : { top: page.top, bottom: page.bottom, left: page.left, right: page.right }
  const properties = {
    page: {
      size: { width: page.width, height: page.height, orientation: landscape ? 'landscape' : 'portrait' },
      margin: { ...margins, header: page.footer, footer: landscape ? 500 : page.footer }
    },
    ...(grid && { grid: { type: 'lines' as const, linePitch } })
  } satisfies ISectionOptions['properties']
  const document = new Document({
    title: file.title,
    creator: file.author ?? '条理',
    lastModifiedBy: file.author ?? '条理',
    description: '',
    styles: file.styles,
    customProperties: file.properties ?? [],
    evenAndOddHeaderAndFooters: true,
    features: { trackRevisions: file.trackRevisions ?? false },
    compatabilityModeVersion: 15,
    // A line that ends at a break of its own is not stretched to the margin.
    compatibility: { doNotExpandShiftReturn: true },
    sections: [
      ...front.map((children) => ({ properties, children })),
      {
        properties:
          front.length === 0 ? properties : { ...properties, page: { ...properties.page, pageNumbers: { start: 1 } } },
        footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
        children: file.children
      }
    ]
  })
  return new Uint8Array(
    await Packer.toArrayBuffer(document, false, [{ path: 'word/fontTable.xml', data: fontTable() }])
  )
}

/** Page numbers between dashes, one character in from the outer edge. */
function footer(alignment: 'right' | 'left'): Footer {
  const run = { font: font('song'), size: sizes.four }
  const children: ParagraphChild[] = [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })]
  return new Footer({
    children: [new Paragraph({ style: 'Footer', alignment, indent: { left: 280, right: 280 }, children })]
  })
}

/** Tells Word which faces may take the place of those that a machine lacks. */
function fontTable(): string {
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const entries = Object.values(fonts).map(
    ({ name, instead }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead.join(',')}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${namespace}">${entries.join('')}</w:fonts>`
}
