// Scores `tiaoli refs --json` against hand-labelled texts: detection, exact span and resolution, per kind.
//
//   node scripts/eval-references.mjs [FOLDER]      FOLDER holds texts/, gold.jsonl, from-refs-json.py and score.py
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const folder = resolve(process.argv[2] ?? '../shared/gold')
if (!existsSync(folder)) {
  console.log(`no folder ${folder}: nothing to score`)
  process.exit(0)
}

function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...options
  })
  if (status !== 0) throw new Error(`${command} ${args[0]}: ${error?.message ?? stderr}`)
  return stdout
}

const texts = join(folder, 'texts')
const files = readdirSync(texts, { recursive: true })
  .filter((file) => file.endsWith('.md'))
  .sort()
  .map((file) => join(texts, file))
const work = mkdtempSync(join(tmpdir(), 'tiaoli-eval-'))
try {
  const refs = join(work, 'refs.json')
  const predictions = join(work, 'predictions.jsonl')
  // The scorer's own modules would write their caches beside the labelled texts.
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' }
  writeFileSync(refs, run(process.execPath, ['packages/cli/bin/tiaoli.js', 'refs', '--json', ...files]))
  writeFileSync(predictions, run('python3', [join(folder, 'from-refs-json.py'), refs], { env }))
  const score = [join(folder, 'score.py'), join(folder, 'gold.jsonl'), predictions, '--errors', '20']
  process.stdout.write(run('python3', score, { env }))
} finally {
  rmSync(work, { recursive: true, force: true })
}
