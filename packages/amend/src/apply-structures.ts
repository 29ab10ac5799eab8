import type { ClauseNumber } from 'regast'
import type { ApplicationWork } from './application-work.js'
import { articleState } from './clause-states.js'
import { paragraphsOf } from './content.js'
import type { LawClause, LawItem, LawStructure } from './law-text.js'
import { pathOf, printedStructure, readLaw } from './law-text.js'
import type { AmendedPlace, Operation } from './operation.js'
import { deepestLevel } from './places.js'
import { splitArticles } from './split-articles.js'

/** Puts in a chapter or section, and notes what it covers. */
export function addStructure(
  work: ApplicationWork,
  { to, heading, covers, text }: Extract<Operation, { type: 'add-structure' }>
): undefined {
  const unit = deepestLevel(to)
  if (unit !== 'chapter' && unit !== 'section' && unit !== 'book' && unit !== 'part')
    return work.fail('只能增加编、章、节')
  const structure: LawStructure = { unit, number: to[unit]!, printed: '', heading }
  if (unit === 'section') {
    const parent = to.chapter === undefined ? undefined : work.find.newStructureAt({ chapter: to.chapter })
    if (parent === undefined) return
    structure.parent = parent
  } else {
    const sample = work.plan.law.structures.find((other) => other.unit === unit)
    if (sample?.parent !== undefined) structure.parent = sample.parent
  }
  structure.printed = printedStructure(structure)
  work.plan.newNumbers.set(structure, to[unit]!)
  work.plan.law.structures.push(structure)
  if (covers !== undefined) coverArticles(work, structure, covers)
  if (text !== undefined) {
    for (const lines of splitArticles(text)) {
      const [number] = /^第([^条]+)条/.exec(lines[0] ?? '') ?? []
      work.plan.added.push({
        clauses: paragraphsOf(lines),
        holder: structure,
        ...(number && { to: readNumber(number) })
      })
    }
  }
}

/** Notes which articles a structure holds from now on. */
export function coverArticles(
  work: ApplicationWork,
  structure: LawStructure,
  [from, to]: [AmendedPlace, AmendedPlace]
): undefined {
  if (from.article === undefined || to.article === undefined) return work.fail('没有写明包括哪些条')
  work.plan.covers.push({ structure, from: from.article.value, to: to.article.value })
}

/** Puts new words in the place of an attachment. */
export function replaceAttachment(work: ApplicationWork, at: AmendedPlace, clauses: LawClause[]): undefined {
  const structure = work.find.structureAt(at)
  if (structure === undefined) return
  const [first] = clauses
  const said = /^附件[\d一二三四五六七八九十]*[\s\u3000：]*/.exec(first?.text ?? '')?.[0]
  const bodies = [...work.plan.passages].filter(([item]) => item.holder === structure)
  // An attachment of one line is all heading; the heading may also be quoted with its number.
  const headed = first !== undefined && (said !== undefined || bodies.length === 0)
  const heading = first?.text.slice(said?.length ?? 0) ?? ''
  if (headed && heading !== '') structure.heading = heading
  const body = headed ? clauses.slice(1) : clauses
  for (const [, state] of bodies) state.replacement = body
  if (bodies.length > 0 || body.length === 0) return
  const item: LawItem = { type: 'passage', clauses: body, holder: structure }
  work.plan.law.items.push(item)
  work.plan.passages.set(item, articleState(item))
}

/** Takes out a structure with everything below it. */
export function deleteStructure(work: ApplicationWork, structure: LawStructure): undefined {
  for (const state of [...work.plan.articles, ...work.plan.passages.values()]) {
    if (pathOf(state.item).includes(structure)) state.deleted = true
  }
  for (const other of work.plan.law.structures) {
    for (let parent: LawStructure | undefined = other; parent !== undefined; parent = parent.parent) {
      if (parent === structure) work.plan.removed.add(other)
    }
  }
}

function readNumber(printed: string): ClauseNumber {
  const [item] = readLaw(`# 引\n\n${printed}　文。\n`).items
  return item?.number ?? { value: 0 }
}
