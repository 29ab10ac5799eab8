import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CodeAction, Hover } from 'vscode-languageserver/node'
import { type Client, startClient } from './client.js'

const draft =
  '# 码头管理办法\n\n第一条　依照《海湾渔业管理条例》第二条制定本办法。\n\n第二条　码头应当登记其它船舶，依照第九条处理。\n'

let folder: string
let cache: string
let client: Client

/** A program in every place from which tools are known to run one when a folder is opened; each leaves a mark. */
function layTraps(mark: string): void {
  const leave = `require('node:fs').writeFileSync(${JSON.stringify(mark)}, 'run')`
  const leaveModule = `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(mark)}, 'run')\nexport default {}\n`
  const put = (path: string, text: string): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
    chmodSync(join(folder, path), 0o755)
  }
  for (const name of ['tiaoli.config', '.tiaolirc', '.remarkrc']) {
    for (const ending of ['js', 'cjs']) put(`${name}.${ending}`, leave)
    put(`${name}.mjs`, leaveModule)
  }
  for (const name of ['tiaoli', 'regast', '@tiaoli/lint', 'remark-regast']) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '9.9.9', main: 'index.js' }))
    put(`node_modules/${name}/index.js`, leave)
  }
  put('package.json', JSON.stringify({ name: 'x', main: 'index.js', scripts: { prepare: 'node index.js' } }))
  put('index.js', leave)
  put('git', `#!/bin/sh\necho run > ${JSON.stringify(mark)}\n`)
  put('tiaoli.config.json', JSON.stringify({ drafts: ['*.md'], instruments: ['文库'] }))
  put('文库/海湾渔业管理条例(2021-05-08).md', '# 海湾渔业管理条例\n\n第一条　甲。\n\n第二条　捕捞许可。\n')
  put('草案.md', draft)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '条理-'))
  cache = mkdtempSync(join(tmpdir(), '条理-'))
})

afterEach(async () => {
  await client?.stop().catch(() => undefined)
  for (const path of [folder, cache]) rmSync(path, { recursive: true, force: true })
})

/** Uses what an editor uses of a server, and asserts that it works. */
async function work(uri: string): Promise<void> {
  client.open(uri, draft)
  await client.diagnostics(uri, (all) =>
    ['qita', 'dangling-ref'].every((wanted) => all.some(({ code }) => code === wanted))
  )
  const at = { textDocument: { uri }, position: { line: 2, character: 17 } }
  const hover = await client.connection.sendRequest<Hover>('textDocument/hover', at)
  expect((hover.contents as { value: string }).value).toContain('捕捞许可')
  const range = { start: { line: 4, character: 10 }, end: { line: 4, character: 12 } }
  const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [] }
  })
  expect(actions.length).toBeGreaterThan(0)
  await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } })
  await client.connection.sendRequest('workspace/symbol', { query: '码头' })
}

test('a folder that nobody trusts has nothing of its own run, and nothing written into it', async () => {
  const mark = join(cache, 'mark')
  layTraps(mark)
  // The traps work.
  execFileSync(process.execPath, [join(folder, 'tiaoli.config.cjs')])
  expect(existsSync(mark)).toBe(true)
  rmSync(mark)
  const before = readdirSync(folder, { recursive: true }).sort()
  client = await startClient({}, {}, { env: { TIAOLI_CACHE: cache, PATH: `${folder}:${process.env.PATH}` } })
  await work(pathToFileURL(join(folder, '草案.md')).href)
  expect(await client.stop()).toBe(0)
  expect(existsSync(mark)).toBe(false)
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before)
})

test('the server works where Node.js lets it start no program and write nothing but its cache', async () => {
  layTraps(join(cache, 'mark'))
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission'
  const flags = [permission, '--allow-fs-read=*', `--allow-fs-write=${cache}/*`, '--allow-worker', '--no-warnings']
  client = await startClient({}, {}, { flags, env: { TIAOLI_CACHE: cache } })
  await work(pathToFileURL(join(folder, '草案.md')).href)
  expect(await client.stop()).toBe(0)
})
