import type { RelatedClauses } from '@tiaoli/language-service'
import { chromium } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { relatedPage } from '../src/related-page.js'
import { chromiumPath } from './workbench.js'

const executablePath = chromiumPath()
const place = { uri: 'file:///x.md', range: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } } }
const clause = { written: '', status: '', resolved: true, facts: [], lines: [] }
const related: RelatedClauses = {
  label: '第二条',
  address: 'art_2',
  cites: [
    { ...clause, label: '第<一>条', lines: ['甲'], location: place },
    { ...clause, label: '第九条', resolved: false, reason: '没有第九条' }
  ],
  citedBy: [{ ...clause, label: '第三条', location: place }]
}

test.skipIf(executablePath === undefined)(
  'clauses in the panel are opened with the mouse and with the keyboard',
  async () => {
    const browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] })
    onTestFinished(() => browser.close())
    const page = await browser.newPage()
    const opened: unknown[] = []
    await page.exposeFunction('opened', (message: unknown) => opened.push(message))
    await page.addInitScript('globalThis.acquireVsCodeApi = () => ({ postMessage: opened })')
    await page.goto('about:blank')
    await page.setContent(relatedPage(related))
    expect(await page.locator('h3').allTextContents()).toEqual(['第<一>条', '第九条', '第三条'])
    await page.getByText('第三条').last().click()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => opened, { timeout: 30_000 }).toEqual([{ open: 2 }, { open: 0 }])
  }
)
