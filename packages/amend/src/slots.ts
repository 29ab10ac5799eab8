/** Something to be put into a numbered sequence; `to` is its place, from 1, where the decision says it. */
export interface Placed<T> {
  item: T
  to?: number
  /** Stands right behind this one where no place is given; at the end where that is absent too. */
  after?: T
  before?: T
}

/**
 * The order that a decision makes out of what stays and what is added: places it names are taken, everything else keeps
 * its order in the places left. A place outside the sequence counts as not named.
 */
export function placeInOrder<T>(staying: readonly Placed<T>[], added: readonly Placed<T>[]): T[] {
  const free: Placed<T>[] = staying.filter(({ to }) => to === undefined)
  for (const each of added) {
    if (each.to !== undefined) continue
    const anchor = each.after ?? each.before
    const at = anchor === undefined ? -1 : free.findIndex(({ item }) => item === anchor)
    if (at === -1) free.push(each)
    else free.splice(each.after === undefined ? at : behind(free, at, added), 0, each)
  }
  const total = staying.length + added.length
  const slots: (T | undefined)[] = Array.from({ length: total }, () => undefined)
  const late: Placed<T>[] = []
  for (const each of [...staying, ...added]) {
    if (each.to === undefined) continue
    if (each.to >= 1 && each.to <= total && slots[each.to - 1] === undefined) slots[each.to - 1] = each.item
    else late.push(each)
  }
  const rest = [...free, ...late].map(({ item }) => item)
  return slots.map((slot) => slot ?? rest.shift()!)
}

/** Behind an anchor and what was put behind it before. */
function behind<T>(free: readonly Placed<T>[], at: number, added: readonly Placed<T>[]): number {
  let end = at + 1
  while (end < free.length && added.includes(free[end]!)) end += 1
  return end
}
