import { citedBy, createLunrIndex, createSearcher } from '@tiaoli/search'
import { describe, expect, test } from 'vitest'
import type { CoverageView } from '../../src/model/coverage-view.js'
import type { FindingsView } from '../../src/model/findings-view.js'
import type { SearchData } from '../../src/model/search-data.js'
import { noBrowser, phone } from './room.js'
import { initial, submission, useShippedSite } from './shipped-site.js'

describe.skipIf(noBrowser)('findings, coverage, search and settings', () => {
  const shipped = useShippedSite()

  test('findings can be filtered and lead to their clauses', async () => {
    const { page } = await shipped().open(`#/findings/${initial}`)
    const { findings } = (await shipped().site.data(shipped().draft(initial).findingsKey)) as FindingsView
    await page.waitForSelector('.finding')
    await expect.poll(() => page.locator('.finding').count()).toBe(findings.length)
    await page.getByRole('button', { name: /^错误/ }).click()
    const errors = findings.filter(({ severity }) => severity === 'error')
    await expect.poll(() => page.locator('.finding').count()).toBe(errors.length)
    await page.locator('.finding-head a').first().click()
    await page.waitForFunction((address) => document.getElementById(address)?.matches('.here'), errors[0]!.address)
  })

  test('coverage names what is missing', async () => {
    const { page } = await shipped().open(`#/coverage/${initial}`)
    const { requirements } = (await shipped().site.data(shipped().draft(initial).coverageKey!)) as CoverageView
    await page.waitForSelector('.requirement')
    await expect.poll(() => page.locator('.requirement').count()).toBe(requirements.length)
    await page.getByRole('button', { name: /^未落实/ }).click()
    const missing = requirements.filter(({ status }) => status === 'not-covered')
    await expect
      .poll(() => page.locator('.requirement code').allInnerTexts())
      .toEqual(missing.map(({ requirement }) => requirement.id))
  })

  test('search answers in the same order as the command', async () => {
    const index = createLunrIndex()
    const { texts, cited } = (await shipped().site.data('search')) as SearchData
    await index.add(texts)
    const searcher = createSearcher(index, { cited: citedBy(cited) })
    const { page } = await shipped().open('#/search')
    for (const query of ['党员教育管理', '第十二条', '党章第十条', '干部考核 结果', '*?[(']) {
      const { hits } = await searcher.search(query, { limit: 50 })
      await page.getByRole('searchbox').fill(query)
      await page.keyboard.press('Enter')
      await page.waitForFunction(
        (wanted) => new URLSearchParams(location.hash.split('?')[1]).get('q') === wanted,
        query
      )
      await page.waitForFunction(
        (count) =>
          document.querySelectorAll('.hit').length === count && !document.body.textContent!.includes('正在查找'),
        hits.length
      )
      const shown = await page
        .locator('.hit-head a')
        .evaluateAll((links) => links.map((link) => decodeURIComponent(link.getAttribute('href')!)))
      expect(shown).toEqual(hits.map(({ text, address, snippet }) => `#/${text}/${snippet.address || address}`))
    }
  })

  test('English, dark and back, and remembered', async () => {
    const { page } = await shipped().open('#/')
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await ground()
    await page.getByRole('combobox').selectOption('dark')
    await expect.poll(ground).not.toBe(light)
    await page.getByRole('button', { name: 'English' }).click()
    await page.waitForFunction(() => document.documentElement.lang === 'en')
    await expect.poll(() => page.locator('.site-nav').textContent()).toContain('Library')
    await page.reload()
    await page.waitForSelector('.draft-card')
    await expect.poll(() => page.locator('.site-nav').textContent()).toContain('Library')
    await expect.poll(ground).not.toBe(light)
    await page.getByRole('button', { name: '中文' }).click()
    await expect.poll(() => page.locator('.site-nav').textContent()).toContain('文库')
  })

  test('on a phone the clause tree comes on demand', async () => {
    const { page } = await shipped().open(`#/draft/${submission}`, { viewport: phone })
    await page.waitForSelector('.unit')
    const panel = page.locator('.side-panel')
    expect(await panel.isVisible()).toBe(false)
    await page.getByRole('button', { name: '目录' }).click()
    await panel.waitFor({ state: 'visible' })
    await panel.getByRole('link', { name: /附则/ }).click()
    await page.waitForFunction(() => document.querySelector('.part-heading.here')?.textContent?.includes('附则'))
    await panel.waitFor({ state: 'hidden' })
  })
})
