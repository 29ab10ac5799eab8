import type { ClauseDocument } from '../clause-document.js'
import type { Analysis } from '../query/concepts.js'
import type { TitledText } from '../titles/title-index.js'
import { TermTable } from './scan.js'
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
  number?: { value: number; insert?: number }
  /** Regions that the query speaks of. */
  regions: ReadonlySet<string>
  /** Whether the answer is limited to texts that were asked for, old ones perhaps. */
  scoped: boolean
  /** How often other texts refer to a clause. */
  cited?: (document: ClauseDocument) => number
  weights?: Weights
}

/** A clause with its rank. */
export interface Ranked {
  document: ClauseDocument
  score: number
}

/** Words from which a query is a clause. */
const clauseConcepts = 12

interface RankedConcept {
  variants: RankedVariant[]
  body: number
  title: number
  heading: number
}

interface RankedVariant {
  terms: number[]
  weight: number
  worth: number
}

/** Clauses by how well they answer a query, the best first. */
export function rank(documents: Iterable<ClauseDocument>, context: RankContext): Ranked[] {
  const scorer = new Scorer(context)
  const weights = context.weights ?? defaultWeights
  const ranked: Ranked[] = []
  for (const document of documents) ranked.push({ document, score: scorer.score(document) })
  supportTexts(ranked, weights.sameText)
  const { cited } = context
  if (cited !== undefined) {
    for (const entry of ranked)
      entry.score *= 1 + weights.cited * Math.log2(1 + Math.min(cited(entry.document), mostCited))
  }
  return ranked.sort((left, right) => right.score - left.score || compareIds(left.document, right.document))
}

/** References beyond which more of them say nothing more. */
const mostCited = 63

/** Clauses of a text that speak for a text with several good ones more than for one with a stray. */
const supporters = 3

function supportTexts(ranked: Ranked[], share: number): void {
  const best = new Map<string, number[]>()
  for (const { document, score } of ranked) {
    const scores = best.get(document.text)
    if (scores === undefined) best.set(document.text, [score])
    else if (scores.length < supporters) scores.push(score)
    else {
      const least = scores.indexOf(Math.min(...scores))
      if (scores[least]! < score) scores[least] = score
    }
  }
  const support = new Map([...best].map(([text, scores]) => [text, scores.reduce((sum, score) => sum + score, 0)]))
  const most = Math.max(0, ...support.values())
  if (most === 0) return
  for (const entry of ranked) entry.score *= 1 + (share * support.get(entry.document.text)!) / most
}

function compareIds(left: ClauseDocument, right: ClauseDocument): number {
  return left.text === right.text
    ? (left.number?.value ?? 0) - (right.number?.value ?? 0)
    : left.text < right.text
      ? -1
      : 1
}

class Scorer {
  private readonly table = new TermTable()
  private readonly concepts: RankedConcept[]
  private readonly joints: number[]
  private readonly rarities: number[]
  private readonly total: number
  private readonly body: Uint8Array
  private readonly heading: Uint8Array
  private readonly first: Int32Array
  private readonly titles = new Map<string, Uint8Array>()
  private readonly weights: Weights

  constructor(private readonly context: RankContext) {
    this.weights = context.weights ?? defaultWeights
    const { concepts, joints } = context.analysis
    const synonym = concepts.length >= clauseConcepts ? this.weights.synonymInClause : this.weights.synonym
    const numbered = concepts.map(({ variants, role }) => ({
      role,
      variants: variants.map(({ weight, other, grams }) => ({
        weight: other ? weight * synonym : weight,
        terms: grams.filter(isPair).map((term) => this.table.enter(term))
      }))
    }))
    this.joints = joints.filter(isPair).map((term) => this.table.enter(term))
    this.rarities = this.table.terms.map((term) => {
      const count = context.frequency(term)
      return count === 0 ? 0 : Math.log(1 + (context.clauses - count + 0.5) / (count + 0.5))
    })
    const { weights: w } = this
    this.concepts = numbered.map(({ variants, role }) => ({
      variants: variants
        .map(({ weight, terms }) => ({ weight, terms, worth: this.worth(terms) }))
        .filter(({ worth }) => worth > 0),
      body: role === 'title' ? w.nameInBody : role === 'intent' ? w.intent : 1,
      title: role === 'title' ? w.nameInTitle : role === 'intent' ? 0 : w.title,
      heading: role === 'intent' ? w.intent * w.heading : w.heading
    }))
    this.total =
      this.concepts.reduce(
        (sum, { variants, body, title }) =>
          sum + Math.max(body, title) * best(variants, ({ weight, worth }) => weight * worth),
        0
      ) || 1
    const size = this.table.terms.length
    this.body = new Uint8Array(size)
    this.heading = new Uint8Array(size)
    this.first = new Int32Array(size)
  }

  score(document: ClauseDocument): number {
    const { weights, body, heading, first } = this
    const titled = this.context.titled(document.text)
    const text = document.body
    body.fill(0)
    heading.fill(0)
    this.table.count(text, body, first)
    for (const line of document.headings) this.table.count(line, heading)
    const title = this.titleCounts(document.text, titled?.key ?? '')
    const damping =
      weights.saturation * (1 - weights.lengthShare + (weights.lengthShare * text.length) / weights.usualLength)
    let sum = 0
    let covered = 0
    let previousAt = -1
    let previousWorth = 0
    for (const concept of this.concepts) {
      const { variants } = concept
      let inBody = 0
      let inHeading = 0
      let inTitle = 0
      let most = 0
      let at = -1
      for (const variant of variants) {
        const worth = variant.weight * variant.worth
        most = Math.max(most, worth)
        const found = worth * this.share(variant, body, damping)
        if (found > inBody) {
          inBody = found
          at = first[variant.terms.find((term) => body[term]! > 0)!]!
        }
        inHeading = Math.max(inHeading, worth * this.share(variant, heading))
        inTitle = Math.max(inTitle, worth * this.share(variant, title))
      }
      inBody *= concept.body * (inTitle > 0 ? weights.bodyGivenTitle : 1)
      inTitle *= concept.title
      sum += inBody + concept.heading * inHeading + inTitle
      covered += Math.min(
        most * Math.max(concept.body, concept.title),
        Math.max(inBody, concept.body * 0.7 * inHeading, (inTitle / weights.title) * 0.7)
      )
      if (at !== -1 && previousAt !== -1) {
        const distance = at - previousAt
        const nearness = 1 / (1 + Math.abs(distance) / 12)
        sum += weights.proximity * Math.min(previousWorth, inBody) * nearness * (distance > 0 ? 1 : 0.7)
      }
      if (at !== -1) {
        previousAt = at
        previousWorth = inBody
      }
    }
    for (const joint of this.joints) {
      const count = body[joint]!
      if (count > 0)
        sum += weights.joint * this.rarities[joint]! * ((count * (weights.saturation + 1)) / (count + damping))
    }
    const coverage = Math.min(1, covered / this.total)
    return (sum / this.total) * (1 - weights.coverage + weights.coverage * coverage) * this.factor(document, titled)
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

  /** How much of a word is there, 0 to about 2; without damping 0 to 1. */
  private share({ terms }: RankedVariant, counts: Uint8Array, damping?: number): number {
    let found = 0
    let total = 0
    let missing = false
    for (const term of terms) {
      const rarity = this.rarities[term]!
      const count = counts[term]!
      total += rarity
      if (count === 0) missing = true
      else
        found += damping === undefined ? rarity : (rarity * count * (this.weights.saturation + 1)) / (count + damping)
    }
    if (found === 0) return 0
    return (found / total) * (missing ? this.weights.partial : 1)
  }

  private titleCounts(id: string, key: string): Uint8Array {
    let counts = this.titles.get(id)
    if (counts === undefined) {
      counts = new Uint8Array(this.table.terms.length)
      this.table.count(key, counts)
      this.titles.set(id, counts)
    }
    return counts
  }
}

function isPair(term: string): boolean {
  return term.length === 2
}

function best<T>(values: readonly T[], measure: (value: T) => number): number {
  return values.reduce((most, value) => Math.max(most, measure(value)), 0)
}
