import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openReadingRoom } from '../../src/serve/reading-room.js'
import { buildClient } from '../client-build.js'
import { folderOf, garden, sourcesIn, writeFiles } from '../workshop.js'
import { launch, noBrowser, open } from './room.js'

describe.skipIf(noBrowser)('the reading room that is served', () => {
  let browser: Browser
  beforeAll(async () => {
    buildClient()
    browser = await launch()
  })
  afterAll(() => browser.close())

  async function opened() {
    const folder = folderOf(garden)
    const room = await openReadingRoom(await sourcesIn(folder), { port: 0 })
    onTestFinished(() => room.close())
    return { folder, url: room.url }
  }

  test('follows the drafts: the open page shows what was saved, and leaves the reader where he is', async () => {
    const { folder, url } = await opened()
    const { page, wrong } = await open(browser, `${url}#/draft/drafts/2/art_5`)
    await page.waitForSelector('#art_5.here')
    await page.evaluate(() => {
      ;(window as unknown as { kept: boolean }).kept = true
    })
    const before = await page.evaluate(() => scrollY)
    writeFiles(folder, { 'drafts/2.md': garden['drafts/2.md'].replace('应当要求移走', '应当要求在七日内移走') })
    await page.waitForFunction(() => document.querySelector('#art_4')?.textContent?.includes('七日内'))
    // The page was not loaded anew.
    expect(await page.evaluate(() => (window as unknown as { kept?: boolean }).kept)).toBe(true)
    expect(await page.evaluate(() => scrollY)).toBe(before)
    expect(wrong).toEqual([])
  })

  test('a draft that is broken for the moment is told on the first page, and comes back', async () => {
    const { folder, url } = await opened()
    const { page } = await open(browser, url)
    await page.waitForSelector('.draft-card')
    writeFiles(folder, { 'drafts/2.md': '\u0000\u0001\u0000' })
    await page.waitForSelector('.problems li')
    expect(await page.locator('.draft-card').count()).toBe(1)
    writeFiles(folder, { 'drafts/2.md': garden['drafts/2.md'] })
    await page.waitForFunction(() => document.querySelectorAll('.draft-card').length === 2)
    expect(await page.locator('.problems').count()).toBe(0)
  })

  test('copies a citation and the address of a clause', async () => {
    const { url } = await opened()
    const { page } = await open(browser, `${url}#/draft/drafts/2/art_3__para_2`, {
      permissions: ['clipboard-read', 'clipboard-write']
    })
    await page.getByRole('button', { name: '复制引用' }).click()
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    await page.waitForFunction(() => document.querySelector('.told')?.textContent !== '')
    expect(await copied()).toBe('《柳溪街道社区花园管理办法》第三条第二款')
    await page.getByRole('button', { name: '复制链接' }).click()
    await page.waitForFunction(() => document.querySelector('.told')?.textContent?.includes('http'))
    expect(decodeURIComponent(await copied())).toBe(`${url}#/draft/drafts/2/art_3__para_2`)
    await page.keyboard.press('c')
    await page.waitForFunction(() => document.querySelector('.told')?.textContent?.includes('《'))
    expect(await copied()).toBe('《柳溪街道社区花园管理办法》第三条第二款')
  })

  test('another site can neither frame it nor read its data', async () => {
    const { url } = await opened()
    const { page } = await open(browser, 'about:blank')
    // A page of another origin: its own server under another name of the same machine.
    await page.goto(url.replace('127.0.0.1', 'localhost'))
    const stolen = await page.evaluate(async (foreign) => {
      const frame = document.createElement('iframe')
      frame.src = foreign
      document.body.append(frame)
      const fetched = await fetch(`${foreign}data/site.js`).then(
        (response) => response.status,
        () => 'refused'
      )
      return { fetched, framed: frame.contentDocument?.body.textContent ?? '' }
    }, url)
    expect(stolen).toEqual({ fetched: 'refused', framed: '' })
  })

  test('shows a draft that was added', async () => {
    const { folder, url } = await opened()
    const { page } = await open(browser, url)
    await page.waitForSelector('.draft-card')
    writeFiles(folder, {
      [join('drafts', '3.md')]: garden['drafts/2.md'].replace('征求意见稿', '送审稿').replace('05-01', '07-01')
    })
    await page.waitForFunction(() => document.querySelectorAll('.draft-card').length === 3)
  })
})
