import type { DocumentView } from './document-view.js'
import type { DocumentFinding, Said } from './finding.js'
import { isQuoted, quotedStretches } from './quotations.js'

/** Lists the places of a draft where a person has to decide a question. */
export function reviewClauses(
  document: DocumentView,
  pattern: RegExp,
  question: Said,
  report: (finding: DocumentFinding) => void
): void {
  for (const clause of document.bodyClauses) {
    const quoted = quotedStretches(clause.text)
    for (const match of clause.text.matchAll(pattern)) {
      const end = match.index + match[0].length
      // A title that lies wholly inside the found words is part of them.
      if (isQuoted(quoted, match.index, match.index + 1)) continue
      report({ clause, start: match.index, end, reason: question })
    }
  }
}
