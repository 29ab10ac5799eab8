import { coverDraft, linkageReport, renderCoverageHtml } from '@tiaoli/brief'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'
import { fileName } from '../facts.js'

/** A page about what of the brief a draft answers; `undefined` where there is no brief. */
export function coveragePage({ store }: FeatureContext, draft: Draft): string | undefined {
  const brief = store.workspace.brief?.(draft.uri)?.brief
  if (brief === undefined) return undefined
  const { tree, links, library, facts } = draft
  const coverage = coverDraft(brief, tree, {
    library,
    linked: links,
    file: fileName(draft.uri),
    ...(facts.stage !== undefined && { stage: facts.stage }),
    ...(facts.date !== undefined && { date: facts.date })
  })
  return renderCoverageHtml({ brief, coverage, linkages: linkageReport(brief, tree, links, library) })
}
