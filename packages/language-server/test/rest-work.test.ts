import { expect, test } from 'vitest'
import { RestWork } from '../src/rest-work.js'

function run(steps: Iterator<undefined>, isWanted = () => true, rest = new RestWork()): Promise<string> {
  return new Promise((resolve) => {
    rest.run(steps, {
      isWanted,
      done: () => resolve('done'),
      failed: (error) => resolve(`failed: ${(error as Error).message}`)
    })
  })
}

function* counting(end: number, seen: number[]): Generator<undefined> {
  for (let at = 0; at < end; at++) {
    seen.push(at)
    const until = performance.now() + 2
    while (performance.now() < until);
    yield
  }
}

test('long work lets others in between and comes to its end', async () => {
  const seen: number[] = []
  let between = 0
  const others = setInterval(() => {
    between += 1
  }, 0)
  expect(await run(counting(30, seen))).toBe('done')
  clearInterval(others)
  expect(seen).toHaveLength(30)
  expect(between).toBeGreaterThan(1)
})

test('work gives way to what is asked, but not for ever', async () => {
  const rest = new RestWork()
  const seen: number[] = []
  let turns = 0
  rest.touch()
  const asking = setInterval(() => {
    rest.touch()
    turns += 1
  }, 1)
  const ended = run(counting(6, seen), () => true, rest)
  expect(seen).toEqual([])
  expect(await ended).toBe('done')
  clearInterval(asking)
  expect(seen).toHaveLength(6)
  expect(turns).toBeGreaterThan(1)
})

test('work that is wanted no longer stops without a word', async () => {
  const seen: number[] = []
  const ended = run(counting(1000, seen), () => seen.length < 5)
  const first = await Promise.race([ended, new Promise((resolve) => setTimeout(() => resolve('silent'), 100))])
  expect(first).toBe('silent')
  expect(seen.length).toBeLessThan(100)
})

test('a step that throws is told', async () => {
  const steps = (function* (): Generator<undefined> {
    yield
    throw new Error('broken')
  })()
  expect(await run(steps)).toBe('failed: broken')
})
