import { AlignmentType, type IParagraphOptions, type IStylesOptions, LineRuleType } from 'docx'
import { font, linePitch, sizes, tracking } from './layout.js'
import type { DocumentLine, LineKind } from './line.js'

/** Names of our own styles; importers find lines by them, whatever a word processor makes of the ids. */
export const styleNames = {
  coverTitle: '封面标题',
  coverLine: '封面行',
  number: '发文字号',
  note: '题注行',
  contentsHeading: '目录标题',
  contents: '目录行',
  article: '条文',
  articleHeading: '条标题',
  paragraph: '款',
  point: '项',
  indent: '目',
  attachment: '附件标题',
  attachmentName: '附件名称',
  announcement: '附件说明',
  signature: '落款',
  quotation: '引文块',
  markdown: '原样内容'
} as const

// Word reads whole twentieths of a point only.
const halfLine = Math.floor(linePitch / 2)
const exactly = { line: linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
// Two characters, whatever their size; the measure in points is for programs that know no characters.
const indented = { firstLine: 640, firstLineChars: 200 }
const black = '000000'

/** Styles of a draft in the layout of official documents. */
export const draftStyles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: font('fangsong'),
        size: sizes.three,
        characterSpacing: tracking,
        language: { eastAsia: 'zh-CN', value: 'en-US' }
      },
      paragraph: { spacing: exactly }
    },
    title: {
      run: { font: font('xiaobiaosong'), size: sizes.two, color: black },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: 680, lineRule: LineRuleType.EXACT, before: linePitch, after: linePitch },
        keepNext: true
      }
    },
    heading1: heading('hei', AlignmentType.CENTER, linePitch),
    heading2: heading('kai', AlignmentType.CENTER, halfLine),
    heading3: heading('fangsong', AlignmentType.CENTER, halfLine),
    heading4: heading('hei', AlignmentType.LEFT, 0),
    heading5: heading('kai', AlignmentType.LEFT, 0)
  },
  paragraphStyles: [
    { id: 'Normal', name: 'Normal', quickFormat: true, run: { font: font('fangsong'), size: sizes.three } },
    own('coverTitle', {
      run: { font: font('xiaobiaosong'), size: sizes.one },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: 900, lineRule: LineRuleType.EXACT, before: 7 * linePitch, after: linePitch }
      }
    }),
    own('coverLine', {
      run: { font: font('kai'), size: sizes.smallTwo },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...exactly, line: 680 } }
    }),
    own('number', {
      run: {},
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...exactly, after: linePitch } }
    }),
    own('note', {
      run: { font: font('kai') },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...exactly, after: linePitch } }
    }),
    own('contentsHeading', {
      run: { font: font('hei') },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...exactly, before: halfLine, after: halfLine }
      }
    }),
    own('contents', { run: {}, paragraph: { spacing: exactly, alignment: AlignmentType.LEFT } }),
    own('article', body()),
    own('articleHeading', {
      run: { font: font('hei') },
      paragraph: { indent: indented, spacing: exactly, keepNext: true }
    }),
    own('paragraph', body()),
    own('point', body()),
    own('indent', body()),
    own('attachment', {
      run: { font: font('hei') },
      paragraph: { spacing: { ...exactly, after: linePitch }, keepNext: true, outlineLevel: 0 }
    }),
    own('attachmentName', {
      run: { font: font('xiaobiaosong'), size: sizes.two },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: 680, lineRule: LineRuleType.EXACT, before: 0, after: linePitch },
        keepNext: true
      }
    }),
    // 附件：1.… stands two characters in; the names of several begin below one another.
    own('announcement', {
      run: {},
      paragraph: { spacing: exactly, alignment: AlignmentType.LEFT, indent: { left: 1600 } }
    }),
    own('signature', {
      run: {},
      paragraph: { alignment: AlignmentType.RIGHT, spacing: exactly, indent: { right: 1280 } }
    }),
    own('quotation', {
      run: { font: font('kai') },
      paragraph: { spacing: exactly, indent: { left: 640, right: 640 } }
    }),
    own('markdown', { run: { size: sizes.five }, paragraph: { spacing: { ...exactly, line: 360 } } }),
    ...[1, 2, 3].map((level) => ({
      id: `TOC${level}`,
      name: `toc ${level}`,
      basedOn: 'Normal',
      run: { font: font('fangsong'), size: sizes.three },
      paragraph: { spacing: exactly, indent: { left: 640 * (level - 1) } }
    })),
    {
      id: 'Footer',
      name: 'footer',
      basedOn: 'Normal',
      run: { font: font('song'), size: sizes.four },
      paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 } }
    }
  ]
}

function heading(face: 'hei' | 'kai' | 'fangsong', alignment: 'center' | 'left', space: number) {
  return {
    run: { font: font(face), size: sizes.three, color: black, bold: false, italics: false },
    paragraph: {
      alignment,
      keepNext: true,
      spacing: { ...exactly, before: space, after: space },
      ...(alignment === 'left' && { indent: indented })
    }
  }
}

function body() {
  return { run: {}, paragraph: { indent: indented, spacing: exactly, alignment: AlignmentType.BOTH } }
}

function own<T extends object>(style: keyof typeof styleNames, rest: T) {
  return { id: styleId(style), name: styleNames[style], basedOn: 'Normal', quickFormat: true, ...rest }
}

/** The id of one of our own styles. */
export function styleId(style: keyof typeof styleNames): string {
  return `Tiaoli${style[0]!.toUpperCase()}${style.slice(1)}`
}

const builtIn: Partial<Record<LineKind, string>> = { title: 'Title' }

/** How Word lays out a line. */
export function lineOptions({ kind, level }: DocumentLine): IParagraphOptions {
  if (kind === 'heading') return { style: `Heading${Math.min(level, 5)}` }
  if (kind === 'block') return { style: styleId('markdown') }
  const options: IParagraphOptions = { style: builtIn[kind] ?? styleId(kind as keyof typeof styleNames) }
  if (kind === 'contents' && level > 1) return { ...options, indent: { left: 640 * (level - 1) } }
  if (kind === 'attachment') return { ...options, pageBreakBefore: true }
  // A line apart from the body, as official documents have it.
  if (kind === 'announcement' && level === 1)
    return { ...options, spacing: { before: linePitch }, indent: { left: 1600, hanging: 960 } }
  return options
}
