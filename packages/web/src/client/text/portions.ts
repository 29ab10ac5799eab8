import { type Signal, signal } from '@preact/signals'
import type { ReadingUnit } from '../../model/reading-text.js'
import type { ClauseIndex } from './clause-index.js'

const unitsEach = 60

/**
 * A long text is drawn in portions: the one that the reader came for at once, the others as soon as the browser has
 * time, so that a code of a thousand articles is there as fast as a short regulation.
 */
export class Portions {
  private readonly drawn: Signal<boolean>[]
  private readonly numbers = new Map<ReadingUnit, number>()

  constructor(
    private readonly index: ClauseIndex,
    address: string
  ) {
    for (const [at, unit] of index.units.entries()) this.numbers.set(unit, Math.floor(at / unitsEach))
    const first = this.numberOf(address)
    const count = Math.max(1, Math.ceil(index.units.length / unitsEach))
    this.drawn = Array.from({ length: count }, (_, number) => signal(number === first))
  }

  /** Consecutive units that belong to one portion. */
  runs(units: readonly ReadingUnit[]): { number: number; units: ReadingUnit[] }[] {
    const runs: { number: number; units: ReadingUnit[] }[] = []
    for (const unit of units) {
      const number = this.numbers.get(unit) ?? 0
      const last = runs.at(-1)
      if (last?.number === number) last.units.push(unit)
      else runs.push({ number, units: [unit] })
    }
    return runs
  }

  /** Whether a portion is drawn; who asks is drawn again when that changes. */
  isDrawn(number: number): boolean {
    return this.drawn[number]?.value ?? true
  }

  /** Draws the portion of a clause now. */
  draw(address: string): void {
    const wanted = this.drawn[this.numberOf(address)]
    if (wanted !== undefined) wanted.value = true
  }

  /** Whether there is more to draw. */
  isBusy(): boolean {
    return this.drawn.some((drawn) => !drawn.peek())
  }

  /** Draws the rest when there is time; gives back how to stop. */
  drawRest(): () => void {
    let stopped = false
    const next = () => {
      const waiting = this.drawn.find((drawn) => !drawn.peek())
      if (stopped || waiting === undefined) return
      waiting.value = true
      wait(next)
    }
    wait(next)
    return () => {
      stopped = true
    }
  }

  private numberOf(address: string): number {
    const unit = this.index.unitOf(address) ?? this.index.units.find((one) => isInside(this.index, one, address))
    return (unit && this.numbers.get(unit)) ?? 0
  }
}

function isInside(index: ClauseIndex, unit: ReadingUnit, address: string): boolean {
  return address !== '' && index.pathOf(unit.address).includes(address)
}

const mostWait = 200

/** Not every browser tells when it has time. */
function wait(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: mostWait })
  else setTimeout(work)
}
