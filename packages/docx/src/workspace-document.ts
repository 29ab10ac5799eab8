import type { WorkspaceReport } from '@tiaoli/report'
import { basisLines, draftName, statusWords, total, unitsOf, workspaceWording } from '@tiaoli/report'
import { type FileChild, Paragraph, TextRun } from 'docx'
import { type ContentsEntry, contentsField } from './contents.js'
import { packFile } from './file.js'
import { bookmarked, facts, heading, linkTo, paperStyles, sentence, statusColours, title } from './paper.js'
import { problemsTable } from './report-document.js'
import { type CellContent, headWords, tableOf, words } from './tables.js'

const own = workspaceWording('zh')
const statuses = statusWords('zh')
const parts = [
  '一、草案',
  '二、需要核对的引用',
  '三、依靠的文件',
  '四、制定依据',
  '五、文库中缺少文本的文件',
  '六、循环引用'
]

/** The cross-reference report of a workspace as a Word file: headings, contents and links. */
export async function workspaceDocx(report: WorkspaceReport): Promise<Uint8Array> {
  const { drafts, references, targets, counts, asOf, circles } = report
  const [first, second, third, fourth, fifth, sixth] = parts.map((text, index) => heading(text, 1, `part_${index + 1}`))
  const children: FileChild[] = [
    title(own.title),
    ...facts(asOf === undefined ? undefined : own.asOf(asOf)),
    sentence(own.summary(drafts.length, references, targets, targets - counts.resolved)),
    contentsField(contentsOf(report)),
    first!,
    draftTable(report),
    second!,
    ...problems(report),
    third!,
    ...(report.instruments.length === 0
      ? [sentence(own.noInstruments)]
      : [sentence(own.instrumentsHint), instrumentTable(report)]),
    fourth!,
    ...drafts.flatMap(({ basis }) => basisLines(basis, own).map(({ depth, text }) => basisLine(depth, text))),
    fifth!,
    ...missing(report),
    sixth!,
    ...(circles.length === 0 ? [sentence(own.noCircles)] : circles.map((clauses) => sentence(clauses.join(' → '))))
  ]
  return packFile({ title: own.title, styles: paperStyles, children })
}

function withProblems({ drafts }: WorkspaceReport): WorkspaceReport['drafts'] {
  return drafts.filter(({ report }) => report.problems.length > 0)
}

function contentsOf(report: WorkspaceReport): ContentsEntry[] {
  return parts.flatMap((text, index) => [
    { text, level: 1, anchor: `part_${index + 1}` },
    ...(index === 1
      ? withProblems(report).map(({ id, report: one }) => ({ text: draftName(one), level: 2, anchor: `check_${id}` }))
      : [])
  ])
}

function problems(report: WorkspaceReport): FileChild[] {
  const found = withProblems(report)
  if (found.length === 0) return [sentence('没有需要核对的引用。')]
  return found.flatMap(({ id, report: one }) => [
    heading(draftName(one), 2, `check_${id}`),
    ...problemsTable(one.problems, () => undefined)
  ])
}

function draftTable({ drafts }: WorkspaceReport): FileChild {
  return tableOf({
    head: ['草案', '日期', '条文', '引用', '目标', '已对应', '需要核对'].map(headWords),
    rows: drafts.map(({ id, report }) => [
      { lines: [[linkTo(report.problems.length > 0 ? `check_${id}` : undefined, draftName(report))]] },
      words(report.date ?? '—'),
      ...[
        unitsOf(report.sections).filter(({ address }) => /(?:^|__)art_/.test(address)).length,
        report.references,
        report.targets,
        report.counts.resolved,
        report.targets - report.counts.resolved
      ].map(count)
    ]),
    widths: [11, 4, 2.6, 2.6, 2.6, 2.6, 2.8]
  })
}

function instrumentTable({ instruments, drafts }: WorkspaceReport): FileChild {
  return tableOf({
    head: ['文件', '类别', '作用', '草案', '目标', '其中到条款', '需要核对'].map(headWords),
    rows: instruments.map(({ id, title: name, kind, role, drafts: in_, counts, clauses }) => [
      { lines: [bookmarked(`file_${id}`, [new TextRun(`《${name}》`)])] },
      words(kind ?? '—'),
      words(own.roles[role]),
      { ...words(`${in_.length}/${drafts.length}`), alignment: 'right' },
      ...[total(counts), clauses, total(counts) - counts.resolved].map(count)
    ]),
    widths: [11, 3.4, 3.6, 2.4, 2.4, 3, 3]
  })
}

function basisLine(depth: number, text: string): FileChild {
  return new Paragraph({
    style: 'Normal',
    indent: { left: 420 * depth, firstLine: 0 },
    children: [new TextRun({ text: depth === 0 ? text : `← ${text}`, bold: depth === 0 })]
  })
}

function missing({ missing: titles, drafts, instruments }: WorkspaceReport): FileChild[] {
  if (titles.length === 0) return [sentence(own.noMissing)]
  const names = new Map(drafts.map(({ id, report }) => [id, draftName(report)]))
  const anchors = new Map(instruments.map(({ id, title: name }) => [name, `file_${id}`]))
  const color = statusColours['unknown-instrument'] ?? '000000'
  return [
    sentence(own.missingHint),
    tableOf({
      head: ['文件', '引用', statuses['unknown-instrument'], '引用它的草案'].map(headWords),
      rows: titles.map(({ title: name, references, reason, drafts: in_ }) => [
        { lines: [[linkTo(anchors.get(name), `《${name}》`)]] },
        count(references),
        words(reason, { color }),
        words(in_.length === drafts.length ? '全部' : in_.map((id) => names.get(id)!).join('\n'))
      ]),
      widths: [8, 2, 7, 8]
    })
  ]
}

function count(value: number): CellContent {
  return { ...words(String(value)), alignment: 'right' }
}
