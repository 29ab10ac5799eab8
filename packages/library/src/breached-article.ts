import type { LocusStep, Mention, Reference } from '@tiaoli/citation'
import type { ClauseText } from 'regast'
import type { DocumentReading } from './document-reading.js'
import { nameTitle, ownDocument } from './hosts.js'
import type { LinkTarget } from './linked.js'
import { articleOf, isBelowArticle } from './place.js'
import { ground, type Position } from './position.js'
import { type LastTarget, sameSentence } from './reading.js'
import { resolvePlace } from './resolve-place.js'

/**
 * 违反本办法第十条规定的：（一）违反本条第一项的: by its words this article, but what is breached is the one cited before. Where
 * there is such a place, and this article has none or has the penalty itself there, both are told; else the targets stay.
 */
export function orBreachedArticle(
  reading: DocumentReading,
  targets: LinkTarget[],
  reference: Reference,
  mention: Mention,
  clause: ClauseText,
  position: Position
): LinkTarget[] {
  const breached = breachedArticle(reading, reference, mention, clause, position)
  if (breached === undefined) return targets
  const literal = targets.every((target) => target.status === 'resolved')
  if (literal && !targets.some((target) => isOfOwnList(target, position))) return targets
  const named = breached.instrument === null ? ownDocument : nameTitle(breached.instrument, reading.scope)
  const meant = reference.targets.map((target) => {
    const steps = target.steps.filter((step) => isBelowArticle(step.unit))
    const upTo = target.upTo?.filter((step) => isBelowArticle(step.unit))
    const below = upTo === undefined ? { steps } : { steps, upTo }
    const grounded = ground(steps, position, reading.own)
    return resolvePlace(reading, below, grounded, articleOf(breached.place), named, position)
  })
  if (meant.some((target) => target.status !== 'resolved')) return targets
  return meant.map((target, index): LinkTarget => {
    const { instrument, from, to } = targets[index]!
    return {
      ...target,
      status: 'ambiguous',
      reason: literal ? '“本条”可以指上文所引的条文，也可以指这一条' : '这一条没有这一处，“本条”应指上文所引的条文',
      ...(literal ? { alternatives: [{ instrument, from, ...(to === undefined ? {} : { to }) }] } : {})
    }
  })
}

/** The article of another number that the sentence, or the lead-in of its list, has cited as breached. */
function breachedArticle(
  { thread }: DocumentReading,
  { targets }: Reference,
  { start }: Mention,
  { text, node }: ClauseText,
  { article }: Position
): LastTarget | undefined {
  if (!targets.every(({ steps }) => isPlaceInThisArticle(steps))) return undefined
  if (!/(?:违反|有)$/.test(text.slice(Math.max(0, start - 2), start))) return undefined
  const { last, leadIn } = thread
  const said = last !== undefined && sameSentence(text, last.end, start) ? last : leadIn
  if (said?.place.article === undefined || (node.type === 'paragraph' && said === leadIn)) return undefined
  const { value, insert } = said.place.article
  const own = said.instrument === null && article?.number.value === value && article.number.insert === insert
  return own ? undefined : said
}

function isPlaceInThisArticle([article, below]: readonly LocusStep[]): boolean {
  return article?.unit === 'article' && article.relative?.by === 'this' && below?.number !== undefined
}

/** Whether a target is the list that the reading clause is an item of, or in it: a penalty does not punish itself. */
function isOfOwnList({ from }: LinkTarget, { address, place }: Position): boolean {
  if (place.point === undefined || from === null) return false
  const list = address.slice(0, address.lastIndexOf('__point_'))
  return from === list || from.startsWith(`${list}__point_`)
}
