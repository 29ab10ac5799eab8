import type { Brief } from '@tiaoli/brief'
import { coverDraft, linkageReport } from '@tiaoli/brief'
import { baseTitle, type Library } from '@tiaoli/library'
import type { CoverageView } from '../model/coverage-view.js'
import type { PreparedDraft } from './draft.js'

/** Whether a brief is about the regulation that a draft is a draft of. */
export function isBriefOf(brief: Brief, draft: Pick<PreparedDraft, 'title'>): boolean {
  return baseTitle(brief.regulation) === baseTitle(draft.title)
}

/** How a draft stands to its brief, and what it does with the instruments that the brief names. */
export function coverageView(brief: Brief, draft: PreparedDraft, library: Library): CoverageView {
  const { document, links, id, file } = draft
  const { stage, date } = document.facts
  const { messages, ...coverage } = coverDraft(brief, document.tree, {
    library,
    linked: links,
    file,
    ...(stage !== undefined && { stage }),
    ...(date !== undefined && { date })
  })
  return {
    ...coverage,
    draftId: id,
    linkages: linkageReport(brief, document.tree, links, library),
    messages: messages.map(({ line, reason }) => ({ line: line ?? 1, reason }))
  }
}
