import type { Done } from './jobs.js'
import { startThreads, threadCount } from './threads.js'

/** Work on many files. */
export interface BatchWork<Request, Result> {
  requests: readonly Request[]
  /** Bytes of each file, which decide whether threads are worth starting and how large a batch is. */
  size(request: Request): number
  /** What threads are started with. */
  threadData: () => unknown
  /** The same work in this thread. */
  here(batch: readonly Request[]): Promise<Done<Result>[]>
  /** Takes what is done, in no order. */
  take(done: Done<Result>[]): void
  /** Fewer threads than this take longer than this thread alone. */
  fewest: number
  threads?: number
}

/** Below this a thread is done reading before another one has started. */
const worthThreads = 6_000_000
const batchBytes = 200_000

/** Does work on files in batches, over threads where there is enough of it. */
export async function runBatches<Request, Result>(work: BatchWork<Request, Result>): Promise<void> {
  const { requests, size } = work
  const bytes = requests.reduce((sum, request) => sum + size(request), 0)
  const spare = bytes < worthThreads ? 0 : threadCount()
  const count = work.threads ?? (spare < work.fewest ? 0 : spare)
  const threads = count > 0 ? startThreads(count, work.threadData()) : undefined
  if (threads === undefined) {
    for (const batch of batchesOf(requests, size)) work.take(await work.here(batch))
    return
  }
  try {
    await threads.run(batchesOf(requests, size), work.take)
  } finally {
    await threads.close()
  }
}

function* batchesOf<Request>(requests: readonly Request[], size: (request: Request) => number): Generator<Request[]> {
  let batch: Request[] = []
  let bytes = 0
  for (const request of requests) {
    batch.push(request)
    bytes += size(request)
    if (bytes < batchBytes) continue
    yield batch
    batch = []
    bytes = 0
  }
  if (batch.length > 0) yield batch
}
