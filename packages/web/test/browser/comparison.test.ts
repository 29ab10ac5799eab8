import { describe, expect, test } from 'vitest'
import type { ComparisonView } from '../../src/model/comparison-view.js'
import { noBrowser } from './room.js'
import { consultation, initial, useShippedSite } from './shipped-site.js'

describe.skipIf(noBrowser)('the page of a comparison', () => {
  const shipped = useShippedSite()
  const pair = `#/compare/${initial}..${consultation}`
  const view = async () => (await shipped().site.data('compare-0-1')) as ComparisonView

  test('shows what changed, all, or changed references only', async () => {
    const { page } = await shipped().open(pair)
    await page.waitForSelector('.article-row')
    const { rows } = await view()
    const changed = rows.filter((row) => row.type === 'article' && row.kind !== 'unchanged').length
    const all = rows.filter((row) => row.type === 'article').length
    expect(changed).toBeLessThan(all)
    await expect.poll(() => page.locator('.article-row').count()).toBe(changed)
    await page.getByLabel('只看有变化的条文').uncheck()
    await page.waitForFunction((count) => document.querySelectorAll('.article-row').length === count, all)
    await page.getByLabel('只看引用有变化的条文').check()
    await page.waitForFunction((count) => document.querySelectorAll('.article-row').length < count, changed)
    expect(await page.locator('.article-row').count()).toBeGreaterThan(0)
    expect(await page.locator('.article-row:not(:has(.followed))').count()).toBe(0)
  })

  test('is printed side by side, with all that the change broke', async () => {
    const { page } = await shipped().open(pair)
    await page.waitForSelector('.article-row')
    // A sheet of paper is narrower than the window.
    await page.setViewportSize({ width: 720, height: 1000 })
    await page.emulateMedia({ media: 'print' })
    const row = page.locator('.article-row:has(> td.text + td.text)').first()
    const sides = await row
      .locator('> td.text')
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect()))
    expect(sides[1]!.left).toBeGreaterThanOrEqual(sides[0]!.right - 1)
    expect(await page.locator('.breaks').evaluate((list) => (list as HTMLDetailsElement).open)).toBe(false)
    expect(await page.locator('.breaks li').first().isVisible()).toBe(true)
    expect(await page.locator('.pair-choice').isVisible()).toBe(false)
  })

  test('is walked through with n and p', async () => {
    const { page } = await shipped().open(pair)
    await page.waitForSelector('.article-row')
    await page.keyboard.press('n')
    await page.keyboard.press('n')
    const focused = () => page.evaluate(() => document.activeElement?.id)
    const second = await page.locator('.article-row').nth(1).getAttribute('id')
    await expect.poll(focused).toBe(second)
    await page.keyboard.press('p')
    await expect.poll(focused).toBe(await page.locator('.article-row').first().getAttribute('id'))
  })

  test('leads from where an article stood to where it is', async () => {
    const { page } = await shipped().open(pair)
    await page.waitForSelector('.article-row')
    const { rows } = await view()
    const moved = rows.find((row) => row.type === 'moved-from')!
    await page.getByRole('link', { name: `${moved.label}移至${moved.toLabel}` }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(`row-${moved.to}`)
  })

  test('lists what the change broke, with the clause', async () => {
    const { page } = await shipped().open(pair)
    const { breaks } = await view()
    await page.locator('.breaks summary').click()
    await expect.poll(() => page.locator('.breaks li').count()).toBe(breaks.length)
    await page.locator('.breaks li a').first().click()
    await page.waitForFunction((address) => document.getElementById(address)?.matches('.here'), breaks[0]!.address)
  })
})
