/** How long work runs at a stretch, in milliseconds; whatever a person does meanwhile waits no longer than this. */
const slice = 4

/** Runs steps in slices, between messages, as long as they are wanted; `done` follows the last one, and `failed` a step that throws. */
export function inSlices(
  steps: Iterator<undefined>,
  { isWanted, done, failed }: { isWanted(): boolean; done(): void; failed(error: unknown): void }
): void {
  if (!isWanted()) return
  try {
    const end = performance.now() + slice
    while (performance.now() < end) {
      if (steps.next().done) {
        done()
        return
      }
    }
  } catch (error) {
    failed(error)
    return
  }
  soon(() => inSlices(steps, { isWanted, done, failed }))
}

/** After the messages that wait in line; a browser has no `setImmediate`. */
export function soon(work: () => void): void {
  if (typeof setImmediate === 'function') setImmediate(work)
  else setTimeout(work, 0)
}
