import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
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

/** How many threads are worth starting. */
export function threadCount(): number {
  return Math.min(availableParallelism(), most)
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

/** Gives a worker one batch after the other until there are none. */
function serve<Batch, Answer>(worker: Worker, queue: Iterator<Batch>, take: (answer: Answer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const { value, done } = queue.next()
      if (done) {
        worker.off('message', onMessage).off('error', reject)
        resolve()
      } else worker.postMessage(value)
    }
    const onMessage = (answer: Answer): void => {
      try {
        take(answer)
        next()
      } catch (error) {
        reject(error)
      }
    }
    worker.on('message', onMessage).on('error', reject)
    next()
  })
}
