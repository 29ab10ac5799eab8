import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** Variable that moves the cache to another folder; `off` does without one. */
export const cacheVariable = 'TIAOLI_CACHE'

/**
 * The folder that keeps what was read of a folder: `.tiaoli/cache` in it where it is somebody's workspace (`own`) and
 * can be written, else the cache folder of the system; `undefined` where neither can be.
 */
export function cacheFolderOf(
  workspace: string,
  own: boolean,
  env: NodeJS.ProcessEnv = process.env
): string | undefined {
  const chosen = env[cacheVariable]
  if (chosen === 'off') return undefined
  const name = createHash('sha256').update(resolve(workspace)).digest('hex').slice(0, 16)
  if (chosen) return writable(join(resolve(chosen), name))
  return (own ? ownFolder(workspace) : undefined) ?? writable(join(systemCache(env), 'tiaoli', name))
}

function ownFolder(workspace: string): string | undefined {
  const folder = join(workspace, '.tiaoli')
  const cache = writable(join(folder, 'cache'))
  if (cache === undefined) return undefined
  const ignore = join(folder, '.gitignore')
  // Nobody should have to learn that the cache is no part of their work.
  if (!existsSync(ignore)) {
    try {
      writeFileSync(ignore, '*\n')
    } catch {
      // It only spares somebody a question.
    }
  }
  return cache
}

function writable(folder: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return folder
  } catch {
    return undefined
  }
}

function systemCache(env: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches')
  return env.XDG_CACHE_HOME || join(homedir(), '.cache')
}
