// Compares, in one run and on the same files, bare remark-parse with our cold parse to a clause tree and our reparse after an edit.
//
//   node scripts/bench-parse.mjs [FOLDER] [--rounds N]     real texts to measure on; the shipped drafts where there are none
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { draftsFolder } from '@tiaoli/corpus'
import { formatNumeral } from 'regast'
import remarkParse from 'remark-parse'
import { createIncrementalParser, parseRegulation } from 'remark-regast'
import { unified } from 'unified'
import { textFiles } from './text-files.mjs'

const args = process.argv.slice(2)
const roundsAt = args.indexOf('--rounds')
const rounds = roundsAt === -1 ? 3 : Number(args[roundsAt + 1])
const asked = args.find((arg, index) => !arg.startsWith('--') && (roundsAt === -1 || index !== roundsAt + 1))
const shared = resolve(asked ?? '../shared/corpus')
const folder = existsSync(shared) ? shared : draftsFolder
const buffers = (await textFiles(folder)).map((file) => readFileSync(file))
const bytes = buffers.reduce((sum, buffer) => sum + buffer.length, 0)
console.log(
  `${buffers.length} files, ${(bytes / 1e6).toFixed(1)} MB (${folder === draftsFolder ? 'shipped drafts' : 'real texts'})`
)

const remark = unified().use(remarkParse).freeze()
const jobs = {
  'remark-parse, to mdast': (text) => remark.parse(text),
  'remark-regast, to a clause tree': (text) => parseRegulation(text)
}
const speeds = Object.fromEntries(Object.keys(jobs).map((name) => [name, []]))
for (let round = 0; round < rounds; round++) {
  for (const [name, job] of Object.entries(jobs)) {
    const start = performance.now()
    for (const buffer of buffers) job(buffer.toString('utf8'))
    const seconds = (performance.now() - start) / 1000
    speeds[name].push(bytes / 1e6 / seconds)
  }
}
console.log('\nEvery file parsed from nothing, decoding included (MB/s):')
for (const [name, list] of Object.entries(speeds)) {
  const [first, best] = [list[0], Math.max(...list)].map((speed) => speed.toFixed(1).padStart(6))
  console.log(`  ${name.padEnd(34)} first round ${first}   best round ${best}`)
}
const [base, ours] = Object.values(speeds)
const [first, best] = [ours[0] / base[0], Math.max(...ours) / Math.max(...base)].map((ratio) =>
  ratio.toFixed(1).padStart(6)
)
console.log(`  ratio                              first round ${first}   best round ${best}`)

const draft = longDraft(1200)
for (let index = 0; index < 30; index++) parseRegulation(draft)
const bold = draft.replace(/^(第.+?条)/gm, '**$1**')
console.log(`\nOne draft of 1,200 articles (${(Buffer.byteLength(draft) / 1e3).toFixed(0)} kB), milliseconds:`)
for (const [name, text] of [
  ['plain', draft],
  ['numbers in bold', bold]
]) {
  const parser = createIncrementalParser()
  parser.parse(text)
  const edits = []
  let read = 0
  for (let index = 0; index < 101; index++) {
    const at = ((index + 1) * 7919) % parser.source.length
    const start = performance.now()
    parser.edit({ start: at, end: at, text: '字' })
    edits.push(performance.now() - start)
    read += parser.read
  }
  const times = (job, count) => {
    const list = []
    for (let index = 0; index < count; index++) {
      const start = performance.now()
      job()
      list.push(performance.now() - start)
    }
    return median(list)
  }
  const slow = times(() => remark.parse(text), 5)
  const full = times(() => parseRegulation(text), 41)
  const edit = median(edits)
  edits.sort((left, right) => left - right)
  console.log(`  ${name}`)
  console.log(`    remark-parse                     ${slow.toFixed(2).padStart(8)}`)
  console.log(
    `    remark-regast, whole             ${full.toFixed(2).padStart(8)}   ${(slow / full).toFixed(1)}× as fast`
  )
  console.log(
    `    remark-regast, one character     ${edit.toFixed(2).padStart(8)}   ${(slow / edit).toFixed(1)}× as fast; 95th percentile ${edits[95].toFixed(2)}; ${Math.round(read / 101)} of ${text.length} units read`
  )
}

function median(list) {
  return [...list].sort((left, right) => left - right)[list.length >> 1]
}

function longDraft(articles) {
  const parts = ['# 长篇试验条例', '（供测量用）', '## 第一章　总则']
  for (let number = 1; number <= articles; number++) {
    if (number > 1 && number % 100 === 1) parts.push(`## 第${formatNumeral(Math.ceil(number / 100))}章　分则`)
    parts.push(
      `第${formatNumeral(number)}条　试验单位应当按照本条例第${formatNumeral(((number * 7) % articles) + 1)}条的规定记录工作情况，并在每季度末报告“三项数据”。`
    )
    if (number % 3 === 0)
      parts.push(
        '有下列情形之一的，应当重新记录：',
        '（一）数据缺失的；',
        '（二）数据前后矛盾的；',
        '（三）其他需要重新记录的情形。',
        '前款规定的记录由负责人签字。'
      )
  }
  return `${parts.join('\n\n')}\n`
}
