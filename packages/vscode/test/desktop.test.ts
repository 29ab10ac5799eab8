import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Workbench } from './workbench.js'
import {
  again,
  chromiumPath,
  draftFolder,
  findProgram,
  frameWith,
  goTo,
  openFile,
  openWorkbench,
  packExtension,
  runCommand,
  serve
} from './workbench.js'

const codeServer = findProgram('code-server', [process.env.CODE_SERVER])

describe.skipIf(codeServer === undefined || chromiumPath() === undefined)(
  'the packed extension in the VS Code workbench',
  { timeout: 300_000 },
  () => {
    let workbench: Workbench
    let lines: string[]
    const lineOf = (words: string): number => lines.findIndex((line) => line.includes(words)) + 1
    const columnOf = (words: string): number => lines[lineOf(words) - 1]!.indexOf(words) + 1

    beforeAll(async () => {
      const folder = draftFolder()
      lines = readFileSync(join(folder, '草案/1-initial.md'), 'utf8').split('\n')
      const own = ['--user-data-dir', join(folder, '.data'), '--extensions-dir', join(folder, '.extensions')]
      const installed = spawnSync(
        process.execPath,
        [codeServer!, ...own, '--install-extension', packExtension(folder)],
        { encoding: 'utf8' }
      )
      expect(installed.stdout + installed.stderr).toContain('successfully installed')
      workbench = await openWorkbench((port) => {
        const flags = [
          '--auth',
          'none',
          '--disable-telemetry',
          '--disable-update-check',
          '--disable-workspace-trust',
          '--disable-getting-started-override'
        ]
        const child = serve(codeServer!, [...own, ...flags, '--bind-addr', `127.0.0.1:${port}`, folder])
        return { child, address: `http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}` }
      }, folder)
    }, 300_000)
    afterAll(() => workbench?.close())

    test('an ordinary Markdown file stays what it is', async () => {
      await openFile(workbench, '会议记录.md')
      await workbench.page.locator('#status\\.editor\\.mode').filter({ hasText: 'Markdown' }).waitFor()
    })

    test('a draft is recognised and its faults are underlined', async () => {
      const { page } = workbench
      await openFile(workbench, '1-initial.md')
      await page.locator('#status\\.editor\\.mode').filter({ hasText: '法规草案' }).waitFor()
      await goTo(workbench, lineOf('其它组织工作'), 1)
      await page.locator('.squiggly-error, .squiggly-warning').first().waitFor()
      await page.locator('.codelens-decoration').filter({ hasText: '被引用' }).first().waitFor({ state: 'attached' })
      await page.locator('.codelens-decoration').filter({ hasText: '落实' }).first().waitFor({ state: 'attached' })
      // Sifted, the panel shows the fault as soon as the drafting rules have found it, wherever it would stand in the list;
      // the command opens the panel and never closes it, as its key does where the panel has the focus.
      await runCommand(workbench, 'Focus on Problems View')
      const sieve = page.locator('.viewpane-filter input').filter({ visible: true }).last()
      const rows = page.locator('.markers-panel .monaco-list-row').filter({ hasText: '其他', visible: true })
      // A sifted panel may leave out a fault that comes while it is being sifted, until it is sifted anew.
      await again(async () => {
        await sieve.fill('')
        await sieve.fill('其他')
        await rows.first().waitFor({ timeout: 5000 })
      })
      await workbench.picture('1-faults')
      await page.keyboard.press('Control+J')
      await page.locator('.markers-panel').waitFor({ state: 'hidden' })
    })

    test('hovering a reference shows the cited clause', async () => {
      const { page } = workbench
      await goTo(workbench, lineOf('依照本条例第十条的规定履行职责'), columnOf('本条例第十条的规定履行职责') + 4)
      await page.keyboard.press('Control+K')
      await page.keyboard.press('Control+I')
      const hover = page.locator('.monaco-hover-content').filter({ hasText: '组织部门在党中央或者同级党委领导下' })
      await hover.first().waitFor()
      await workbench.picture('2-hover')
      await page.keyboard.press('Escape')
    })

    test('the panel beside the draft follows the cursor, and the tree lists the clauses', async () => {
      const { page } = workbench
      await runCommand(workbench, '相关条款')
      await frameWith(workbench, '引用')
      await page.locator('.tab.active').first().click()
      await goTo(workbench, lineOf('第十条　'), 8)
      const panel = await frameWith(workbench, '第十条引用')
      const text = (await panel.evaluate('document.body.innerText')) as string
      expect(text).toContain('引用第十条')
      expect(text).toContain('第七条第二款')
      expect(text).toContain('第三十三条')
      await page.locator('.pane-body .monaco-list-row').filter({ hasText: '第一章 总则' }).first().waitFor()
      await workbench.picture('3-panel')
    })

    test('a definition in the draft is gone to, and the outline knows it', async () => {
      const { page } = workbench
      await goTo(workbench, lineOf('依照本条例第十条的规定履行职责'), columnOf('本条例第十条的规定履行职责') + 4)
      await page.keyboard.press('F12')
      await page
        .locator('#status\\.editor\\.selection')
        .filter({ hasText: String(lineOf('第十条　')) })
        .waitFor()
      await page.keyboard.press('Control+Shift+O')
      await page.locator('.quick-input-widget input[type="text"]').fill('@第五十三条')
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: '第五十三条' }).first().waitFor()
      await page.keyboard.press('Escape')
    })

    test('an article is inserted and the references follow, as one step that can be undone', async () => {
      const { page } = workbench
      await goTo(workbench, lineOf('第五十一条　'), 8)
      await runCommand(workbench, '在本条之后插入一条')
      await page.locator('.notification-list-item').filter({ hasText: '处引用' }).first().waitFor()
      await goTo(workbench, lineOf('第五十三条　') + 2, 1)
      await page.locator('.view-line').filter({ hasText: '第五十四条' }).first().waitFor()
      await workbench.picture('4-inserted')
      await page.keyboard.press('Control+Z')
      await page.locator('.view-line').filter({ hasText: '第五十三条' }).first().waitFor()
    })

    test('another draft is set beside this one', async () => {
      const { page } = workbench
      await openFile(workbench, '2-consultation.md')
      await page.locator('#status\\.editor\\.mode').filter({ hasText: '法规草案' }).waitFor()
      await runCommand(workbench, '与另一稿对照')
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: '1-initial.md' }).first().waitFor()
      await page.locator('.quick-input-widget input[type="text"]').fill('1-initial')
      await page.keyboard.press('Enter')
      const panel = await frameWith(workbench, '新旧条文对照表')
      expect(await panel.locator('ins').count()).toBeGreaterThan(5)
      await workbench.picture('5-comparison')
    })

    test('what of the brief the draft answers is shown on a page', async () => {
      const { page } = workbench
      await openFile(workbench, '3-submission.md')
      await page.locator('#status\\.editor\\.mode').filter({ hasText: '法规草案' }).waitFor()
      await runCommand(workbench, '任务书落实情况')
      const panel = await frameWith(workbench, '必备')
      const text = (await panel.evaluate('document.body.innerText')) as string
      expect(text).toMatch(/91\s*\/\s*91|91 条/)
      await workbench.picture('7-coverage')
    })
  }
)
