import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { writeSite } from '../../src/output/write-site.js'
import { prepareSite } from '../../src/prepare/site.js'
import { buildClient } from '../client-build.js'
import { folderOf, garden, sourcesIn } from '../workshop.js'

beforeAll(buildClient)

test('a site is a page, a program, a style and the data', async () => {
  const folder = folderOf(garden)
  const site = await prepareSite(await sourcesIn(folder))
  const out = join(folder, '网页')
  const { files } = await writeSite(site, out)
  expect(readdirSync(out).sort()).toEqual(['app.css', 'app.js', 'data', 'index.html', 'tiaoli-site.json'])
  expect(files).toBe(readdirSync(join(out, 'data')).length + 4)
  const page = readFileSync(join(out, 'index.html'), 'utf8')
  // Opened by double click, a page may load classic scripts beside it and nothing else.
  expect(page).not.toMatch(/type="module"|crossorigin|https?:/)
  expect(page).toContain('default-src &#39;none&#39;; script-src &#39;self&#39;')
})

test('a folder with other files is refused and left as it was', async () => {
  const folder = folderOf({ ...garden, 'mine/notes.txt': '我的笔记' })
  const site = await prepareSite(await sourcesIn(folder))
  await expect(writeSite(site, join(folder, 'mine'))).rejects.toMatchObject({ name: 'InputError', code: 'usage' })
  expect(readdirSync(join(folder, 'mine'))).toEqual(['notes.txt'])
  await expect(writeSite(site, join(folder, 'mine/notes.txt'))).rejects.toMatchObject({ code: 'unwritable' })
  expect(readFileSync(join(folder, 'mine/notes.txt'), 'utf8')).toBe('我的笔记')
})

test('a later build takes away the data that it no longer has, and nothing else', async () => {
  const folder = folderOf(garden)
  const out = join(folder, 'out')
  await writeSite(await prepareSite(await sourcesIn(folder)), out)
  writeFileSync(join(out, 'data/notes.js'), '// mine')
  writeFileSync(join(out, 'logo.png'), 'mine')
  const manifest = join(out, 'tiaoli-site.json')
  const { data } = JSON.parse(readFileSync(manifest, 'utf8')) as { data: string[] }
  writeFileSync(manifest, JSON.stringify({ data: [...data, '../../drafts/1.md', '../logo.png'] }))
  writeFileSync(
    join(folder, 'tiaoli.config.json'),
    JSON.stringify({ drafts: ['drafts/2.md'], shippedRegisters: false })
  )
  await writeSite(await prepareSite(await sourcesIn(folder)), out)
  expect(existsSync(join(out, 'data/compare-0-1.js'))).toBe(false)
  expect(existsSync(join(out, 'data/draft-0.js'))).toBe(true)
  expect(readFileSync(join(out, 'data/notes.js'), 'utf8')).toBe('// mine')
  expect(existsSync(join(out, 'logo.png'))).toBe(true)
  expect(existsSync(join(folder, 'drafts/1.md'))).toBe(true)
})

test('the name of a workspace is no markup', async () => {
  const folder = folderOf(Object.fromEntries(Object.entries(garden).map(([name, text]) => [`<b>&"花园/${name}`, text])))
  const inner = join(folder, '<b>&"花园')
  const out = join(folder, 'out')
  await writeSite(await prepareSite(await sourcesIn(inner)), out)
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain(
    '<title>&lt;b&gt;&amp;&quot;花园 · 条理阅览室</title>'
  )
})
