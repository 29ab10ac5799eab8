import { watch } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { InputError } from '@tiaoli/workspace'
import type { Context } from './context.js'
import { reportInputError } from './files.js'

/** Editors write a file in several steps; one check for all of them is enough. */
const settleMilliseconds = 120

/** Runs `again` whenever one of the files is saved, until the process is interrupted. */
export async function watchFiles(context: Context, files: string[], again: () => Promise<void>): Promise<void> {
  const names = new Map<string, Set<string>>()
  for (const file of files) {
    const folder = dirname(resolve(file))
    names.set(folder, (names.get(folder) ?? new Set()).add(basename(file)))
  }
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  for (const [folder, watched] of names) {
    // The folder, because saving often replaces the file that was watched.
    watch(folder, (_event, name) => {
      if (name !== null && !watched.has(name)) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        running = running.then(again).catch((error: unknown) => {
          if (!(error instanceof InputError)) throw error
          reportInputError(context, error)
        })
      }, settleMilliseconds)
    })
  }
  // Only now: what is saved after these words is not missed.
  context.note(context.say({ zh: '正在留意改动，按 Ctrl+C 结束。', en: 'watching for changes; Ctrl+C ends.' }))
  await new Promise(() => {})
}
