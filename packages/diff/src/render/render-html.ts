import { html, htmlPage, type Markup } from '@tiaoli/report'
import type { VFileMessage } from 'vfile-message'
import type { ComparisonTable, TableArticle, TableCell, TableLine, TableRow } from '../table/model.js'
import { kindName } from '../wording.js'
import { piecesOf } from './pieces.js'
import { comparisonStylesheet } from './stylesheet.js'

/** What a page says beside its table. */
export interface PageOptions {
  /** What the change broke, by pair of neighbouring drafts. */
  breaks?: readonly VFileMessage[]
  /** Rows in which nothing changed are left out. */
  changedOnly?: boolean
}

/** A comparison table as one self-contained page that also prints well. */
export function renderComparisonHtml(table: ComparisonTable, options: PageOptions = {}): string {
  const { breaks = [], changedOnly = false } = options
  const rows = changedOnly ? changedRows(table.rows) : table.rows
  return htmlPage(
    { title: title(table), style: comparisonStylesheet },
    html`<main>
<header><h1>${title(table)}</h1>
${table.summaries.map((summary, index) => html`<p class="summary"><b>${table.columns[index]} → ${table.columns[index + 1]}</b>${summary}</p>`)}
<p class="legend"><span><ins>新增或者改写的文字</ins></span><span><del>删去的文字</del></span><span><u class="reference">随条号调整的引用</u></span></p>
<label class="filter"><input type="checkbox" id="only">只看有变化的条文</label>
</header>
${breaks.length > 0 && breakList(breaks)}
<table><colgroup>${table.columns.map(() => html`<col class="draft">`)}<col class="note"></colgroup>
<thead><tr>${table.columns.map((name) => html`<th scope="col">${name}</th>`)}<th scope="col" class="note">修改情况</th></tr></thead>
<tbody>
${rows.map((row) => (row.type === 'heading' ? headingRow(row, table.columns.length) : articleRow(row, table.columns)))}
</tbody></table>
</main>
`
  )
}

function title(table: ComparisonTable): string {
  return `《${table.title || '草案'}》新旧条文对照表`
}

/** Rows with a change, and the headings above them. */
export function changedRows(rows: readonly TableRow[]): TableRow[] {
  const kept: TableRow[] = []
  let pending: TableRow[] = []
  for (const row of rows) {
    if (row.type === 'heading') {
      pending = pending.filter((other) => other.type === 'heading' && other.level < row.level)
      if (row.kind === 'unchanged') pending.push(row)
      else kept.push(...pending.splice(0), row)
    } else if (row.kind !== 'unchanged') kept.push(...pending.splice(0), row)
  }
  return kept
}

function breakList(breaks: readonly VFileMessage[]): Markup {
  return html`<section class="breaks"><h2>修改后需要核对的地方</h2><ol>
${breaks.map((message) => html`<li class="${message.fatal === false ? 'fault' : 'ask'}"><b>${message.note}</b>${message.reason}${message.expected?.[0] !== undefined && html`<span class="expected">建议写作：${message.expected[0]}</span>`}</li>`)}
</ol></section>`
}

function headingRow(row: Extract<TableRow, { type: 'heading' }>, columns: number): Markup {
  const same = row.kind === 'unchanged'
  if (same) return html`<tr class="heading l${row.level}"><th colspan="${columns + 1}">${row.cells.at(-1)}</th></tr>`
  return html`<tr class="heading changed l${row.level}">${row.cells.map((cell, column) => (cell === '' ? html`<td></td>` : html`<th>${headingCell(cell, row.cells, column)}</th>`))}<th class="note">${headingNotes[row.kind]}</th></tr>`
}

const headingNotes: Record<string, string> = {
  added: '新增',
  deleted: '删去',
  renamed: '名称修改',
  renumbered: '序号变动',
  moved: '移动'
}

function headingCell(cell: string, cells: readonly string[], column: number): Markup | string {
  if (cell === '') return ''
  const before = cells[column - 1]
  const after = cells[column + 1]
  if (before !== undefined && before !== cell) return html`<ins>${cell}</ins>`
  if (after !== undefined && after !== cell) return html`<del>${cell}</del>`
  return cell
}

/** Articles that were split or merged stand in rows of their own, and the one opposite spans them. */
function articleRow(row: ArticleRow, columns: readonly string[]): Markup {
  const height = Math.max(1, ...row.cells.map((cell) => cell.articles.length))
  return html`${Array.from({ length: height }, (_, index) => {
    const cells = row.cells.map((cell) => {
      if (cell.articles.length <= 1) return index === 0 ? cellMarkup(cell, height) : undefined
      const article = cell.articles[index]
      const span = index === cell.articles.length - 1 ? height - index : 1
      return article === undefined
        ? undefined
        : html`<td${span > 1 && html` rowspan="${span}"`}>${articleMarkup(article)}</td>`
    })
    const note =
      index === 0 &&
      html`<td class="note"${height > 1 && html` rowspan="${height}"`}>${noteMarkup(row, row.cells.length > 2 ? columns : undefined)}</td>`
    return html`<tr class="article ${row.kind}"${index === 0 && html` id="${row.cells.at(-1)!.articles[0]?.address ?? `old-${row.cells[0]!.articles[0]?.address}`}"`}>${cells}${note}</tr>
`
  })}`
}

type ArticleRow = Extract<TableRow, { type: 'article' }>

/** What happened, for each step where there are several. */
function noteMarkup(row: ArticleRow, columns: readonly string[] | undefined): Markup | readonly Markup[] {
  if (row.notes.length === 0) return html`<span class="kind">${kindName('unchanged')}</span>`
  return row.notes.map(
    ({ kind, text, column }) =>
      html`<span class="step ${kind}">${columns !== undefined && html`<i>${columns[column]}</i>`}<span class="kind">${kindName(kind)}</span>${text}</span>`
  )
}

function cellMarkup(cell: TableCell, height: number): Markup {
  const span = height > 1 && html` rowspan="${height}"`
  const article = cell.articles[0]
  if (article === undefined) return html`<td class="gap"${span}>${cell.gap}</td>`
  return html`<td${span}>${articleMarkup(article)}</td>`
}

function articleMarkup(article: TableArticle): Markup {
  const label =
    article.labelMark === 'inserted'
      ? html`<ins>${article.label}</ins>`
      : article.labelMark === 'deleted'
        ? html`<del>${article.label}</del>`
        : article.label
  const lead = article.label !== '' && html`<b class="no">${label}</b>　`
  return html`${article.lines.map((line, index) => lineMarkup(line, index === 0 ? lead : false))}`
}

function lineMarkup(line: TableLine, lead: Markup | false): Markup {
  return html`<p class="${line.level}">${lead}${numberMarkup(line)}${piecesOf(line).map(({ text, kinds }) => {
    let piece: Markup | string = text
    if (kinds.has('reference')) piece = html`<u class="reference">${piece}</u>`
    if (kinds.has('deleted')) piece = html`<del>${piece}</del>`
    if (kinds.has('inserted')) piece = html`<ins>${piece}</ins>`
    return piece
  })}</p>`
}

function numberMarkup(line: TableLine): Markup | string | false {
  if (line.number === undefined) return false
  if (line.numberMark === 'inserted') return html`<ins>${line.number}</ins>`
  if (line.numberMark === 'deleted') return html`<del>${line.number}</del>`
  return line.number
}
