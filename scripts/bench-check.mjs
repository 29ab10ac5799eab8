// Times `tiaoli check` over the workspace of three study drafts: a process of its own, and again in one that has run before.
//
//   node scripts/bench-check.mjs [--rounds N]
//
// Wall time and processor time are the best and the middle of all rounds; the start of node alone is there to compare.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } })
const rounds = Number(values.rounds)
const root = fileURLToPath(new URL('..', import.meta.url))
const command = join(root, 'packages/cli/bin/tiaoli.js')
const folder = mkdtempSync(join(tmpdir(), 'tiaoli-bench-'))
const out = join(folder, 'findings.txt')
process.chdir(join(root, 'corpus'))

const spent = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const middle = (list) => [...list].sort((left, right) => left - right)[list.length >> 1]
const line = (name, times) =>
  console.log(`${name.padEnd(34)} best ${Math.min(...times).toFixed(0)} ms, middle ${middle(times).toFixed(0)} ms`)

function processes(args) {
  return Array.from({ length: rounds }, () => {
    const begun = performance.now()
    spawnSync(process.execPath, args, { stdio: 'ignore' })
    return performance.now() - begun
  })
}

line('node alone', processes(['-e', '0']))
line('tiaoli check, a new process', processes([command, 'check']))

const { main } = await import(join(root, 'packages/cli/dist/main.js'))
const walls = []
const processor = []
for (let round = 0; round < rounds; round++) {
  rmSync(out, { force: true })
  const begun = performance.now()
  const before = spent()
  await main(['check', '--format', 'pretty', '--out', out])
  walls.push(performance.now() - begun)
  processor.push(spent() - before)
}
rmSync(folder, { recursive: true })
// Findings are no failure of a benchmark.
process.exitCode = 0
line('again in one process, wall', walls)
line('again in one process, processor', processor)
