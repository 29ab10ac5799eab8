import { formatAddress } from 'regast'
import type { VFileMessage } from 'vfile-message'
import type { ArticleChange, ClauseChange, DraftComparison, TextSegment } from '../model.js'
import { changeNote, kindName, summaryOfDrafts } from '../wording.js'

/** How a comparison is shown on a terminal. */
export interface ComparisonTerminalOptions {
  color: boolean
  breaks?: readonly VFileMessage[]
}

const styles = { new: '1;32', gone: '9;31', reference: '33', strong: '1', soft: '2', fault: '31' } as const
type Paint = (text: string, style: keyof typeof styles) => string

/** Summary, what needs a look, and every changed clause with its words marked; unchanged text is left out. */
export function renderComparisonTerminal(
  comparison: DraftComparison,
  { color, breaks = [] }: ComparisonTerminalOptions
): string {
  const paint: Paint = (text, style) => {
    if (color && text !== '') return `\u001B[${styles[style]}m${text}\u001B[0m`
    return style === 'new' ? `{+${text}+}` : style === 'gone' ? `[-${text}-]` : text
  }
  const lines = [paint(`${comparison.title.new || comparison.title.old}：${summaryOfDrafts(comparison)}`, 'strong')]
  if (breaks.length > 0) {
    lines.push('', paint(`修改后需要核对的地方（${breaks.length}处）`, 'fault'))
    for (const message of breaks) {
      const expected = message.expected?.[0]
      lines.push(`  ${message.note}：${message.reason}${expected === undefined ? '' : `，建议写作“${expected}”`}`)
    }
  }
  for (const heading of comparison.headings) {
    if (heading.kind === 'unchanged') continue
    lines.push('', headingLine(heading, paint))
  }
  for (const change of [...comparison.articles, ...comparison.passages]) {
    if (change.kind === 'unchanged') continue
    lines.push('', paint(articleTitle(change), 'strong'))
    for (const clause of change.clauses) {
      const shown = clauseLine(clause, change, paint)
      if (shown !== undefined) lines.push(`  ${shown}`)
    }
  }
  return `${lines.join('\n')}\n`
}

function headingLine(heading: DraftComparison['headings'][number], paint: Paint): string {
  switch (heading.kind) {
    case 'added':
      return `${paint(heading.newText, 'new')}（新增标题）`
    case 'deleted':
      return `${paint(heading.oldText, 'gone')}（删去标题）`
    default:
      return `${paint(heading.oldText, 'gone')} → ${paint(heading.newText, 'new')}`
  }
}

function articleTitle(change: ArticleChange): string {
  const address = (change.new[0] ?? change.old[0])!
  const name = address === '' ? '条文以外的文字' : formatAddress(address)
  const note = changeNote(change)
  return `${name}　${kindName(change.kind)}${note === '' ? '' : `（${note}）`}`
}

function clauseLine(clause: ClauseChange, article: ArticleChange, paint: Paint): string | undefined {
  if (clause.kind === 'unchanged' || (clause.kind === 'renumbered' && article.kind === 'renumbered')) return undefined
  const level = clause.level === 'paragraph' ? `〔${lastLevel(clause)}〕` : (clause.newNumber ?? clause.oldNumber ?? '')
  const number =
    clause.kind === 'renumbered' && clause.oldNumber !== clause.newNumber
      ? paint(`${clause.oldNumber ?? ''}→${clause.newNumber ?? ''}`, 'reference')
      : paint(level, 'soft')
  return `${number}${clause.segments.map((segment) => segmentText(segment, paint)).join('')}`
}

function lastLevel(clause: ClauseChange): string {
  const name = (addresses: readonly string[]) =>
    addresses.map((address) => formatAddress(address.slice(address.lastIndexOf('para_')))).join('、')
  const [before, after] = [name(clause.old), name(clause.new)]
  if (before === '' || after === '' || before === after) return after || before
  return `${before}→${after}`
}

function segmentText(segment: TextSegment, paint: Paint): string {
  switch (segment.kind) {
    case 'equal':
      return lines(segment.text)
    case 'inserted':
      return paint(lines(segment.text), 'new')
    case 'deleted':
      return paint(lines(segment.text), 'gone')
    case 'reference':
      return paint(`${segment.old}→${segment.new}`, 'reference')
  }
}

function lines(text: string): string {
  return text.replace(/[\n\u2029]/g, '⏎')
}
