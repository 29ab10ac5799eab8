import type { Report, ReportReference, ReportSection, ReportTarget } from '@tiaoli/report'
import { statusWords, total, unitsOf } from '@tiaoli/report'
import { type FileChild, TextRun } from 'docx'
import { packFile } from './file.js'
import { font } from './layout.js'
import { facts, heading, paperStyles, rowHeading, sentence, statusColours, title } from './paper.js'
import { type CellContent, headWords, tableOf, words } from './tables.js'

const statuses = statusWords('zh')

/** The cross-reference report of a draft as a Word file. */
export async function reportDocx(report: Report): Promise<Uint8Array> {
  const name = `《${report.title}》引用核对报告`
  const { references, targets, counts } = report
  const children: FileChild[] = [
    title(name),
    ...facts(report.stage && `阶段：${report.stage}`, report.date && `日期：${report.date}`),
    sentence(
      `共 ${references} 处引用，指向 ${targets} 个目标：${counts.resolved} 个已对应，${targets - counts.resolved} 个需要核对。`
    ),
    heading('一、需要核对的引用'),
    ...problems(report),
    heading('二、引用的文件'),
    instruments(report),
    heading('三、逐条引用'),
    ...byArticle(report)
  ]
  return packFile({ title: name, styles: paperStyles, children })
}

function problems({ problems }: Report): FileChild[] {
  if (problems.length === 0) return [sentence('没有需要核对的引用。')]
  const rows = problems.flatMap((reference) =>
    reference.targets
      .filter(({ status }) => status !== 'resolved')
      .map((target) => [
        words(reference.label),
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

function reasonCell({ status, reason, alternatives = [] }: ReportTarget): CellContent {
  const color = statusColours[status] ?? '000000'
  return {
    lines: [
      [new TextRun({ text: statuses[status], bold: true, color })],
      ...(reason === undefined ? [] : [[new TextRun(reason)]]),
      ...alternatives.map(({ instrument, from }) => [
        new TextRun(`另一种读法：${instrument === null ? '本文' : `《${instrument}》`}${from ?? ''}`)
      ])
    ]
  }
}

function instruments({ instruments }: Report): FileChild {
  return tableOf({
    head: ['文件', '类别', '版本', '引用', '其中到\n条款', '已对应', '需要\n核对'].map(headWords),
    rows: instruments.map(({ title, kind, versions, counts, clauses }) => [
      words(title === null ? '本文' : `《${title}》`),
      words(kind ?? '—'),
      words(versions.join('、') || '—'),
      ...[total(counts), clauses, counts.resolved, total(counts) - counts.resolved].map(
        (count): CellContent => ({ ...words(String(count)), alignment: 'right' })
      )
    ]),
    widths: [10, 3.6, 4.4, 2.4, 3, 3, 3]
  })
}

function byArticle(report: Report): FileChild[] {
  const routine = unitsOf(report.sections).flatMap(({ outgoing }) =>
    outgoing.filter((reference) => reference.routine)
  ).length
  const rows = report.sections.flatMap(sectionRows)
  return [
    ...(routine === 0
      ? []
      : [
          sentence(
            `“本条例”“下列”“以下简称”一类提法有 ${routine} 处，已核对，不逐一列出；没有引用也没有被引用的条文不列。`
          )
        ]),
    tableOf({ head: ['条文', '引用', '被引用'].map(headWords), rows, widths: [6, 10, 6] })
  ]
}

function sectionRows(section: ReportSection): CellContent[][] {
  const rows = section.units.flatMap((unit) => {
    const outgoing = unit.outgoing.filter(({ routine }) => !routine)
    if (outgoing.length === 0 && unit.incoming.length === 0) return []
    return [
      [
        { lines: [[new TextRun({ text: unit.label, font: font('hei') })], [new TextRun(unit.topic)]] },
        { lines: outgoing.flatMap(referenceLines) },
        words(counted(unit.incoming.map(({ label }) => label)).join('、'))
      ]
    ]
  })
  const below = section.sections.flatMap(sectionRows)
  if (rows.length === 0 && below.length === 0) return []
  const name = `${section.label}　${section.heading}`.trim()
  return [...(name === '' ? [] : [rowHeading(name, 3)]), ...rows, ...below]
}

/** Each label once, with how often it stands. */
function counted(labels: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts].map(([label, count]) => (count === 1 ? label : `${label}（${count}处）`))
}

function referenceLines(reference: ReportReference): TextRun[][] {
  return reference.targets.map((target) => {
    const { status, shortLabel, topic } = target
    // 本条例第十条 says where it points; 前款 does not.
    const plain =
      reference.targets.length === 1 && (reference.text.endsWith(shortLabel) || reference.text === target.label)
    const words = plain ? reference.text : `${reference.text} → ${shortLabel}`
    return [
      new TextRun(words),
      ...(topic ? [new TextRun({ text: `（${topic}）`, color: '666666' })] : []),
      ...(status === 'resolved'
        ? []
        : [new TextRun({ text: `【${statuses[status]}】`, bold: true, color: statusColours[status] ?? '000000' })])
    ]
  })
}
