import { parseNumeral } from 'regast'

/** A number with its unit as a clause states it. */
export interface Figure {
  /** As written: 三十日内. */
  text: string
  value: number
  unit: string
}

const pattern =
  /([〇零一二三四五六七八九十百千万两\d]+(?:\.\d+)?)\s*(个工作日|工作日|个月|周岁|小时|分钟|万元|亿元|日|天|年|周|元|人|名|次|倍|岁|%|％)(?![〇零一二三四五六七八九十\d月日])/g
const units: Record<string, string> = {
  个工作日: '工作日',
  天: '日',
  名: '人',
  '％': '%',
  周岁: '岁',
  万元: '元',
  亿元: '元'
}
const scales: Record<string, number> = { 万元: 10_000, 亿元: 100_000_000 }

/** The numbers with units in a text; days of the calendar and ordinals are none. */
export function figuresIn(text: string): Figure[] {
  const found: Figure[] = []
  for (const match of text.matchAll(pattern)) {
    const [words, number, written] = match
    const before = text.slice(Math.max(0, match.index - 2), match.index)
    // 2020年5月1日 and 第三年 count nothing.
    if (
      /[第月]$/.test(before) ||
      (written === '年' && /^\d{4}$/.test(number!)) ||
      (written === '日' && /月$/.test(before))
    )
      continue
    const value = number!.includes('.') ? Number(number) : parseNumeral(number!)
    if (value === undefined || Number.isNaN(value)) continue
    const scale = scales[written!] ?? 1
    found.push({ text: words, value: value * scale, unit: units[written!] ?? written! })
  }
  return found
}

/** Two clauses state a different number of one unit. */
export interface FigureDifference {
  own: string
  /** What the cited clause states in that unit. */
  cited: string[]
}

/** Numbers of a text whose unit the cited text has too, but not with that value. */
export function differentFigures(own: string, cited: string): FigureDifference[] {
  const theirs = figuresIn(cited)
  return figuresIn(own).flatMap(({ text, value, unit }) => {
    const same = theirs.filter((figure) => figure.unit === unit)
    if (same.length === 0 || same.some((figure) => figure.value === value)) return []
    return [{ own: text, cited: [...new Set(same.map((figure) => figure.text))] }]
  })
}
