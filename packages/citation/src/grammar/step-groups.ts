import { parseNumeral } from 'regast'
import type { LocusStep, Unit } from '../mention.js'
import type { NumberToken } from './tokens.js'
import { connectorLength, depth, isNumeral, numberAt, rangeLength, skipBlanks, toStep, unitAt } from './tokens.js'

/** Numbers that share one unit, each possibly the begin of a range. */
export interface StepGroup {
  unit: Unit
  members: { step: LocusStep; upTo?: LocusStep; start: number; end: number }[]
  end: number
}

/** More numbers than any list has that shares one unit: what goes on longer is no list, and would be read again at each number. */
const mostNumbers = 64

/** step: 第三条, 第一百三十三条之一, 第二、三款, 第（一）至（三）项, （一）、（二）项. */
export function stepGroupAt(text: string, i: number): StepGroup | undefined {
  const marked = text[i] === '第'
  if (!marked && text[i] !== '（' && text[i] !== '(') return undefined
  // Nearly always one, which needs no list.
  let numbers: GroupNumber[] | undefined
  let at = marked ? skipBlanks(text, i + 1) : i
  let start = i
  let inRange = false
  for (let read = 0; read < mostNumbers; read++) {
    const token = numberAt(text, at)
    if (token === undefined || (!marked && !token.bracketed)) return undefined
    at = skipBlanks(text, token.end)
    // 第三、四两条, 第一至三各款
    const summed = numbers !== undefined && (text[at] === '两' || text[at] === '各') ? unitAt(text, at + 1) : undefined
    const unit = summed ?? unitAt(text, at)
    if (unit !== undefined && !marked && unit.unit !== 'point' && unit.unit !== 'indent') return undefined
    if (unit !== undefined && numbers === undefined) return closeSingle(text, unit, token, start)
    if (numbers === undefined && marked && text[at] === '第' && lacksArticle(text, at, token))
      return { unit: 'article', members: [{ step: toStep('article', token), start, end: token.end }], end: token.end }
    numbers ??= []
    if (inRange) numbers.at(-1)!.upTo = token
    else numbers.push({ token, start })
    if (unit !== undefined) return closeGroup(text, unit, numbers)
    const range = rangeLength(text, at)
    // （一）（二）项 has no connector at all.
    const bare = token.bracketed && (text[at] === '（' || text[at] === '(')
    const step = range || (bare ? 0 : connectorLength(text, at))
    if (step === 0 && !bare) return undefined
    inRange = range > 0
    at = skipBlanks(text, at + step)
    start = at
    if (text[at] === '第') at = skipBlanks(text, at + 1)
  }
  return undefined
}

/** 第二十四第一款: the 条 was left out; 第十第十一项 is a list without its 、. */
function lacksArticle(text: string, i: number, { number, bracketed }: NumberToken): boolean {
  if (number === undefined || bracketed || number.value < 10) return false
  const below = numberAt(text, skipBlanks(text, i + 1))
  if (below?.number === undefined || below.number.value === number.value + 1) return false
  const unit = unitAt(text, skipBlanks(text, below.end))?.unit
  return unit === 'paragraph' || unit === 'point'
}

/** A number of a group, possibly with the far end of a range. */
interface GroupNumber {
  token: NumberToken
  upTo?: NumberToken
  start: number
}

/** A step with one number. */
function closeSingle(text: string, unit: { unit: Unit; end: number }, token: NumberToken, start: number): StepGroup {
  if (unit.unit === 'article' && text[unit.end] === '之') return closeGroup(text, unit, [{ token, start }])
  return { unit: unit.unit, members: [{ step: toStep(unit.unit, token), start, end: unit.end }], end: unit.end }
}

function closeGroup(text: string, { unit, end }: { unit: Unit; end: number }, numbers: GroupNumber[]): StepGroup {
  let at = end
  let insert: number | undefined
  if (unit === 'article' && text[at] === '之') {
    let close = at + 1
    while (close < text.length && isNumeral[text.charCodeAt(close)] === 1) close++
    // 第十条之一 is an article; 第十条之二分之一 and 第十条之三日 are not met.
    if (close > at + 1 && close - at <= 4) {
      insert = parseNumeral(text.slice(at + 1, close))
      if (insert !== undefined) at = close
    }
  }
  const last = numbers.length - 1
  const member = (index: number): StepGroup['members'][number] => {
    const { token, upTo, start } = numbers[index]!
    const step = toStep(unit, token)
    if (index === last && insert !== undefined && upTo === undefined && step.number)
      step.number = { ...step.number, insert }
    const own = index === last ? at : (upTo ?? token).end
    return upTo === undefined ? { step, start, end: own } : { step, upTo: toStep(unit, upTo), start, end: own }
  }
  return { unit, members: last === 0 ? [member(0)] : numbers.map((_, index) => member(index)), end: at }
}

/** 第一款前三项, 第三百零七条之一前三款: the first so many. */
export function leadingGroupAt(text: string, i: number): StepGroup | undefined {
  if (text[i] !== '前') return undefined
  const token = numberAt(text, i + 1)
  const unit = token && !token.bracketed ? unitAt(text, token.end) : undefined
  if (token?.number === undefined || unit === undefined || depth[unit.unit] < depth.paragraph) return undefined
  const member = {
    step: { unit: unit.unit, number: { value: 1 } },
    upTo: { unit: unit.unit, number: token.number },
    start: i,
    end: unit.end
  }
  return { unit: unit.unit, members: [member], end: unit.end }
}
