import type { Report, ReportReference, ReportSection, ReportTarget } from '@tiaoli/report'
import { statusWords, total, unitsOf } from '@tiaoli/report'
import { Bookmark, type FileChild, type ParagraphChild, TextRun } from 'docx'
import { type ContentsEntry, contentsField } from './contents.js'
import { packFile } from './file.js'
import { font } from './layout.js'
import { facts, heading, linkTo, paperStyles, sentence, statusColours, title } from './paper.js'
import { type CellContent, headWords, tableOf, words } from './tables.js'

const statuses = statusWords('zh')

/** The cross-reference report of a draft as a Word file: headings, contents, and links from each place to the others. */
export async function reportDocx(report: Report): Promise<Uint8Array> {
  const name = `《${report.title}》引用核对报告`
  const { references, targets, counts } = report
  const places = new Places(report)
  const children: FileChild[] = [
    title(name),
    ...facts(report.stage && `阶段：${report.stage}`, report.date && `日期：${report.date}`),
    sentence(
      `共 ${references} 处引用，指向 ${targets} 个目标：${counts.resolved} 个已对应，${targets - counts.resolved} 个需要核对。`
    ),
    contentsField(contentsOf(places, report)),
    heading('一、需要核对的引用', 1, 'part_1'),
    ...problemsTable(report.problems, (unit) => places.unit(unit)),
    heading('二、引用的文件', 1, 'part_2'),
    instruments(report, places),
    heading('三、逐条引用', 1, 'part_3'),
    ...byArticle(report, places),
    ...searches(report, places)
  ]
  return packFile({ title: name, styles: paperStyles, children })
}

/** What was looked for, with links to the rows of the articles that have one. */
function searches({ searches: answers = [] }: Report, places: Places): FileChild[] {
  if (answers.length === 0) return []
  return [
    heading('四、查找', 1, 'part_4'),
    ...answers.flatMap(({ query, hits }) => [
      heading(`“${query}”`, 2),
      ...(hits.length === 0 ? [sentence('没有条文回答这一查找。')] : []),
      ...hits.map(({ address, label, segments, otherWords }) =>
        sentence('', [
          linkTo(places.unit(address), label),
          new TextRun(otherWords ? '（只有意思相近的词）：' : '：'),
          ...segments.map(({ text, found }) => new TextRun({ text, bold: found }))
        ])
      )
    ])
  ]
}

/** Names of the bookmarks of a report. */
class Places {
  /** Sections that have a table of their own or in a section within, in the order of the text. */
  readonly sections: ReportSection[]
  private readonly units = new Map<string, string>()
  private readonly titles: Map<string | null, string>

  constructor(report: Report) {
    this.sections = report.sections.flatMap(withInner).filter(isListed)
    for (const unit of this.sections.flatMap(worthRows)) {
      if (!this.units.has(unit.address)) this.units.set(unit.address, `unit_${this.units.size + 1}`)
    }
    this.titles = new Map(report.instruments.map(({ title: name }, index) => [name, `file_${index + 1}`]))
  }

  /** The row of the article that a clause lies in. */
  unit(address: string): string | undefined {
    for (let at = address; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('__')))) {
      const name = this.units.get(at)
      if (name !== undefined) return name
    }
    return undefined
  }

  instrument(name: string | null): string | undefined {
    return this.titles.get(name)
  }

  section(section: ReportSection): string {
    return `chapter_${this.sections.indexOf(section) + 1}`
  }
}

function contentsOf(places: Places, { searches: answers = [] }: Report): ContentsEntry[] {
  const parts = ['一、需要核对的引用', '二、引用的文件', '三、逐条引用']
  const found = answers.length === 0 ? [] : [{ text: '四、查找', level: 1, anchor: 'part_4' } as const]
  return [
    ...parts.map((text, index) => ({ text, level: 1 as const, anchor: `part_${index + 1}` })),
    ...places.sections
      .filter((section) => nameOf(section) !== '')
      .map((section) => ({ text: nameOf(section), level: levelOf(section), anchor: places.section(section) })),
    ...found
  ]
}

function nameOf({ label, heading: words }: ReportSection): string {
  return `${label}　${words}`.trim()
}

/** Chapters stand below the part of the report, sections below chapters. */
function levelOf({ depth }: ReportSection): 2 | 3 {
  return depth > 1 ? 3 : 2
}

function withInner(section: ReportSection): ReportSection[] {
  return [section, ...section.sections.flatMap(withInner)]
}

/** Whether a section has anything to tell: a chapter of sections only has its heading, and tables below it. */
function isListed(section: ReportSection): boolean {
  return withInner(section).some((inner) => worthRows(inner).length > 0)
}

/** Units with something to tell. */
function worthRows(section: ReportSection): ReportSection['units'] {
  return section.units.filter(
    ({ outgoing, incoming }) => incoming.length > 0 || outgoing.some((reference) => !reference.routine)
  )
}

/** The references that need checking, or that there are none; `unit` names the bookmark of the clause that they stand in. */
export function problemsTable(
  problems: readonly ReportReference[],
  unit: (address: string) => string | undefined
): FileChild[] {
  if (problems.length === 0) return [sentence('没有需要核对的引用。')]
  const rows = problems.flatMap((reference) =>
    reference.targets
      .filter(({ status }) => status !== 'resolved')
      .map((target): CellContent[] => [
        { lines: [[linkTo(unit(reference.in), reference.label)]] },
        words(reference.text),
        words(target.instrument === null && target.from === null ? '—' : target.label),
        reasonCell(target)
      ])
  )
  return [
    sentence('下面每一处都写明了原因；改正或者确认之前，不要据此判断条文关系。'),
    tableOf({ head: ['条文', '原文写法', '指向', '状态和原因'].map(headWords), rows, widths: [4, 5, 6, 8] })
  ]
}

function reasonCell({ status, reason, readings }: ReportTarget): CellContent {
  const color = statusColours[status] ?? '000000'
  return {
    lines: [
      [new TextRun({ text: statuses[status], bold: true, color })],
      ...(reason === undefined ? [] : [[new TextRun(reason)]]),
      ...readings.map((reading) => [new TextRun(`另一种读法：${reading}`)])
    ]
  }
}

function instruments({ instruments }: Report, places: Places): FileChild {
  return tableOf({
    head: ['文件', '类别', '版本', '引用', '其中到\n条款', '已对应', '需要\n核对'].map(headWords),
    rows: instruments.map(({ title: name, kind, versions, counts, clauses }) => [
      {
        lines: [
          [
            new Bookmark({
              id: places.instrument(name)!,
              children: [new TextRun(name === null ? '本文' : `《${name}》`)]
            })
          ]
        ]
      },
      words(kind ?? '—'),
      words(versions.join('、') || '—'),
      ...[total(counts), clauses, counts.resolved, total(counts) - counts.resolved].map(
        (count): CellContent => ({ ...words(String(count)), alignment: 'right' })
      )
    ]),
    widths: [10, 3.6, 4.4, 2.4, 3, 3, 3]
  })
}

function byArticle(report: Report, places: Places): FileChild[] {
  const routine = unitsOf(report.sections).flatMap(({ outgoing }) =>
    outgoing.filter((reference) => reference.routine)
  ).length
  const hint = `“本条例”“下列”“以下简称”一类提法有 ${routine} 处，已核对，不逐一列出；没有引用也没有被引用的条文不列。`
  return [
    ...(routine === 0 ? [] : [sentence(hint)]),
    ...places.sections.flatMap((section) => [
      ...(nameOf(section) === '' ? [] : [heading(nameOf(section), levelOf(section), places.section(section))]),
      ...unitTable(worthRows(section), places)
    ])
  ]
}

function unitTable(units: ReportSection['units'], places: Places): FileChild[] {
  if (units.length === 0) return []
  const rows = units.map((unit) => unitRow(unit, places))
  return [tableOf({ head: ['条文', '引用', '被引用'].map(headWords), rows, widths: [6, 10, 6] })]
}

function unitRow(unit: ReportSection['units'][number], places: Places): CellContent[] {
  const outgoing = unit.outgoing.filter(({ routine }) => !routine)
  const label = new TextRun({ text: unit.label, font: font('hei') })
  const sources = new Map(unit.incoming.map((entry) => [entry.label, entry]))
  const incoming = [...sources.values()].flatMap(({ from, label: name }, index): ParagraphChild[] => {
    const count = unit.incoming.filter((entry) => entry.label === name).length
    return [
      ...(index === 0 ? [] : [new TextRun('、')]),
      linkTo(places.unit(from), count === 1 ? name : `${name}（${count}处）`)
    ]
  })
  return [
    { lines: [[new Bookmark({ id: places.unit(unit.address)!, children: [label] })], [new TextRun(unit.topic)]] },
    { lines: outgoing.flatMap((reference) => referenceLines(reference, places)) },
    { lines: [incoming] }
  ]
}

function referenceLines(reference: ReportReference, places: Places): ParagraphChild[][] {
  return reference.targets.map((target) => {
    const { status, shortLabel, topic, instrument, from } = target
    const anchor = instrument === null ? places.unit(from ?? '') : places.instrument(instrument)
    // 本条例第十条 says where it points; 前款 does not.
    const plain =
      reference.targets.length === 1 && (reference.text.endsWith(shortLabel) || reference.text === target.label)
    return [
      ...(plain ? [linkTo(anchor, reference.text)] : [new TextRun(`${reference.text} → `), linkTo(anchor, shortLabel)]),
      ...(topic ? [new TextRun({ text: `（${topic}）`, color: '666666' })] : []),
      ...(status === 'resolved'
        ? []
        : [new TextRun({ text: `【${statuses[status]}】`, bold: true, color: statusColours[status] ?? '000000' })])
    ]
  })
}
