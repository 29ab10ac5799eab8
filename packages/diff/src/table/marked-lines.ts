import { clauseBreak } from '../clause-changes.js'
import type { ClauseChange, DraftComparison } from '../model.js'
import type { Clause, Unit } from '../units.js'
import { flatten } from '../units.js'
import type { Mark, TableLine } from './model.js'

type Side = 'old' | 'new'

/** How one clause of one side of a comparison is marked. */
interface ClauseMarks {
  text: string
  marks: Mark[]
  numberMark?: 'inserted' | 'deleted'
}

/** The marks of every clause on one side of a comparison; drawn once for each clause, in the order of the draft. */
export type MarkSource = (clause: Clause) => ClauseMarks | undefined

/** Finds marks by address and text: rough drafts bear a number twice, so equal addresses are told apart by their text. */
export function markSource(comparison: DraftComparison, side: Side): MarkSource {
  const waiting = new Map<string, ClauseMarks[]>()
  const add = (address: string, marks: ClauseMarks): void => {
    const here = waiting.get(address)
    if (here === undefined) waiting.set(address, [marks])
    else here.push(marks)
  }
  for (const change of [...comparison.articles, ...comparison.passages]) {
    for (const clause of change.clauses) {
      const texts = sideTexts(clause, side)
      clause[side].forEach((address, index) => {
        if (texts[index] !== undefined) add(address, texts[index])
      })
    }
  }
  return (clause) => {
    const here = waiting.get(clause.address)
    const at = here?.findIndex((marks) => marks.text === clause.text) ?? -1
    return at === -1 ? undefined : here!.splice(at, 1)[0]
  }
}

/** The texts of one side of a change with their marks, one for each clause of that side. */
function sideTexts(change: ClauseChange, side: Side): ClauseMarks[] {
  const own = side === 'new' ? 'inserted' : 'deleted'
  const marked = numberMark(change, own)
  let current: ClauseMarks = { text: '', marks: [], ...marked }
  const found = [current]
  const append = (text: string, kind: Mark['kind'] | undefined): void => {
    for (const [index, piece] of text.split(clauseBreak).entries()) {
      if (index > 0) {
        current = { text: '', marks: [], ...marked }
        found.push(current)
      }
      if (kind !== undefined && piece !== '') {
        current.marks.push({ start: current.text.length, end: current.text.length + piece.length, kind })
      }
      current.text += piece
    }
  }
  for (const segment of change.segments) {
    if (segment.kind === 'reference') append(segment[side], 'reference')
    else if (segment.kind === 'equal') append(segment.text, undefined)
    else if (segment.kind === own) append(segment.text, own)
  }
  return found
}

function numberMark(change: ClauseChange, own: 'inserted' | 'deleted'): { numberMark?: 'inserted' | 'deleted' } {
  if (change.kind === 'added' || change.kind === 'deleted') return { numberMark: own }
  return change.oldNumber === change.newNumber ? {} : { numberMark: own }
}

/** The lines of an article, marked as new against the draft before and as gone from the draft after. */
export function markedLines(unit: Unit, sources: readonly MarkSource[]): TableLine[] {
  return flatten(unit.clauses).map((clause) => {
    const line: TableLine = { level: clause.level, address: clause.address, text: clause.text, marks: [] }
    if (clause.printed !== undefined) line.number = clause.printed
    for (const source of sources) {
      const found = source(clause)
      if (found === undefined) continue
      line.marks.push(...found.marks)
      if (found.numberMark !== undefined) line.numberMark = found.numberMark
    }
    line.marks.sort((left, right) => left.start - right.start || left.end - right.end)
    return line
  })
}
