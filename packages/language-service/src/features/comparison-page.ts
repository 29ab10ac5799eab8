import { compareDrafts, comparisonTable, findBreaks, renderComparisonHtml } from '@tiaoli/diff'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'
import { fileName } from '../facts.js'

/** A page that sets an older draft and this one side by side; `undefined` where the older one is not known. */
export function comparisonPage({ store }: FeatureContext, draft: Draft, older: string): string | undefined {
  const before = store.get(older) ?? store.libraryText(older)
  if (before === undefined) return undefined
  const comparison = compareDrafts(before, draft)
  const names = [nameOf(before), nameOf(draft)]
  const table = comparisonTable(
    [before, draft].map(({ tree }, index) => ({ name: names[index]!, tree })),
    [comparison]
  )
  return renderComparisonHtml(table, { breaks: findBreaks(comparison, { old: before.tree, new: draft.tree }) })
}

function nameOf({ uri, facts }: Draft): string {
  const { stage, date } = facts
  if (stage !== undefined) return date === undefined ? stage : `${stage}（${date}）`
  return fileName(uri)
}
