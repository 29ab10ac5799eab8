import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { absentProgram } from '@tiaoli/test-utils'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { onTestFinished } from 'vitest'

/** Whether these tests have to be skipped. */
export const noBrowser = absentProgram('chromium', 'the pages of the reading room')

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]

/** Starts the browser of the system. */
export function launch(): Promise<Browser> {
  // The name of the program, found on the path as a shell would find it.
  const path = (process.env.PATH ?? '').split(':').map((folder) => `${folder}/chromium`)
  const executablePath = path.find((file) => isFile(file)) ?? 'chromium'
  return chromium.launch({ executablePath, args: flags })
}

function isFile(file: string): boolean {
  try {
    return readFileSync(file).length > 0
  } catch {
    return false
  }
}

/** A page with what went wrong on it: errors, refusals of the content policy, and requests to anywhere else. */
export interface WatchedPage {
  page: Page
  wrong: string[]
}

export const desktop = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

/** Opens an address in a window of its own that closes with the test. */
export async function open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: desktop, reducedMotion: 'reduce', ...options })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  // A loaded machine is slow.
  page.setDefaultTimeout(90_000)
  await page.addInitScript(noteFirstText)
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(`console: ${message.text()}`)
  })
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  const home = new URL(url)
  page.on('request', (request) => {
    const to = new URL(request.url())
    if (to.protocol !== home.protocol || to.host !== home.host) wrong.push(`request: ${request.url()}`)
  })
  await page.goto(url)
  return { page, wrong }
}

/** Goes to another page of the reading room. */
export async function visit(page: Page, hash: string, ready: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  await page.waitForSelector(ready)
}

/** Notes, in the page, when the first clauses could be seen. */
function noteFirstText(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector('.unit') === null) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => performance.mark('first-text')))
  })
  observer.observe(document, { childList: true, subtree: true })
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What is not accessible on a page, a line each. */
export async function inaccessible(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const result = await page.evaluate(async () => {
    const { violations } = await (
      window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
    ).axe.run()
    return violations
    interface Violation {
      id: string
      help: string
      nodes: { html: string; failureSummary?: string }[]
    }
  })
  return result.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.length}) ${nodes[0]!.html.slice(0, 160)} ${nodes[0]!.failureSummary?.slice(0, 200)}`
  )
}
