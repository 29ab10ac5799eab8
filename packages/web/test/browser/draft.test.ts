import { describe, expect, test } from 'vitest'
import type { ReadingText } from '../../src/model/reading-text.js'
import { noBrowser, visit } from './room.js'
import { initial, submission, useShippedSite } from './shipped-site.js'

const title = '中国共产党组织工作条例（研究稿）'

describe.skipIf(noBrowser)('the page of a draft', () => {
  const shipped = useShippedSite()

  test('shows every clause of the text, in order, with its number as printed', async () => {
    const { page } = await shipped().open(`#/draft/${submission}`)
    await page.waitForFunction(
      () => document.querySelectorAll('.undrawn').length === 0 && document.querySelector('.unit')
    )
    const text = (await shipped().site.data(shipped().draft(submission).textKey)) as ReadingText
    const expected = text.sections.flatMap(function words(section): string[] {
      const own = section.units.flatMap((unit) =>
        unit.clauses.map((clause, at) =>
          [at === 0 ? unit.label : '', clause.num ?? '', clause.segments.map((part) => part.text).join('')].join('')
        )
      )
      return [...own, ...section.sections.flatMap(words)]
    })
    const shown = await page.locator('.clause').allTextContents()
    expect(shown.map(plain)).toEqual(expected.map(plain))
    expect(shown.length).toBeGreaterThan(100)
  })

  test('leads from a reference to the clause it means, and back', async () => {
    const { page } = await shipped().open(`#/draft/${submission}`)
    const reference = page.locator('a.ref', { hasText: '前款第五项' }).first()
    await reference.click()
    await page.waitForSelector('#art_2__para_3__point_5.here')
    await expect
      .poll(() => decodeURIComponent(page.url()))
      .toBe(`${shipped().home}#/draft/${submission}/art_2__para_3__point_5`)
    const isInView = () =>
      page.locator('#art_2__para_3__point_5').evaluate((element) => {
        const { top } = element.getBoundingClientRect()
        return top >= 0 && top < innerHeight
      })
    await expect.poll(isInView).toBe(true)
    await page.goBack()
    await page.waitForFunction(() => document.querySelector('.here') === null || !location.hash.includes('art_2'))
    await expect.poll(() => decodeURIComponent(page.url())).toBe(`${shipped().home}#/draft/${submission}`)
  })

  test('leads from a reference to the Party Constitution to its article, which says who refers to it', async () => {
    const { page } = await shipped().open(`#/draft/${submission}/art_8`)
    await page.locator('#art_8 a.ref', { hasText: '党章第四十八条' }).click()
    await page.waitForSelector('#art_48.here')
    expect(await page.locator('h1').textContent()).toBe('中国共产党章程')
    const cited = page.locator('#art_48 .source', { hasText: '送审稿' })
    await cited.locator('a', { hasText: '第八条' }).first().click()
    await page.waitForSelector('#art_8__para_1.here')
    expect(await page.locator('h1').textContent()).toBe(title)
  })

  test('previews the cited clause while the pointer is over a reference or it has the focus', async () => {
    const { page } = await shipped().open(`#/draft/${submission}`)
    const reference = page.locator('a.ref', { hasText: '前款第五项' }).first()
    await reference.hover()
    const preview = page.locator('.preview')
    await preview.waitFor()
    const fifth = plain((await page.locator('#art_2__para_3__point_5').textContent())!)
    await expect.poll(async () => plain((await preview.textContent())!)).toContain(fifth)
    await page.mouse.move(5, 5)
    await preview.waitFor({ state: 'detached' })
    await page.keyboard.press('Tab')
    await reference.focus()
    await preview.waitFor()
    expect(await reference.getAttribute('aria-describedby')).toBe('preview')
    await page.keyboard.press('Escape')
    await preview.waitFor({ state: 'detached' })
  })

  test('opens the targets of a list of references as links', async () => {
    const { page } = await shipped().open(`#/draft/${submission}/art_8`)
    await page.locator('#art_8 .ref[role=button]', { hasText: '第一款、第二款' }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect(await dialog.locator('a').allInnerTexts()).toEqual(['第八条第一款', '第八条第二款'])
    await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    await dialog.locator('a').last().click()
    await page.waitForSelector('#art_8__para_2.here')
  })

  test('says why a reference is not certain, and never links it as if it were', async () => {
    const { page } = await shipped().open(`#/draft/${initial}`)
    await page.locator('.open-references summary').click()
    const listed = page.locator('.open-references li')
    const text = (await shipped().site.data(shipped().draft(initial).textKey)) as ReadingText
    expect(await listed.count()).toBe(text.references.filter(({ status }) => status !== 'resolved').length)
    expect(await listed.allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('没有第六十二条')]))
    await page.waitForFunction(() => document.querySelectorAll('.undrawn').length === 0)
    const dangling = page.locator('.ref.dangling')
    expect(await dangling.count()).toBeGreaterThan(0)
    for (const reference of await dangling.all()) expect(await reference.getAttribute('href')).toBeNull()
  })

  test('a clause tree follows the reader and goes to what is chosen', async () => {
    const { page } = await shipped().open(`#/draft/${submission}/art_30`)
    const current = page.locator('.tree a[aria-current]')
    await page.waitForFunction(() => document.querySelector('.tree a[aria-current] b')?.textContent === '第三十条')
    await page.locator('.tree-line a', { hasText: '附则' }).click()
    await page.waitForFunction(() => document.querySelector('.part-heading.here')?.textContent?.includes('附则'))
    await page.waitForFunction(() =>
      document.querySelector('.tree-line:has([aria-expanded=true])')?.textContent?.includes('附则')
    )
    await expect.poll(() => current.count()).toBe(1)
  })

  test('says that a clause is not there', async () => {
    const { page } = await shipped().open(`#/draft/${submission}/art_999`)
    await page.getByText('这里没有第九百九十九条').waitFor()
    expect(await page.locator('.clause-bar').count()).toBe(0)
    await visit(page, `#/draft/${submission}/art_12__para_1`, '.clause-bar')
    expect(await page.getByText('这里没有').count()).toBe(0)
  })

  test('the first page leads to what is to be checked', async () => {
    const { page } = await shipped().open('')
    await page
      .getByRole('link', { name: /处引用待核对/ })
      .last()
      .click()
    await page.locator('.open-references li').first().waitFor()
    expect(await page.locator('.open-references li').first().isVisible()).toBe(true)
  })

  test('the address of a clause alone leads to the newest draft', async () => {
    const { page } = await shipped().open(`#art_12__para_1`)
    await page.waitForSelector('#art_12__para_1.here')
    expect(decodeURIComponent(page.url())).toContain(`#/draft/${submission}/art_12__para_1`)
  })

  test('can be read with the keyboard alone', async () => {
    const { page } = await shipped().open(`#/draft/${submission}`)
    await page.waitForSelector('.unit')
    await page.keyboard.press('Tab')
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('skip')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main')
    for (let step = 0; step < 3; step++) await page.keyboard.press('j')
    await page.waitForSelector('.here')
    const third = await page.locator('.here').getAttribute('id')
    await page.keyboard.press('j')
    await page.waitForFunction((id) => document.querySelector('.here')?.id !== id, third)
    await page.keyboard.press('k')
    await page.waitForFunction((id) => document.querySelector('.here')?.id === id, third)
    await page.keyboard.press('?')
    await page.waitForSelector('dialog[open]')
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog[open]', { state: 'detached' })
    await page.keyboard.press('/')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search')
    await page.keyboard.type('党组')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.hit')
  })

  test('single keys can be switched off', async () => {
    const { page } = await shipped().open(`#/draft/${submission}`)
    await page.waitForSelector('.unit')
    await page.keyboard.press('?')
    await page.locator('dialog input[type=checkbox]').uncheck()
    await page.locator('dialog button').click()
    await page.keyboard.press('j')
    expect(await page.locator('.here').count()).toBe(0)
  })

  test('is printed as a regulation is: title, chapters and articles, nothing else', async () => {
    const { page } = await shipped().open(`#/draft/${submission}`)
    await page.waitForFunction(
      () => document.querySelectorAll('.undrawn').length === 0 && document.querySelector('.unit')
    )
    await page.emulateMedia({ media: 'print' })
    for (const hidden of ['.site-head', '.side-panel', '.margin', '.draft-tabs', '.backlinks']) {
      expect([hidden, await page.locator(hidden).first().isVisible()]).toEqual([hidden, false])
    }
    const style = await page
      .locator('.clause')
      .nth(3)
      .evaluate((element) => {
        const { textIndent, fontSize } = getComputedStyle(element)
        return [textIndent, fontSize]
      })
    expect(Number.parseFloat(style[0]!)).toBeCloseTo(2 * Number.parseFloat(style[1]!), 0)
    expect((await page.pdf()).length).toBeGreaterThan(20_000)
  })
})

function plain(text: string): string {
  return text.replace(/\s/g, '')
}
