import type { ClauseDocument } from '../clause-document.js'
import type { Analysis } from '../query/concepts.js'
import type { TitledText } from '../titles/title-index.js'
import { TermTable } from './term-table.js'
import type { Weights } from './weights.js'
import { weights as defaultWeights } from './weights.js'

/** What candidates are ranked by. */
export interface RankContext {
  analysis: Analysis
  /** In how many clauses a term stands. */
  frequency(term: string): number
  clauses: number
  titled(id: string): TitledText | undefined
  /** Texts that the query names without limiting itself to them. */
  named: ReadonlySet<string>
  /** Article number that the query gives, where the number alone does not decide. */
  number?: { value: number; insert?: number } | undefined
  /** Regions that the query speaks of. */
  regions: ReadonlySet<string>
  /** Whether the answer is limited to texts that were asked for, old ones perhaps. */
  scoped: boolean
  /** How often other texts refer to a clause. */
  cited?: ((document: ClauseDocument) => number) | undefined
  weights?: Weights | undefined
}

/** Words from which a query is a clause. */
const clauseConcepts = 12

/** UTF-16 units between two words at which their nearness counts half. */
const halfNear = 12
/** What nearness counts where the words stand the other way round. */
const backwards = 0.7
/** What a word that stands in a heading or in the title only counts as covered. */
const coveredAbove = 0.7

/** Clauses of a text that speak for a text with several good ones more than for one with a stray. */
export const supporters = 3

/** What is the same for all clauses of a text. */
export interface TextFacts {
  titled: TitledText | undefined
  /** Of each concept how much of it stands in the title. */
  inTitle: Float64Array
  /** The best scores of its clauses, and how many there are. */
  best: Float64Array
  count: number
  support: number
}

/**
 * Scores clauses for one query. Its concepts, their variants and the terms of these lie in arrays of numbers one after
 * the other, since every clause is asked about each of them.
 */
export class ClauseScorer {
  private readonly table = new TermTable()
  private readonly joints: number[]
  private readonly rarities: Float64Array
  /** Of each concept its first variant; of each variant its first term; each with the end of the last. */
  private readonly firstVariants: Int32Array
  private readonly firstTerms: Int32Array
  private readonly terms: Int32Array
  /** Of each variant what it is worth, and the rarities of its terms together. */
  private readonly worths: Float64Array
  private readonly totals: Float64Array
  /** Of each concept what its best variant is worth, and what it counts in a body, in a title and in a heading. */
  private readonly mosts: Float64Array
  private readonly inBodies: Float64Array
  private readonly inTitles: Float64Array
  private readonly inHeadings: Float64Array
  private readonly total: number
  private readonly body: Uint8Array
  private readonly heading: Uint8Array
  private readonly first: Int32Array
  private readonly noneInTitle: Float64Array
  private readonly texts = new Map<string, TextFacts>()
  private readonly weights: Weights

  constructor(private readonly context: RankContext) {
    this.weights = context.weights ?? defaultWeights
    const { weights: w } = this
    const { concepts, joints } = context.analysis
    const synonym = concepts.length >= clauseConcepts ? w.synonymInClause : w.synonym
    const numbered = concepts.map(({ variants }) =>
      variants.map(({ weight, other, grams }) => ({
        weight: other ? weight * synonym : weight,
        terms: grams.filter(isPair).map((term) => this.table.enter(term))
      }))
    )
    this.joints = joints.filter(isPair).map((term) => this.table.enter(term))
    this.rarities = Float64Array.from(this.table.terms, (term) => {
      const count = context.frequency(term)
      return count === 0 ? 0 : Math.log(1 + (context.clauses - count + 0.5) / (count + 0.5))
    })
    const known = numbered.map((variants) =>
      variants
        .map(({ weight, terms }) => ({ terms, known: this.worth(terms), worth: weight * this.worth(terms) }))
        .filter((variant) => variant.known > 0)
    )
    const variants = known.flat()
    this.firstVariants = startsOf(known)
    this.firstTerms = startsOf(variants.map(({ terms }) => terms))
    this.terms = Int32Array.from(variants.flatMap(({ terms }) => terms))
    this.worths = Float64Array.from(variants, ({ worth }) => worth)
    this.totals = Float64Array.from(variants, ({ terms }) => terms.reduce((sum, term) => sum + this.rarities[term]!, 0))
    this.mosts = Float64Array.from(known, (own) => own.reduce((most, { worth }) => Math.max(most, worth), 0))
    this.inBodies = Float64Array.from(concepts, ({ role }) =>
      role === 'title' ? w.nameInBody : role === 'intent' ? w.intent : 1
    )
    this.inTitles = Float64Array.from(concepts, ({ role }) =>
      role === 'title' ? w.nameInTitle : role === 'intent' ? 0 : w.title
    )
    this.inHeadings = Float64Array.from(concepts, ({ role }) => (role === 'intent' ? w.intent * w.heading : w.heading))
    this.total =
      this.mosts.reduce((sum, most, at) => sum + Math.max(this.inBodies[at]!, this.inTitles[at]!) * most, 0) || 1
    const size = this.table.terms.length
    this.body = new Uint8Array(size)
    this.heading = new Uint8Array(size)
    this.first = new Int32Array(size)
    this.noneInTitle = new Float64Array(concepts.length)
  }

  /** What is known of a text, by its id. */
  factsOf(id: string): TextFacts {
    let facts = this.texts.get(id)
    if (facts === undefined) {
      const titled = this.context.titled(id)
      const inTitle = this.shareOfTitle(titled?.key ?? '')
      facts = { titled, inTitle, best: new Float64Array(supporters), count: 0, support: 0 }
      this.texts.set(id, facts)
    }
    return facts
  }

  score(document: ClauseDocument, { titled, inTitle: inTitles }: TextFacts): number {
    const { weights, body, heading, first, firstVariants, worths } = this
    const text = document.body
    body.fill(0)
    heading.fill(0)
    const words = this.table.count(text, body, first)
    let headed = 0
    for (const line of document.headings) headed += this.table.count(line, heading)
    const damping =
      weights.saturation * (1 - weights.lengthShare + (weights.lengthShare * text.length) / weights.usualLength)
    let sum = 0
    let covered = 0
    let previousAt = -1
    let previousWorth = 0
    for (let concept = 0; concept < inTitles.length; concept++) {
      let inBody = 0
      let inHeading = 0
      let inTitle = inTitles[concept]!
      let at = -1
      const end = firstVariants[concept + 1]!
      for (let variant = firstVariants[concept]!; variant < end; variant++) {
        const worth = worths[variant]!
        if (words > 0) {
          const found = worth * this.dampedShare(variant, damping)
          if (found > inBody) {
            inBody = found
            at = this.placeOf(variant)
          }
        }
        if (headed > 0) inHeading = Math.max(inHeading, worth * this.share(variant, heading))
      }
      const counted = this.inBodies[concept]!
      inBody *= counted * (inTitle > 0 ? weights.bodyGivenTitle : 1)
      inTitle *= this.inTitles[concept]!
      sum += inBody + this.inHeadings[concept]! * inHeading + inTitle
      covered += Math.min(
        this.mosts[concept]! * Math.max(counted, this.inTitles[concept]!),
        Math.max(inBody, counted * coveredAbove * inHeading, (inTitle / weights.title) * coveredAbove)
      )
      if (at === -1) continue
      if (previousAt !== -1) {
        const distance = at - previousAt
        const nearness = 1 / (1 + Math.abs(distance) / halfNear)
        sum += weights.proximity * Math.min(previousWorth, inBody) * nearness * (distance > 0 ? 1 : backwards)
      }
      previousAt = at
      previousWorth = inBody
    }
    if (words > 0) sum += this.ofJoints(damping)
    const coverage = Math.min(1, covered / this.total)
    return (sum / this.total) * (1 - weights.coverage + weights.coverage * coverage) * this.factor(document, titled)
  }

  /** What terms across the borders of words add, which say that the words stand together. */
  private ofJoints(damping: number): number {
    const { weights, body, rarities } = this
    let sum = 0
    for (const joint of this.joints) {
      const count = body[joint]!
      if (count > 0) sum += weights.joint * rarities[joint]! * ((count * (weights.saturation + 1)) / (count + damping))
    }
    return sum
  }

  /** What speaks for a clause beside its words. */
  private factor(document: ClauseDocument, titled: TitledText | undefined): number {
    const { weights, context } = this
    let factor = document.number === undefined ? weights.unnumbered : 1
    if (context.named.has(document.text)) factor *= weights.namedText
    if (context.number !== undefined && document.number !== undefined) {
      const { value, insert } = context.number
      if (document.number.value === value && document.number.insert === insert) factor *= weights.number
    }
    factor *= this.answering(document.body)
    if (titled === undefined) return factor
    if (!context.scoped) {
      if (titled.text.status === 'repealed') factor *= weights.repealed
      else if (!titled.current) factor *= weights.superseded
      if (titled.region !== undefined) {
        if (context.regions.has(titled.region)) factor *= weights.sameRegion
        else factor *= context.regions.size > 0 ? weights.otherRegion : weights.unaskedRegion
      }
    }
    return factor
  }

  /** What reading like an answer to what is asked is worth. */
  private answering(body: string): number {
    let most = 1
    for (const { clause, telling } of this.context.analysis.answers) {
      const worth = telling ? this.weights.tellingAnswer : this.weights.answer
      if (worth > most && clause.test(body)) most = worth
    }
    return most
  }

  /** What a word is worth: the rarity of its terms, which overlap and so do not count in full. */
  private worth(terms: readonly number[]): number {
    const known = terms.filter((term) => this.rarities[term]! > 0)
    const sum = known.reduce((total, term) => total + this.rarities[term]!, 0)
    return sum / Math.max(1, known.length) ** this.weights.wordLength
  }

  /** How much of a variant is in a body, 0 to about 2: repetition counts, the length of the body counts against it. */
  private dampedShare(variant: number, damping: number): number {
    const { terms, rarities, body } = this
    const more = this.weights.saturation + 1
    const end = this.firstTerms[variant + 1]!
    let found = 0
    let missing = false
    for (let at = this.firstTerms[variant]!; at < end; at++) {
      const term = terms[at]!
      const count = body[term]!
      if (count === 0) missing = true
      else found += (rarities[term]! * count * more) / (count + damping)
    }
    if (found === 0) return 0
    return (found / this.totals[variant]!) * (missing ? this.weights.partial : 1)
  }

  /** How much of a variant is among counted terms, 0 to 1. */
  private share(variant: number, counts: Uint8Array): number {
    const { terms, rarities } = this
    const end = this.firstTerms[variant + 1]!
    let found = 0
    let missing = false
    for (let at = this.firstTerms[variant]!; at < end; at++) {
      const term = terms[at]!
      if (counts[term] === 0) missing = true
      else found += rarities[term]!
    }
    if (found === 0) return 0
    return (found / this.totals[variant]!) * (missing ? this.weights.partial : 1)
  }

  /** Where the first term of a variant that a body has stands in it. */
  private placeOf(variant: number): number {
    const { terms, body, first } = this
    let at = this.firstTerms[variant]!
    while (body[terms[at]!] === 0) at += 1
    return first[terms[at]!]!
  }

  private shareOfTitle(key: string): Float64Array {
    const { heading: counts, firstVariants, worths } = this
    counts.fill(0)
    if (this.table.count(key, counts) === 0) return this.noneInTitle
    return this.mosts.map((_, concept) => {
      let most = 0
      for (let variant = firstVariants[concept]!; variant < firstVariants[concept + 1]!; variant++)
        most = Math.max(most, worths[variant]! * this.share(variant, counts))
      return most
    })
  }
}

/** Where each list begins when they lie one after the other, and where the last one ends. */
function startsOf(lists: readonly (readonly unknown[])[]): Int32Array {
  const starts = new Int32Array(lists.length + 1)
  for (const [at, list] of lists.entries()) starts[at + 1] = starts[at]! + list.length
  return starts
}

function isPair(term: string): boolean {
  return term.length === 2
}
