import { parseNumeral } from 'regast'
import { boundBefore上, boundBefore前, boundBefore本 } from '../lexicon.js'
import type { LocusStep, Relative } from '../mention.js'
import { depth, isNumeral, table, unitAt } from './tokens.js'

const isBoundBefore本 = table(boundBefore本)

const isBoundBefore前 = table(boundBefore前)

const isBoundBefore上 = table(boundBefore上)

/** relative: 本条, 前款, 前两项, 同条, 该款, 上款 at an index. */
export function relativeAt(text: string, i: number): { step: LocusStep; end: number } | undefined {
  const left = i > 0 ? text.charCodeAt(i - 1) : 0
  const code = text.charCodeAt(i)
  switch (code) {
    case 0x672c: // 本
      return isBoundBefore本[left] === 1 ? undefined : deictic(text, i, 'this')
    case 0x540c: // 同
    case 0x8be5: // 该
      return deictic(text, i, 'same')
    case 0x524d: // 前
    case 0x4e0a: {
      // 上
      if ((code === 0x524d ? isBoundBefore前 : isBoundBefore上)[left] === 1) return undefined
      let at = i + 1
      while (at < text.length && isNumeral[text.charCodeAt(at)] === 1) at++
      const count = at > i + 1 ? parseNumeral(text.slice(i + 1, at)) : undefined
      const unit = unitAt(text, at)
      if (unit === undefined || unit.unit === 'part') return undefined
      // 前三章 and 上一节 are seldom meant as references; 前三项 and 前两款 are.
      if (count !== undefined && depth[unit.unit] < depth.article) return undefined
      const relative: Relative = count === undefined ? { by: 'previous' } : { by: 'previous', count }
      return { step: { unit: unit.unit, relative }, end: unit.end }
    }
  }
  return undefined
}

function deictic(text: string, i: number, by: 'this' | 'same'): { step: LocusStep; end: number } | undefined {
  // 本附件第二条
  if (by === 'this' && text[i + 1] === '附' && /^附[件录]/.test(text.slice(i + 1, i + 3)))
    return { step: { unit: 'attachment', relative: { by } }, end: i + 3 }
  const unit = unitAt(text, i + 1)
  return unit && { step: { unit: unit.unit, relative: { by } }, end: unit.end }
}
