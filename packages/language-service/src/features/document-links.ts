import type { LinkTarget } from '@tiaoli/library'
import type { DocumentLink } from 'vscode-languageserver-types'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'
import { rangeBetween } from '../protocol.js'
import { mainTarget, type TargetReader } from '../target.js'

/** Links from references to other instruments to the texts that a reader can open. */
export function documentLinks({ targets }: FeatureContext, draft: Draft): DocumentLink[] {
  // The same few clauses are cited again and again.
  const known = new Map<string, Omit<DocumentLink, 'range'> | undefined>()
  const linkTo = (target: LinkTarget): Omit<DocumentLink, 'range'> | undefined => {
    const key = `${target.instrument} ${target.version} ${target.from} ${target.to} ${target.status}`
    if (!known.has(key)) known.set(key, openText(targets, draft, target))
    return known.get(key)
  }
  const links: DocumentLink[] = []
  for (const reference of draft.links.references) {
    const target = mainTarget(reference)
    if (target?.instrument == null || target.status === 'unknown-instrument') continue
    const link = linkTo(target)
    if (link !== undefined) links.push({ range: rangeBetween(reference.start, reference.end), ...link })
  }
  return links
}

function openText(targets: TargetReader, draft: Draft, target: LinkTarget): Omit<DocumentLink, 'range'> | undefined {
  const place = targets.text(target, draft)
  if (place === undefined) return undefined
  const { line, character } = place.selection.start
  return {
    target: line === 0 && character === 0 ? place.uri : `${place.uri}#L${line + 1},${character + 1}`,
    tooltip: `打开${targets.read(target, draft).label}`
  }
}
