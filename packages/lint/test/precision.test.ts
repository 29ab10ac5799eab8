import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Rule } from '@tiaoli/lint'
import { documentKinds, inPreset, rules } from '@tiaoli/lint'
import { describe, expect, test } from 'vitest'
import { measured, rates, verdicts } from './measured.js'

/** What is judged of a rule at most, and how often a rule that is on must be right. */
const sample = 20
const precise = 0.9
/** More texts than this, per cent, make a reader ask why. */
const often = 5

/** A new rule can be counted only where the published texts are, and has to be before it is merged. */
const texts = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url))
const canCount = existsSync(texts) || process.env.CI === 'true'
const unmeasured = rules.filter(({ id }) => measured(id) === undefined).map(({ id }) => id)
if (!canCount && unmeasured.length > 0)
  console.log(`skipped: ${texts} is absent, so what these find there was not counted: ${unmeasured.join(', ')}`)

const isOn = (rule: Rule): boolean => [...documentKinds, undefined].some((kind) => inPreset(rule, kind))

describe('what the rules find in published texts', () => {
  test('is counted and judged for the rules that there are', () => {
    const ids = rules.map(({ id }) => id)
    const counted = canCount ? ids : ids.filter((id) => !unmeasured.includes(id))
    expect(rates.rows.map(({ id }) => id)).toEqual(counted)
    expect(Object.keys(verdicts).filter((id) => !ids.includes(id))).toEqual([])
    for (const list of Object.values(verdicts)) {
      const keys = list.map(({ text, at, place }) => `${text} ${at} ${place}`)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  test.each(rules.filter(({ id }) => canCount || !unmeasured.includes(id)).map((rule) => [rule.id, rule] as const))(
    '%s',
    (id, rule) => {
      const { total, on, off, rates: ofKinds } = measured(id)!
      expect(on.judged + off.judged).toBeGreaterThanOrEqual(Math.min(sample, total))
      // A rule that errs more is off by default, and says why.
      if (on.judged > 0) expect(on.right / on.judged).toBeGreaterThanOrEqual(precise)
      if (!isOn(rule)) expect(rule.off?.because).toBeTruthy()
      const many = ofKinds.filter(({ kind, documents }) => inPreset(rule, kind) && documents > often)
      if (many.length > 0) expect(rule.inPractice, JSON.stringify(many)).toBeTruthy()
    }
  )
})
