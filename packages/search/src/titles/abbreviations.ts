import type { Vocabulary } from '../analysis/words.js'
import { splitWords } from '../analysis/words.js'

/** Words of two characters that stand for two longer ones side by side, as 水保 does for 水土保持. */
export class Abbreviations {
  private readonly known = new Map<string, Map<string, number>>()

  /** Learns from a folded title or heading. */
  learn(text: string, vocabulary: Vocabulary): void {
    const words = splitWords(text, vocabulary)
    for (const [index, { text: word, start }] of words.entries()) {
      if (word.length === 4) this.enter(word.charAt(0) + word.charAt(2), word)
      const next = words[index + 1]
      if (next === undefined || next.start !== start + word.length || word.length !== 2 || next.text.length !== 2)
        continue
      this.enter(word.charAt(0) + next.text.charAt(0), word + next.text)
    }
  }

  /** What a word may be short for, the most frequent first. */
  of(word: string): string[] {
    const full = this.known.get(word)
    if (full === undefined) return []
    return [...full]
      .sort((left, right) => right[1] - left[1])
      .slice(0, 3)
      .map(([name]) => name)
  }

  private enter(short: string, full: string): void {
    const counts = this.known.get(short) ?? new Map<string, number>()
    counts.set(full, (counts.get(full) ?? 0) + 1)
    this.known.set(short, counts)
  }
}
