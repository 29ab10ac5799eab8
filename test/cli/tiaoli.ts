import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** Folder of the project. */
export const root = fileURLToPath(new URL('../../', import.meta.url))
/** The command as set-up links it. */
export const command = join(root, 'node_modules/.bin/tiaoli')
/** Folder of the shipped drafts. */
export const drafts = 'corpus/drafts/organization-work-regulations'

/** What a run of the command left behind. */
export interface Run {
  status: number | null
  stdout: string
  stderr: string
}

/** Runs the built command in the project's folder. */
export function tiaoli(
  args: string[],
  options: { cwd?: string; env?: Record<string, string>; input?: string } = {}
): Run {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: options.cwd ?? root,
    ...(options.input !== undefined && { input: options.input }),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, NO_COLOR: '1', TIAOLI_LANG: '', ...options.env }
  })
  if (error) throw error
  return { status, stdout, stderr }
}

/** A folder with the given files, removed when the test is over. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

/** Folder of optional development data; says why a test is skipped where it is absent, and fails in CI. */
export function sharedFolder(name: string): string | undefined {
  const folder = join(dirname(root.replace(/\/$/, '')), 'shared', name)
  if (existsSync(folder)) return folder
  if (process.env.CI === 'true') throw new Error(`${folder} is absent, which CI must have`)
  console.log(`skipped: ${folder} is absent (optional development data)`)
  return undefined
}
