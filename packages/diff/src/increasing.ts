/**
 * The heaviest set of pairs that keeps the order of both sequences (strictly increasing in `old` and in `new`):
 * indices into `pairs`, ascending. O(n log n) with a Fenwick tree of running maxima.
 */
export function heaviestIncreasing(
  pairs: readonly { old: number; new: number }[],
  weightOf: (index: number) => number
): number[] {
  const width = pairs.reduce((most, pair) => Math.max(most, pair.new), -1) + 2
  const best = new Float64Array(width)
  const bestPair = new Int32Array(width).fill(-1)
  const total = new Float64Array(pairs.length)
  const previous = new Int32Array(pairs.length).fill(-1)
  // Of one old index the greater new index first, so that no two pairs of one old index follow one another.
  const order = pairs
    .map((_, index) => index)
    .sort((left, right) => pairs[left]!.old - pairs[right]!.old || pairs[right]!.new - pairs[left]!.new)
  let last = -1
  for (const index of order) {
    const column = pairs[index]!.new
    let sum = 0
    let from = -1
    for (let i = column; i > 0; i -= i & -i) {
      if (best[i]! > sum) {
        sum = best[i]!
        from = bestPair[i]!
      }
    }
    total[index] = sum + weightOf(index)
    previous[index] = from
    for (let i = column + 1; i < width; i += i & -i) {
      if (total[index]! > best[i]!) {
        best[i] = total[index]!
        bestPair[i] = index
      }
    }
    if (last === -1 || total[index]! > total[last]!) last = index
  }
  const chosen: number[] = []
  for (let index = last; index !== -1; index = previous[index]!) chosen.push(index)
  return chosen.reverse()
}
