import type { TableArticle, TableCell, TableLine, TableRow } from '@tiaoli/diff'
import { kindName, piecesOf } from '@tiaoli/diff'
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import type { ComparisonRow, ComparisonView, MovedFrom } from '../../model/comparison-view.js'
import { draftHref } from '../links.js'
import { words } from '../wording.js'

interface TableProps {
  view: ComparisonView
  rows: readonly ComparisonRow[]
  /** Index of the row that was stepped to. */
  current: number
}

/** The table of a comparison: a column for each draft and one for what happened. */
export function ComparisonTable({ view, rows, current }: TableProps) {
  const note = words.value.note
  const body = useMemo(() => rows.map((row, index) => rowView(row, index, view)), [rows, view])
  return (
    <table class={`comparison columns-${view.columns.length}`} data-current={current}>
      <thead>
        <tr>
          {view.columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
          <th scope="col" class="note">
            {note}
          </th>
        </tr>
      </thead>
      <tbody lang="zh-Hans">{body}</tbody>
    </table>
  )
}

function rowView(row: ComparisonRow, index: number, view: ComparisonView): ComponentChildren {
  if (row.type === 'moved-from') return <MovedRow key={`moved ${index}`} row={row} columns={view.columns.length} />
  if (row.type === 'heading') return <HeadingRow key={index} row={row} columns={view.columns.length} />
  return <ArticleRow key={index} row={row} index={index} view={view} />
}

/** Where an article stood: a pointer to where it is now. */
function MovedRow({ row, columns }: { row: MovedFrom; columns: number }) {
  return (
    <tr class="moved-from">
      <td colSpan={columns + 1}>
        <a
          href={`#row-${row.to}`}
          onClick={(event) => {
            event.preventDefault()
            const target = document.getElementById(`row-${row.to}`)
            target?.scrollIntoView({ block: 'center', behavior: 'instant' })
            target?.focus({ preventScroll: true })
          }}
        >
          {words.value.movedTo(row.label, row.toLabel)} ↷
        </a>
      </td>
    </tr>
  )
}

function HeadingRow({ row, columns }: { row: Extract<TableRow, { type: 'heading' }>; columns: number }) {
  const same = row.kind === 'unchanged'
  return (
    <tr class={`heading level-${row.level}${same ? '' : ' changed'}`}>
      {same ? (
        <th colSpan={columns + 1} scope="colgroup">
          {row.cells.at(-1)}
        </th>
      ) : (
        <>
          {row.cells.map((cell, column) =>
            cell === '' ? (
              <td key={column} />
            ) : (
              <th key={column} scope="col">
                <HeadingCell cells={row.cells} column={column} cell={cell} />
              </th>
            )
          )}
          <td class="note" />
        </>
      )}
    </tr>
  )
}

function HeadingCell({ cells, column, cell }: { cells: readonly string[]; column: number; cell: string }) {
  const before = cells[column - 1]
  const after = cells[column + 1]
  if (before !== undefined && before !== cell) return <ins>{cell}</ins>
  if (after !== undefined && after !== cell) return <del>{cell}</del>
  return <>{cell}</>
}

interface ArticleRowProps {
  row: Extract<TableRow, { type: 'article' }>
  index: number
  view: ComparisonView
}

function ArticleRow({ row, index, view }: ArticleRowProps) {
  const address = row.cells.at(-1)!.articles[0]?.address
  const id = address === undefined ? `row-old-${row.cells[0]!.articles[0]?.address}` : `row-${address}`
  return (
    <tr class={`article-row ${row.kind}`} id={id} data-row={index} tabIndex={-1}>
      {row.cells.map((cell, column) => (
        <Cell key={column} cell={cell} draft={view.drafts[column]!} name={view.columns[column]!} />
      ))}
      <td class="note">
        {row.notes.length === 0 && <span class="kind">{kindName('unchanged')}</span>}
        {row.notes.map(({ kind, text, column }) => (
          <p key={column} class={`step ${kind}`}>
            {view.columns.length > 2 && <i>{view.columns[column]}</i>}
            <span class="kind">{kindName(kind)}</span>
            {text}
          </p>
        ))}
      </td>
    </tr>
  )
}

function Cell({ cell, draft, name }: { cell: TableCell; draft: string; name: string }) {
  return (
    <td class={cell.gap === undefined ? 'text' : 'text gap'} data-name={name}>
      {cell.gap}
      {cell.articles.map((article) => (
        <Article key={article.address} article={article} draft={draft} />
      ))}
    </td>
  )
}

function Article({ article, draft }: { article: TableArticle; draft: string }) {
  return (
    <div class="compared">
      {article.lines.map((line, position) => (
        <p key={position} class={`clause ${line.level}`}>
          {position === 0 && article.label !== '' && (
            <>
              <a class="number" href={draftHref(draft, article.address)}>
                {marked(article.label, article.labelMark)}
              </a>
              {'　'}
            </>
          )}
          {line.number !== undefined && marked(line.number, line.numberMark)}
          <Pieces line={line} />
        </p>
      ))}
    </div>
  )
}

function Pieces({ line }: { line: TableLine }) {
  return (
    <>
      {piecesOf(line).map(({ text, kinds }, position) => {
        const words = kinds.has('reference') ? <u class="followed">{text}</u> : text
        const deleted = kinds.has('deleted') ? <del>{words}</del> : words
        return kinds.has('inserted') ? <ins key={position}>{deleted}</ins> : <span key={position}>{deleted}</span>
      })}
    </>
  )
}

function marked(text: string, mark: 'inserted' | 'deleted' | undefined): ComponentChildren {
  if (mark === 'inserted') return <ins>{text}</ins>
  return mark === 'deleted' ? <del>{text}</del> : text
}
