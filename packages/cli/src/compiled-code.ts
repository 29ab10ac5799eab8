import nodeModule from 'node:module'
import { join, resolve } from 'node:path'
import { cacheVariable, systemCache } from '@tiaoli/workspace'

/** What Node.js 22 added; a part of the start is the compiling of code that was compiled the last time. */
interface CompileCache {
  enableCompileCache?(folder: string): unknown
}

/**
 * Lets a Node.js that can do so keep compiled code for the next run. Not where it does by itself, in the temporary folder
 * of everybody: code is kept where only its owner can change it.
 */
export function keepCompiledCode(env: NodeJS.ProcessEnv = process.env): void {
  const chosen = env[cacheVariable]
  if (chosen === 'off') return
  const folder = chosen ? resolve(chosen) : join(systemCache(env), 'tiaoli')
  ;(nodeModule as CompileCache).enableCompileCache?.(join(folder, 'compiled'))
}
