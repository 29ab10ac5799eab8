import type { NumbersByLevel } from '@tiaoli/edit'
import { applyEdits, referenceEdits } from '@tiaoli/edit'
import type { LinkedReference } from '@tiaoli/library'
import { createLibrary, linkDocument } from '@tiaoli/library'
import type { ClauseNumber } from 'regast'
import { compareNumbers } from 'regast'
import { VFileMessage } from 'vfile-message'
import type { AddedArticle, AmendmentPlan } from './amendment-plan.js'
import { attachmentOf } from './amendment-plan.js'
import type { ArticleState, ClauseState } from './clause-states.js'
import { rebuiltClauses } from './clause-states.js'
import type { LawClause, LawItem, LawStructure } from './law-text.js'
import { pathOf, printedArticle, printedStructure, printLaw } from './law-text.js'
import type { Placed } from './slots.js'
import { placeInOrder } from './slots.js'

/** The consolidated text, absent where the decision cannot be carried out, and why. */
export interface AppliedDecision {
  value?: string
  messages: VFileMessage[]
}

/** Builds the new text out of the old one and everything that was decided about it. */
export function buildLaw(plan: AmendmentPlan): AppliedDecision {
  return new LawBuilder(plan).build()
}

interface BuiltItem {
  item: LawItem
  state?: ArticleState
  added?: AddedArticle
}

class LawBuilder {
  private readonly messages: VFileMessage[] = []

  constructor(private readonly plan: AmendmentPlan) {}

  build(): AppliedDecision {
    const ordered = this.orderedArticles()
    this.renumberStructures()
    const items = this.placeItems(ordered)
    this.insertDemoted(items)
    this.followReferences(items)
    const structures = this.plan.law.structures.filter((structure) => !this.plan.removed.has(structure))
    const value = printLaw({
      ...this.plan.law,
      title: this.plan.title,
      items: items.map(({ item }) => item),
      structures: inOrder(
        structures,
        items.map(({ item }) => item)
      )
    })
    return { value, messages: this.messages }
  }

  /** Main articles and added ones in their new order and with their new numbers; articles of attachments stay apart. */
  private orderedArticles(): BuiltItem[] {
    const main = this.plan.articles.filter(({ item }) => attachmentOf(item) === undefined)
    const staying = main.filter(({ deleted }) => !deleted)
    const built = new Map<ArticleState, BuiltItem>()
    for (const state of staying) built.set(state, { item: { ...state.item }, state })
    const added = this.plan.added.map((each): { each: AddedArticle; built: BuiltItem } => ({
      each,
      built: { item: { type: 'article', clauses: each.clauses }, added: each }
    }))
    const keeps = this.keepsNumbers(main)
    if (keeps) return this.orderKeepingNumbers(built, added)
    const base = main[0]?.item.number?.value ?? 1
    const place = (number: ClauseNumber | undefined) => (number === undefined ? undefined : number.value - base + 1)
    const moves = staying.map((state): Placed<BuiltItem> => {
      const to = place(state.to)
      return { item: built.get(state)!, ...(to !== undefined && { to }) }
    })
    const more = added.map(({ each, built: item }): Placed<BuiltItem> => {
      const to = place(each.to)
      const after = each.after && built.get(each.after)
      const before = each.before && built.get(each.before)
      return { item, ...(to !== undefined && { to }), ...(after && { after }), ...(before && { before }) }
    })
    const ordered = placeInOrder(moves, more)
    for (const [index, { item }] of ordered.entries()) item.number = { value: base + index }
    this.checkPlaces(ordered)
    return ordered
  }

  /** A decision may contradict itself: it names a number that another article takes, or a neighbour that went elsewhere. */
  private checkPlaces(ordered: readonly BuiltItem[]): void {
    const indexOf = new Map(
      ordered.flatMap(({ state }, index) => (state === undefined ? [] : [[state, index] as const]))
    )
    for (const [index, { item, state, added }] of ordered.entries()) {
      const wanted = state?.to ?? added?.to
      const name = printedArticle(item.number!)
      if (wanted !== undefined && wanted.insert === undefined && wanted.value !== item.number!.value) {
        this.messages.push(doubt(`写明作为${printedArticle(wanted)}的条文，在新文本中是${name}，请核对决定的条号`))
      }
      const after = added?.after === undefined ? undefined : indexOf.get(added.after)
      if (after === undefined) continue
      let before = index - 1
      while (before > after && ordered[before]!.added !== undefined) before -= 1
      if (before === after) continue
      const anchor = printedArticle(added!.after!.item.number!)
      this.messages.push(doubt(`写明加在${anchor}之后的条文，按写明的条号成为${name}，没有紧跟在该条之后，请核对`))
    }
  }

  /** 第十条之一 and texts whose numbers have gaps keep the numbers they have. */
  private keepsNumbers(main: readonly ArticleState[]): boolean {
    const changes = this.plan.added.length > 0 || main.some(({ deleted, to }) => deleted || to !== undefined)
    if (!changes) return true
    // An article that is to be 第四条之一 can be that only where the others keep their numbers.
    if (this.plan.added.some(({ to }) => to?.insert !== undefined)) return true
    return !this.plan.renumbers && main.some(({ item }) => item.number?.insert !== undefined)
  }

  private orderKeepingNumbers(
    built: ReadonlyMap<ArticleState, BuiltItem>,
    added: readonly { each: AddedArticle; built: BuiltItem }[]
  ): BuiltItem[] {
    const items: BuiltItem[] = []
    for (const [state, item] of built) {
      if (state.to !== undefined) item.item.number = state.to
      items.push(item)
    }
    for (const { each, built: item } of added) {
      item.item.number = each.to ?? { value: (each.after?.item.number?.value ?? 0) + 1 }
      const at = items.findIndex((other) => compareNumbers(other.item.number!, item.item.number!) > 0)
      items.splice(at === -1 ? items.length : at, 0, item)
    }
    return items
  }

  private renumberStructures(): void {
    for (const [structure, number] of this.plan.newNumbers) {
      structure.number = number
      structure.printed = printedStructure(structure)
    }
  }

  /** Every item with the structure that holds it; passages and attachments stand where they stood. */
  private placeItems(ordered: readonly BuiltItem[]): BuiltItem[] {
    let before: LawStructure | undefined
    for (const built of ordered) {
      const holder = this.holderOf(built, before, ordered)
      if (holder === undefined) delete built.item.holder
      else built.item.holder = holder
      before = holder
    }
    const result: BuiltItem[] = []
    const passages = [...this.plan.passages].filter(([, { deleted }]) => !deleted)
    const head = passages.filter(([item]) => item.holder === undefined || item.holder.unit === 'preamble')
    const rest = passages.filter(([item]) => !head.some(([other]) => other === item))
    const firstArticle = this.plan.law.items.findIndex(({ type }) => type === 'article')
    for (const [item, state] of head) {
      if (firstArticle === -1 || this.plan.law.items.indexOf(item) < firstArticle)
        result.push({ item: { ...item }, state })
    }
    for (const [index, built] of ordered.entries()) {
      // A chapter's own words stand at its head.
      if (index === 0 || ordered[index - 1]!.item.holder !== built.item.holder) {
        for (const [item, state] of rest) {
          if (
            item.holder !== undefined &&
            pathOf(built.item).includes(item.holder) &&
            !result.some((other) => other.state === state)
          ) {
            result.push({ item: { ...item }, state })
          }
        }
      }
      result.push(built)
    }
    for (const old of this.plan.law.items) {
      const state =
        old.type === 'passage' ? this.plan.passages.get(old) : this.plan.articles.find(({ item }) => item === old)
      const placed = state === undefined || state.deleted || result.some((other) => other.state === state)
      if (!placed && (old.type === 'passage' || attachmentOf(old) !== undefined))
        result.push({ item: { ...old }, state })
    }
    return result
  }

  private holderOf(
    built: BuiltItem,
    before: LawStructure | undefined,
    ordered: readonly BuiltItem[]
  ): LawStructure | undefined {
    const number = built.item.number?.value ?? 0
    const own = this.ownHolder(built, before, ordered)
    const covering = this.plan.covers
      .filter(({ from, to }) => number >= from && number <= to)
      .map(({ structure }) => structure)
    const section = covering.find(({ unit }) => unit === 'section')
    if (section !== undefined) return section
    const chapter = covering.at(-1)
    if (chapter === undefined) return own
    return own !== undefined && isInside(own, chapter) ? own : chapter
  }

  private ownHolder(
    built: BuiltItem,
    before: LawStructure | undefined,
    ordered: readonly BuiltItem[]
  ): LawStructure | undefined {
    const { state, added } = built
    let holder = state?.into ?? (state === undefined ? added?.holder : state.item.holder)
    if (state === undefined && holder === undefined) {
      // What is added stands with what it follows; in front of everything, with what follows it.
      return before ?? ordered.find(({ state: other }) => other !== undefined)?.state?.item.holder
    }
    while (holder !== undefined && this.plan.removed.has(holder)) {
      holder = before !== undefined && !this.plan.removed.has(before) ? before : holder.parent
    }
    return holder
  }

  private insertDemoted(items: readonly BuiltItem[]): void {
    for (const { state, article, paragraph } of this.plan.demoted) {
      const target = items.find(({ item }) => item.number !== undefined && compareNumbers(item.number, article) === 0)
      if (target === undefined) {
        this.messages.push(refusal(`新文本没有${printedArticle(article)}`))
        continue
      }
      const list = target.state?.added ?? []
      for (const [index, clause] of (state.replacement ?? []).entries()) {
        list.push({ clause, ...(paragraph !== undefined && { to: paragraph + index }) })
      }
      if (target.state === undefined) target.item.clauses = [...target.item.clauses, ...(state.replacement ?? [])]
    }
  }

  /** Writes the new words of every item, the references in its old words following the new numbers. */
  private followReferences(items: readonly BuiltItem[]): void {
    const plain = new Map<ArticleState, LawClause[]>()
    for (const { state } of items) {
      if (state !== undefined)
        plain.set(
          state,
          rebuiltClauses(state, ({ clause, edits }) => applyEdits(clause.text, edits))
        )
    }
    const numbers = numbersByOrigin(items, plain, this.plan.law.structures)
    // Who cited an article that became part of another means that one now.
    for (const { item, mergedInto } of this.plan.articles) {
      const whole = mergedInto?.item.origin === undefined ? undefined : numbers.get(mergedInto.item.origin)
      if (item.origin !== undefined && whole !== undefined) numbers.set(item.origin, whole)
    }
    const links = linkDocument(this.plan.law.tree, { library: createLibrary([]) })
    const byAddress = new Map<string, LinkedReference[]>()
    for (const reference of links.references) {
      const inside = reference.kind === 'internal' || reference.kind === 'relative'
      if (!inside || !reference.targets.every(({ instrument, from }) => instrument === null && from !== null)) continue
      byAddress.set(reference.in, [...(byAddress.get(reference.in) ?? []), reference])
    }
    for (const { item, state } of items) {
      if (state === undefined) continue
      item.clauses = rebuiltClauses(state, (clause) => this.followed(clause, byAddress, numbers))
    }
  }

  private followed(
    { clause, edits }: ClauseState,
    byAddress: ReadonlyMap<string, LinkedReference[]>,
    numbers: ReadonlyMap<string, NumbersByLevel>
  ): string {
    const all = [...edits]
    for (const reference of byAddress.get(clause.origin ?? '') ?? []) {
      const start = indexIn(clause, reference.start.offset)
      if (start === undefined) continue
      const end = start + reference.text.length
      if (edits.some((edit) => edit.start < end && start < edit.end)) continue
      const places = reference.targets.map(({ from }) => numbers.get(from!)).filter((place) => place !== undefined)
      if (new Set(places).size < places.length && new Set(reference.targets.map(({ from }) => from)).size > 1) {
        this.messages.push(doubt(`“${reference.text}”所引的条文已经合并，请核对`))
        continue
      }
      const local = { ...reference, start: { ...reference.start, offset: start } }
      const found = referenceEdits(local, (address) => numbers.get(address) ?? '所引条款已经不在')
      all.push(...found.edits)
    }
    return applyEdits(clause.text, all)
  }
}

/** Structures as they stand above the items; an empty one stays in front of what followed it. */
function inOrder(structures: readonly LawStructure[], items: readonly LawItem[]): LawStructure[] {
  const first = new Map<LawStructure, number>()
  for (const [index, item] of items.entries()) {
    for (const structure of pathOf(item)) if (!first.has(structure)) first.set(structure, index)
  }
  const placed = structures.map((structure, index) => {
    const following = structures.slice(index).find((other) => other.origin !== undefined && first.has(other))
    const at = first.get(structure) ?? (following === undefined ? items.length : first.get(following)! - 0.5)
    return { structure, at }
  })
  const depth = (structure: LawStructure): number => (structure.parent === undefined ? 0 : 1 + depth(structure.parent))
  return placed
    .sort((left, right) => left.at - right.at || depth(left.structure) - depth(right.structure))
    .map(({ structure }) => structure)
}

function isInside(structure: LawStructure, outer: LawStructure): boolean {
  for (let parent: LawStructure | undefined = structure; parent !== undefined; parent = parent.parent) {
    if (parent === outer) return true
  }
  return false
}

/** Where the clauses of the old text are in the new one, as numbers by level. */
function numbersByOrigin(
  items: readonly BuiltItem[],
  clausesOf: ReadonlyMap<ArticleState, LawClause[]>,
  structures: readonly LawStructure[]
): Map<string, NumbersByLevel> {
  const numbers = new Map<string, NumbersByLevel>()
  const note = (clauses: readonly LawClause[], around: NumbersByLevel): void => {
    const counters = { paragraph: 0, point: 0, indent: 0 }
    for (const clause of clauses) {
      if (clause.level === 'block') continue
      counters[clause.level] += 1
      const own = { ...around, [clause.level]: { value: counters[clause.level] } }
      if (clause.origin !== undefined) numbers.set(clause.origin, own)
      note(clause.children, own)
    }
  }
  for (const { item, state } of items) {
    const own: NumbersByLevel = item.number === undefined ? {} : { article: item.number }
    const attachment = attachmentOf(item)
    if (attachment !== undefined) own.attachment = attachment
    if (item.origin !== undefined && item.number !== undefined) numbers.set(item.origin, own)
    if (state !== undefined) note(clausesOf.get(state) ?? [], own)
  }
  for (const structure of structures) {
    if (structure.origin === undefined) continue
    const own: NumbersByLevel = {}
    for (let each: LawStructure | undefined = structure; each !== undefined; each = each.parent) {
      if (each.number !== undefined && each.unit !== 'division' && each.unit !== 'preamble')
        own[each.unit] = each.number
    }
    numbers.set(structure.origin, own)
  }
  return numbers
}

function indexIn(clause: LawClause, offset: number): number | undefined {
  for (const run of clause.source?.runs ?? []) {
    const ahead = offset - (run.place.offset ?? 0)
    if (ahead >= 0 && ahead < run.length) return run.index + ahead
  }
  return undefined
}

function refusal(reason: string): VFileMessage {
  const message = new VFileMessage(reason, { ruleId: 'old-text-differs', source: 'tiaoli-amend' })
  message.fatal = true
  return message
}

function doubt(reason: string): VFileMessage {
  const message = new VFileMessage(reason, { ruleId: 'place-differs', source: 'tiaoli-amend' })
  message.fatal = false
  return message
}
