// How fast the reading room is: first page, a code of 1,200 articles, the graph of a library (with ../shared/corpus). Needs chromium and a build.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { openWorkspace } from '@tiaoli/workspace'
import { largeCode } from './large-code.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(join(root, 'packages/web/package.json'))
const { chromium } = require('playwright-core')
const { prepareSite, writeSite } = await import(pathToFileURL(join(root, 'packages/web/dist/index.js')))
const runs = 5
const work = mkdtempSync(join(tmpdir(), 'tiaoli-bench-web-'))
const path = (process.env.PATH ?? '').split(':').map((folder) => join(folder, 'chromium'))
const browser = await chromium.launch({
  executablePath: path.find((file) => existsSync(file)) ?? 'chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
})

try {
  await shipped()
  await code(1200)
  await graph(join(root, '../shared/corpus'), 500)
} finally {
  await browser.close()
  rmSync(work, { recursive: true, force: true })
}

async function shipped() {
  const { out, milliseconds } = await built('shipped', join(root, 'corpus/tiaoli.config.json'), [
    join(root, 'seeds/organization-work-regulations.md')
  ])
  const bytes = (name) => gzipSync(readFileSync(join(out, name))).length
  console.log(
    `shipped corpus: written in ${milliseconds} ms; script of the first page ${kilobytes(bytes('app.js') + bytes('data/site.js'))} kB compressed`
  )
}

async function code(articles) {
  const folder = join(work, 'code')
  mkdirSync(join(folder, 'drafts'), { recursive: true })
  writeFileSync(join(folder, 'tiaoli.config.json'), '{ "drafts": ["drafts"], "shippedRegisters": false }')
  writeFileSync(join(folder, 'drafts/code.md'), largeCode(articles))
  const { out, milliseconds } = await built('code-site', join(folder, 'tiaoli.config.json'))
  const times = []
  for (let run = 0; run < runs; run++) {
    times.push(await timed(`${pathToFileURL(join(out, 'index.html'))}#/draft/drafts/code`, '.unit'))
  }
  console.log(
    `code of ${articles} articles: written in ${milliseconds} ms; text on the screen after ${median(times)} ms (median of ${runs})`
  )
}

async function graph(corpus, laws) {
  if (!existsSync(corpus)) {
    console.log(`graph of a library: skipped, ${corpus} is absent (optional development data)`)
    return
  }
  const folder = join(work, 'library')
  mkdirSync(join(folder, 'texts'), { recursive: true })
  const files = (name) =>
    readdirSync(join(corpus, name), { recursive: true })
      .filter((file) => file.endsWith('.md'))
      .sort()
  const all = files('laws')
  const chosen = all.filter(
    (_, index) => Math.floor((index * laws) / all.length) !== Math.floor(((index - 1) * laws) / all.length)
  )
  for (const [index, file] of chosen.entries())
    copyFileSync(join(corpus, 'laws', file), join(folder, 'texts', `${index}.md`))
  for (const file of files('party'))
    copyFileSync(join(corpus, 'party', file), join(folder, 'texts', file.replaceAll('/', '-')))
  writeFileSync(join(folder, 'tiaoli.config.json'), '{ "instruments": ["texts"] }')
  const { out, milliseconds, site } = await built('library-site', join(folder, 'tiaoli.config.json'))
  const { nodes, edges } = await site.data('links')
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const opened = await timed(`${pathToFileURL(join(out, 'index.html'))}#/links`, '.graph-list li', page)
  const frames = await page.evaluate(async () => {
    const canvas = document.querySelector('canvas')
    const times = []
    for (let step = 0; step < 40; step++) {
      const begun = performance.now()
      canvas.dispatchEvent(
        new WheelEvent('wheel', { deltaY: step < 20 ? -60 : 60, clientX: 800, clientY: 500, cancelable: true })
      )
      canvas.getContext('2d').getImageData(0, 0, 1, 1)
      times.push(performance.now() - begun)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    return times
  })
  await page.close()
  console.log(
    `graph of ${chosen.length} laws and ${files('party').length} Party regulations: ${nodes.length} texts, ${edges.length} pairs; written in ${milliseconds} ms; open after ${Math.round(opened)} ms; a step of zooming ${median(frames)} ms`
  )
}

async function built(name, config, briefs = []) {
  const begun = performance.now()
  const workspace = await openWorkspace(config, config)
  const site = await prepareSite({ workspace, folder: workspace.folder, drafts: () => workspace.drafts(), briefs })
  const out = join(work, name)
  await writeSite(site, out)
  return { out, site, milliseconds: Math.round(performance.now() - begun) }
}

/** Milliseconds from the opening of a page until what was waited for has been painted. */
async function timed(url, selector, given) {
  const page = given ?? (await browser.newPage({ viewport: { width: 1440, height: 900 } }))
  await page.addInitScript((wanted) => {
    new MutationObserver((_, observer) => {
      if (document.querySelector(wanted) === null) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => performance.mark('there')))
    }).observe(document, { childList: true, subtree: true })
  }, selector)
  await page.goto(url)
  await page.waitForFunction(() => performance.getEntriesByName('there').length > 0)
  const time = await page.evaluate(() => performance.getEntriesByName('there')[0].startTime)
  if (given === undefined) await page.close()
  return time
}

function median(times) {
  return Math.round(times.sort((left, right) => left - right)[Math.floor(times.length / 2)])
}

function kilobytes(bytes) {
  return Math.round(bytes / 1000)
}
