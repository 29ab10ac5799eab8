import { clauseLabel, statusWords } from '@tiaoli/report'
import { articleOf } from 'regast'
import type { Location, Position } from 'vscode-languageserver-types'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'
import { rangeBetween } from '../protocol.js'
import { standingWords, versionWords } from '../wording.js'
import { citationsOf } from './references.js'

/** A clause beside the one that is being written, in words for a panel. */
export interface RelatedClause {
  label: string
  /** The words of the reference. */
  written: string
  /** 已对应, 条款不存在… */
  status: string
  resolved: boolean
  reason?: string
  /** Version, standing and topic. */
  facts: string[]
  lines: string[]
  location?: Location
}

/** What a panel beside the draft shows for a position. */
export interface RelatedClauses {
  label: string
  address: string
  cites: RelatedClause[]
  citedBy: RelatedClause[]
}

/** The clauses that the article at a position cites, and those that cite it; `undefined` outside articles and units. */
export function relatedClauses(context: FeatureContext, draft: Draft, position: Position): RelatedClauses | undefined {
  const article = articleOf(draft.addressAt(draft.offsetAt(position)))
  if (article === '') return undefined
  const seen = new Set<string>()
  const cites = (draft.outgoing.get(article) ?? []).flatMap((reference) =>
    reference.targets.flatMap((target): RelatedClause[] => {
      const key = `${target.instrument} ${target.from} ${target.to}`
      const near = target.instrument === null && (target.from === null || articleOf(target.from) === article)
      if (seen.has(key) || (near && target.status === 'resolved')) return []
      seen.add(key)
      const cited = context.targets.read(target, draft)
      const place = context.targets.locate(target, draft)
      return [
        {
          label: cited.label,
          written: reference.text,
          status: statusWords('zh')[target.status],
          resolved: target.status === 'resolved',
          ...(target.reason !== undefined && { reason: target.reason }),
          facts: [versionWords(cited), standingWords(cited), cited.topic ?? ''].filter((fact) => fact !== ''),
          lines: cited.lines,
          ...(place !== undefined && { location: { uri: place.uri, range: place.selection } })
        }
      ]
    })
  )
  const citedBy = citationsOf(context, draft, { instrument: null, from: article, status: 'resolved' }).map(
    ({ draft: from, reference }): RelatedClause => ({
      label: `${from === draft ? '' : `《${from.title}》`}${clauseLabel(reference.in, undefined, from.outline)}`,
      written: reference.text,
      status: '',
      resolved: true,
      facts: [],
      lines: [from.clauseAt(reference.start.offset)?.text ?? ''].filter((line) => line !== ''),
      location: { uri: from.uri, range: rangeBetween(reference.start, reference.end) }
    })
  )
  return { label: clauseLabel(article, undefined, draft.outline), address: article, cites, citedBy }
}
