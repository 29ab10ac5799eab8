import { eachRow, unpackRows } from './row-lists.js'

/** Which rows count: those with anything but 0 at their number. */
export type RowMask = Uint8Array

/** Sums of weights by row, for one query after the other. */
export class RowWeights {
  private sums = new Float64Array(0)
  /** Rows with a sum, in the order in which they got it. */
  private touched = new Int32Array(0)
  private count = 0
  private unpacked = new Int32Array(0)

  /** Starts a query on rows up to `last`. */
  begin(last: number): void {
    if (this.sums.length <= last) {
      this.sums = new Float64Array(last + 1)
      this.touched = new Int32Array(last + 1)
    } else this.sums.fill(0)
    this.count = 0
  }

  /** Adds a weight to the rows of `packRows` up to `last`. */
  addPacked(bytes: Uint8Array, weight: number, last: number, mask?: RowMask): void {
    // A row takes a byte at least.
    if (this.unpacked.length < bytes.length) this.unpacked = new Int32Array(2 * bytes.length)
    const { sums, touched, unpacked } = this
    const size = unpackRows(bytes, unpacked)
    const end = Math.min(last, sums.length - 1)
    let { count } = this
    for (let at = 0; at < size && unpacked[at]! <= end; at++) {
      const row = unpacked[at]!
      if (mask !== undefined && mask[row] === 0) continue
      const sum = sums[row]!
      if (sum === 0) touched[count++] = row
      sums[row] = sum + weight
    }
    this.count = count
  }

  /** Adds a weight to the rows that a text lists between commas. */
  addListed(listed: string | null, weight: number, mask?: RowMask): void {
    if (listed !== null) eachRow(listed, (row) => this.add(row, weight, mask))
  }

  /** The rows with the highest sums of at least `least`, the highest first; of equal ones the first. */
  best(limit: number, least = 0): [row: number, sum: number][] {
    const { sums, touched, count } = this
    const from = Math.max(least, count > 4 * limit ? this.bound(limit) : 0)
    const rows: [row: number, sum: number][] = []
    for (let at = 0; at < count; at++) {
      const row = touched[at]!
      if (sums[row]! >= from) rows.push([row, sums[row]!])
    }
    return rows.sort((left, right) => right[1] - left[1] || left[0] - right[0]).slice(0, limit)
  }

  private add(row: number, weight: number, mask: RowMask | undefined): void {
    const { sums } = this
    if (row >= sums.length || (mask !== undefined && mask[row] === 0)) return
    if (sums[row] === 0) this.touched[this.count++] = row
    sums[row]! += weight
  }

  /** A sum that at least so many rows reach, and few more: sorting all of them would take most of the time. */
  private bound(limit: number): number {
    const { sums, touched, count } = this
    let most = 0
    for (let at = 0; at < count; at++) most = Math.max(most, sums[touched[at]!]!)
    const scale = (steps - 1) / most
    const counts = new Uint32Array(steps)
    for (let at = 0; at < count; at++) counts[(sums[touched[at]!]! * scale) | 0]! += 1
    let step = steps - 1
    for (let reached = counts[step]!; reached < limit && step > 0; reached += counts[step]!) step -= 1
    // A step lower for what dividing rounds.
    return (step - 1) / scale
  }
}

/** Steps between nothing and the highest sum. */
const steps = 1024
