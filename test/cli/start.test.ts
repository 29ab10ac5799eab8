import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, root } from './tiaoli.js'

const command = join(root, 'packages/cli/bin/tiaoli.js')

/** Files of JavaScript that a run loads. */
function filesLoaded(args: readonly string[]): string[] {
  const folder = folderWith({
    'hook.mjs': `export async function load(url, context, next) {
      if (url.startsWith('file:')) process._rawDebug('loaded ' + url)
      return next(url, context)
    }`,
    'a.md': '# 花园规则\n\n第一条　依照第二条办理。\n\n第二条　本规则自发布之日起施行。\n'
  })
  const register = `data:text/javascript,import{register}from'node:module';register('./hook.mjs',${JSON.stringify(`file://${folder}/`)})`
  const { stderr, status } = spawnSync(process.execPath, ['--import', register, command, ...args], {
    cwd: folder,
    encoding: 'utf8'
  })
  expect(status).toBe(0)
  return stderr.split('\n').filter((line) => /^loaded .*\.js$/.test(line))
}

describe('the start of the command', () => {
  it.for([
    [['--version'], 6],
    [['--help'], 12],
    [['refs', 'a.md'], 16],
    [['check', 'a.md'], 32]
  ] as const)('finds and opens few files for %j', ([args, most], { skip }) => {
    const files = filesLoaded(args)
    if (files.some((file) => file.endsWith('/cli/dist/main.js'))) {
      if (process.env.CI === 'true') throw new Error('the bundle is older than what it is made of')
      skip('the bundle is older than what it is made of (node packages/cli/scripts/bundle.mjs)')
    }
    expect(files.length).toBeGreaterThan(1)
    expect(files.length).toBeLessThanOrEqual(most)
  })

  it('takes the bundle, and what it is made of where that was built again since', () => {
    const says = (what: string) => `export const main = () => console.log('${what}')\n`
    const folder = folderWith({ 'package.json': '{ "type": "module" }' })
    for (const name of ['bin', 'bundle', 'dist']) mkdirSync(join(folder, 'packages/cli', name), { recursive: true })
    copyFileSync(command, join(folder, 'packages/cli/bin/tiaoli.js'))
    const run = () => spawnSync(process.execPath, [join(folder, 'packages/cli/bin/tiaoli.js')], { encoding: 'utf8' })
    expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('npm start') })

    writeFileSync(join(folder, 'packages/cli/bundle/main.js'), says('bundle'))
    expect(run().stdout).toBe('bundle\n')
    writeFileSync(join(folder, 'packages/cli/dist/main.js'), says('built'))
    const record = join(folder, 'packages/cli/tsconfig.tsbuildinfo')
    writeFileSync(record, '')
    utimesSync(join(folder, 'packages/cli/bundle/main.js'), 2000, 2000)
    utimesSync(record, 1000, 1000)
    expect(run().stdout).toBe('bundle\n')
    utimesSync(record, 3000, 3000)
    expect(run().stdout).toBe('built\n')
  })
})
