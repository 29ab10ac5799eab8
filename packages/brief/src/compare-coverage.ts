import type { Coverage, CoverageStatus, RequirementCoverage } from './coverage.js'

/** A requirement whose coverage differs between two drafts. */
export interface CoverageChange {
  id: string
  name: string
  from: CoverageStatus
  to: CoverageStatus
  /** `gained` and `lost` are towards and away from what the brief asks for; `answers` means that only the clauses differ. */
  kind: 'gained' | 'lost' | 'answers'
  /** The answering clauses of the older and of the newer draft, as a drafter writes them. */
  oldAnswers: string[]
  newAnswers: string[]
}

const rank: Record<CoverageStatus, number> = {
  contradicted: 0,
  'not-covered': 0,
  unchecked: 1,
  partly: 1,
  covered: 2,
  respected: 2
}

/** What the coverage of one brief gained and lost from an older draft to a newer one, in the order of the brief. */
export function compareCoverage(older: Coverage, newer: Coverage): CoverageChange[] {
  const before = new Map(older.requirements.map((row) => [row.requirement.id, row]))
  const changes: CoverageChange[] = []
  for (const row of newer.requirements) {
    const old = before.get(row.requirement.id)
    if (old === undefined) continue
    const oldAnswers = labels(old)
    const newAnswers = labels(row)
    const step = rank[row.status] - rank[old.status]
    if (step === 0 && oldAnswers.join() === newAnswers.join()) continue
    changes.push({
      id: row.requirement.id,
      name: row.requirement.name,
      from: old.status,
      to: row.status,
      kind: step > 0 ? 'gained' : step < 0 ? 'lost' : 'answers',
      oldAnswers,
      newAnswers
    })
  }
  return changes
}

/** The clauses that matter to a requirement: those that answer it, or those in which something forbidden occurs. */
export function labels({ answers, hits }: RequirementCoverage): string[] {
  const answering = answers.map(({ label, extent, placeholder }) =>
    placeholder ? `${label}（待落实）` : extent === 'part' ? `${label}（部分）` : label
  )
  return [...new Set([...answering, ...hits.map((hit) => hit.label)])]
}
