import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { noBrowser } from './room.js'
import { useShippedSite } from './shipped-site.js'

describe.skipIf(noBrowser)('the graph of links', () => {
  const shipped = useShippedSite()

  test('the graph is drawn, and says in words what it shows', async () => {
    const { page } = await shipped().open('#/links')
    await page.waitForSelector('.graph-list li')
    await expect.poll(() => inked(page)).toBeGreaterThan(500)
    await page.locator('.graph-list button', { hasText: '党章' }).first().click()
    await page.waitForSelector('.chosen')
    expect(await page.locator('.chosen h2').textContent()).toBe('《中国共产党章程》')
    await expect.poll(() => page.locator('.chosen li').count()).toBe(3)
    // The address says what is chosen, so that it can be shared.
    await expect.poll(() => decodeURIComponent(page.url())).toContain('at=instrument/中国共产党章程')
  })

  test('a zoomed graph fits again', async () => {
    const { page } = await shipped().open('#/links')
    await page.waitForSelector('.graph-list li')
    const picture = () => page.locator('canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL())
    // The picture is drawn after the list, and again when the size of its frame is known.
    await expect.poll(() => inked(page)).toBeGreaterThan(500)
    let whole = ''
    const isStill = async (): Promise<boolean> => {
      const before = whole
      whole = await picture()
      return whole === before
    }
    await expect.poll(isStill).toBe(true)
    await page.getByRole('button', { name: '放大' }).click()
    await page.getByRole('button', { name: '放大' }).click()
    await expect.poll(async () => (await picture()) === whole).toBe(false)
    await page.getByRole('button', { name: '全图' }).click()
    await expect.poll(async () => (await picture()) === whole).toBe(true)
  })
})

/** Pixels of the picture that something is drawn on. */
function inked(page: Page): Promise<number> {
  return page.locator('canvas').evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement
    const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height)
    let count = 0
    for (let at = 3; at < data.length; at += 4) if (data[at]! > 0) count += 1
    return count
  })
}
