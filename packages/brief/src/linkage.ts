import type { Library, LinkedDocument } from '@tiaoli/library'
import type { Root } from 'regast'
import type { Brief, Relation, Requirement } from './brief.js'
import { flattenRequirements } from './brief.js'
import type { Citation } from './citations.js'
import { citationsOf, instrumentIdentity } from './citations.js'
import type { DraftClause } from './draft-clauses.js'
import { draftClauses } from './draft-clauses.js'

/** One place where a draft cites an instrument, and what it does with it there. */
export interface LinkagePlace {
  address: string
  /** The clause as a drafter writes it. */
  label: string
  /** The citation as written. */
  text: string
  /** What the words around it say; absent where they do not tell. */
  relation?: Relation
  /** The words that tell. */
  cue?: string
}

/** What a draft does with one instrument that the brief names. */
export interface InstrumentLinkage {
  /** Title as the brief writes it, without 《》. */
  title: string
  /** Titles under which the draft cites it. */
  citedAs: string[]
  /** Ids of the requirements that name it for linkage, and of those that rest on it. */
  requirements: string[]
  basisOf: string[]
  /** Relations that the brief expects. */
  expected: Relation[]
  places: LinkagePlace[]
}

/**
 * For each instrument that a brief names: where the draft cites it and what it takes over, refines or leaves to it, told
 * from the words around the citation and meant to be looked over by a person.
 */
export function linkageReport(
  brief: Brief,
  tree: Root,
  linked: LinkedDocument,
  library?: Library
): InstrumentLinkage[] {
  const same = instrumentIdentity(library)
  const { byAddress } = draftClauses(tree)
  const rows: InstrumentLinkage[] = []
  const rowOf = (title: string): InstrumentLinkage => {
    let row = rows.find((known) => same(known.title, title))
    if (row === undefined) {
      row = { title, citedAs: [], requirements: [], basisOf: [], expected: [], places: [] }
      rows.push(row)
    }
    return row
  }
  const requirements = flattenRequirements(brief.requirements)
  for (const requirement of requirements) addLinkages(requirement, rowOf)
  for (const requirement of requirements) addSources(requirement, rowOf)
  /** Where the search for the next citation of a clause begins, so that one title cited twice is found twice. */
  const reached = new Map<DraftClause, { offset: number; at: number }>()
  for (const citation of citationsOf(linked)) {
    const clause = byAddress.get(citation.in)
    const row = rows.find((known) => same(known.title, citation.title))
    if (clause === undefined || row === undefined) continue
    if (!row.citedAs.includes(citation.title)) row.citedAs.push(citation.title)
    const last = reached.get(clause)
    const at =
      last?.offset === citation.offset
        ? last.at
        : clause.own.indexOf(citation.text, last === undefined ? 0 : last.at + 1)
    if (at !== -1) reached.set(clause, { offset: citation.offset, at })
    const { relation, cue } = relationOf(citation, clause, at)
    const { address, label } = clause
    row.places.push({ address, label, text: citation.text, ...(relation !== undefined && { relation, cue: cue! }) })
  }
  return rows
}

function addLinkages(requirement: Requirement, rowOf: (title: string) => InstrumentLinkage): void {
  for (const { title, relation } of requirement.linkages) {
    const row = rowOf(title)
    if (!row.requirements.includes(requirement.id)) row.requirements.push(requirement.id)
    if (relation !== undefined && !row.expected.includes(relation)) row.expected.push(relation)
  }
}

function addSources(requirement: Requirement, rowOf: (title: string) => InstrumentLinkage): void {
  for (const { title } of requirement.sources) {
    if (title === undefined) continue
    const row = rowOf(title)
    if (row.requirements.includes(requirement.id)) continue
    // A source is inherited downwards, so only the highest requirement that has it is named.
    if (!row.basisOf.some((id) => requirement.id.startsWith(`${id}.`))) row.basisOf.push(requirement.id)
  }
}

const afterLeaving = /^(?:的)?(?:有关|相关|具体)?(?:规定|要求)?(?:进行|办理|执行|确定|实施|组织|开展|处理|予以|给予)/
const beforeLeaving = /(?:适用|按|按照|依照|遵照)[^，。；]{0,24}$/
const beforeTaking = /(?:根据|遵守|遵循|履行|落实|完成|执行|贯彻|符合|具备|体现|坚持|违反|行使)[^，。；]{0,24}$/
const afterTaking = /^(?:规定)?(?:的)?(?:基本)?(?:原则|职责|任务|条件|权利|义务|要求|精神)/

/** Reads what a clause does with an instrument off the words of the sentence around the citation. */
function relationOf(citation: Citation, clause: DraftClause, at: number): { relation?: Relation; cue?: string } {
  if (at === -1) return {}
  const before = clause.own.slice(0, at)
  const after = clause.own.slice(at + citation.text.length)
  // A list that follows is what this draft itself adds.
  const lead = /[^，。；]*[:：]\s*$/.exec(clause.own)
  if (lead !== null && clause.end > clause.index + 1) return { relation: 'refines', cue: lead[0].trim() }
  if (/适用[^，。；]{0,24}$/.test(before)) return { relation: 'leaves', cue: cueAround(before, citation.text, after) }
  if (beforeLeaving.test(before) && afterLeaving.test(after))
    return { relation: 'leaves', cue: cueAround(before, citation.text, after) }
  if (beforeTaking.test(before) || afterTaking.test(after))
    return { relation: 'takes-over', cue: cueAround(before, citation.text, after) }
  // 依照甲的规定做某事: the clause says itself what is done, on the footing of the other instrument.
  if (beforeLeaving.test(before)) return { relation: 'takes-over', cue: cueAround(before, citation.text, after) }
  return {}
}

function cueAround(before: string, text: string, after: string): string {
  const head = /[^，。；：]{0,12}$/.exec(before)![0]
  const tail = /^[^，。；：]{0,16}/.exec(after)![0]
  return `${head}${text}${tail}`
}
