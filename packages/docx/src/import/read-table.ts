import { child, elements, type XmlElement } from '@tiaoli/xml'
import { readRevision } from './read-revision.js'
import type { WordBlock, WordTable } from './word-paragraph.js'

type Row = WordTable['rows'][number]

/** The rows and cells of a table; `read` gives what stands in a cell. */
export function readTable(element: XmlElement, read: (cell: XmlElement) => WordBlock[]): WordTable {
  return { type: 'table', rows: inside(element, 'w:tr').map((row) => readRow(row, read)) }
}

function readRow(row: XmlElement, read: (cell: XmlElement) => WordBlock[]): Row {
  const properties = child(row, 'w:trPr')
  const revision =
    properties &&
    elements(properties)
      .map(readRevision)
      .find((found) => found !== undefined)
  // A row may begin some columns further in.
  const skips = child(properties, 'w:gridBefore')
  const skipped = skips === undefined ? 0 : spanOf(skips)
  const before = Array.from({ length: skipped }, () => ({ blocks: [], span: 1, continued: false }))
  return { revision, cells: [...before, ...inside(row, 'w:tc').map((cell) => readCell(cell, read))] }
}

function readCell(cell: XmlElement, read: (cell: XmlElement) => WordBlock[]): Row['cells'][number] {
  const blocks = read(cell)
  const properties = child(cell, 'w:tcPr')
  const merge = child(properties, 'w:vMerge')
  return {
    blocks,
    span: spanOf(child(properties, 'w:gridSpan')),
    continued: merge !== undefined && merge.attributes['w:val'] !== 'restart'
  }
}

/** Elements of a name, also those in content controls. */
function inside(parent: XmlElement, name: string): XmlElement[] {
  return elements(parent)
    .flatMap((below) => (below.name === 'w:sdt' ? elements(child(below, 'w:sdtContent') ?? below) : [below]))
    .filter((below) => below.name === name)
}

/** Columns that a cell spans; Word knows no more than 63, and a file that states millions is made to exhaust memory. */
function spanOf(element: XmlElement | undefined): number {
  const stated = Number(element?.attributes['w:val'] ?? 1)
  return Number.isInteger(stated) ? Math.min(63, Math.max(1, stated)) : 1
}
