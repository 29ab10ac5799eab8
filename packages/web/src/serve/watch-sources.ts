import type { FSWatcher } from 'node:fs'
import { watch } from 'node:fs'
import { dirname } from 'node:path'

/** Editors write a file in several steps; one reading for all of them is enough. */
const settleMilliseconds = 120

/** Calls back when something was saved in the folders of files; ends when `close` is called. */
export function watchFolders(files: readonly string[], changed: () => void): { close(): void } {
  let timer: NodeJS.Timeout | undefined
  const watchers: FSWatcher[] = []
  // The folder, because saving often replaces the file that was watched.
  for (const folder of new Set(files.map((file) => dirname(file)))) {
    try {
      const watcher = watch(folder, (_event, name) => {
        if (name !== null && !/\.(?:md|markdown|txt|json|ya?ml)$/i.test(name)) return
        clearTimeout(timer)
        timer = setTimeout(changed, settleMilliseconds)
      })
      // A folder that was taken away is no reason to stop serving the others.
      watcher.on('error', () => watcher.close())
      watchers.push(watcher)
    } catch {
      // The same where it is gone already.
    }
  }
  return {
    close: () => {
      clearTimeout(timer)
      for (const watcher of watchers) watcher.close()
    }
  }
}
