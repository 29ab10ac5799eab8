import type { LinkTarget } from '@tiaoli/library'
import { clauseLabel, excerpt } from '@tiaoli/report'
import { articleOf } from 'regast'
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Position,
  Range
} from 'vscode-languageserver-types'
import { SymbolKind } from 'vscode-languageserver-types'
import { isWithin } from '../addresses.js'
import { selectionOf } from '../clause-location.js'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'
import { documentStart, rangeBetween, rangeOf } from '../protocol.js'
import { subjectAt } from '../subject.js'
import { citationsOf } from './references.js'

/** What an item carries from request to request: the clause, and the draft from whose point of view it is named. */
interface Cited {
  instrument: string | null
  version?: string
  from: string | null
  draft: string
}

/** The clause at a position as the root of a hierarchy of citations: a cited one on a reference, else the one around it. */
export function prepareCallHierarchy(context: FeatureContext, draft: Draft, position: Position): CallHierarchyItem[] {
  const offset = draft.offsetAt(position)
  const subject = subjectAt(draft, offset)
  const around = articleOf(draft.addressAt(offset))
  const target: LinkTarget | undefined =
    subject?.kind === 'reference'
      ? subject.target
      : around === ''
        ? undefined
        : { instrument: null, from: around, status: 'resolved' }
  const item = target && itemOf(context, draft, target)
  return item === undefined ? [] : [item]
}

/** The articles that cite the clause of an item. */
export function incomingCalls(context: FeatureContext, item: CallHierarchyItem): CallHierarchyIncomingCall[] {
  const found = readItem(context, item)
  if (found === undefined) return []
  const { draft, target } = found
  const groups = new Map<string, CallHierarchyIncomingCall>()
  for (const { draft: from, reference, article } of citationsOf(context, draft, target)) {
    const key = `${from.uri} ${article}`
    const range = rangeBetween(reference.start, reference.end)
    const known = groups.get(key)
    if (known !== undefined) known.fromRanges.push(range)
    else {
      const citing = itemOf(context, from, {
        instrument: null,
        from: article === '' ? null : article,
        status: 'resolved'
      })
      if (citing !== undefined) groups.set(key, { from: citing, fromRanges: [range] })
    }
  }
  return [...groups.values()]
}

/** The clauses that the clause of an item cites, upward to the Party Constitution as far as the texts are at hand. */
export function outgoingCalls(context: FeatureContext, item: CallHierarchyItem): CallHierarchyOutgoingCall[] {
  const found = readItem(context, item)
  if (found === undefined) return []
  const { draft, target } = found
  const holder = target.instrument === null ? draft : textOf(context, draft, target)
  if (holder === undefined || target.from === null) return []
  const groups = new Map<string, CallHierarchyOutgoingCall>()
  for (const reference of holder.outgoing.get(articleOf(target.from)) ?? []) {
    if (!isWithin(reference.in, target.from) || reference.kind === 'self') continue
    for (const cited of reference.targets) {
      if (cited.instrument === null && cited.from !== null && articleOf(cited.from) === articleOf(reference.in))
        continue
      const key = `${cited.instrument} ${cited.from} ${cited.to}`
      const range = rangeBetween(reference.start, reference.end)
      const known = groups.get(key)
      if (known !== undefined) known.fromRanges.push(range)
      else {
        const to = itemOf(context, holder, cited)
        if (to !== undefined) groups.set(key, { to, fromRanges: [range] })
      }
    }
  }
  return [...groups.values()]
}

/** The text that holds a clause of another instrument, read as a draft. */
function textOf(context: FeatureContext, draft: Draft, target: LinkTarget): Draft | undefined {
  const place = context.targets.locate(target, draft)
  if (place === undefined || /\.ya?ml$/.test(place.uri)) return undefined
  return context.store.get(place.uri) ?? context.store.libraryText(place.uri)
}

function itemOf(context: FeatureContext, draft: Draft, target: LinkTarget): CallHierarchyItem | undefined {
  if (target.status === 'dangling' || target.status === 'unknown-instrument') return undefined
  const cited = context.targets.read(target, draft)
  const title = target.instrument ?? draft.title
  const name =
    target.from === null
      ? `《${title}》`
      : clauseLabel(target.from, target.to, cited.version?.outline ?? cited.draft?.outline)
  const place = placeOf(context, draft, target)
  const data: Cited = { instrument: target.instrument, from: target.from, draft: draft.uri }
  if (target.version !== undefined) data.version = target.version
  return {
    name,
    kind: SymbolKind.Method,
    detail: `《${title}》${cited.topic ?? excerpt((cited.lines[0] ?? '').replace(/^第[^　]*　/, ''), 24)}`,
    ...place,
    data
  }
}

function placeOf(
  context: FeatureContext,
  draft: Draft,
  target: LinkTarget
): { uri: string; range: Range; selectionRange: Range } {
  const node = target.instrument === null && target.from !== null ? draft.nodes.get(target.from) : undefined
  if (node !== undefined) return { uri: draft.uri, range: rangeOf(node.position), selectionRange: selectionOf(node) }
  const place = context.targets.locate(target, draft)
  if (place !== undefined) return { uri: place.uri, range: place.range, selectionRange: place.selection }
  return { uri: draft.uri, range: documentStart, selectionRange: documentStart }
}

function readItem(
  context: FeatureContext,
  { data }: CallHierarchyItem
): { draft: Draft; target: LinkTarget } | undefined {
  const { instrument, version, from, draft: uri } = data as Cited
  const { store } = context
  const draft = store.get(uri) ?? context.store.libraryText(uri)
  if (draft === undefined) return undefined
  const target: LinkTarget = { instrument, from, status: 'resolved' }
  if (version !== undefined) target.version = version
  return { draft, target }
}
