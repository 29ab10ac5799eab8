import { setTimeout } from 'node:timers/promises'
import { SearchServerError } from './search-server-error.js'

/** How long work is tried again that fails for want of a server or because there is too much of it. */
export interface Patience {
  /** Milliseconds until the work is given up. */
  longest: number
}

const firstPause = 100
const longestPause = 3000

/** Answers that pass: too many requests, a node that has gone, a cluster that is choosing a new manager. */
const passing = new Set([408, 429, 502, 503, 504])

/** Does work, again and again with growing pauses where what fails may pass. */
export async function withPatience<T>(what: string, { longest }: Patience, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + longest
  for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
    try {
      return await work()
    } catch (error) {
      if (!mayPass(error) || Date.now() + pause > until) throw wrap(what, error)
      await setTimeout(pause)
    }
  }
}

/** Some items of a bulk request were refused for the moment. */
export class Refused extends Error {}

function mayPass(error: unknown): boolean {
  if (error instanceof Refused) return true
  const { name, statusCode } = error as { name?: string; statusCode?: number }
  return (
    name === 'ConnectionError' ||
    name === 'TimeoutError' ||
    name === 'NoLivingConnectionsError' ||
    (statusCode !== undefined && passing.has(statusCode))
  )
}

function wrap(what: string, error: unknown): Error {
  if (error instanceof SearchServerError) return error
  const message = error instanceof Error ? error.message : String(error)
  return new SearchServerError(`OpenSearch 没有完成“${what}”：${message}`, { cause: error })
}
