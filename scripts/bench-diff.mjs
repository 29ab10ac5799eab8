// Compares the comparison of drafts with the whole-text differences of the diff library, on the longest pairs, in one run.
//
//   node scripts/bench-diff.mjs [FOLDER] [--pairs N] [--chars]     real texts to measure on; --chars also where it takes minutes
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { draftsFolder } from '@tiaoli/corpus'
import { compareDrafts } from '@tiaoli/diff'
import { diffChars, diffLines, diffWordsWithSpace } from 'diff'
import { clauseTexts, formatNumeral } from 'regast'
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
const limit = args.includes('--chars') ? undefined : 8000
// The parser reads a tree when it is walked; a walk makes it do all of its work.
const parse = (text) => {
  const { tree } = parseRegulation(text)
  clauseTexts(tree)
  return tree
}
const parsed = new Map()
const once = (text) => parsed.get(text) ?? parsed.set(text, parse(text)).get(text)
const jobs = {
  parse: ([old, next]) => [parse(old), parse(next)],
  'parse + compareDrafts': ([old, next]) => compareDrafts({ tree: parse(old) }, { tree: parse(next) }),
  compareDrafts: ([old, next]) => compareDrafts({ tree: once(old) }, { tree: once(next) }),
  diffLines: ([old, next]) => diffLines(old, next),
  'diffWords (Chinese)': ([old, next]) => diffWordsWithSpace(old, next, { intlSegmenter: chinese, timeout: limit }),
  diffChars: ([old, next]) => diffChars(old, next, { timeout: limit })
}

/** Best time of many rounds, at least one and at most three seconds of them: other work on the machine does not count. */
function time(job, texts) {
  let best = Number.POSITIVE_INFINITY
  let result
  const end = performance.now() + 3000
  for (let round = 0; round < 60 && (round === 0 || performance.now() < end); round++) {
    const started = performance.now()
    result = job(texts)
    best = Math.min(best, performance.now() - started)
  }
  return { best, gaveUp: result === undefined }
}

/** One long law out of many: their articles numbered on. */
function joined(side, wanted) {
  let number = 0
  const lines = []
  for (const pair of pairs) {
    for (const line of pair.texts[side].split('\n')) {
      const match = /^第[〇零一二三四五六七八九十百]+条([\s\u3000]+.*)$/.exec(line)
      if (match) lines.push(`第${formatNumeral(++number)}条${match[1]}`)
      else if (number > 0 && line.trim() !== '' && !line.startsWith('#') && !line.startsWith('<')) lines.push(line)
    }
    if (number >= wanted) break
  }
  return `# 长法\n\n${lines.join('\n\n')}\n`
}

// Everything warm before the first figure.
const warm = [readFileSync(shipped.old, 'utf8'), readFileSync(shipped.new, 'utf8')]
for (const name of ['compareDrafts', 'diffLines']) time(jobs[name], warm)
if (pairs.length > 1) longest.push({ name: 'articles of many laws in one', texts: [joined(0, 1200), joined(1, 1200)] })
for (const { name, texts } of longest) {
  console.log(`${name}: ${texts[0].length} and ${texts[1].length} characters`)
  const ours = time(jobs.compareDrafts, texts)
  for (const [job, run] of Object.entries(jobs)) {
    const { best, gaveUp } = job === 'compareDrafts' ? ours : time(run, texts)
    const ratio = best / ours.best
    const figure = `${gaveUp ? '>' : ''}${best.toFixed(1)}`
    console.log(
      `  ${job.padEnd(24)} ${figure.padStart(10)} ms  ${gaveUp ? '>' : ''}${ratio.toFixed(2)} × the time of compareDrafts`
    )
  }
}
