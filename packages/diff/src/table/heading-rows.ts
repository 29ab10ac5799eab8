import type { DraftComparison, HeadingChangeKind } from '../model.js'
import type { DraftUnits, Unit } from '../units.js'
import type { TableRow } from './model.js'

type HeadingRow = Extract<TableRow, { type: 'heading' }>

interface Entry {
  row: HeadingRow
  /** Its address in each draft. */
  addresses: (string | undefined)[]
  done: boolean
}

/** The headings of a table, handed out as its articles are laid down. */
export interface HeadingRows {
  /** Headings to stand before a row of articles. */
  before(cells: readonly Unit[][]): HeadingRow[]
  /** Headings behind the last article. */
  rest(): HeadingRow[]
}

/** Headings of all drafts in the order of the last one, what is gone behind what stood before it. */
export function headingRows(units: readonly DraftUnits[], comparisons: readonly DraftComparison[]): HeadingRows {
  const entries = chainHeadings(units.length, comparisons)
  const depths = units.map((draft) => new Map(draft.structures.map((fact) => [fact.address, fact.path.length + 1])))
  for (const entry of entries) {
    const column = entry.addresses.findLastIndex((address) => address !== undefined)
    entry.row.level = depths[column]?.get(entry.addresses[column]!) ?? 1
  }
  const last = units.length - 1
  const position = units.map(
    (_, column) =>
      new Map(entries.flatMap((entry, index) => (entry.addresses[column] ? [[entry.addresses[column], index]] : [])))
  )
  return {
    before(cells) {
      const column = cells[last]!.length > 0 ? last : cells.findLastIndex((cell) => cell.length > 0)
      const path = cells[column]?.[0]?.path ?? []
      const reached = Math.max(-1, ...path.map((address) => position[column]!.get(address) ?? -1))
      // An article that is gone opens only the headings that are gone with it.
      return take(
        entries.slice(0, reached + 1).filter((entry) => column === last || entry.addresses[last] === undefined)
      )
    },
    rest: () => take(entries)
  }
}

function take(entries: readonly Entry[]): HeadingRow[] {
  const open = entries.filter((entry) => !entry.done)
  for (const entry of open) entry.done = true
  return open.map((entry) => entry.row)
}

function chainHeadings(columns: number, comparisons: readonly DraftComparison[]): Entry[] {
  const entries: Entry[] = []
  for (let index = comparisons.length - 1; index >= 0; index--) {
    const known = new Map(entries.map((entry) => [entry.addresses[index + 1], entry]))
    let at = 0
    for (const heading of comparisons[index]!.headings) {
      const inNew = heading.new[0]
      let entry = inNew === undefined ? undefined : known.get(inNew)
      if (entry === undefined) {
        entry = emptyEntry(columns)
        entries.splice(at, 0, entry)
      }
      at = entries.indexOf(entry) + 1
      note(entry, index, heading.old[0], heading.oldText, heading.kind)
      note(entry, index + 1, inNew, heading.newText, heading.kind)
    }
  }
  return entries
}

function emptyEntry(columns: number): Entry {
  return {
    row: { type: 'heading', level: 1, kind: 'unchanged', cells: Array.from({ length: columns }, () => '') },
    addresses: Array.from({ length: columns }, () => undefined),
    done: false
  }
}

function note(entry: Entry, column: number, address: string | undefined, text: string, kind: HeadingChangeKind): void {
  if (address !== undefined) {
    entry.addresses[column] = address
    entry.row.cells[column] = text
  }
  if (entry.row.kind === 'unchanged') entry.row.kind = kind
}
