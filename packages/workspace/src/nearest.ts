/** The candidate that `word` is most likely a slip of, within a third of its length; `undefined` where none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(1, Math.floor([...word].length / 3)) + 1
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

/** Levenshtein distance in characters. */
function editDistance(left: string, right: string): number {
  const target = [...right]
  let previous = target.map((_, index) => index).concat(target.length)
  let row = 0
  for (const char of left) {
    row += 1
    const current = [row]
    for (const [index, other] of target.entries()) {
      current.push(Math.min(previous[index]! + (char === other ? 0 : 1), previous[index + 1]! + 1, current[index]! + 1))
    }
    previous = current
  }
  return previous[target.length]!
}
