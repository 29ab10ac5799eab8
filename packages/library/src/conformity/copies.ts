const width = 10

/** A text that another one may repeat. */
export interface Original {
  title: string
  clause: string
  text: string
}

/** Where a text repeats another one. */
export interface Copy {
  original: Original
  /** Share of the text that stands word for word in the original, from 0 to 1. */
  share: number
}

/** Tells what a text repeats of many others, in time that grows with its length only. */
export interface CopyFinder {
  find(text: string): Copy | undefined
}

/** Words alone: punctuation and spaces do not make a text another one. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}

/** A finder over originals; a text counts where it has at least `least` characters. */
export function createCopyFinder(originals: readonly Original[], least = 30): CopyFinder {
  const holders = new Map<string, number[]>()
  for (const [index, { text }] of originals.entries()) {
    const words = bare(text)
    for (let at = 0; at + width <= words.length; at++) {
      const gram = words.slice(at, at + width)
      const known = holders.get(gram)
      if (known === undefined) holders.set(gram, [index])
      else if (known.at(-1) !== index) known.push(index)
    }
  }
  return { find }

  function find(text: string): Copy | undefined {
    const words = bare(text)
    if (words.length < least) return undefined
    const covered = new Map<number, { characters: number; until: number }>()
    for (let at = 0; at + width <= words.length; at++) {
      for (const index of holders.get(words.slice(at, at + width)) ?? []) {
        const entry = covered.get(index) ?? { characters: 0, until: 0 }
        entry.characters += at + width - Math.max(at, entry.until)
        entry.until = at + width
        covered.set(index, entry)
      }
    }
    let best: Copy | undefined
    for (const [index, { characters }] of covered) {
      const share = characters / words.length
      if (best === undefined || share > best.share) best = { original: originals[index]!, share }
    }
    return best
  }
}
