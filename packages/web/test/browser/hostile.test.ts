import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LibraryView } from '../../src/model/site.js'
import { writeSite } from '../../src/output/write-site.js'
import { prepareSite } from '../../src/prepare/site.js'
import { buildClient } from '../client-build.js'
import { folderOf, sourcesIn } from '../workshop.js'
import { launch, noBrowser, open, visit } from './room.js'

const image = '<img src=x onerror="window.reached=1">'
const script = '</script><script>window.reached=2</script>'

/** Titles, headings, clauses and tables that try to be more than text. */
const hostile = `---
stage: "${'<b onclick=window.reached=3>稿</b>'}"
date: 2026-01-01
---

# ${image.replaceAll('<', '\\<')}管理办法${script.replaceAll('<', '\\<')}

## 第一章　\\<svg onload=window.reached=4>总则

第一条　${script.replaceAll('<', '\\<')}依照本办法第二条和《\\<iframe src=javascript:window.reached=5>条例》第三条办理。

第二条　点击[这里](javascript:window.reached=6)，或者看 ![图](https://example.invalid/x.png)。

${image}

第三条　\u202E反写的字\u202C，\u2066孤立\u2069，零宽\u200B\u200D\uFEFF，{{constructor.constructor('window.reached=7')()}}，\${window.reached=8}。

第四条　\`__proto__\` 与 constructor 依照本办法第三条、第五条办理。

| <script>window.reached=9</script> | 列 |
| --- | --- |
| ${image} | ' " \\\\ |

第五条　本办法自2026年1月1日起施行。
`

describe.skipIf(noBrowser)('hostile texts', () => {
  let browser: Browser
  beforeAll(async () => {
    buildClient()
    browser = await launch()
  })
  afterAll(() => browser.close())

  test('are shown as text and do nothing', async () => {
    const folder = folderOf({
      'tiaoli.config.json': JSON.stringify({ drafts: ['drafts'], instruments: ['laws'], shippedRegisters: false }),
      'drafts/__proto__.md': hostile,
      [`drafts/${'"><img src=x onerror=window.reached=10>'}.md`]: hostile
        .replace('2026-01-01\n---', '2026-02-01\n---')
        .replace('第五条　本办法', '第五条　这个办法'),
      'laws/constructor.md':
        '# \\<img src=x onerror=window.reached=11>条例\n\n第一条　依照\\<b>本条例\\</b>第二条办理。\n\n第二条　略。\n'
    })
    const site = await prepareSite(await sourcesIn(folder))
    const ids = site.index.works.flatMap(({ drafts }) => drafts.map(({ id }) => id))
    expect(ids).toHaveLength(2)
    const { instruments } = (await site.data('library')) as LibraryView
    expect(instruments[0]!.title).toContain('<img')
    await writeSite(site, join(folder, 'site'))
    const { page, wrong } = await open(browser, pathToFileURL(join(folder, 'site/index.html')).href)
    await page.waitForSelector('.draft-card')
    const pages: [string, string][] = [
      ...ids.flatMap((id): [string, string][] => [
        [`#/draft/${encodeURIComponent(id)}`, '.unit'],
        [`#/findings/${encodeURIComponent(id)}`, '.sheet'],
        [`#/links/${encodeURIComponent(id)}`, '.arcs path']
      ]),
      [`#/compare/${site.index.works[0]!.comparisons[0]!.drafts.map(encodeURIComponent).join('..')}`, '.comparison'],
      ['#/library', '.instruments li'],
      [`#/instrument/${encodeURIComponent(instruments[0]!.title)}`, '.unit'],
      ['#/instrument/__proto__', '.notice'],
      ['#/draft/constructor', '.notice'],
      [`#/search?q=${encodeURIComponent(`${image}${script}`)}`, '.search-form'],
      ['#/search?q=%3Cscript%3E', '.search-form'],
      ['#/links?at=__proto__', '.graph-list']
    ]
    for (const [hash, ready] of pages) {
      await visit(page, hash, ready)
      const found = await page.evaluate(() => ({
        reached: (window as unknown as { reached?: number }).reached,
        polluted: ({} as { polluted?: boolean }).polluted,
        elements: document.querySelectorAll(
          '#app :is(script, img, iframe, object, embed, link, style, [onclick], [onerror], [onload])'
        ).length,
        links: [...document.querySelectorAll('#app a[href]')].filter(
          (link) => !link.getAttribute('href')!.startsWith('#')
        ).length
      }))
      expect([hash, found]).toEqual([hash, { reached: undefined, polluted: undefined, elements: 0, links: 0 }])
    }
    expect(wrong).toEqual([])
    await visit(page, `#/draft/${encodeURIComponent(ids[0]!)}`, '.unit')
    expect(await page.locator('h1').textContent()).toContain(
      '<imgsrc=xonerror="window.reached=1">管理办法</script><script>'
    )
    expect(await page.locator('#art_1').textContent()).toContain('</script><script>window.reached=2</script>')
  })
})
