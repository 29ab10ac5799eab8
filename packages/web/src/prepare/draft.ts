import type { Library, LinkedDocument } from '@tiaoli/library'
import { linkDocument } from '@tiaoli/library'
import type { Report } from '@tiaoli/report'
import { buildReport } from '@tiaoli/report'
import type { RegulationDocument } from '@tiaoli/workspace'

/** A draft with everything that pages are made from. */
export interface PreparedDraft {
  /** Path below the workspace without extension. */
  id: string
  file: string
  document: RegulationDocument
  title: string
  links: LinkedDocument
  report: Report
}

/** Links a document and describes its references. */
export function prepareDraft(id: string, file: string, document: RegulationDocument, library: Library): PreparedDraft {
  const { tree, facts } = document
  const { title, date, stage } = facts
  const links = linkDocument(tree, {
    library,
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date })
  })
  const report = buildReport({
    tree,
    links,
    library,
    file,
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(stage !== undefined && { stage })
  })
  return { id, file, document, title: report.title, links, report }
}
