import { comparisonColumns } from '@tiaoli/library'
import type { Element, Nodes } from 'hast'

/** A clause with its words; a cell that only names one is data. */
const clause = /(?:^|[\s\u3000])第[〇零一二三四五六七八九十百千\d]+[编章节条][\s\u3000]+\S/
const opening = /^第[〇零一二三四五六七八九十百千\d]+条/
const bareNumber = /^第[〇零一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十]+)?$/
const longestCell = 400

/** A table that is kept as one. */
export interface DataTable {
  /** Words by rows; cells that span several are followed by empty ones. */
  cells: string[][]
  /** Names of the columns, where they are forms of the same articles side by side. */
  compared?: string[]
}

/**
 * What a table of data holds; `undefined` for a table that only lays out a page: with another in it, with one column, or
 * with clauses and whole texts in its cells, unless they are set side by side to be compared.
 */
export function dataTable(table: Element, wordsOf: (text: string) => string): DataTable | undefined {
  const rows = rowsOf(table)
  if (rows === undefined || rows.length < 2) return undefined
  const cells: string[][] = []
  let laidOut = false
  /** Rows that a cell above still reaches into, by column. */
  const reaching: number[] = []
  for (const row of rows) {
    const line: string[] = []
    const below = () => {
      while ((reaching[line.length] ?? 0) > 0) {
        reaching[line.length]! -= 1
        line.push('')
      }
    }
    for (const cell of row.children) {
      if (cell.type !== 'element' || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue
      below()
      const words = wordsOf(cellText(cell))
      laidOut ||= words.length > longestCell || clause.test(words) || (words.length > 30 && opening.test(words))
      const spread = (at: number) => (reaching[at] = span(cell.properties.rowSpan) - 1)
      spread(line.length)
      line.push(words)
      for (let more = span(cell.properties.colSpan); more > 1; more--) {
        spread(line.length)
        line.push('')
      }
    }
    below()
    cells.push(line)
  }
  const compared = comparisonColumns(cells)
  if (compared !== undefined) return { cells, compared }
  return !laidOut && !numbersBeside(cells) && Math.max(...cells.map((line) => line.length)) > 1 ? { cells } : undefined
}

/** Whether a table sets the numbers of articles beside their texts. */
function numbersBeside(cells: readonly string[][]): boolean {
  return cells.every(
    ([number = '', words = '', ...more]) => bareNumber.test(number) && more.length === 0 && /[。；：]$/.test(words)
  )
}

function rowsOf(node: Element): Element[] | undefined {
  const rows: Element[] = []
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (child.tagName === 'tr') {
      if (holdsTable(child)) return undefined
      rows.push(child)
    } else if (['tbody', 'thead', 'tfoot'].includes(child.tagName)) {
      const inner = rowsOf(child)
      if (inner === undefined) return undefined
      rows.push(...inner)
    }
  }
  return rows
}

function holdsTable(node: Element): boolean {
  return node.children.some((child) => child.type === 'element' && (child.tagName === 'table' || holdsTable(child)))
}

/** Words of a cell, its lines set apart. */
function cellText(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  const words = node.children.map(cellText).join('')
  if (node.type !== 'element' || !/^(?:p|div|br|li)$/.test(node.tagName)) return words
  return `${words} `
}

/** A stated span; pages made to exhaust a reader state millions. */
function span(value: unknown): number {
  const stated = Number(value ?? 1)
  return Number.isInteger(stated) ? Math.min(100, Math.max(1, stated)) : 1
}
