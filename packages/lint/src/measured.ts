import { type DocumentKind, documentKinds } from './kinds.js'

/** How often rules fired on a collection of published texts, as scripts/lint-rates.mjs counts it. */
export interface CountedRates {
  scopes: { kind: string; documents?: number; articles?: number }[]
  /** `rates` in the order of `scopes`; `null` where a rule does not hold. */
  rows: { id: string; total: number; rates: ({ articles: number; documents: number } | null)[] }[]
}

/** A judgement on one finding; `off` where the rule is off by default. */
export interface Verdict {
  text: string
  at: string
  place: string
  right: boolean
  off?: boolean
}

/** What is known of a rule from published texts. */
export interface Measured {
  /** Texts that were checked. */
  texts: number
  total: number
  /** Findings per hundred articles, and per cent of texts with one, by kind. */
  rates: { kind: DocumentKind; articles: number; documents: number }[]
  /** Findings that a person read where the rule is on by default, and where it is off. */
  on: Sample
  off: Sample
}

/** Findings that were read, and how many of them were right. */
export interface Sample {
  judged: number
  right: number
}

/** Counts and judgements of one rule. */
export function measuredOf(
  id: string,
  { scopes, rows }: CountedRates,
  verdicts: Record<string, Verdict[]>
): Measured | undefined {
  const row = rows.find((candidate) => candidate.id === id)
  if (row === undefined) return undefined
  const rates = scopes.flatMap(({ kind }, index) => {
    const known = documentKinds.find((candidate) => candidate === kind)
    const rate = row.rates[index]
    return known === undefined || !rate ? [] : [{ kind: known, ...rate }]
  })
  const judged = verdicts[id] ?? []
  return {
    texts: scopes.reduce((sum, { documents }) => sum + (documents ?? 0), 0),
    total: row.total,
    rates,
    on: sampleOf(judged.filter(({ off }) => !off)),
    off: sampleOf(judged.filter(({ off }) => off))
  }
}

function sampleOf(list: readonly Verdict[]): Sample {
  return { judged: list.length, right: list.filter(({ right }) => right).length }
}
