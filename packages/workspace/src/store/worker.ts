import { parentPort, workerData } from 'node:worker_threads'
import type { WatchedLibrary } from '@tiaoli/library'
import { linkAll, readAll } from './jobs.js'
import type { LinkRequest } from './kept-links.js'
import type { LibraryState } from './library-state.js'
import { watchedLibraryOf } from './library-state.js'

/** What a thread is started with: a library where it links, nothing where it reads. */
const state = workerData as LibraryState | undefined
let library: Promise<WatchedLibrary> | undefined

parentPort!.on('message', (batch: (string | LinkRequest)[]) => {
  void answer(batch).then((done) => parentPort!.postMessage(done))
})

async function answer(batch: (string | LinkRequest)[]): Promise<unknown> {
  if (state === undefined) return readAll(batch as string[])
  library ??= watchedLibraryOf(state)
  return linkAll(batch as LinkRequest[], await library)
}
