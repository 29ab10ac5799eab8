import { spawnSync } from 'node:child_process'

/**
 * Whether a program that tests drive is absent, after saying on standard error that they are skipped for it; throws
 * where CI=true, because there nothing may be skipped.
 */
export function absentProgram(name: string, use: string, args = ['--version']): boolean {
  if (spawnSync(name, args, { stdio: 'ignore' }).error === undefined) return false
  if (process.env.CI === 'true') throw new Error(`${name} is not installed, which CI must have: ${use}`)
  console.warn(`skipped, because ${name} is not installed: ${use}`)
  return true
}
