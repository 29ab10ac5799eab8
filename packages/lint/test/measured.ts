import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CountedRates, Measured, Verdict } from '@tiaoli/lint'
import { measuredOf } from '@tiaoli/lint'
import { parse } from 'yaml'

const read = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../test/lint/${name}`, import.meta.url)), 'utf8')

/** How often the rules fire on published texts; made by `node scripts/lint-rates.mjs --all --json test/lint/rates.json`. */
export const rates = JSON.parse(read('rates.json')) as CountedRates

/** What a person judged of their findings there. */
export const verdicts = parse(read('verdicts.yaml')) as Record<string, Verdict[]>

/** Both of one rule. */
export const measured = (id: string): Measured | undefined => measuredOf(id, rates, verdicts)
