// Compares the comparison of drafts with the whole-text differences of the diff library, on the longest pairs, in one run.
//
//   node scripts/bench-diff.mjs [FOLDER] [--pairs N] [--chars]     real texts to measure on; --chars also where it takes minutes
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { draftsFolder } from '@tiaoli/corpus'
import { compareDrafts } from '@tiaoli/diff'
import { diffChars, diffLines, diffWordsWithSpace } from 'diff'
import { parseRegulation } from 'remark-regast'
import { datedPairs } from './dated-pairs.mjs'

const args = process.argv.slice(2)
const count = Number(args[args.indexOf('--pairs') + 1]) || 6
const folder = resolve(
  args.find((arg, index) => !arg.startsWith('--') && args[index - 1] !== '--pairs') ?? '../shared/corpus/laws'
)
const home = join(draftsFolder, 'organization-work-regulations')
const shipped = { name: 'shipped drafts 1→3', old: join(home, '1-initial.md'), new: join(home, '3-submission.md') }

const pairs = [...datedPairs(folder), shipped]
  .map((pair) => ({ ...pair, texts: [readFileSync(pair.old, 'utf8'), readFileSync(pair.new, 'utf8')] }))
  .sort((left, right) => right.texts.join('').length - left.texts.join('').length)
const longest = pairs.slice(0, count)
if (!longest.some((pair) => pair.name === shipped.name)) longest.push(pairs.find((pair) => pair.name === shipped.name))

const chinese = new Intl.Segmenter('zh', { granularity: 'word' })
const limit = args.includes('--chars') ? undefined : 20_000
const jobs = {
  parse: ([old, next]) => [parseRegulation(old), parseRegulation(next)],
  'parse + compareDrafts': ([old, next]) =>
    compareDrafts({ tree: parseRegulation(old).tree }, { tree: parseRegulation(next).tree }),
  diffLines: ([old, next]) => diffLines(old, next),
  'diffWords (Chinese)': ([old, next]) => diffWordsWithSpace(old, next, { intlSegmenter: chinese, timeout: limit }),
  diffChars: ([old, next]) => diffChars(old, next, { timeout: limit })
}

function time(job, texts, rounds) {
  let best = Number.POSITIVE_INFINITY
  let result
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    result = job(texts)
    best = Math.min(best, performance.now() - started)
  }
  return { best, gaveUp: result === undefined }
}

// Everything warm before the first figure.
for (const name of ['parse + compareDrafts', 'diffLines'])
  time(jobs[name], shipped ? [readFileSync(shipped.old, 'utf8'), readFileSync(shipped.new, 'utf8')] : [], 5)
for (const { name, texts } of longest) {
  console.log(`${name}: ${texts[0].length} and ${texts[1].length} characters`)
  const ours = time(jobs['parse + compareDrafts'], texts, 5)
  for (const [job, run] of Object.entries(jobs)) {
    const slow = job === 'diffChars' || job.startsWith('diffWords')
    const { best, gaveUp } = job === 'parse + compareDrafts' ? ours : time(run, texts, slow ? 1 : 5)
    const ratio = best / ours.best
    const figure = `${gaveUp ? '>' : ''}${best.toFixed(1)}`
    console.log(
      `  ${job.padEnd(24)} ${figure.padStart(10)} ms  ${gaveUp ? '>' : ''}${ratio.toFixed(2)} × the time of compareDrafts`
    )
  }
}
