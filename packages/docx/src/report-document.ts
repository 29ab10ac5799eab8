import type { Report, ReportReference, ReportSection, ReportTarget } from '@tiaoli/report'
import { statusWords, total, unitsOf } from '@tiaoli/report'
import { type FileChild, type ParagraphChild, TextRun } from 'docx'
import { formatNumeral } from 'regast'
import { type ContentsEntry, contentsField } from './contents.js'
import { packFile } from './file.js'
import { font } from './layout.js'
import { bookmarked, facts, heading, linkTo, paperStyles, sentence, statusColours, title } from './paper.js'
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
    ...partsOf(report).flatMap((part, index) => [
      heading(numbered(part, index), 1, `part_${index + 1}`),
      ...contentOf(part, report, places)
    ])
  ]
  return packFile({ title: name, styles: paperStyles, children })
}

type Part = '需要核对的引用' | '引用的文件' | '定义和简称' | '逐条引用' | '查找'

/** The parts of a report that have something to tell, in order. */
function partsOf({ references, terms, searches: answers = [] }: Report): Part[] {
  return [
    '需要核对的引用',
    '引用的文件',
    ...(terms.length === 0 ? [] : ['定义和简称' as const]),
    ...(references === 0 ? [] : ['逐条引用' as const]),
    ...(answers.length === 0 ? [] : ['查找' as const])
  ]
}

function numbered(part: Part, index: number): string {
  return `${formatNumeral(index + 1)}、${part}`
}

function contentOf(part: Part, report: Report, places: Places): FileChild[] {
  switch (part) {
    case '需要核对的引用':
      return problemsTable(report.problems, (unit) => places.unit(unit))
    case '引用的文件':
      return report.instruments.length === 0 ? [sentence('没有引用任何条款或者文件。')] : [instruments(report, places)]
    case '定义和简称':
      return [termTable(report, places)]
    case '逐条引用':
      return byArticle(report, places)
    case '查找':
      return searches(report, places)
  }
}

/** The terms that the draft defines, where, and how often it uses them. */
function termTable({ terms }: Report, places: Places): FileChild {
  return tableOf({
    head: ['用语', '定义处', '使用次数'].map(headWords),
    rows: terms.map(({ text, address, label, uses }) => [
      words(text),
      { lines: [[linkTo(places.unit(address), label)]] },
      { ...words(String(uses)), alignment: 'right' }
    ]),
    widths: [9, 9, 4]
  })
}

/** What was looked for, with links to the rows of the articles that have one. */
function searches({ searches: answers = [] }: Report, places: Places): FileChild[] {
  return answers.flatMap(({ query, hits }) => [
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

function contentsOf(places: Places, report: Report): ContentsEntry[] {
  return partsOf(report).flatMap((part, index) => [
    { text: numbered(part, index), level: 1, anchor: `part_${index + 1}` },
    ...(part === '逐条引用'
      ? places.sections
          .filter((section) => nameOf(section) !== '')
          .map((section) => ({ text: nameOf(section), level: levelOf(section), anchor: places.section(section) }))
      : [])
  ])
}

function nameOf({ label, heading: words }: ReportSection): string {
  return `${label}　${words}`.trim()
}

/** 编 stand below the part of the report, chapters below them, sections below chapters. */
function levelOf({ depth }: ReportSection): 2 | 3 | 4 {
  return depth > 2 ? 4 : depth > 1 ? 3 : 2
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
    head: ['文件', '类别', '版本', '目标', '其中到\n条款', '已对应', '需要\n核对'].map(headWords),
    rows: instruments.map(({ title: name, kind, versions, counts, clauses }) => [
      {
        lines: [bookmarked(places.instrument(name)!, [new TextRun(name === null ? '本文' : `《${name}》`)])]
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
    { lines: [bookmarked(places.unit(unit.address)!, [label]), [new TextRun(unit.topic)]] },
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
