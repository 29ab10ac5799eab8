// How long the command takes from nothing: the version, and the references of one draft, beside an empty Node.js. Needs a build.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { draftsFolder } from '@tiaoli/corpus'
import { root } from './set-up.mjs'

const rounds = 15
const command = join(root, 'packages/cli/bin/tiaoli.js')
const draft = join(draftsFolder, 'organization-work-regulations/3-submission.md')
const runs = [
  ['an empty Node.js', ['-e', '0']],
  ['tiaoli --version', [command, '--version']],
  ['tiaoli --help', [command, '--help']],
  ['tiaoli refs, one draft', [command, 'refs', draft]],
  ['tiaoli check, one draft', [command, 'check', draft]],
  ['tiaoli report, one draft', [command, 'report', draft]]
]
console.log(`${'milliseconds'.padEnd(28)}${'median'.padStart(8)}${'fastest'.padStart(9)}`)
for (const [name, args] of runs) {
  const times = []
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now()
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${name}: ${stderr}`)
    times.push(performance.now() - begun)
  }
  times.sort((left, right) => left - right)
  const [fastest] = times
  console.log(
    `${name.padEnd(28)}${times[Math.floor(rounds / 2)].toFixed(0).padStart(8)}${fastest.toFixed(0).padStart(9)}`
  )
}
