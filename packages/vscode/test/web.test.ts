import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Workbench } from './workbench.js'
import {
  chromiumPath,
  draftFolder,
  findProgram,
  goTo,
  openFile,
  openWorkbench,
  packExtension,
  runCommand,
  serve
} from './workbench.js'

/** Folder in which `@vscode/test-web` and a copy of the workbench are installed. */
const tools = process.env.VSCODE_WEB_TOOLS
const server = findProgram('vscode-web', [
  tools === undefined ? undefined : join(tools, 'node_modules/@vscode/test-web/out/server/index.js')
])

describe.skipIf(server === undefined || chromiumPath() === undefined)(
  'the packed extension in a browser without a server',
  { timeout: 300_000 },
  () => {
    let workbench: Workbench
    let lines: string[]
    const lineOf = (words: string): number => lines.findIndex((line) => line.includes(words)) + 1

    beforeAll(async () => {
      const folder = draftFolder()
      lines = readFileSync(join(folder, '草案/1-initial.md'), 'utf8').split('\n')
      const extension = unpack(packExtension(folder))
      const data = join(tools!, 'data')
      workbench = await openWorkbench((port) => {
        const flags = [
          '--browser=none',
          '--quality=stable',
          `--commit=${'a'.repeat(40)}`,
          `--testRunnerDataDir=${data}`
        ]
        const child = serve(server!, [...flags, `--extensionDevelopmentPath=${extension}`, `--port=${port}`, folder])
        return { child, address: `http://localhost:${port}` }
      }, folder)
    }, 300_000)
    afterAll(() => workbench?.close())

    test('a draft is recognised, its faults are underlined, and a reference shows what it cites', async () => {
      const { page } = workbench
      await openFile(workbench, '1-initial.md')
      await page.locator('#status\\.editor\\.mode').filter({ hasText: '法规草案' }).waitFor()
      await goTo(workbench, lineOf('本条例第×条'), lines[lineOf('本条例第×条') - 1]!.indexOf('第×条') + 2)
      await page.locator('.squiggly-error, .squiggly-warning').first().waitFor()
      await page.keyboard.press('Control+K')
      await page.keyboard.press('Control+I')
      await page.locator('.monaco-hover-content').filter({ hasText: '编号没有填写' }).first().waitFor()
      await workbench.picture('6-web')
      expect(await page.locator('.squiggly-error').count()).toBeGreaterThan(0)
      await page.keyboard.press('Escape')
    })

    test('a definition in the draft is gone to, and the outline knows it', async () => {
      const { page } = workbench
      const cited = '本条例第十条的规定履行职责'
      await goTo(workbench, lineOf(cited), lines[lineOf(cited) - 1]!.indexOf(cited) + 5)
      await page.keyboard.press('F12')
      const status = page.locator('#status\\.editor\\.selection')
      await status.filter({ hasText: String(lineOf('第十条　')) }).waitFor()
      await page.keyboard.press('Control+Shift+O')
      await page.locator('.quick-input-widget input[type="text"]').fill('@第五十三条')
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: '第五十三条' }).first().waitFor()
      await page.keyboard.press('Escape')
      await workbench.picture('8-web-definition')
    })

    // This workbench has no place from which it could serve the page of a panel; the tree needs none.
    test('the tree beside the draft lists its chapters, and an entry leads to the text', async () => {
      const { page } = workbench
      await runCommand(workbench, '相关条款')
      const chapter = page.locator('.pane-body .monaco-list-row').filter({ hasText: '第三章 组织体系' }).first()
      await chapter.waitFor()
      await chapter.click()
      await page
        .locator('#status\\.editor\\.selection')
        .filter({ hasText: String(lineOf('## 第三章')) })
        .waitFor()
      await workbench.picture('9-web-tree')
    })
  }
)

/** Unpacks an archive and gives the folder of the extension. */
function unpack(archive: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-extension-'))
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(archive)))) {
    const file = join(folder, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
  return join(folder, 'extension')
}
