import type { LinkStatus } from '@tiaoli/library'
import type { Severity } from '../finding.js'
import { type Finding, type Language, reasonIn } from '../finding.js'
import { rules } from '../rules/index.js'
import { type CheckedFile, tally } from './checked-file.js'
import { columnsOf } from './columns.js'

/** How a terminal is written to. */
export interface PrettyOptions {
  /** Columns; a Chinese character takes two. */
  width: number
  color: boolean
  language?: Language
}

const severities: Record<Language, Record<Severity, string>> = {
  zh: { error: '错误', warning: '提醒', info: '提示' },
  en: { error: 'error', warning: 'warning', info: 'info' }
}
const colors: Record<Severity | 'dim' | 'strong' | 'good', string> = {
  error: '31',
  warning: '33',
  info: '36',
  dim: '2',
  strong: '1',
  good: '32'
}
/** What explains a finding wherever the command is installed; the pages of the rules are only in the project. */
const why: Record<Language, string> = { zh: '说明：', en: 'why: ' }
const documented = new Set(rules.map(({ id }) => id))

type Paint = (text: string, style: keyof typeof colors) => string

/** Findings for people: the place, a frame of the text with a marker under it, the reason, a cure; ends in a line break. */
export function renderPretty(files: readonly CheckedFile[], { width, color, language = 'zh' }: PrettyOptions): string {
  const paint: Paint = color ? (text, style) => `\u001B[${colors[style]}m${text}\u001B[0m` : (text) => text
  const blocks = files.flatMap((file) => {
    const lines = file.source.split(/\r\n|\r|\n/)
    return file.findings.map((finding) =>
      renderFinding(file.file, lines, finding, Math.max(40, width), paint, language)
    )
  })
  const closing = [renderTally(files, paint, language), ...renderUnverified(files, paint, language)].join('\n')
  return `${[...blocks, closing].join('\n\n')}\n`
}

function renderFinding(
  file: string,
  lines: readonly string[],
  finding: Finding,
  width: number,
  paint: Paint,
  language: Language
): string {
  const { start, end } = finding.position
  const clause = finding.label === '' ? '' : `  ${finding.label}`
  const head = `${file}:${start.line}:${start.column}${paint(clause, 'strong')}  ${paint(severities[language][finding.severity], finding.severity)} ${finding.ruleId}`
  const number = String(start.line)
  const gutter = ' '.repeat(number.length)
  const line = lines[start.line - 1] ?? ''
  const to = end.line === start.line ? end.column - 1 : line.length
  const frame = frameOf(line, start.column - 1, Math.max(to, start.column - 1), width - number.length - 5)
  const out = [
    head,
    `  ${paint(`${number} │`, 'dim')} ${frame.text}`,
    `  ${gutter} ${paint('│', 'dim')} ${' '.repeat(frame.before)}${paint('^'.repeat(Math.max(1, frame.marked)), finding.severity)}`
  ]
  out.push(`  ${reasonIn(finding, language)}${cureOf(finding, paint, language)}`)
  for (const other of finding.related ?? []) {
    const { line, column } = other.position.start
    const where = other.label === '' ? '' : `（${other.label}）`
    out.push(paint(`  ↳ ${file}:${line}:${column}${where} ${reasonIn(other, language)}`, 'dim'))
  }
  if (finding.note !== undefined) out.push(paint(`  ${finding.note}`, 'dim'))
  if (documented.has(finding.ruleId))
    out.push(paint(`  ${why[language]}tiaoli check --explain ${finding.ruleId}`, 'dim'))
  return out.join('\n')
}

function cureOf({ fix, offers, expected }: Finding, paint: Paint, language: Language): string {
  const to = expected?.[0]
  if (to === undefined) return ''
  const text = to === '' ? (language === 'zh' ? '删去' : 'remove it') : `“${to}”`
  const how =
    fix !== undefined
      ? { zh: '可自动更正：', en: 'Fixable: ' }
      : offers !== undefined
        ? { zh: '建议改为：', en: 'Suggested: ' }
        : { zh: '应为：', en: 'Expected: ' }
  return ` ${how[language]}${paint(text, 'good')}`
}

interface Frame {
  text: string
  /** Columns before and under the mark. */
  before: number
  marked: number
}

/** As much of a line around a stretch as fits the width, cut at both ends with an ellipsis. */
function frameOf(line: string, start: number, end: number, width: number): Frame {
  const flat = line.replace(/\t/g, ' ')
  const marked = Math.min(columnsOf(flat.slice(start, end)), width)
  if (columnsOf(flat) <= width) return { text: flat, before: columnsOf(flat.slice(0, start)), marked }
  let from = start
  let room = Math.max(0, Math.floor((width - marked) / 2) - 2)
  while (from > 0 && room > 0) {
    const step = columnsOf(flat[from - 1]!)
    if (step > room) break
    room -= step
    from -= 1
  }
  // What the left side does not need, the right side may use.
  let used = columnsOf(flat.slice(from, end)) + (from > 0 ? 2 : 0)
  let to = end
  while (to < flat.length) {
    const step = columnsOf(flat[to]!)
    if (used + step > width - 2) break
    used += step
    to += 1
  }
  const lead = from > 0 ? '…' : ''
  return {
    text: `${lead}${flat.slice(from, to)}${to < flat.length ? '…' : ''}`,
    before: columnsOf(lead) + columnsOf(flat.slice(from, start)),
    marked
  }
}

function renderTally(files: readonly CheckedFile[], paint: Paint, language: Language): string {
  const { errors, warnings, infos, fixable } = tally(files)
  const many = files.length
  if (errors + warnings + infos === 0) {
    return paint(language === 'zh' ? `${many} 个文件，没有发现问题。` : `${many} file(s), nothing found.`, 'good')
  }
  if (language === 'en') {
    const fixes = fixable > 0 ? `; ${fixable} fixable with --fix` : ''
    return paint(`${many} file(s): ${errors} errors, ${warnings} warnings, ${infos} infos${fixes}.`, 'strong')
  }
  const fixes = fixable > 0 ? `；其中 ${fixable} 处可以用 --fix 自动更正` : ''
  return paint(`${many} 个文件：${errors} 处错误，${warnings} 处提醒，${infos} 处提示${fixes}。`, 'strong')
}

/** Why a reference could not be checked, in the order in which that is told. */
const reasons: [LinkStatus, Record<Language, string>][] = [
  ['unknown-instrument', { zh: '所引文件不在文库中', en: 'cite what the library does not have' }],
  ['ambiguous', { zh: '有歧义', en: 'can be read in more than one way' }],
  ['superseded', { zh: '所引文本已被取代', en: 'cite what was replaced' }],
  ['dangling', { zh: '没有找到所引条款', en: 'cite a clause that was not found' }]
]

/** That no rule speaks of a reference does not mean that it is right. */
function renderUnverified(files: readonly CheckedFile[], paint: Paint, language: Language): string[] {
  const many = tally(files).unverified ?? 0
  if (many === 0) return []
  const parts = reasons.flatMap(([status, wording]) => {
    const count = files.reduce((sum, { unverified }) => sum + (unverified?.[status] ?? 0), 0)
    return count === 0 ? [] : [language === 'zh' ? `${wording.zh} ${count} 处` : `${count} ${wording.en}`]
  })
  const line =
    language === 'zh'
      ? `另有 ${many} 处引用未能核对（${parts.join('，')}），逐处见 tiaoli report。`
      : `${many} reference(s) could not be checked (${parts.join(', ')}); tiaoli report lists them.`
  return [paint(line, 'warning')]
}
