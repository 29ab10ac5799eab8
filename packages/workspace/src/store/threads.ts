import { existsSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** A batch of work for a thread and its answer. */
export interface Threads {
  /** Runs batches over the threads and hands each answer over as it comes. */
  run<Batch, Answer>(batches: Iterable<Batch>, take: (answer: Answer) => void): Promise<void>
  close(): Promise<void>
}

const most = 8
/** Trees of texts die young; room for a few of them saves a third of the time that reading takes. */
const youngMegabytes = 96

/**
 * How many threads are worth starting: as many as there are cores to spare, 0 where that is none. Each has to load and
 * warm up the parser, which on a busy machine takes longer than it saves.
 */
export function threadCount(): number {
  const cores = availableParallelism()
  const spare = Math.round(cores - loadavg()[0]!)
  return spare < 2 ? 0 : Math.min(spare, cores, most)
}

/** Starts threads; `undefined` where this runs from sources, which threads cannot load. */
export function startThreads(count: number, data: unknown): Threads | undefined {
  const script = new URL('./worker.js', import.meta.url)
  if (script.protocol !== 'file:' || !existsSync(fileURLToPath(script))) return undefined
  const workers = Array.from(
    { length: count },
    () => new Worker(script, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } })
  )
  return {
    run: async <Batch, Answer>(batches: Iterable<Batch>, take: (answer: Answer) => void) => {
      const queue = batches[Symbol.iterator]()
      await Promise.all(workers.map((worker) => serve(worker, queue, take)))
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()))
    }
  }
}

/** Batches that wait at a worker, so that it need not wait for this thread between two. */
const ahead = 3

/** Gives a worker batches until there are none. */
function serve<Batch, Answer>(worker: Worker, queue: Iterator<Batch>, take: (answer: Answer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let waiting = 0
    const next = (): void => {
      const { value, done } = queue.next()
      if (!done) {
        waiting += 1
        worker.postMessage(value)
      } else if (waiting === 0) {
        worker.off('message', onMessage).off('error', reject)
        resolve()
      }
    }
    const onMessage = (answer: Answer): void => {
      waiting -= 1
      try {
        take(answer)
        next()
      } catch (error) {
        reject(error)
      }
    }
    worker.on('message', onMessage).on('error', reject)
    for (let count = 0; count < ahead; count++) next()
  })
}
