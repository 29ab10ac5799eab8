import type { ClauseDocument } from '../clause-document.js'
import type { RankContext, TextFacts } from './clause-scorer.js'
import { ClauseScorer, supporters } from './clause-scorer.js'
import { weights as defaultWeights } from './weights.js'

/** A clause with its rank. */
export interface Ranked {
  document: ClauseDocument
  score: number
}

/** Clauses by how well they answer a query, the best first. */
export function rank(documents: Iterable<ClauseDocument>, context: RankContext): Ranked[] {
  const scorer = new ClauseScorer(context)
  const weights = context.weights ?? defaultWeights
  const all = [...documents]
  const texts = all.map(({ text }) => scorer.factsOf(text))
  const scores = Float64Array.from(all, (document, at) => scorer.score(document, texts[at]!))
  supportTexts(scores, texts, weights.sameText)
  const { cited } = context
  if (cited !== undefined) {
    for (const [at, document] of all.entries())
      scores[at]! *= 1 + weights.cited * Math.log2(1 + Math.min(cited(document), mostCited))
  }
  return all
    .map((document, at) => ({ document, score: scores[at]! }))
    .sort((left, right) => right.score - left.score || compareIds(left.document, right.document))
}

/** References beyond which more of them say nothing more. */
const mostCited = 63

/** A text with several good clauses speaks for each of them. */
function supportTexts(scores: Float64Array, texts: readonly TextFacts[], share: number): void {
  for (let at = 0; at < scores.length; at++) enterBest(texts[at]!, scores[at]!)
  let most = 0
  for (const text of texts) {
    text.support = 0
    for (let place = 0; place < text.count; place++) text.support += text.best[place]!
    if (text.support > most) most = text.support
  }
  if (most === 0) return
  for (let at = 0; at < scores.length; at++) scores[at]! *= 1 + (share * texts[at]!.support) / most
}

function enterBest(text: TextFacts, score: number): void {
  const { best } = text
  if (text.count < supporters) {
    best[text.count] = score
    text.count += 1
    return
  }
  let least = 0
  for (let place = 1; place < supporters; place++) if (best[place]! < best[least]!) least = place
  if (best[least]! < score) best[least] = score
}

function compareIds(left: ClauseDocument, right: ClauseDocument): number {
  return left.text === right.text
    ? (left.number?.value ?? 0) - (right.number?.value ?? 0)
    : left.text < right.text
      ? -1
      : 1
}
