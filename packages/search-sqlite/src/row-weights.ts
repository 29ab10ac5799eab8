/** Sums of weights by row, for one query after the other. */
export class RowWeights {
  private sums = new Float64Array(0)
  private touched: number[] = []

  /** Starts a query on rows up to `last`. */
  begin(last: number): void {
    if (this.sums.length <= last) this.sums = new Float64Array(last + 1)
    else for (const row of this.touched) this.sums[row] = 0
    this.touched = []
  }

  /** Adds a weight to the rows that a text lists between commas, in ranges where they are given. */
  add(rows: string | null, weight: number, ranges?: readonly Range[]): void {
    if (rows === null) return
    const { sums, touched } = this
    let row = 0
    for (let index = 0; index <= rows.length; index++) {
      const unit = index < rows.length ? rows.charCodeAt(index) : comma
      if (unit !== comma) {
        row = row * 10 + unit - zero
        continue
      }
      if (ranges === undefined || inside(row, ranges)) {
        if (sums[row] === 0) touched.push(row)
        sums[row]! += weight
      }
      row = 0
    }
  }

  /** The rows with the highest sums of at least `least`, the highest first; of equal ones the first. */
  best(limit: number, least = 0): [row: number, sum: number][] {
    const { sums } = this
    const rows = this.touched.length > 4 * limit ? this.highest(limit) : this.touched
    return rows
      .filter((row) => sums[row]! >= least)
      .map((row): [number, number] => [row, sums[row]!])
      .sort((left, right) => right[1] - left[1] || left[0] - right[0])
      .slice(0, limit)
  }

  /** At least so many rows with the highest sums, and few more: sorting all of them would take most of the time. */
  private highest(limit: number): number[] {
    const { sums, touched } = this
    let most = 0
    for (const row of touched) if (sums[row]! > most) most = sums[row]!
    const scale = (steps - 1) / most
    const counts = new Uint32Array(steps)
    for (const row of touched) counts[(sums[row]! * scale) | 0]! += 1
    let step = steps - 1
    for (let count = counts[step]!; count < limit && step > 0; count += counts[step]!) step -= 1
    return touched.filter((row) => ((sums[row]! * scale) | 0) >= step)
  }
}

/** Steps between nothing and the highest sum. */
const steps = 1024

const comma = ','.charCodeAt(0)
const zero = '0'.charCodeAt(0)

/** First and last row of a text. */
export type Range = readonly [first: number, last: number]

/** Whether a row lies in one of the ranges, which are in order and do not overlap. */
function inside(row: number, ranges: readonly Range[]): boolean {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = ranges[middle]!
    if (row < first) high = middle - 1
    else if (row > last) low = middle + 1
    else return true
  }
  return false
}
