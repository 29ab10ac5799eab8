// Sends every text of a folder to Akoma Ntoso and to Word and back: how many come back as the same tree, how many are valid, times, memory.
//
//   node scripts/check-interchange.mjs [FOLDER] [--every N] [--schema FILE] [--show N]     reads one file of N; lists N that differ
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { exportAkn, importAkn } from '@tiaoli/akn'
import { exportDocx, importDocx } from '@tiaoli/docx'
import { createLibrary, linkDocument } from '@tiaoli/library'
import { plainTree } from '@tiaoli/test-utils'
import { compileRegulation, parseRegulation } from 'remark-regast'
import { textFiles } from './text-files.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    every: { type: 'string', default: '1' },
    schema: { type: 'string' },
    show: { type: 'string', default: '5' }
  }
})
const folder = resolve(positionals[0] ?? '../shared/corpus')
const schema = resolve(values.schema ?? '../shared/schema/akomantoso30.xsd')
if (!existsSync(folder)) {
  console.error(
    `没有这个文件夹：${folder}\n用法：node scripts/check-interchange.mjs 文件夹 [--every 10] [--schema akomantoso30.xsd]`
  )
  process.exit(2)
}

const every = Number(values.every)
const files = (await textFiles(folder)).filter((_, index) => index % every === 0)
const library = createLibrary([])
const xmlFolder = mkdtempSync(join(tmpdir(), 'tiaoli-interchange-'))
const sums = {
  characters: 0,
  akn: 0,
  docx: 0,
  aknSame: 0,
  docxSame: 0,
  mended: 0,
  longest: { file: '', articles: 0, akn: 0, docx: 0 }
}
const differing = []

for (const [index, file] of files.entries()) {
  const source = readFileSync(file, 'utf8')
  const { tree } = parseRegulation(source)
  const links = linkDocument(tree, { library })
  const title = links.title ?? ''
  const wanted = JSON.stringify(plainTree(tree))
  const canonical = JSON.stringify(plainTree(parseRegulation(compileRegulation(tree)).tree))
  const same = (back, tree) => back !== undefined && JSON.stringify(plainTree(back.tree)) === tree

  let start = performance.now()
  const xml = exportAkn(tree, { facts: { title }, links, library }).value
  const fromXml = importAkn(xml).value
  const aknTime = performance.now() - start
  writeFileSync(join(xmlFolder, `${index}.xml`), xml)

  start = performance.now()
  const bytes = (await exportDocx(tree, { title, links })).value
  const fromWord = importDocx(bytes).value
  const docxTime = performance.now() - start

  sums.characters += source.length
  sums.akn += aknTime
  sums.docx += docxTime
  if (same(fromXml, wanted)) sums.aknSame += 1
  else differing.push(`Akoma Ntoso: ${file}`)
  // A Word file is read into canonical Markdown, which mends numbers that are misprinted, such as 第三十 条.
  if (same(fromWord, canonical)) sums.docxSame += 1
  else differing.push(`docx: ${file}`)
  if (canonical !== wanted) sums.mended += 1
  const articles = wanted.split('"type":"article"').length - 1
  if (articles > sums.longest.articles) sums.longest = { file, articles, akn: aknTime, docx: docxTime }
}

const perSecond = (time) => `${(sums.characters / time / 1000).toFixed(2)} M characters/s there and back`
console.log(`${files.length} files, ${(sums.characters / 1e6).toFixed(1)} M characters`)
console.log(`Akoma Ntoso: ${sums.aknSame} of ${files.length} come back as the same tree, ${perSecond(sums.akn)}`)
console.log(
  `docx: ${sums.docxSame} of ${files.length} come back as the tree of their canonical Markdown (which mends misprinted numbers in ${sums.mended}), ${perSecond(sums.docx)}`
)
console.log(valid())
const { longest } = sums
console.log(
  `longest: ${longest.articles} articles, Akoma Ntoso ${Math.round(longest.akn)} ms, docx ${Math.round(longest.docx)} ms there and back`
)
console.log(`peak memory of the process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
for (const line of differing.slice(0, Number(values.show))) console.log(`  differs: ${line}`)
if (differing.length > Number(values.show)) console.log(`  … and ${differing.length - Number(values.show)} more`)
rmSync(xmlFolder, { recursive: true })

/** What xmllint says about the exported documents, in batches that a command line holds. */
function valid() {
  if (!existsSync(schema)) return `validity not checked: no ${schema}`
  const names = readdirSync(xmlFolder).map((name) => join(xmlFolder, name))
  let invalid = 0
  for (let from = 0; from < names.length; from += 500) {
    const { stderr, error } = spawnSync(
      'xmllint',
      ['--noout', '--nonet', '--schema', schema, ...names.slice(from, from + 500)],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 28
      }
    )
    if (error) return 'validity not checked: no xmllint'
    invalid += stderr.split('\n').filter((line) => line.endsWith('fails to validate')).length
  }
  return `valid against the official schema: ${names.length - invalid} of ${names.length}`
}
