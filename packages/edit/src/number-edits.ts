import type { Level, Root } from 'regast'
import { clauseText, parseNumeral, placeAt } from 'regast'
import type { NumberedClause } from './number-clauses.js'
import { inStyleOf, insertSuffix, numeralValue } from './numeral-style.js'
import type { TextEdit } from './text-edit.js'

/** A clause that gets another number. */
export interface NumberChange {
  level: Level
  /** As printed: 第五条; 第X条 where the number was left open. */
  from: string
  to: string
  /** Line of the source, from 1. */
  line: number
}

/** What becomes of the printed numbers of a draft. */
export interface NumberEdits {
  edits: TextEdit[]
  /** How many clauses get another number. */
  count: number
  /** Those clauses, put into words when asked for: there may be a thousand. */
  readonly numbers: NumberChange[]
}

/** Lets the printed numbers of clauses, and the lines of a 目录 that name them, say what they should. */
export function numberEdits(tree: Root, clauses: readonly NumberedClause[], text: string): NumberEdits {
  const edits: TextEdit[] = []
  const changed: NumberedClause[] = []
  for (const clause of clauses) {
    const found = numEdits(clause, text)
    if (found.length === 0) continue
    edits.push(...found)
    changed.push(clause)
  }
  const contents = contentsEdits(tree, clauses)
  edits.push(...contents.map(({ edit }) => edit))
  return {
    edits,
    count: changed.length + contents.length,
    get numbers() {
      return [...changed.map((clause) => changeOf(clause, text)), ...contents.map(({ change }) => change)]
    }
  }
}

/** The numeral of a printed number. */
export const numeralIn = /[0-9０-９〇零一二两三四五六七八九十百千①-⑳]+/

function isNumberKept({ now, level, was }: NumberedClause): boolean {
  const number = now[level]
  return number !== undefined && number.value === was.value && number.insert === was.insert
}

/** A number as printed, taken apart. */
interface Printed {
  text: string
  /** Offset of it in the source, and of the numeral in it. */
  start: number
  at: number
  numeral: string
  /** Where 之一 begins in it, or would. */
  suffixAt: number
  suffix: string
}

function printedNumber({ num, level }: NumberedClause, source: string): Printed | undefined {
  const position = num?.position
  if (position?.start.offset === undefined || level === 'attachment') return undefined
  const text = source.slice(position.start.offset, position.end.offset)
  const match = numeralIn.exec(text)
  if (match === null) return undefined
  const [numeral] = match
  const written = text.indexOf('之', match.index + numeral.length)
  const suffixAt = written === -1 ? text.trimEnd().length : written
  return {
    text,
    start: position.start.offset,
    at: match.index,
    numeral,
    suffixAt,
    suffix: text.slice(suffixAt).trimEnd()
  }
}

/** The edits of one printed number, in front of and behind its unit. */
export function numEdits(clause: NumberedClause, source: string): readonly TextEdit[] {
  if (isNumberKept(clause)) return kept
  const number = clause.now[clause.level]
  const printed = printedNumber(clause, source)
  if (number === undefined || printed === undefined) return kept
  const edits: TextEdit[] = []
  const { start, at, numeral, suffixAt, suffix } = printed
  const now = inStyleOf(numeral, number.value)
  if (now !== numeral && numeralValue(numeral) !== number.value)
    edits.push({ start: start + at, end: start + at + numeral.length, text: now })
  const inserted = insertSuffix(number)
  if (suffix !== inserted)
    edits.push({ start: start + suffixAt, end: start + suffixAt + suffix.length, text: inserted })
  return edits
}

const kept: readonly TextEdit[] = []

function changeOf(clause: NumberedClause, source: string): NumberChange {
  const { level, now, num } = clause
  const { text, at, numeral, suffixAt } = printedNumber(clause, source)!
  const number = now[level]!
  const to = `${text.slice(0, at)}${inStyleOf(numeral, number.value)}${text.slice(at + numeral.length, suffixAt)}`
  return {
    level,
    from: /^〇+$/.test(numeral) ? text.replace(/〇+/, 'X') : text,
    to: `${to}${insertSuffix(number)}`,
    line: num!.position!.start.line
  }
}

/** The lines of a 目录 follow the headings they name, met in the same order. */
export function contentsEdits(
  tree: Root,
  clauses: readonly NumberedClause[]
): { edit: TextEdit; change: NumberChange }[] {
  const waiting = [...clauses]
  const found: { edit: TextEdit; change: NumberChange }[] = []
  for (const toc of tree.children) {
    if (toc.type !== 'toc') continue
    for (const item of toc.children) {
      if (item.type !== 'tocItem' || item.unit === undefined) continue
      const at = waiting.findIndex(({ level, was }) => level === item.unit && was.value === item.number?.value)
      const number = waiting[at]?.now[item.unit]
      const { text, runs } = clauseText({ ...item, type: 'note' }, '')
      const match = numeralIn.exec(text)
      if (at === -1 || number === undefined || match === null || runs.length === 0) continue
      waiting.splice(0, at + 1)
      if (says(match[0], number.value)) continue
      const place = placeAt({ node: { ...item, type: 'note' }, address: '', text, runs }, match.index)
      const numeral = inStyleOf(match[0], number.value)
      found.push({
        edit: { start: place.offset, end: place.offset + match[0].length, text: numeral },
        change: { level: item.unit, from: text.trim(), to: text.replace(match[0], numeral).trim(), line: place.line }
      })
    }
  }
  return found
}

function says(numeral: string, value: number): boolean {
  return parseNumeral(numeral) === value || inStyleOf(numeral, value) === numeral
}
