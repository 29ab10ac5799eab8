import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Frame, Locator, Page } from 'playwright-core'
import { chromium } from 'playwright-core'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))
const drafts = path('../../../corpus/drafts/organization-work-regulations')
const brief = path('../../../seeds/organization-work-regulations.md')
const pack = path('../scripts/pack.mjs')

/** Where screenshots are kept for somebody to look at. */
export const screenshots = process.env.TIAOLI_SCREENSHOTS ?? path('../dist/screenshots')

/** A program that the tests drive: its path, or `undefined` after saying why they are skipped; on the build machine it must be there. */
export function findProgram(name: string, candidates: (string | undefined)[]): string | undefined {
  const found = candidates.find((candidate) => candidate !== undefined && existsSync(candidate))
  if (found !== undefined) return found
  if (process.env.CI === 'true') throw new Error(`${name} is not installed on the build machine`)
  console.info(`skipped: ${name} is not installed`)
  return undefined
}

/** Chromium as Debian installs it. */
export const chromiumPath = (): string | undefined =>
  findProgram('chromium', [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'])

/** A workbench in a browser with a folder of drafts. */
export interface Workbench {
  page: Page
  folder: string
  /** Keeps a picture of the window under a name. */
  picture(name: string): Promise<void>
  close(): Promise<void>
}

/** A folder with the shipped drafts, the brief that they answer, and an ordinary Markdown file. */
export function draftFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-workbench-'))
  cpSync(drafts, join(folder, '草案'), { recursive: true })
  cpSync(brief, join(folder, '起草任务书.md'))
  writeFileSync(join(folder, '会议记录.md'), '# 会议记录\n\n- 张三：下周交稿\n')
  return folder
}

/** Packs the extension and gives the path of the archive. */
export function packExtension(folder: string): string {
  const out = join(folder, 'tiaoli.vsix')
  const packed = spawnSync(process.execPath, [pack, out], { encoding: 'utf8' })
  if (packed.status !== 0) throw new Error(packed.stderr)
  return out
}

/** Does something until it does not fail, or a minute and a half has passed. */
export async function again(work: () => Promise<void>): Promise<void> {
  for (const end = performance.now() + 90_000; ; ) {
    try {
      return await work()
    } catch (error) {
      if (performance.now() > end) throw error
    }
  }
}

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** Starts a server of a workbench on a port and opens its address in Chromium. */
export async function openWorkbench(start: (port: number) => Served, folder: string): Promise<Workbench> {
  const { child, address } = await answering(start)
  let browser: Browser | undefined
  const close = async (): Promise<void> => {
    await browser?.close()
    child.kill()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  try {
    browser = await chromium.launch({
      executablePath: chromiumPath()!,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync'
      ]
    })
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
    page.setDefaultTimeout(90_000)
    await page.goto(address)
    await page.waitForSelector('.monaco-workbench', { timeout: 120_000 })
    mkdirSync(screenshots, { recursive: true })
    return {
      page,
      folder,
      close,
      picture: async (name) => void (await page.screenshot({ path: join(screenshots, `${name}.png`) }))
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** A server, and where it can be opened. */
interface Served {
  child: ChildProcess
  address: string
}

/** Starts a program that serves a workbench. */
export function serve(program: string, args: string[]): ChildProcess {
  return spawn(process.execPath, [program, ...args], { stdio: 'ignore', env: { ...process.env, VSCODE_PROXY_URI: '' } })
}

/** A server that answers; one that ends, because somebody was faster to take the port, is started again on another. */
async function answering(start: (port: number) => Served): Promise<Served> {
  for (let tries = 0; tries < 3; tries++) {
    const served = start(await freePort())
    if (await answers(served)) return served
    served.child.kill()
  }
  throw new Error('no server of a workbench could be started')
}

async function answers({ child, address }: Served): Promise<boolean> {
  for (let tries = 0; tries < 600 && child.exitCode === null; tries++) {
    try {
      if ((await fetch(address)).ok) return true
    } catch {
      // It is still starting.
    }
    await new Promise((wake) => setTimeout(wake, 200))
  }
  return false
}

/** Opens a file of the folder from the explorer, where its folder is unfolded first. */
export async function openFile({ page }: Workbench, name: string): Promise<void> {
  if (!(await page.locator('.explorer-folders-view').isVisible())) await page.keyboard.press('Control+Shift+E')
  const rows = page.locator('.explorer-folders-view .monaco-list-row')
  await rows.filter({ hasText: '草案' }).first().waitFor()
  const wanted = rows.filter({ hasText: name }).first()
  if (!(await wanted.isVisible())) await rows.filter({ hasText: '草案' }).first().click()
  await wanted.dblclick()
  await page.locator('.tab.active').filter({ hasText: name }).waitFor()
  await page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor()
}

/** Opens the quick input by a key; one that is pressed while the window is busy may be lost. */
async function ask({ page }: Workbench, key: string): Promise<Locator> {
  const input = page.locator('.quick-input-widget input[type="text"]').first()
  for (let tries = 0; tries < 8; tries++) {
    await page.keyboard.press(key)
    const shown = await input.waitFor({ state: 'visible', timeout: 2500 }).then(
      () => true,
      () => false
    )
    if (shown) return input
    // The key may have gone to a panel: its tab gives the editor the keyboard back.
    await page.locator('.tab.active').first().click({ force: true, timeout: 5000 })
  }
  throw new Error(`${key} opens nothing`)
}

/** Puts the cursor on a line and column, both from 1. */
export async function goTo(workbench: Workbench, line: number, column: number): Promise<void> {
  const input = await ask(workbench, 'Control+G')
  await input.fill(`:${line}:${column}`)
  await workbench.page.keyboard.press('Enter')
  await input.waitFor({ state: 'hidden' })
}

/** Runs a command of the palette by its title. */
export async function runCommand(workbench: Workbench, title: string): Promise<void> {
  const input = await ask(workbench, 'F1')
  await input.fill(`>${title}`)
  await workbench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().waitFor()
  await workbench.page.keyboard.press('Enter')
}

/** The frame of a webview that shows some words. */
export async function frameWith({ page }: Workbench, words: string): Promise<Frame> {
  for (let tries = 0; tries < 500; tries++) {
    for (const frame of page.frames()) {
      const text = await frame.evaluate('document.body?.innerText ?? ""').catch(() => '')
      if (typeof text === 'string' && text.includes(words) && frame !== page.mainFrame()) return frame
    }
    await page.waitForTimeout(150)
  }
  throw new Error(`no panel shows ${words}`)
}
