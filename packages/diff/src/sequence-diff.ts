/** A stretch of two sequences: both hold the same there, or something else. */
export interface SequenceRun {
  equal: boolean
  oldFrom: number
  oldTo: number
  newFrom: number
  newTo: number
}

/**
 * Runs of two sequences of keys with the fewest keys changed (Myers), in order, equal and changed ones in turn;
 * `undefined` where more than `mostEdits` keys differ.
 */
export function diffSequences(
  olds: readonly string[],
  news: readonly string[],
  mostEdits: number
): SequenceRun[] | undefined {
  const ids = new Map<string, number>()
  const left = idsOf(olds, ids)
  const known = ids.size
  const right = idsOf(news, ids)
  const most = Math.min(left.length, right.length)
  let start = 0
  while (start < most && left[start] === right[start]) start += 1
  let end = 0
  while (end < most - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1
  const oldTo = left.length - end
  const newTo = right.length - end
  const matches = matchesBetween(left.subarray(start, oldTo), right.subarray(start, newTo), known, mostEdits)
  if (matches === undefined) return undefined
  const runs: SequenceRun[] = []
  let o = 0
  let n = 0
  const match = (oldFrom: number, newFrom: number, length: number): void => {
    if (length === 0) return
    if (oldFrom > o || newFrom > n) runs.push({ equal: false, oldFrom: o, oldTo: oldFrom, newFrom: n, newTo: newFrom })
    const last = runs.at(-1)
    o = oldFrom + length
    n = newFrom + length
    if (last?.equal) {
      last.oldTo = o
      last.newTo = n
    } else runs.push({ equal: true, oldFrom, oldTo: o, newFrom, newTo: n })
  }
  match(0, 0, start)
  for (const { old, new: next, length } of matches) match(old + start, next + start, length)
  match(oldTo, newTo, end)
  if (o < left.length || n < right.length) {
    runs.push({ equal: false, oldFrom: o, oldTo: left.length, newFrom: n, newTo: right.length })
  }
  return runs
}

function idsOf(keys: readonly string[], ids: Map<string, number>): Int32Array {
  return Int32Array.from(keys, (key) => {
    let id = ids.get(key)
    if (id === undefined) {
      id = ids.size
      ids.set(key, id)
    }
    return id
  })
}

interface Match {
  old: number
  new: number
  length: number
}

/** Diagonals of the shortest way through the edit graph, in order; keys from `known` on stand on the new side only. */
function matchesBetween(left: Int32Array, right: Int32Array, known: number, mostEdits: number): Match[] | undefined {
  const width = left.length + right.length
  if (left.length === 0 || right.length === 0) return width > mostEdits ? undefined : []
  if (!sharesAny(left, right, known)) return width > mostEdits ? undefined : []
  // How far each diagonal was got on, one row for each number of edits.
  const rows: Int32Array[] = []
  let reached = new Int32Array(3)
  for (let edits = 0; edits <= Math.min(width, mostEdits); edits++) {
    const row = new Int32Array(2 * edits + 3)
    for (let k = -edits; k <= edits; k += 2) {
      // `reached` is the row before, with the diagonal k at index k + edits.
      const down = edits > 0 && k < edits ? reached[k + 1 + edits]! : -1
      const across = edits > 0 && k > -edits ? reached[k - 1 + edits]! + 1 : -1
      let o = edits === 0 ? 0 : Math.max(down, across)
      let n = o - k
      while (o < left.length && n < right.length && left[o] === right[n]) {
        o += 1
        n += 1
      }
      row[k + edits + 1] = o
      if (o >= left.length && n >= right.length) {
        rows.push(row)
        return backtrack(rows, left.length, right.length)
      }
    }
    rows.push(row)
    reached = row
  }
  return undefined
}

/** Diagonal k of a row of so many edits stands at index k + edits + 1, which is k + (edits + 1) for the row after it. */
function backtrack(rows: readonly Int32Array[], oldEnd: number, newEnd: number): Match[] {
  const matches: Match[] = []
  let o = oldEnd
  let n = newEnd
  for (let edits = rows.length - 1; edits >= 0; edits--) {
    const k = o - n
    let startOld = 0
    let previous = k
    if (edits > 0) {
      const before = rows[edits - 1]!
      const down = k < edits ? before[k + 1 + edits]! : -1
      const across = k > -edits ? before[k - 1 + edits]! + 1 : -1
      startOld = Math.max(down, across)
      previous = down >= across ? k + 1 : k - 1
      if (o > startOld) matches.push({ old: startOld, new: startOld - k, length: o - startOld })
      o = down >= across ? startOld : startOld - 1
      n = o - previous
    } else if (o > 0) matches.push({ old: 0, new: 0, length: o })
  }
  return matches.reverse()
}

function sharesAny(left: Int32Array, right: Int32Array, known: number): boolean {
  const inLeft = new Uint8Array(known)
  for (const id of left) inLeft[id] = 1
  for (const id of right) if (id < known && inLeft[id] === 1) return true
  return false
}
