/** How long work runs at a stretch, in milliseconds; whatever a person does meanwhile waits no longer than this. */
const slice = 4

/** How long nothing has been asked before work goes on, and how long it waits for that at most, in milliseconds. */
const quiet = 20
const patience = 200

/** What becomes of work. */
export interface Outcome {
  /** Asked before each slice: work that is not wanted any more ends without a word. */
  isWanted(): boolean
  done(): void
  /** After a step that throws, which is the last. */
  failed(error: unknown): void
}

/** Long work in small steps, done while nothing is asked: an answer takes several turns, and a slice in each would delay it. */
export class RestWork {
  private asked = Number.NEGATIVE_INFINITY

  /** Says that something is being asked, or has just been answered. */
  touch(): void {
    this.asked = performance.now()
  }

  run(steps: Iterator<undefined>, outcome: Outcome): void {
    this.next(steps, outcome, performance.now())
  }

  /** Makes steps for the length of a slice, unless there is something else to do since `ready`. */
  private next(steps: Iterator<undefined>, outcome: Outcome, ready: number): void {
    if (!outcome.isWanted()) return
    const now = performance.now()
    const rest = this.asked + quiet - now
    if (rest > 0 && now - ready < patience) {
      setTimeout(() => this.next(steps, outcome, ready), rest)
      return
    }
    try {
      while (performance.now() < now + slice) {
        if (!steps.next().done) continue
        outcome.done()
        return
      }
    } catch (error) {
      outcome.failed(error)
      return
    }
    const after = performance.now()
    soon(() => this.next(steps, outcome, after))
  }
}

/** After the messages that wait in line; a browser has no `setImmediate`. */
export function soon(work: () => void): void {
  if (typeof setImmediate === 'function') setImmediate(work)
  else setTimeout(work, 0)
}
