import { foldUnit, unfoldUnit } from '../analysis/characters.js'

const fewestSlots = 1024
/** What a unit can be in a term. */
const begins = 1
const ends = 2

/** Numbers the terms of one query, so that texts can be scanned for all of them at once. */
export class TermTable {
  readonly terms: string[] = []
  /** Numbers of the terms, from 1, each at the place that its units give or the next free one; 0 where none is. */
  private slots = new Uint16Array(fewestSlots)
  /** Of each unit, folded or not, whether a term begins or ends with it. */
  private readonly parts = new Uint8Array(0x1_0000)
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
    for (const unit of unfoldUnit(first)) this.parts[unit]! |= begins
    for (const unit of unfoldUnit(second)) this.parts[unit]! |= ends
    this.slots[slot] = this.terms.length
    if (this.terms.length * 8 > this.slots.length) this.grow()
    return this.terms.length - 1
  }

  /**
   * Counts the terms in a text, folded or not, and answers how many it found; `first`, where given, gets the index of
   * the first of each.
   */
  count(text: string, counts: Uint8Array, first?: Int32Array): number {
    const { parts, slots } = this
    let found = 0
    let before = 0
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      const part = parts[code]!
      // Hardly any unit both ends a term and follows one that begins a term.
      if ((part & ends) !== 0 && (before & begins) !== 0) {
        const term = slots[this.slotOf(foldUnit(text.charCodeAt(index - 1)), foldUnit(code))]! - 1
        if (term !== -1) {
          found += 1
          const count = counts[term]!
          if (count < 255) counts[term] = count + 1
          if (count === 0 && first !== undefined) first[term] = index - 1
        }
      }
      before = part
    }
    return found
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
