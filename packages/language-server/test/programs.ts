import { spawnSync } from 'node:child_process'

/** Whether a program is installed; on the build machine its absence is an error, elsewhere the tests say why they are skipped. */
export function hasProgram(name: string): boolean {
  const found = spawnSync('sh', ['-c', `command -v ${name}`]).status === 0
  if (found) return true
  if (process.env.CI === 'true') throw new Error(`${name} is not installed on the build machine`)
  console.info(`skipped: ${name} is not installed`)
  return false
}
