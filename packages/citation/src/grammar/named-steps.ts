import type { LocusStep, Unit } from '../mention.js'
import { depth, isTrapped, numberAt, skipBlanks, units } from './tokens.js'

const headings = /^(?:总则|分则|附则|通则|一般规定|总纲|序言)/

/** 附录A */
const lettered = /^ ?([A-ZＡ-Ｚ])(?![A-Za-z])/

/** Steps named without a number: 各项, 附件一, and, under an instrument or a structure, 总则, 通则, 序言. */
export function namedStepAt(
  text: string,
  i: number,
  above: Unit | undefined,
  underHost: boolean
): { step: LocusStep; end: number } | undefined {
  if (text[i] === '各') {
    const unit = units[text[i + 1] ?? '']
    if (unit === undefined || above === undefined || depth[above] < depth.article || depth[unit] <= depth[above])
      return undefined
    if (isTrapped(text[i + 1]!, text, i + 2)) return undefined
    return { step: { unit, relative: { by: 'every' } }, end: i + 2 }
  }
  if (text[i] === '附' && /^附[件录表图]/.test(text.slice(i, i + 2))) {
    const token = numberAt(text, skipBlanks(text, i + 2))
    const label = text.slice(i, i + 2)
    if (token?.number && !token.bracketed)
      return { step: { unit: 'attachment', number: token.number, label }, end: token.end }
    const letter = lettered.exec(text.slice(i + 2, i + 5))
    if (letter !== null)
      return { step: { unit: 'attachment', label: label + letter[1] }, end: i + 2 + letter[0].length }
    return underHost ? { step: { unit: 'attachment', label }, end: i + 2 } : undefined
  }
  if (!underHost) return undefined
  const heading = headings.exec(text.slice(i, i + 4))?.[0]
  if (heading === undefined) return undefined
  if (heading === '序言' || heading === '总纲') return { step: { unit: 'preamble' }, end: i + 2 }
  return { step: { unit: 'structure', heading }, end: i + heading.length }
}

const namedBook =
  /^(?![各本该全上下前后同每])([^第的由和与及或等以在被应所按依对将为，。；：、（）《》“”\s]{2,7})(?<![汇选主改续摘新整])编(?=第|通则|分则|规定|之|[的中和与及或、，。；：）”]|$)/

/** 物权编: a 编 by its heading, right behind the name of a code. */
export function namedBookAt(text: string, i: number): { step: LocusStep; end: number } | undefined {
  const heading = namedBook.exec(text.slice(i, i + 12))?.[1]
  return heading === undefined ? undefined : { step: { unit: 'book', heading }, end: i + heading.length + 1 }
}
