import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { corpusFolder } from '@tiaoli/corpus'
import { citedBy, createLunrIndex, createSearcher } from '@tiaoli/search'
import { openWorkspace } from '@tiaoli/workspace'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ComparisonView } from '../../src/model/comparison-view.js'
import type { CoverageView } from '../../src/model/coverage-view.js'
import type { FindingsView } from '../../src/model/findings-view.js'
import type { ReadingText } from '../../src/model/reading-text.js'
import type { SearchData } from '../../src/model/search-data.js'
import { writeSite } from '../../src/output/write-site.js'
import { prepareSite, type Site } from '../../src/prepare/site.js'
import { buildClient } from '../client-build.js'
import { inaccessible, launch, noBrowser, open, phone, visit } from './room.js'

const drafts = 'drafts/organization-work-regulations'
const submission = `${drafts}/3-submission`
const initial = `${drafts}/1-initial`
const title = '中国共产党组织工作条例（研究稿）'

/** Every page of the shipped drafts, and what it has when it is there. */
const pages: [name: string, hash: string, ready: string][] = [
  ['first page', '#/', '.draft-card'],
  ['draft', `#/draft/${initial}`, '.unit'],
  ['clause', `#/draft/${initial}/art_9__para_1`, '.clause-bar'],
  ['library', '#/library', '.instruments li'],
  ['instrument', '#/instrument/中国共产党章程/art_10', '.unit.here'],
  ['comparison', `#/compare/${initial}..${drafts}/2-consultation`, '.article-row'],
  ['comparison of three', `#/compare/${initial}..${drafts}/2-consultation..${submission}`, '.columns-3 .article-row'],
  ['findings', `#/findings/${initial}`, '.finding'],
  ['coverage', `#/coverage/${initial}`, '.requirement'],
  ['search', '#/search?q=党员教育管理', '.hit'],
  ['graph', '#/links', '.graph-list li'],
  ['arcs', `#/links/${submission}`, '.arcs path'],
  ['matrix', `#/links/${submission}?as=matrix`, '.clause-matrix rect.back'],
  ['nowhere', '#/draft/nothing', '.notice']
]

describe.skipIf(noBrowser)('the static site of the shipped drafts, opened by double click', () => {
  let browser: Browser
  let site: Site
  let folder: string
  let home: string

  beforeAll(async () => {
    buildClient()
    folder = mkdtempSync(join(tmpdir(), 'tiaoli-pages-'))
    const workspace = await openWorkspace(join(corpusFolder, 'tiaoli.config.json'))
    const brief = join(corpusFolder, '../seeds/organization-work-regulations.md')
    site = await prepareSite({ workspace, folder: workspace.folder, drafts: () => workspace.drafts(), briefs: [brief] })
    await writeSite(site, join(folder, 'site'))
    home = pathToFileURL(join(folder, 'site/index.html')).href
    browser = await launch()
  }, 120_000)

  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const keyOf = (id: string) => site.index.works[0]!.drafts.find((draft) => draft.id === id)!

  test('the script of the first page is 150 kB at most, compressed', () => {
    const scripts = ['app.js', 'data/site.js'].map((name) => readFileSync(join(folder, 'site', name)))
    const bytes = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0)
    console.log(
      `first page: ${Math.round(bytes / 1000)} kB of script compressed, ${statSync(join(folder, 'site/app.js')).size} bytes of program`
    )
    expect(bytes).toBeLessThanOrEqual(150_000)
  })

  test('every page opens without an error, a refusal or a request to anywhere', async () => {
    const { page, wrong } = await open(browser, home)
    for (const [name, hash, ready] of pages) {
      await visit(page, hash, ready)
      expect([name, wrong]).toEqual([name, []])
      expect(await page.title()).not.toBe('')
    }
  })

  test.each(pages)('%s has no violation of accessibility, light and dark', async (_, hash, ready) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await open(browser, `${home}${hash}`, { colorScheme })
      await page.waitForSelector(ready)
      expect([colorScheme, await inaccessible(page)]).toEqual([colorScheme, []])
    }
  })

  test.each(pages)('%s fits a phone', async (_, hash, ready) => {
    const { page } = await open(browser, `${home}${hash}`, { viewport: phone })
    await page.waitForSelector(ready)
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
    expect(widths[0]).toBeLessThanOrEqual(widths[1]!)
    expect(await inaccessible(page)).toEqual([])
  })

  describe('a draft', () => {
    test('shows every clause of the text, in order, with its number as printed', async () => {
      const { page } = await open(browser, `${home}#/draft/${submission}`)
      await page.waitForFunction(
        () => document.querySelectorAll('.undrawn').length === 0 && document.querySelector('.unit')
      )
      const text = (await site.data(keyOf(submission).textKey)) as ReadingText
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
      const { page } = await open(browser, `${home}#/draft/${submission}`)
      const reference = page.locator('a.ref', { hasText: '前款第五项' }).first()
      await reference.click()
      await page.waitForSelector('#art_2__para_3__point_5.here')
      expect(decodeURIComponent(page.url())).toBe(`${home}#/draft/${submission}/art_2__para_3__point_5`)
      const top = await page
        .locator('#art_2__para_3__point_5')
        .evaluate((element) => element.getBoundingClientRect().top)
      expect(top).toBeGreaterThanOrEqual(0)
      expect(top).toBeLessThan(900)
      await page.goBack()
      await page.waitForFunction(() => document.querySelector('.here') === null || !location.hash.includes('art_2'))
      expect(decodeURIComponent(page.url())).toBe(`${home}#/draft/${submission}`)
    })

    test('leads from a reference to the Party Constitution to its article, which says who refers to it', async () => {
      const { page } = await open(browser, `${home}#/draft/${submission}/art_8`)
      await page.locator('#art_8 a.ref', { hasText: '党章第四十八条' }).click()
      await page.waitForSelector('#art_48.here')
      expect(await page.locator('h1').textContent()).toBe('中国共产党章程')
      const cited = page.locator('#art_48 .source', { hasText: '送审稿' })
      await cited.locator('a', { hasText: '第八条' }).first().click()
      await page.waitForSelector('#art_8__para_1.here')
      expect(await page.locator('h1').textContent()).toBe(title)
    })

    test('previews the cited clause while the pointer is over a reference or it has the focus', async () => {
      const { page } = await open(browser, `${home}#/draft/${submission}`)
      const reference = page.locator('a.ref', { hasText: '前款第五项' }).first()
      await reference.hover()
      const preview = page.locator('.preview')
      await preview.waitFor()
      const fifth = (await page.locator('#art_2__para_3__point_5').textContent())!.replace(/\s/g, '')
      expect((await preview.textContent())!.replace(/\s/g, '')).toContain(fifth)
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
      const { page } = await open(browser, `${home}#/draft/${submission}/art_8`)
      await page.locator('#art_8 .ref[role=button]', { hasText: '第一款、第二款' }).press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      expect(await dialog.locator('a').allInnerTexts()).toEqual(['第八条第一款', '第八条第二款'])
      expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
      await dialog.locator('a').last().click()
      await page.waitForSelector('#art_8__para_2.here')
    })

    test('says why a reference is not certain, and never links it as if it were', async () => {
      const { page } = await open(browser, `${home}#/draft/${initial}`)
      await page.locator('.open-references summary').click()
      const listed = page.locator('.open-references li')
      const text = (await site.data(keyOf(initial).textKey)) as ReadingText
      expect(await listed.count()).toBe(text.references.filter(({ status }) => status !== 'resolved').length)
      expect(await listed.allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('没有第六十二条')]))
      await page.waitForFunction(() => document.querySelectorAll('.undrawn').length === 0)
      const dangling = page.locator('.ref.dangling')
      expect(await dangling.count()).toBeGreaterThan(0)
      for (const reference of await dangling.all()) expect(await reference.getAttribute('href')).toBeNull()
    })

    test('a clause tree follows the reader and goes to what is chosen', async () => {
      const { page } = await open(browser, `${home}#/draft/${submission}/art_30`)
      const current = page.locator('.tree a[aria-current]')
      await page.waitForFunction(() => document.querySelector('.tree a[aria-current] b')?.textContent === '第三十条')
      await page.locator('.tree-line a', { hasText: '附则' }).click()
      await page.waitForFunction(() => document.querySelector('.part-heading.here')?.textContent?.includes('附则'))
      await page.waitForFunction(() =>
        document.querySelector('.tree-line:has([aria-expanded=true])')?.textContent?.includes('附则')
      )
      expect(await current.count()).toBe(1)
    })

    test('says that a clause is not there', async () => {
      const { page } = await open(browser, `${home}#/draft/${submission}/art_999`)
      await page.getByText('这里没有第九百九十九条').waitFor()
      expect(await page.locator('.clause-bar').count()).toBe(0)
      await visit(page, `#/draft/${submission}/art_12__para_1`, '.clause-bar')
      expect(await page.getByText('这里没有').count()).toBe(0)
    })

    test('the first page leads to what is to be checked', async () => {
      const { page } = await open(browser, home)
      await page
        .getByRole('link', { name: /处引用待核对/ })
        .last()
        .click()
      await page.locator('.open-references li').first().waitFor()
      expect(await page.locator('.open-references li').first().isVisible()).toBe(true)
    })

    test('the address of a clause alone leads to the newest draft', async () => {
      const { page } = await open(browser, `${home}#art_12__para_1`)
      await page.waitForSelector('#art_12__para_1.here')
      expect(decodeURIComponent(page.url())).toContain(`#/draft/${submission}/art_12__para_1`)
    })

    test('can be read with the keyboard alone', async () => {
      const { page } = await open(browser, `${home}#/draft/${submission}`)
      await page.waitForSelector('.unit')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
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
      expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search')
      await page.keyboard.type('党组')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.hit')
    })

    test('single keys can be switched off', async () => {
      const { page } = await open(browser, `${home}#/draft/${submission}`)
      await page.waitForSelector('.unit')
      await page.keyboard.press('?')
      await page.locator('dialog input[type=checkbox]').uncheck()
      await page.locator('dialog button').click()
      await page.keyboard.press('j')
      expect(await page.locator('.here').count()).toBe(0)
    })

    test('is printed as a regulation is: title, chapters and articles, nothing else', async () => {
      const { page } = await open(browser, `${home}#/draft/${submission}`)
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

  describe('a comparison', () => {
    const pair = `#/compare/${initial}..${drafts}/2-consultation`
    const view = async () => (await site.data('compare-0-1')) as ComparisonView

    test('shows what changed, all, or changed references only', async () => {
      const { page } = await open(browser, `${home}${pair}`)
      await page.waitForSelector('.article-row')
      const { rows } = await view()
      const changed = rows.filter((row) => row.type === 'article' && row.kind !== 'unchanged').length
      const all = rows.filter((row) => row.type === 'article').length
      expect(changed).toBeLessThan(all)
      expect(await page.locator('.article-row').count()).toBe(changed)
      await page.getByLabel('只看有变化的条文').uncheck()
      await page.waitForFunction((count) => document.querySelectorAll('.article-row').length === count, all)
      await page.getByLabel('只看引用有变化的条文').check()
      await page.waitForFunction((count) => document.querySelectorAll('.article-row').length < count, changed)
      expect(await page.locator('.article-row').count()).toBeGreaterThan(0)
      expect(await page.locator('.article-row:not(:has(.followed))').count()).toBe(0)
    })

    test('is printed side by side, with all that the change broke', async () => {
      const { page } = await open(browser, `${home}${pair}`)
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
      const { page } = await open(browser, `${home}${pair}`)
      await page.waitForSelector('.article-row')
      await page.keyboard.press('n')
      await page.keyboard.press('n')
      const focused = () => page.evaluate(() => document.activeElement?.id)
      const second = await page.locator('.article-row').nth(1).getAttribute('id')
      expect(await focused()).toBe(second)
      await page.keyboard.press('p')
      expect(await focused()).toBe(await page.locator('.article-row').first().getAttribute('id'))
    })

    test('leads from where an article stood to where it is', async () => {
      const { page } = await open(browser, `${home}${pair}`)
      await page.waitForSelector('.article-row')
      const { rows } = await view()
      const moved = rows.find((row) => row.type === 'moved-from')!
      await page.getByRole('link', { name: `${moved.label}移至${moved.toLabel}` }).click()
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(`row-${moved.to}`)
    })

    test('lists what the change broke, with the clause', async () => {
      const { page } = await open(browser, `${home}${pair}`)
      const { breaks } = await view()
      await page.locator('.breaks summary').click()
      expect(await page.locator('.breaks li').count()).toBe(breaks.length)
      await page.locator('.breaks li a').first().click()
      await page.waitForFunction((address) => document.getElementById(address)?.matches('.here'), breaks[0]!.address)
    })
  })

  test('findings can be filtered and lead to their clauses', async () => {
    const { page } = await open(browser, `${home}#/findings/${initial}`)
    const { findings } = (await site.data(keyOf(initial).findingsKey)) as FindingsView
    await page.waitForSelector('.finding')
    expect(await page.locator('.finding').count()).toBe(findings.length)
    await page.getByRole('button', { name: /^错误/ }).click()
    const errors = findings.filter(({ severity }) => severity === 'error')
    expect(await page.locator('.finding').count()).toBe(errors.length)
    await page.locator('.finding-head a').first().click()
    await page.waitForFunction((address) => document.getElementById(address)?.matches('.here'), errors[0]!.address)
  })

  test('coverage names what is missing', async () => {
    const { page } = await open(browser, `${home}#/coverage/${initial}`)
    const { requirements } = (await site.data(keyOf(initial).coverageKey!)) as CoverageView
    await page.waitForSelector('.requirement')
    expect(await page.locator('.requirement').count()).toBe(requirements.length)
    await page.getByRole('button', { name: /^未落实/ }).click()
    const missing = requirements.filter(({ status }) => status === 'not-covered')
    expect(await page.locator('.requirement code').allInnerTexts()).toEqual(
      missing.map(({ requirement }) => requirement.id)
    )
  })

  test('search answers in the same order as the command', async () => {
    const index = createLunrIndex()
    const { texts, cited } = (await site.data('search')) as SearchData
    await index.add(texts)
    const searcher = createSearcher(index, { cited: citedBy(cited) })
    const { page } = await open(browser, `${home}#/search`)
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

  test('the graph is drawn, and says in words what it shows', async () => {
    const { page } = await open(browser, `${home}#/links`)
    await page.waitForSelector('.graph-list li')
    expect(await inked(page)).toBeGreaterThan(500)
    await page.locator('.graph-list button', { hasText: '党章' }).first().click()
    await page.waitForSelector('.chosen')
    expect(await page.locator('.chosen h2').textContent()).toBe('《中国共产党章程》')
    expect(await page.locator('.chosen li').count()).toBe(3)
    // The address says what is chosen, so that it can be shared.
    expect(decodeURIComponent(page.url())).toContain('at=instrument/中国共产党章程')
  })

  test('a zoomed graph fits again', async () => {
    const { page } = await open(browser, `${home}#/links`)
    await page.waitForSelector('.graph-list li')
    const picture = () => page.locator('canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL())
    const whole = await picture()
    await page.getByRole('button', { name: '放大' }).click()
    await page.getByRole('button', { name: '放大' }).click()
    expect((await picture()) === whole).toBe(false)
    await page.getByRole('button', { name: '全图' }).click()
    expect((await picture()) === whole).toBe(true)
  })

  test('English, dark and back, and remembered', async () => {
    const { page } = await open(browser, `${home}#/`)
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await ground()
    await page.getByRole('combobox').selectOption('dark')
    expect(await ground()).not.toBe(light)
    await page.getByRole('button', { name: 'English' }).click()
    await page.waitForFunction(() => document.documentElement.lang === 'en')
    expect(await page.locator('.site-nav').textContent()).toContain('Library')
    await page.reload()
    await page.waitForSelector('.draft-card')
    expect(await page.locator('.site-nav').textContent()).toContain('Library')
    expect(await ground()).not.toBe(light)
    await page.getByRole('button', { name: '中文' }).click()
    expect(await page.locator('.site-nav').textContent()).toContain('文库')
  })

  test('on a phone the clause tree comes on demand', async () => {
    const { page } = await open(browser, `${home}#/draft/${submission}`, { viewport: phone })
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

function plain(text: string): string {
  return text.replace(/\s/g, '')
}

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
