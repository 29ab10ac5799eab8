import { diffArrays } from 'diff'
import { describe, expect, it } from 'vitest'
import { diffSequences } from '../src/sequence-diff.js'

describe('runs of two sequences', () => {
  it('are what both hold and what only one holds, in order', () => {
    expect(diffSequences([...'甲乙丙丁'], [...'甲丙戊丁'], 10)).toEqual([
      { equal: true, oldFrom: 0, oldTo: 1, newFrom: 0, newTo: 1 },
      { equal: false, oldFrom: 1, oldTo: 2, newFrom: 1, newTo: 1 },
      { equal: true, oldFrom: 2, oldTo: 3, newFrom: 1, newTo: 2 },
      { equal: false, oldFrom: 3, oldTo: 3, newFrom: 2, newTo: 3 },
      { equal: true, oldFrom: 3, oldTo: 4, newFrom: 3, newTo: 4 }
    ])
    expect(diffSequences([], [], 10)).toEqual([])
  })

  it('are given up where more is changed than allowed', () => {
    expect(diffSequences([...'甲乙'], [...'丙丁'], 3)).toBeUndefined()
    expect(diffSequences([...'甲乙'], [...'丙丁'], 4)).toHaveLength(1)
  })

  it('cover both sequences and keep as much as the shortest edit script', () => {
    let seed = 7
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
      return seed % below
    }
    for (let round = 0; round < 400; round++) {
      const make = () => Array.from({ length: random(14) }, () => '甲乙丙丁'[random(2 + (round % 3))]!)
      const [old, next] = [make(), make()]
      const runs = diffSequences(old, next, 100)!
      const shown = `${old.join('')} → ${next.join('')}`
      expect(
        runs.flatMap((run) => old.slice(run.oldFrom, run.oldTo)),
        shown
      ).toEqual(old)
      expect(
        runs.flatMap((run) => next.slice(run.newFrom, run.newTo)),
        shown
      ).toEqual(next)
      for (const run of runs) {
        if (run.equal) expect(old.slice(run.oldFrom, run.oldTo), shown).toEqual(next.slice(run.newFrom, run.newTo))
      }
      const kept = runs.reduce((sum, run) => sum + (run.equal ? run.oldTo - run.oldFrom : 0), 0)
      const best = diffArrays(old, next).reduce(
        (sum, part) => sum + (part.added || part.removed ? 0 : part.value.length),
        0
      )
      expect(kept, shown).toBe(best)
    }
  })
})
