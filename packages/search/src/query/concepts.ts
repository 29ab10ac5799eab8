import { formatNumeral, parseNumeral } from 'regast'
import { isHan } from '../analysis/characters.js'
import { grams } from '../analysis/grams.js'
import { stopWords } from '../analysis/stop-words.js'
import type { Vocabulary } from '../analysis/words.js'
import { splitWords } from '../analysis/words.js'
import type { Synonyms } from '../synonyms/synonyms.js'
import type { Intent } from './intents.js'
import { intentsOf } from './intents.js'

/** One way to say a concept. */
export interface Variant {
  text: string
  /** How likely it means the same: 1 for the word of the query itself. */
  weight: number
  /** Whether it is another word than that of the query. */
  other: boolean
  grams: string[]
}

/** A word of a query with what may stand for it. */
export interface Concept {
  text: string
  /** Index in the query. */
  start: number
  variants: Variant[]
  /** `title`: the name of an instrument, which is looked for in titles more than in clauses; `intent`: what a question is after. */
  role: 'title' | 'intent' | undefined
}

/** How a clause reads that answers. */
export interface Answer {
  clause: RegExp
  telling: boolean
}

/** The words of a query and what ties neighbouring ones together. */
export interface Analysis {
  concepts: Concept[]
  /** Terms across the borders of words that stand side by side. */
  joints: string[]
  /** How clauses read that give what the query is after. */
  answers: Answer[]
}

/** An abbreviation may stand for something else. */
const abbreviationWeight = 0.8
const longestName = 4
const quantity =
  /(?:[0-9]+|[零一二三四五六七八九十百千万两]+)(?:个?(?:工作日|月|年|周岁|日|天|小时|米|公里|元|万元|亿元|倍|人|%)|分之[一二三四五六七八九十]+)/g

/** What the words of a query are told by. */
export interface Lexicon {
  vocabulary: Vocabulary
  synonyms: Synonyms
  /** What a short word may stand for in this library. */
  abbreviated(word: string): readonly string[]
}

/** The concepts of folded text, in order, each once; `title`, where given, is a stretch of it that names an instrument. */
export function analyse(text: string, lexicon: Lexicon, title?: { start: number; end: number }): Analysis {
  const { vocabulary } = lexicon
  const words = cut(text, vocabulary)
  // Idle words say nothing, unless there are no others.
  const idle = words.every(({ text: word }) => stopWords.has(word)) ? noWords : stopWords
  const concepts: Concept[] = []
  const joints: string[] = []
  const seen = new Set<string>()
  for (const [index, word] of words.entries()) {
    const next = words[index + 1]
    if (
      next !== undefined &&
      next.start === word.start + word.text.length &&
      !idle.has(word.text) &&
      !idle.has(next.text)
    ) {
      joints.push(word.text.slice(-1) + next.text.charAt(0))
    }
  }
  for (const word of joinSingles(words, lexicon.synonyms)) {
    if (idle.has(word.text) || seen.has(word.text)) continue
    seen.add(word.text)
    const inTitle = title !== undefined && word.start >= title.start && word.start < title.end
    const role = inTitle ? 'title' : undefined
    concepts.push({ text: word.text, start: word.start, variants: variantsOf(word.text, lexicon), role })
  }
  const intents = intentsOf(text)
  for (const { answers } of intents) {
    const variants = answers.map((answer) => variantOf(answer))
    concepts.push({ text: answers.join(' '), start: text.length, variants, role: 'intent' })
  }
  return { concepts, joints: [...new Set(joints)], answers: answersOf(intents) }
}

function answersOf(intents: readonly Intent[]): Answer[] {
  return intents.flatMap(({ clause, telling = false }) => (clause === undefined ? [] : [{ clause, telling }]))
}

const noWords: ReadonlySet<string> = new Set()

function cut(text: string, vocabulary: Vocabulary): { text: string; start: number }[] {
  const words: { text: string; start: number }[] = []
  let plain = 0
  for (const match of text.matchAll(quantity)) {
    if (match.index < plain) continue
    words.push(...shifted(splitWords(text.slice(plain, match.index), vocabulary), plain))
    words.push({ text: match[0], start: match.index })
    plain = match.index + match[0].length
  }
  words.push(...shifted(splitWords(text.slice(plain), vocabulary), plain))
  return words
}

/**
 * Segmentation leaves names that it does not know as single characters: those that stand side by side and say something
 * are one word too; each stays where it has synonyms.
 */
function joinSingles(words: { text: string; start: number }[], synonyms: Synonyms): { text: string; start: number }[] {
  const joined: { text: string; start: number }[] = []
  let run: { text: string; start: number }[] = []
  const flush = (): void => {
    if (run.length > 1) joined.push({ text: run.map(({ text }) => text).join(''), start: run[0]!.start })
    joined.push(...run.filter(({ text }) => run.length === 1 || synonyms.of(text).length > 0))
    run = []
  }
  for (const word of words) {
    const last = run.at(-1)
    const single = word.text.length === 1 && !stopWords.has(word.text) && isHan(word.text)
    if (!single || run.length === longestName || (last !== undefined && last.start + 1 !== word.start)) flush()
    if (single) run.push(word)
    else joined.push(word)
  }
  flush()
  return joined
}

function shifted<W extends { start: number }>(words: W[], by: number): W[] {
  for (const word of words) word.start += by
  return words
}

function variantsOf(word: string, { synonyms, abbreviated }: Lexicon): Variant[] {
  const variants = [word, ...otherNumerals(word)].map((text) => variantOf(text))
  for (const other of synonyms.of(word)) variants.push(variantOf(other, true))
  for (const other of abbreviated(word)) {
    if (!variants.some(({ text }) => text === other)) variants.push(variantOf(other, true, abbreviationWeight))
  }
  return variants
}

function variantOf(text: string, other = false, weight = 1): Variant {
  return { text, weight, other, grams: termsOf(text) }
}

function termsOf(word: string): string[] {
  return [...new Set(grams(word))]
}

/** 15日 for 十五日 and the other way round. */
function otherNumerals(word: string): string[] {
  const match = /^([0-9]+|[零一二三四五六七八九十百千两]+)(?=[^0-9零一二三四五六七八九十百千两])/.exec(word)
  if (match === null) return []
  const value = parseNumeral(match[1]!)
  if (value === undefined || value > 99_999_999) return []
  const rest = word.slice(match[1]!.length)
  return [String(value) + rest, formatNumeral(value) + rest].filter((other) => other !== word)
}
