import { fold } from '../analysis/characters.js'
import { grams } from '../analysis/grams.js'
import { legalWords } from '../analysis/legal-words.js'
import { Vocabulary } from '../analysis/words.js'
import type { ClauseDocument } from '../clause-document.js'
import { analyse } from '../query/concepts.js'
import { defaultSynonyms } from '../synonyms/default-synonyms.js'
import type { Synonyms } from '../synonyms/synonyms.js'
import type { RankContext } from './rank.js'
import { rank } from './rank.js'

/** A clause that speaks of the same as a text. */
export interface Counterpart {
  document: ClauseDocument
  score: number
  /** Terms that both have, the rarest first. */
  shared: string[]
}

/** Ranks a few hundred clauses that are at hand, each against any text, without an index. */
export interface ClauseRanker {
  /** Clauses that have anything in common with a text, the best first. */
  counterparts(text: string): Counterpart[]
}

/** A ranker of clauses by the analysis, synonyms and weights of search. */
export function createClauseRanker(
  documents: readonly ClauseDocument[],
  options: { synonyms?: Synonyms } = {}
): ClauseRanker {
  const synonyms = options.synonyms ?? defaultSynonyms()
  const vocabulary = new Vocabulary(synonyms.words())
  for (const word of legalWords) vocabulary.add(word)
  const lexicon = { vocabulary, synonyms, abbreviated: () => [] }
  const termsOf = new Map(documents.map((document) => [document, termsIn(document)]))
  const frequencies = new Map<string, number>()
  for (const terms of termsOf.values())
    for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
  const frequency = (term: string): number => frequencies.get(term) ?? 0
  return { counterparts }

  function counterparts(text: string): Counterpart[] {
    const asked = [...new Set(grams(text))].sort((left, right) => frequency(left) - frequency(right))
    return rank(documents, contextOf(text))
      .filter(({ score }) => score > 0)
      .map(({ document, score }) => ({
        document,
        score,
        shared: asked.filter((term) => termsOf.get(document)!.has(term))
      }))
  }

  function contextOf(text: string): RankContext {
    return {
      analysis: { ...analyse(fold(text), lexicon), answers: [] },
      frequency,
      clauses: documents.length,
      titled: () => undefined,
      named: new Set(),
      regions: new Set(),
      scoped: false
    }
  }
}

function termsIn({ headings, body }: ClauseDocument): Set<string> {
  return new Set([...headings.flatMap(grams), ...grams(body)])
}
