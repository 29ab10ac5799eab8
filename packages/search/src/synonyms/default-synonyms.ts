import { everydaySynonyms } from './everyday.js'
import { legalSynonyms } from './legal.js'
import type { SynonymGroup, Synonyms } from './synonyms.js'
import { createSynonyms, parseSynonyms } from './synonyms.js'

/** The synonyms that ship, with groups of one's own added. */
export function defaultSynonyms(own: Iterable<SynonymGroup> = []): Synonyms {
  return createSynonyms([...parseSynonyms(legalSynonyms).value, ...parseSynonyms(everydaySynonyms).value, ...own])
}
