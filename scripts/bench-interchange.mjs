// Memory and processor time that each exchange format takes on one long code, each in a process of its own, beside reading the code alone.
//
//   node scripts/bench-interchange.mjs [--articles 1200]
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createLibrary, linkDocument } from '@tiaoli/library'
import { parseRegulation } from 'remark-regast'
import { largeCode } from './large-code.mjs'

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '1200' }, only: { type: 'string' } }
})

/** What each format does with a draft; the length of what was written, and what has to come back. */
const formats = {
  'reading alone': async () => ({ size: 0 }),
  'Akoma Ntoso out': async (draft) => ({ size: (await akn(draft)).length }),
  'Akoma Ntoso out and back': async (draft) => {
    const { importAkn } = await import('@tiaoli/akn')
    const xml = await akn(draft)
    return { size: xml.length, tree: importAkn(xml).value?.tree }
  },
  'docx out': async (draft) => ({ size: (await word(draft)).length }),
  'docx out and back': async (draft) => {
    const { importDocx } = await import('@tiaoli/docx')
    const bytes = await word(draft)
    return { size: bytes.length, tree: importDocx(bytes).value?.tree }
  },
  'docx with all changes tracked': async ({ tree, links, source }) => {
    const { exportTrackedDocx } = await import('@tiaoli/docx')
    const old = parseRegulation(source.replaceAll('应当', '必须')).tree
    const options = { title: '', author: '起草组', date: '2026-01-01T00:00:00Z' }
    return { size: (await exportTrackedDocx({ tree: old }, { tree, links }, options)).value.length }
  },
  HTML: async ({ tree, links }) => ({ size: (await publish()).renderClausesHtml(tree, facts, links).length }),
  JSON: async ({ tree, links }) => ({ size: (await publish()).renderClausesJson(tree, facts, links).length }),
  XLSX: async ({ tree, links }) => {
    const { renderXlsx } = await import('../packages/report/dist/index.js')
    return { size: (await renderXlsx([{ name: '条文', rows: (await publish()).clauseRows(tree, links) }])).length }
  }
}

const facts = { title: '江川市公共事务管理条例' }
const publish = () => import('../packages/publish/dist/index.js')

async function akn({ tree, links, library }) {
  const { exportAkn } = await import('@tiaoli/akn')
  return exportAkn(tree, { facts, links, library }).value
}

async function word({ tree, links }) {
  const { exportDocx } = await import('@tiaoli/docx')
  return (await exportDocx(tree, { ...facts, links })).value
}

if (values.only !== undefined) {
  const source = largeCode(Number(values.articles))
  const library = createLibrary([])
  const { tree } = parseRegulation(source)
  const links = linkDocument(tree, { library })
  const before = process.cpuUsage()
  const { size, tree: back } = await formats[values.only]({ source, tree, links, library })
  const { user, system } = process.cpuUsage(before)
  const articles = (node) =>
    node.type === 'article' ? 1 : (node.children ?? []).reduce((sum, child) => sum + articles(child), 0)
  const { maxRSS } = process.resourceUsage()
  console.log(
    JSON.stringify({ memory: maxRSS / 1024, time: (user + system) / 1000, size, back: back && articles(back) })
  )
} else {
  const measured = Object.keys(formats).map((name) => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [fileURLToPath(import.meta.url), '--articles', values.articles, '--only', name],
      { encoding: 'utf8' }
    )
    if (status !== 0) throw new Error(`${name}: ${stderr}`)
    return { name, ...JSON.parse(stdout) }
  })
  const [alone] = measured
  console.log(
    `a code of ${values.articles} articles, ${(largeCode(Number(values.articles)).length / 1000).toFixed(0)} thousand characters`
  )
  for (const { name, memory, time, size, back } of measured) {
    const wrong = back !== undefined && back !== Number(values.articles) ? `, but ${back} articles came back` : ''
    const written = size === 0 ? '' : `, ${(size / 1e6).toFixed(2)} MB written`
    console.log(
      `${name}: peak ${memory.toFixed(0)} MB (${(memory / alone.memory).toFixed(1)} of reading alone), ${time.toFixed(0)} ms of processor time${written}${wrong}`
    )
    if (wrong !== '') process.exitCode = 1
  }
}
