import { type FileChild, Paragraph, TextRun } from 'docx'
import { linePitch } from './layout.js'
import { styleId } from './styles.js'

/** What a cover says below the title. */
export interface CoverFacts {
  /** Stage of the draft, such as 送审稿. */
  stage?: string
  /** Who drafted it. */
  unit?: string
  /** ISO day. */
  date?: string
}

/** The pages in front of a text that has a cover: the cover, and the contents where there are any. */
export class FrontPages {
  readonly pages: FileChild[][] = []

  constructor(
    title: string,
    private readonly cover: CoverFacts | undefined
  ) {
    if (cover !== undefined) this.pages.push(coverPage(title, cover))
  }

  /** What stands in the text in the place of contents: the contents, unless they have a page in front. */
  contents(contents: FileChild): FileChild[] {
    if (this.cover === undefined) return [contents]
    this.pages.push([contents])
    return []
  }
}

function coverPage(title: string, { stage, unit, date }: CoverFacts): FileChild[] {
  const line = (text: string | undefined, before = 0) =>
    text === undefined || text === ''
      ? []
      : [new Paragraph({ style: styleId('coverLine'), spacing: { before }, children: [new TextRun(text)] })]
  return [
    new Paragraph({ style: styleId('coverTitle'), children: [new TextRun(title)] }),
    ...line(stage === undefined || title.includes(stage) ? undefined : `（${stage}）`),
    ...line(unit, 6 * linePitch),
    ...line(date && dayInWords(date), unit === undefined ? 7 * linePitch : 0)
  ]
}

/** 2026年9月21日; a day that is none stays as it is. */
function dayInWords(day: string): string {
  const found = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(day)
  if (found === null) return day
  const [, year, month, date] = found
  return `${year}年${Number(month)}月${date === undefined ? '' : `${Number(date)}日`}`
}
