import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { largeCode } from '../../../../scripts/large-code.mjs'
import { writeSite } from '../../src/output/write-site.js'
import { prepareSite } from '../../src/prepare/site.js'
import { buildClient } from '../client-build.js'
import { folderOf, sourcesIn } from '../workshop.js'
import { launch, noBrowser, open } from './room.js'

const articles = 1200

describe.skipIf(noBrowser)('a code of 1,200 articles', () => {
  let browser: Browser
  beforeAll(async () => {
    buildClient()
    browser = await launch()
  })
  afterAll(() => browser.close())

  test('is drawn, jumped through, searched and pictured', async () => {
    const config = JSON.stringify({ drafts: ['drafts'], shippedRegisters: false })
    const folder = folderOf({ 'tiaoli.config.json': config, 'drafts/code.md': largeCode(articles) })
    await writeSite(await prepareSite(await sourcesIn(folder)), join(folder, 'site'))
    const home = pathToFileURL(join(folder, 'site/index.html')).href
    const { page, wrong } = await open(browser, `${home}#/draft/drafts/code`)
    await page.waitForSelector('.unit')
    await page.waitForFunction(() => performance.getEntriesByName('first-text').length > 0)
    const shown = await page.evaluate(() => performance.getEntriesByName('first-text')[0]!.startTime)
    console.log(`1,200 articles: the text is there ${Math.round(shown)} ms after the page was opened`)
    for (const number of [1150, 2, 600]) {
      const took = await page.evaluate(async (address) => {
        const begun = performance.now()
        location.hash = `#/draft/drafts/code/${address}`
        while (document.querySelector('.here')?.id !== address)
          await new Promise((resolve) => requestAnimationFrame(resolve))
        return performance.now() - begun
      }, `art_${number}`)
      console.log(`jump to article ${number}: ${Math.round(took)} ms`)
      // Whatever is drawn later, the clause that the reader wants stays where he looks.
      await page.waitForFunction((id) => {
        const { top } = document.getElementById(id)!.getBoundingClientRect()
        return document.querySelectorAll('.undrawn').length === 0 && top > 0 && top < 150
      }, `art_${number}`)
    }
    expect(await page.locator('.unit').count()).toBe(articles)
    await page.evaluate(() => {
      location.hash = '#/links/drafts/code'
    })
    await page.waitForSelector('.arcs path')
    expect(await page.locator('.arc-list li').count()).toBe(articles)
    expect(await page.locator('.arcs path').count()).toBeGreaterThan(articles)
    await page.getByRole('link', { name: '矩阵' }).click()
    await page.waitForSelector('.clause-matrix rect.back')
    expect(wrong).toEqual([])
  })
})
