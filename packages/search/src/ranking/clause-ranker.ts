import { fold } from '../analysis/characters.js'
import { grams } from '../analysis/grams.js'
import { legalWords } from '../analysis/legal-words.js'
import { Vocabulary } from '../analysis/words.js'
import type { ClauseDocument } from '../clause-document.js'
import type { Variant } from '../query/concepts.js'
import { analyse } from '../query/concepts.js'
import { defaultSynonyms } from '../synonyms/default-synonyms.js'
import type { Synonyms } from '../synonyms/synonyms.js'
import type { RankContext } from './clause-scorer.js'
import { rank } from './rank.js'

/** A clause that speaks of the same as a text. */
export interface Counterpart {
  document: ClauseDocument
  score: number
  /** Words of the text that the clause has too, the rarest first. */
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
  const folded = new Map(documents.map((document) => [document, foldedText(document)]))
  const frequencies = new Map<string, number>()
  for (const text of folded.values())
    for (const term of new Set(grams(text))) frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
  const frequency = (term: string): number => frequencies.get(term) ?? 0
  return { counterparts }

  function counterparts(text: string): Counterpart[] {
    const context = contextOf(text)
    const words = wordsOf(context)
    return rank(documents, context)
      .filter(({ score }) => score > 0)
      .map(({ document, score }) => ({
        document,
        score,
        shared: words.filter((word) => folded.get(document)!.includes(word))
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

/** The words of a text that say something, the rarest first. */
function wordsOf({ analysis, frequency }: RankContext): string[] {
  const rarest = ({ grams }: Variant): number => Math.min(...grams.map(frequency))
  return analysis.concepts
    .filter(({ text, role }) => role === undefined && text.length > 1)
    .sort((left, right) => rarest(left.variants[0]!) - rarest(right.variants[0]!))
    .map(({ text }) => text)
}

function foldedText({ headings, body }: ClauseDocument): string {
  return fold([...headings, body].join('\n'))
}
