import { beforeEach, expect, test, vi } from 'vitest'
import { RestWork } from '../src/rest-work.js'

/** The clock of these tests stands still between the moments that they count, however busy the machine is. */
let clock: number
beforeEach(() => {
  clock = 0
  const now = vi.spyOn(performance, 'now').mockImplementation(() => clock)
  return () => now.mockRestore()
})

function run(steps: Iterator<undefined>, isWanted = () => true, rest = new RestWork()): Promise<string> {
  return new Promise((resolve) => {
    rest.run(steps, {
      isWanted,
      done: () => resolve('done'),
      failed: (error) => resolve(`failed: ${(error as Error).message}`)
    })
  })
}

/** Steps of two milliseconds each. */
function* counting(end: number, seen: number[]): Generator<undefined> {
  for (let at = 0; at < end; at++) {
    seen.push(at)
    clock += 2
    yield
  }
}

test('long work lets others in between and comes to its end', async () => {
  const seen: number[] = []
  const between: number[] = []
  const look = (): void => {
    between.push(seen.length)
    if (seen.length < 30) setImmediate(look)
  }
  setImmediate(look)
  expect(await run(counting(30, seen))).toBe('done')
  expect(seen).toHaveLength(30)
  // Two steps fill a slice of four milliseconds.
  expect(between.slice(0, 3)).toEqual([2, 4, 6])
})

test('work gives way to what is asked, but not for ever', async () => {
  const rest = new RestWork()
  const seen: number[] = []
  let begun: number | undefined
  rest.touch()
  const asking = setInterval(() => {
    if (seen.length > 0) begun ??= clock
    clock += 1
    rest.touch()
  }, 1)
  const ended = run(counting(6, seen), () => true, rest)
  expect(seen).toEqual([])
  expect(await ended).toBe('done')
  clearInterval(asking)
  expect(seen).toHaveLength(6)
  expect(begun).toBeGreaterThanOrEqual(200)
})

test('work that is wanted no longer stops without a word', async () => {
  const seen: number[] = []
  const ended = run(counting(1000, seen), () => seen.length < 5)
  const first = await Promise.race([ended, new Promise((resolve) => setTimeout(() => resolve('silent'), 100))])
  expect(first).toBe('silent')
  expect(seen).toHaveLength(6)
})

test('a step that throws is told', async () => {
  const steps = (function* (): Generator<undefined> {
    yield
    throw new Error('broken')
  })()
  expect(await run(steps)).toBe('failed: broken')
})
