import type { RegulationDocument } from '@tiaoli/workspace'

/** What a report states of a draft beside its references. */
export function draftFacts({ facts }: RegulationDocument, file: string) {
  const { title, stage, date } = facts
  return {
    file,
    ...(title !== undefined && { title }),
    ...(stage !== undefined && { stage }),
    ...(date !== undefined && { date })
  }
}
