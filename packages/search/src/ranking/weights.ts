/** The numbers that ranking turns on; scripts/eval-search.mjs shows what a change of one does. */
export const weights = {
  /** Repetition of a term counts less and less; how quickly, and how much the length of a clause matters. */
  saturation: 1.2,
  lengthShare: 0.35,
  /** UTF-16 units of a usual article. */
  usualLength: 130,
  /** What a match in a heading and in the title counts beside one in the body. */
  heading: 0.35,
  title: 0.65,
  /** What a word is worth in a clause whose title has it too, as all clauses of that instrument do. */
  bodyGivenTitle: 0.6,
  /** What other words for a word of the query are worth; in a clause as a query, which has its own words, less. */
  synonym: 0.85,
  synonymInClause: 0.3,
  /** A word of several terms of which only some are there. */
  partial: 0.6,
  /** Words are worth the sum of their terms' rarities divided by this power of their number. */
  wordLength: 0.45,
  /** A name of an instrument, in a clause and in a title. */
  nameInBody: 0.3,
  nameInTitle: 1,
  /** What a question is after beside what it is about. */
  intent: 0.65,
  joint: 0.5,
  proximity: 0.25,
  /** Share of the score that hangs on how much of the query is there at all. */
  coverage: 0.75,
  // What follows are factors.
  /** How much the best clauses of a text speak for the others in it. */
  sameText: 0.25,
  namedText: 1.7,
  number: 1.6,
  /** The clause reads as an answer to what is asked. */
  answer: 1.25,
  /** The same where texts have hardly more than one such clause. */
  tellingAnswer: 1.8,
  sameRegion: 1.6,
  otherRegion: 0.4,
  unaskedRegion: 0.85,
  /** For every doubling of the references to a clause. */
  cited: 0.01,
  superseded: 0.6,
  repealed: 0.6,
  /** Text outside articles. */
  unnumbered: 0.8
}
export type Weights = typeof weights
