/** A word of a folded text. */
export interface Word {
  text: string
  /** Index in the text. */
  start: number
  /** Whether the vocabulary has it. */
  known: boolean
}

/** Words that are known beforehand and that ordinary segmentation would cut. */
export class Vocabulary {
  private readonly byHead = new Map<string, Set<string>>()
  private readonly longest = new Map<string, number>()

  constructor(words: Iterable<string> = []) {
    for (const word of words) this.add(word)
  }

  /** Enters a folded word of two characters or more. */
  add(word: string): void {
    if (word.length < 2) return
    const head = word.slice(0, 2)
    const set = this.byHead.get(head)
    if (set === undefined) this.byHead.set(head, new Set([word]))
    else set.add(word)
    this.longest.set(head, Math.max(this.longest.get(head) ?? 0, word.length))
  }

  has(word: string): boolean {
    return this.byHead.get(word.slice(0, 2))?.has(word) ?? false
  }

  /** The longest known word that begins at an index. */
  at(text: string, index: number): string | undefined {
    const head = text.slice(index, index + 2)
    const set = this.byHead.get(head)
    if (set === undefined) return undefined
    for (let length = Math.min(this.longest.get(head)!, text.length - index); length >= 2; length--) {
      const word = text.slice(index, index + length)
      if (set.has(word)) return word
    }
    return undefined
  }
}

/** A segmenter keeps all of its input alive, so it is given one line at a time. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Cuts a folded text into words: known words first, the longest from the left, ordinary segmentation between them. */
export function splitWords(text: string, vocabulary: Vocabulary): Word[] {
  const words: Word[] = []
  let plain = 0
  for (let index = 0; index < text.length; ) {
    const word = vocabulary.at(text, index)
    if (word === undefined) {
      index += 1
      continue
    }
    segment(text.slice(plain, index), plain, words)
    words.push({ text: word, start: index, known: true })
    index += word.length
    plain = index
  }
  segment(text.slice(plain), plain, words)
  return words
}

function segment(text: string, start: number, words: Word[]): void {
  let offset = start
  for (const line of text.split('\n')) {
    for (const { segment: word, index, isWordLike } of segmenter.segment(line)) {
      if (isWordLike) words.push({ text: word, start: offset + index, known: false })
    }
    offset += line.length + 1
  }
}
