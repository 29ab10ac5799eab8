const width = 10
/** Share of an original from which it stands in a text whole. */
const nearlyWhole = 0.9

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
  /** The original that a text repeats most of. */
  find(text: string): Copy | undefined
  /** The longest original that stands in a text nearly whole, whatever stands around it. */
  findWhole(text: string): Copy | undefined
}

/** Words alone: punctuation, spaces and the numbers of 项 do not make a text another one. */
function bare(text: string): string {
  return text.replace(/^(?:[（(][一二三四五六七八九十百]+[）)]|\d+[.．、])/gm, '').replace(/[^\p{L}\p{N}]/gu, '')
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
  const lengths = originals.map(({ text }) => bare(text).length)
  return { find, findWhole }

  function find(text: string): Copy | undefined {
    let best: Copy | undefined
    const words = bare(text)
    for (const [index, characters] of repeated(words)) {
      const share = characters / words.length
      if (best === undefined || share > best.share) best = { original: originals[index]!, share }
    }
    return best
  }

  function findWhole(text: string): Copy | undefined {
    let found: { index: number; share: number } | undefined
    const words = bare(text)
    for (const [index, characters] of repeated(words)) {
      const length = lengths[index]!
      if (length < least || characters < length * nearlyWhole) continue
      if (found === undefined || length > lengths[found.index]!) found = { index, share: characters / words.length }
    }
    return found && { original: originals[found.index]!, share: found.share }
  }

  /** How many characters of some words stand in each original. */
  function repeated(words: string): Map<number, number> {
    const covered = new Map<number, number>()
    const until = new Map<number, number>()
    if (words.length < least) return covered
    for (let at = 0; at + width <= words.length; at++) {
      for (const index of holders.get(words.slice(at, at + width)) ?? []) {
        covered.set(index, (covered.get(index) ?? 0) + at + width - Math.max(at, until.get(index) ?? 0))
        until.set(index, at + width)
      }
    }
    return covered
  }
}
