import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { inaccessible, noBrowser, phone, visit } from './room.js'
import { consultation, initial, submission, useShippedSite } from './shipped-site.js'

/** Every page of the shipped drafts, and what it has when it is there. */
const pages: [name: string, hash: string, ready: string][] = [
  ['first page', '#/', '.draft-card'],
  ['draft', `#/draft/${initial}`, '.unit'],
  ['clause', `#/draft/${initial}/art_9__para_1`, '.clause-bar'],
  ['library', '#/library', '.instruments li'],
  ['instrument', '#/instrument/中国共产党章程/art_10', '.unit.here'],
  ['comparison', `#/compare/${initial}..${consultation}`, '.article-row'],
  ['comparison of three', `#/compare/${initial}..${consultation}..${submission}`, '.columns-3 .article-row'],
  ['findings', `#/findings/${initial}`, '.finding'],
  ['coverage', `#/coverage/${initial}`, '.requirement'],
  ['search', '#/search?q=党员教育管理', '.hit'],
  ['graph', '#/links', '.graph-list li'],
  ['arcs', `#/links/${submission}`, '.arcs path'],
  ['matrix', `#/links/${submission}?as=matrix`, '.clause-matrix rect.back'],
  ['nowhere', '#/draft/nothing', '.notice']
]

describe.skipIf(noBrowser)('the static site of the shipped drafts, opened by double click', () => {
  const shipped = useShippedSite()

  test('the script of the first page is 150 kB at most, compressed', () => {
    const scripts = ['app.js', 'data/site.js'].map((name) => readFileSync(join(shipped().folder, name)))
    const bytes = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0)
    console.log(
      `first page: ${Math.round(bytes / 1000)} kB of script compressed, ${statSync(join(shipped().folder, 'app.js')).size} bytes of program`
    )
    expect(bytes).toBeLessThanOrEqual(150_000)
  })

  test('every page opens without an error, a refusal or a request to anywhere', async () => {
    const { page, wrong } = await shipped().open('')
    for (const [name, hash, ready] of pages) {
      await visit(page, hash, ready)
      expect([name, wrong]).toEqual([name, []])
      expect(await page.title()).not.toBe('')
    }
  })

  test.each(pages)('%s has no violation of accessibility, light and dark', async (_, hash, ready) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await shipped().open(hash, { colorScheme })
      await page.waitForSelector(ready)
      expect([colorScheme, await inaccessible(page)]).toEqual([colorScheme, []])
    }
  })

  test.each(pages)('%s fits a phone', async (_, hash, ready) => {
    const { page } = await shipped().open(hash, { viewport: phone })
    await page.waitForSelector(ready)
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
    expect(widths[0]).toBeLessThanOrEqual(widths[1]!)
    expect(await inaccessible(page)).toEqual([])
  })
})
