import { foldUnit, isWordUnit } from '../analysis/characters.js'

const fewestSlots = 1024

/** Numbers the terms of one query, so that texts can be scanned for all of them at once. */
export class TermTable {
  readonly terms: string[] = []
  /** Numbers of the terms, from 1, each at the place that its units give or the next free one; 0 where none is. */
  private slots = new Uint16Array(fewestSlots)
  private readonly first: number[] = []
  private readonly second: number[] = []

  /** Number of a term of two characters, entered where it is new. */
  enter(term: string): number {
    const first = term.charCodeAt(0)
    const second = term.charCodeAt(1)
    const slot = this.slotOf(first, second)
    if (this.slots[slot] !== 0) return this.slots[slot]! - 1
    this.terms.push(term)
    this.first.push(first)
    this.second.push(second)
    this.slots[slot] = this.terms.length
    if (this.terms.length * 8 > this.slots.length) this.grow()
    return this.terms.length - 1
  }

  /** Counts the terms in a text, folded or not; `first`, where given, gets the index of the first of each. */
  count(text: string, counts: Uint8Array, first?: Int32Array): void {
    if (text === '') return
    const { slots } = this
    const last = slots.length - 1
    let previous = foldUnit(text.charCodeAt(0))
    for (let index = 1; index < text.length; index++) {
      const unit = foldUnit(text.charCodeAt(index))
      // Hardly any pair is a term, and of those that are not, hardly any has the place of one.
      if (slots[placeOf(previous, unit) & last] !== 0 && isWordUnit(unit)) {
        const term = slots[this.slotOf(previous, unit)]! - 1
        if (term !== -1) {
          if (counts[term]! < 255) counts[term]! += 1
          if (first !== undefined && counts[term] === 1) first[term] = index - 1
        }
      }
      previous = unit
    }
  }

  /** The slot of a pair, or the one that it would get. */
  private slotOf(first: number, second: number): number {
    const { slots } = this
    const last = slots.length - 1
    let slot = placeOf(first, second) & last
    for (let term = slots[slot]!; term !== 0; term = slots[slot]!) {
      if (this.first[term - 1] === first && this.second[term - 1] === second) break
      slot = (slot + 1) & last
    }
    return slot
  }

  private grow(): void {
    this.slots = new Uint16Array(this.slots.length * 2)
    for (const [at, first] of this.first.entries()) this.slots[this.slotOf(first, this.second[at]!)] = at + 1
  }
}

/** A number that two units give, whose last bits tell most pairs apart. */
function placeOf(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
