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
  freePort,
  goTo,
  openFile,
  openWorkbench,
  packExtension,
  serve
} from './workbench.js'

/** Folder in which `@vscode/test-web` and a copy of the workbench are installed. */
const tools = process.env.VSCODE_WEB_TOOLS
const server = findProgram('vscode-web', [
  tools === undefined ? undefined : join(tools, 'node_modules/@vscode/test-web/out/server/index.js')
])

describe.skipIf(server === undefined || chromiumPath() === undefined)(
  'the packed extension in a browser without a server',
  () => {
    let workbench: Workbench
    let lines: string[]
    const lineOf = (words: string): number => lines.findIndex((line) => line.includes(words)) + 1

    beforeAll(async () => {
      const folder = draftFolder()
      lines = readFileSync(join(folder, '草案/1-initial.md'), 'utf8').split('\n')
      const extension = unpack(packExtension(folder))
      const port = await freePort()
      const data = join(tools!, 'data')
      workbench = await openWorkbench(() => {
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
