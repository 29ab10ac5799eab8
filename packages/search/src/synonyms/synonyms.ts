import { fold } from '../analysis/characters.js'

/** Words that can stand for a word in the texts of regulations. */
export interface Synonyms {
  /** Other words for a folded word, without itself. */
  of(word: string): readonly string[]
  /** Every word that has others. */
  words(): Iterable<string>
}

/** A line of a synonyms file that could not be used; `reason` is Chinese. */
export interface SynonymMessage {
  /** From 1. */
  line: number
  reason: string
}

/** Groups of synonyms as a file states them. */
export interface SynonymGroup {
  from: string[]
  to: string[]
}

/**
 * Reads synonyms: a group a line, words parted by spaces or 、; all of them mean the same, or, with `=>`, those on its
 * left can mean those on its right. `#` opens a remark.
 */
export function parseSynonyms(text: string): { value: SynonymGroup[]; messages: SynonymMessage[] } {
  const value: SynonymGroup[] = []
  const messages: SynonymMessage[] = []
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.replace(/[#＃].*/, '').trim()
    if (line === '') continue
    const sides = line.split(/\s*(?:=>|＝>|→)\s*/).map(wordsOf)
    const [from, to] = sides
    const complain = (reason: string): void => {
      messages.push({ line: index + 1, reason })
    }
    if (sides.length > 2) complain('一行只能有一个“=>”。')
    else if (to === undefined && from!.length < 2) complain('只有一个词，没有同义的词。')
    else if (to !== undefined && (from!.length === 0 || to.length === 0)) complain('“=>”的一边没有词。')
    else value.push({ from: from!, to: to ?? from! })
  }
  return { value, messages }
}

function wordsOf(side: string): string[] {
  return fold(side)
    .split(/[\s、,;]+/)
    .filter((word) => word !== '')
}

/** Synonyms of all groups together. */
export function createSynonyms(groups: Iterable<SynonymGroup>): Synonyms {
  const others = new Map<string, Set<string>>()
  for (const { from, to } of groups) {
    for (const word of from) {
      const known = others.get(word) ?? new Set<string>()
      for (const other of to) if (other !== word) known.add(other)
      others.set(word, known)
    }
  }
  const lists = new Map([...others].map(([word, set]) => [word, [...set]]))
  return { of: (word) => lists.get(word) ?? [], words: () => lists.keys() }
}
