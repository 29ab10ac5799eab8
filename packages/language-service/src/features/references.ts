import type { LinkedReference, LinkTarget } from '@tiaoli/library'
import { articleOf } from 'regast'
import type { Location, Position, Range } from 'vscode-languageserver-types'
import { touches } from '../addresses.js'
import { selectionOf } from '../clause-location.js'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'
import { rangeBetween } from '../protocol.js'
import { subjectAt } from '../subject.js'
import { requirementsIn, tracesOf } from '../trace.js'

/** A reference that leads to a clause, with the draft and article that it stands in. */
export interface Citation {
  draft: Draft
  reference: LinkedReference
  article: string
}

/** Everything in the workspace that mentions what stands at a position. */
export function references(
  context: FeatureContext,
  draft: Draft,
  position: Position,
  declaration: boolean
): Location[] {
  const subject = subjectAt(draft, draft.offsetAt(position))
  switch (subject?.kind) {
    case 'term':
      return termPlaces(draft, subject.term.text, declaration).map((range) => ({ uri: draft.uri, range }))
    case 'reference': {
      const found = citationsOf(context, draft, subject.target, true).map(locationOf)
      const place = declaration ? context.targets.locate(subject.target, draft) : undefined
      return place === undefined ? found : [{ uri: place.uri, range: place.selection }, ...found]
    }
    case 'clause': {
      const target: LinkTarget = { instrument: null, from: subject.node.address, status: 'resolved' }
      const found = citationsOf(context, draft, target).map(locationOf)
      return declaration ? [{ uri: draft.uri, range: selectionOf(subject.node) }, ...found] : found
    }
    case 'title': {
      const target: LinkTarget = { instrument: null, from: null, status: 'resolved' }
      const found = citationsOf(context, draft, target).map(locationOf)
      return declaration ? [{ uri: draft.uri, range: subject.range }, ...found] : found
    }
    case 'requirement':
      return context.store.all().flatMap((other) => requirementPlaces(other, subject.id))
    case undefined:
      return []
  }
}

/** The references in the workspace that lead to a target; of a whole instrument those that name it, clauses or not. */
export function citationsOf(context: FeatureContext, draft: Draft, target: LinkTarget, self = false): Citation[] {
  const found: Citation[] = []
  const key = target.instrument === null ? draft.key : context.store.keyOf(target.instrument)
  // Only of a draft is the order of the articles known, which tells what a range takes in.
  const order = target.instrument === null ? draft : undefined
  for (const other of context.store.all()) {
    const own = target.instrument === null ? other === draft : other.key === key
    const article = target.from === null ? undefined : articleOf(target.from)
    // The draft's own index by article saves going through all of its references.
    const candidates =
      own && article !== undefined && target.to === undefined
        ? (other.incoming.get(article) ?? [])
        : other.links.references
    for (const reference of candidates) {
      const leads = reference.targets.some((candidate) => {
        const there = candidate.instrument === null ? own : context.store.keyOf(candidate.instrument) === key
        if (!there) return false
        return target.from === null ? candidate.instrument !== null : covers(candidate, target, own ? other : order)
      })
      if (!leads) continue
      // 下列 and 本条 in a clause say nothing about who cites it.
      if (!self && own && target.from !== null && touchesOwn(reference, target.from)) continue
      found.push({ draft: other, reference, article: articleOf(reference.in) })
    }
  }
  return found
}

function touchesOwn(reference: LinkedReference, address: string): boolean {
  return articleOf(reference.in) === articleOf(address)
}

/** Whether a target is the clause, holds it, or lies in it. */
function covers(candidate: LinkTarget, { from, to }: LinkTarget, holder: Draft | undefined): boolean {
  if (candidate.from === null || from === null) return false
  if (touches(candidate.from, from) || (to !== undefined && touches(candidate.from, to))) return true
  if (candidate.to === undefined) return false
  if (touches(candidate.to, from)) return true
  return holder !== undefined && between(holder, articleOf(candidate.from), articleOf(candidate.to), articleOf(from))
}

function between(draft: Draft, first: string, last: string, article: string): boolean {
  if (first === last) return false
  const order = [...draft.outline.articles.keys()]
  const at = order.indexOf(article)
  return at > order.indexOf(first) && at < order.indexOf(last)
}

/** Where a defined term stands in a draft. */
export function termPlaces(draft: Draft, name: string, declaration = true): Range[] {
  return draft.links.terms
    .filter((term) => term.text === name && (declaration || term.role === 'use'))
    .map((term) => rangeBetween(term.start, term.end))
}

function requirementPlaces(draft: Draft, id: string): Location[] {
  return tracesOf(draft).flatMap(({ comment }) =>
    requirementsIn(draft, comment)
      .filter((found) => found.id === id)
      .map(({ range }) => ({ uri: draft.uri, range }))
  )
}

function locationOf({ draft, reference }: Citation): Location {
  return { uri: draft.uri, range: rangeBetween(reference.start, reference.end) }
}
