import type { LinkedReference } from '@tiaoli/library'
import type { Article, Num, Root } from 'regast'
import { articleOf, numOf } from 'regast'
import type { ArticleOrder } from './article-change.js'
import { Bearers } from './bearers.js'
import type { FollowedReferences, NumbersAfter } from './follow-references.js'
import { countsOn, Following, followerOf, isInside, orderOf, untouched } from './follow-references.js'
import type { NumberedClause } from './number-clauses.js'
import { numberArticles } from './number-clauses.js'
import { contentsEdits, numEdits } from './number-edits.js'
import type { ReferenceEdits } from './reference-edits.js'
import type { EditableDraft, RenumberPlan } from './renumber.js'
import { insertedNumber, isNoEdit, planRenumbering, readDraft } from './renumber.js'
import { readableSource } from './rough-numbers.js'
import type { TextEdit } from './text-edit.js'
import { sortEdits } from './text-edit.js'

/** Plans of insertions into one draft as it is; each is what `planRenumbering` would make of it. */
export interface Insertions {
  after(article: Article): RenumberPlan
}

/** A draft numbered as it is, or as if one more article stood in front. */
interface Numbering {
  clauses: readonly NumberedClause[]
  bearers: Bearers
  order: ArticleOrder
}

/** What becomes of a printed number: as the articles stand, and if one more stood in front; `at` is the place of its article. */
interface NumberSite {
  at: number
  still: readonly TextEdit[]
  moved: readonly TextEdit[]
}

/** The same of a reference; the articles that it names lie from `first` to `last`. */
interface ReferenceSite {
  reference: LinkedReference
  first: number
  last: number
  still: ReferenceEdits
  moved: ReferenceEdits
}

/** How many references are looked at in a step: about a millisecond. */
const stretch = 256

/** What does not move whatever is inserted: structures, 款, 项, and what lies in attachments, which count for themselves. */
const fixed = -1

/**
 * Works out beforehand, in small steps, what insertions change: whatever stands behind the new article becomes one more,
 * wherever that is. Returns `undefined` for a draft with numbers left open, which is read differently.
 */
export function* prepareInsertions(draft: EditableDraft): Generator<undefined, Insertions | undefined> {
  const { source } = draft
  if (readableSource(source).text !== source) return undefined
  const { tree, links } = readDraft(draft)
  const still = numberingOf(tree, 0)
  yield
  const moved = numberingOf(tree, 1)
  yield
  const places = new Places(still.clauses)
  const numbers = [...numberSites(still.clauses, moved.clauses, places, source)]
  const contents = contentsEdits(tree, still.clauses).map(({ edit }) => edit)
  yield
  const references: ReferenceSite[] = []
  for (const [index, reference] of links.references.entries()) {
    const site = referenceSite(reference, still, moved, places)
    if (site !== undefined) references.push(site)
    if (index % stretch === stretch - 1) yield
  }
  return new PreparedInsertions(draft, {
    title: links.title,
    still,
    moved,
    places,
    numbers,
    contents,
    references
  })
}

function numberingOf(tree: Root, before: number): Numbering {
  const clauses = numberArticles(tree, {}, before)
  return { clauses, bearers: new Bearers(clauses, undefined), order: orderOf(tree, clauses) }
}

/** Where the articles of the body stand in their order. */
class Places {
  private readonly byAddress = new Map<string, number>()
  private readonly byNum = new Map<Num, number>()

  constructor(clauses: readonly NumberedClause[]) {
    let at = fixed
    for (const { level, address, now, num } of clauses) {
      if (now.article === undefined || now.attachment !== undefined) continue
      if (level === 'article') {
        at += 1
        if (num !== undefined) this.byNum.set(num, at)
      }
      // Of several that bear one number the first is meant, as it is among those who bear it.
      if (!this.byAddress.has(address)) this.byAddress.set(address, at)
    }
  }

  /** The place of the article that an address leads to or into. */
  of(address: string): number {
    return this.byAddress.get(address) ?? this.byAddress.get(articleOf(address)) ?? fixed
  }

  ofNum(num: Num | undefined): number {
    return (num && this.byNum.get(num)) ?? fixed
  }
}

function* numberSites(
  clauses: readonly NumberedClause[],
  shifted: readonly NumberedClause[],
  places: Places,
  source: string
): Generator<NumberSite> {
  const real = (edits: readonly TextEdit[]) => edits.filter((edit) => !isNoEdit(edit, source))
  for (const [index, clause] of clauses.entries()) {
    const at = clause.level === 'article' ? places.ofNum(clause.num) : fixed
    const still = real(numEdits(clause, source))
    const moved = at === fixed ? still : real(numEdits(shifted[index]!, source))
    if (still.length + moved.length > 0) yield { at, still, moved }
  }
}

function referenceSite(
  reference: LinkedReference,
  still: Numbering,
  moved: Numbering,
  places: Places
): ReferenceSite | undefined {
  if (!isInside(reference)) return undefined
  let first = Number.POSITIVE_INFINITY
  let last = fixed
  for (const { from, to } of reference.targets) {
    for (const end of [from, to ?? from]) {
      const at = end === null ? fixed : places.of(end)
      first = Math.min(first, at)
      last = Math.max(last, at)
    }
  }
  // What counts articles depends on where it stands as well.
  if (countsOn(reference)) [first, last] = [fixed, Number.POSITIVE_INFINITY]
  const site = {
    reference,
    first,
    last,
    still: followerOf(still.bearers)(reference),
    moved: followerOf(moved.bearers)(reference)
  }
  return first === last && site.still === untouched && site.moved === untouched ? undefined : site
}

interface Prepared {
  title: string | undefined
  still: Numbering
  moved: Numbering
  places: Places
  numbers: readonly NumberSite[]
  contents: readonly TextEdit[]
  references: readonly ReferenceSite[]
}

class PreparedInsertions implements Insertions {
  constructor(
    private readonly draft: EditableDraft,
    private readonly prepared: Prepared
  ) {}

  after(article: Article): RenumberPlan {
    const { title, places, still, contents } = this.prepared
    const at = places.ofNum(numOf(article))
    const whole = () => planRenumbering(this.draft, { change: { kind: 'insert', after: article } })
    if (at === fixed) return whole()
    const after = this.numbersAfter(at)
    const followed = this.follow(at, after)
    const edits = [...contents]
    let numbers = contents.length
    for (const site of this.prepared.numbers) {
      const own = site.at > at ? site.moved : site.still
      if (own.length > 0) numbers += 1
      for (const edit of own) edits.push(edit)
    }
    for (const edit of followed.edits) edits.push(edit)
    return {
      title,
      edits: sortEdits(edits),
      count: { numbers, references: followed.count },
      get numbers() {
        return whole().numbers
      },
      get references() {
        return followed.references
      },
      messages: followed.messages,
      inserted: insertedNumber(article, still.clauses),
      numbersOf: (address) => after.numbersOf(address)
    }
  }

  private follow(at: number, after: NumbersAfter): FollowedReferences {
    const { still, moved, places, references } = this.prepared
    const following = new Following(this.draft.source)
    const follower = followerOf(after, {
      before: still.order.before,
      after: (address) => (places.of(address) > at ? moved : still).order.after(address)
    })
    for (const { reference, first, last, still, moved } of references) {
      following.add(reference, last <= at ? still : first > at ? moved : follower(reference))
    }
    return following.result()
  }

  private numbersAfter(at: number): NumbersAfter {
    const { still, moved, places } = this.prepared
    const bearersOf = (address: string) => (places.of(address) > at ? moved : still).bearers
    return {
      isKept: (address) => address == null || bearersOf(address).isKept(address),
      numbersOf: (address) => bearersOf(address).numbersOf(address)
    }
  }
}
