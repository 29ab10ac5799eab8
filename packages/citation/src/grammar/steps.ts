import type { LocusStep } from '../mention.js'
import { namedStepAt } from './named-steps.js'
import { relativeAt } from './relatives.js'
import type { StepGroup } from './step-groups.js'
import { leadingGroupAt, stepGroupAt } from './step-groups.js'
import { depth, skipBlanks } from './tokens.js'

/** What a reading of steps yields: several readings of the last level where its numbers share a unit. */
export interface StepsReading {
  heads: LocusStep[]
  group?: StepGroup
  end: number
}

const link = /^(?:的|中|中的|所列的?|规定的?|所规定的?)(?=第[^条章节编]{1,8}[款项目])/

/** Index after the words that tie a level to the one above it; only a lower level may follow. */
function skipLink(text: string, i: number, above: LocusStep): number {
  if (depth[above.unit] < depth.article || !'的中所规'.includes(text[i] ?? '')) return i
  const words = link.exec(text.slice(i, i + 16))?.[0]
  if (words === undefined) return i
  const below = stepGroupAt(text, i + words.length)
  return below !== undefined && depth[below.unit] > depth[above.unit] ? i + words.length : i
}

/** step* below a level already read. */
export function stepsAt(text: string, i: number, heads: LocusStep[], underHost: boolean): StepsReading | undefined {
  let at = i
  // Nearly always one or two: a list that is pushed to takes room for seventeen.
  let steps = heads
  let group: StepGroup | undefined
  for (;;) {
    const last = steps.at(-1)
    let next = skipBlanks(text, at)
    // A chapter and what stands on the line below it are two headings.
    if (last !== undefined && next > at && depth[last.unit] < depth.article && text.slice(at, next).includes('\n'))
      break
    // 第十条的第二款 and 前款所列第（一）项 are written now and then.
    if (last !== undefined) next = skipLink(text, next, last)
    const floor = last === undefined ? -1 : depth[last.unit]
    const before = last?.relative?.by === 'this' && text[next] === '前' ? relativeAt(text, next) : undefined
    if (before !== undefined && depth[before.step.unit] > Math.max(floor, depth.article)) {
      steps = [...steps, before.step]
      at = before.end
      continue
    }
    const inside = last !== undefined && floor <= depth.section && last.heading === undefined
    const named = namedStepAt(text, next, last?.unit, underHost || inside)
    if (named !== undefined && (depth[named.step.unit] > floor || named.step.unit === 'structure')) {
      steps = [...steps, named.step]
      at = named.end
      continue
    }
    const read = stepGroupAt(text, next) ?? (floor >= depth.article ? leadingGroupAt(text, next) : undefined)
    if (read === undefined || depth[read.unit] <= floor) break
    at = read.end
    if (read.members.length === 1 && read.members[0]!.upTo === undefined) {
      steps = steps.length === 0 ? [read.members[0]!.step] : [...steps, read.members[0]!.step]
      continue
    }
    group = read
    break
  }
  if (steps.length === heads.length && group === undefined) return undefined
  return group === undefined ? { heads: steps, end: at } : { heads: steps, group, end: at }
}
