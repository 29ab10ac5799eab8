import { kindNames, strengthNames } from '../vocabulary.js'
import type { CoverageReport } from './coverage-report.js'
import { statusWords } from './wording.js'

/** A coverage report as JSON, ending in a line break; requirements are a flat list in the order of the brief. */
export function renderCoverageJson({ coverage, comparison, linkages, suggestions }: CoverageReport): string {
  const { requirements, messages, ...rest } = coverage
  const value = {
    ...rest,
    requirements: requirements.map(({ requirement, ...row }) => {
      const { children, place, ...facts } = requirement
      return {
        ...facts,
        strengthName: strengthNames[facts.strength],
        kindName: kindNames[facts.kind],
        below: children.map(({ id }) => id),
        ...row,
        statusName: statusWords[row.status]
      }
    }),
    messages: messages.map(({ ruleId, source, reason, place, expected }) => ({
      ruleId,
      source,
      reason,
      place,
      ...(expected && { expected })
    })),
    ...(comparison && {
      older: { ...comparison.older.draft, total: comparison.older.total },
      changes: comparison.changes
    }),
    ...(linkages && { linkages }),
    ...(suggestions && { suggestions })
  }
  return `${JSON.stringify(value, null, 2)}\n`
}
