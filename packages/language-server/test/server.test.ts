import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type {
  CodeAction,
  Diagnostic,
  Hover,
  Location,
  SemanticTokens,
  SemanticTokensDelta,
  WorkspaceEdit
} from 'vscode-languageserver/node'
import { type Client, startClient } from './client.js'

const draft = `# 码头管理办法

第一条　依照《海湾渔业管理条例》第二条第二款制定本办法。

第二条　码头应当登记其它船舶，依照第九条处理。
`
const law = '# 海湾渔业管理条例\n\n第一条　甲。\n\n第二条　乙。\n\n捕捞许可每三年换发一次。\n'

let folder: string
let client: Client
const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '条理-'))
  mkdirSync(join(folder, '文库'))
  writeFileSync(join(folder, 'tiaoli.config.json'), JSON.stringify({ drafts: ['*.md'], instruments: ['文库'] }))
  writeFileSync(join(folder, '草案.md'), draft)
  writeFileSync(join(folder, '文库', '海湾渔业管理条例(2021-05-08).md'), law)
})

afterEach(async () => {
  await client?.stop().catch(() => undefined)
  rmSync(folder, { recursive: true, force: true })
})

const codes = (found: Diagnostic[]): unknown[] => found.map(({ code }) => code)
const at = (uri: string, line: number, character: number) => ({ textDocument: { uri }, position: { line, character } })

test('a draft is opened, asked about, changed and closed', async () => {
  client = await startClient()
  const uri = uriOf('草案.md')
  client.open(uri, draft)
  // The rules may have run before the library is there; references are told once it is.
  await client.diagnostics(uri, (all) => ['qita', 'dangling-ref'].every((code) => codes(all).includes(code)))
  const hover = (await client.connection.sendRequest('textDocument/hover', at(uri, 2, 16))) as Hover
  expect((hover.contents as { value: string }).value).toContain('捕捞许可每三年换发一次。')
  const places = (await client.connection.sendRequest('textDocument/definition', at(uri, 2, 16))) as Location[]
  expect(decodeURIComponent(places[0]!.uri)).toContain('海湾渔业管理条例(2021-05-08).md')
  expect(places[0]!.range.start.line).toBe(6)
  client.change(uri, 2, draft.replace('第九条', '第一条').replace('其它', '其他'))
  expect(codes(await client.diagnostics(uri, (all) => !codes(all).includes('dangling-ref')))).not.toContain('qita')
  expect(await client.stop()).toBe(0)
})

test('a client that pulls gets what is known and is told when there is more', async () => {
  client = await startClient({
    textDocument: { diagnostic: {} },
    workspace: { diagnostics: { refreshSupport: true } }
  })
  let wake = (): void => {}
  client.connection.onRequest('workspace/diagnostic/refresh', () => {
    wake()
    return null
  })
  const uri = uriOf('草案.md')
  client.open(uri, draft)
  type Report = { kind: string; resultId: string; items?: Diagnostic[] }
  const pull = (previousResultId?: string) =>
    client.connection.sendRequest<Report>('textDocument/diagnostic', { textDocument: { uri }, previousResultId })
  for (;;) {
    const told = new Promise<void>((resolve) => {
      wake = resolve
    })
    const { items } = await pull()
    if (codes(items!).includes('dangling-ref') && codes(items!).includes('qita')) break
    await told
  }
  const last = await pull()
  expect(last.kind).toBe('full')
  expect(await pull(last.resultId)).toEqual({ kind: 'unchanged', resultId: last.resultId })
})

test('tokens are sent again only where they have changed', async () => {
  client = await startClient()
  const uri = uriOf('草案.md')
  client.open(uri, draft)
  await client.diagnostics(uri, (all) => codes(all).includes('dangling-ref'))
  const full = await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', {
    textDocument: { uri }
  })
  client.change(uri, 2, draft.replace('应当登记', '可以不必登记'))
  const delta = await client.connection.sendRequest<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
    textDocument: { uri },
    previousResultId: full.resultId
  })
  const patched = [...full.data]
  for (const { start, deleteCount, data = [] } of delta.edits) patched.splice(start, deleteCount, ...data)
  const again = await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', {
    textDocument: { uri }
  })
  expect(patched).toEqual(again.data)
  expect(delta.edits[0]!.data!.length).toBeLessThan(full.data.length / 2)
})

test('a renumbering is one change of the workspace that the client makes', async () => {
  client = await startClient()
  const edits: WorkspaceEdit[] = []
  client.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
    edits.push(edit)
    return { applied: true }
  })
  const uri = uriOf('草案.md')
  client.open(uri, draft)
  await client.diagnostics(uri)
  await client.connection.sendRequest('workspace/executeCommand', {
    command: 'tiaoli.server.insertArticle',
    arguments: [uri, { line: 2, character: 0 }]
  })
  expect(edits).toHaveLength(1)
  expect(edits[0]!.changes![uri]!.map(({ newText }) => newText)).toEqual(['\n\n第二条　', '三'])
})

test('drafts and the configuration follow a file that is renamed', async () => {
  writeFileSync(join(folder, 'tiaoli.config.json'), JSON.stringify({ drafts: ['草案.md', '说明.md'] }))
  writeFileSync(join(folder, '说明.md'), '# 起草说明\n\n第一条　见[草案](草案.md)。\n')
  client = await startClient()
  const uri = uriOf('草案.md')
  client.open(uri, draft)
  await client.diagnostics(uri, (all) => codes(all).includes('dangling-ref'))
  const { changes } = (await client.connection.sendRequest('workspace/willRenameFiles', {
    files: [{ oldUri: uri, newUri: uriOf('送审稿.md') }]
  })) as WorkspaceEdit
  const put = Object.entries(changes!).map(([file, edits]) => [file, edits.map(({ newText }) => newText)])
  expect(put).toEqual([
    [uriOf('说明.md'), ['送审稿.md']],
    [uriOf('tiaoli.config.json'), ['送审稿.md']]
  ])
})

test('requests that make no sense are answered with an error, and the server lives on', async () => {
  client = await startClient()
  const uri = uriOf('草案.md')
  client.open(uri, draft)
  await client.diagnostics(uri)
  await expect(client.connection.sendRequest('textDocument/hover', { textDocument: { uri } })).rejects.toThrow('出错')
  await expect(client.connection.sendRequest('textDocument/nothing', {})).rejects.toThrow()
  await expect(
    client.connection.sendRequest('textDocument/rename', { ...at(uri, 2, 0), newName: '甲' })
  ).rejects.toThrow('重新编号')
  client.write('Content-Length: 9\r\n\r\n{"broken"')
  const [action] = (await client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line: 4, character: 8 }, end: { line: 4, character: 12 } },
    context: { diagnostics: [] }
  })) as CodeAction[]
  expect(action!.title).toContain('其他')
})

test('a request that is taken back is not answered with a result', async () => {
  client = await startClient()
  const uri = uriOf('草案.md')
  client.open(uri, draft)
  const { CancellationTokenSource } = await import('vscode-languageserver/node')
  const source = new CancellationTokenSource()
  const request = client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } }, source.token)
  source.cancel()
  await expect(request).rejects.toThrow('取消')
})

test('texts, configurations and drafts that change on disk are read again', async () => {
  client = await startClient({ workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } })
  client.connection.onRequest('client/registerCapability', () => null)
  const uri = uriOf('草案.md')
  client.open(uri, draft)
  await client.diagnostics(uri, (all) => codes(all).includes('qita'))
  const changed = (name: string) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type: 2 }] })
  writeFileSync(
    join(folder, '文库', '海湾渔业管理条例(2021-05-08).md'),
    law.replace('\n\n捕捞许可每三年换发一次。', '')
  )
  await changed('文库/海湾渔业管理条例(2021-05-08).md')
  const dangling = await client.diagnostics(
    uri,
    (all) => all.filter(({ code }) => code === 'dangling-ref').length === 2
  )
  expect(dangling.some(({ message }) => message.includes('只有一款'))).toBe(true)
  writeFileSync(join(folder, 'tiaoli.config.json'), JSON.stringify({ drafts: ['*.md'], rules: { qita: 'off' } }))
  await changed('tiaoli.config.json')
  const without = await client.diagnostics(
    uri,
    (all) => codes(all).includes('unknown-instrument') && !codes(all).includes('qita')
  )
  expect(codes(without)).toContain('dangling-ref')
})

test('each folder of several has its own library and its own rules', async () => {
  mkdirSync(join(folder, '另一处'))
  writeFileSync(
    join(folder, '另一处', 'tiaoli.config.json'),
    JSON.stringify({ drafts: ['*.md'], rules: { qita: 'off' } })
  )
  writeFileSync(join(folder, '另一处', '草案.md'), draft)
  client = await startClient()
  const [here, there] = [uriOf('草案.md'), uriOf('另一处/草案.md')]
  client.open(here, draft)
  client.open(there, draft)
  const inOne = codes(
    await client.diagnostics(here, (all) => codes(all).includes('qita') && codes(all).includes('dangling-ref'))
  )
  expect(inOne).not.toContain('unknown-instrument')
  const inOther = codes(await client.diagnostics(there, (all) => codes(all).includes('unknown-instrument')))
  expect(inOther).not.toContain('qita')
})

test('settings that change in the editor take effect at once', async () => {
  client = await startClient()
  const uri = uriOf('草案.md')
  client.open(uri, draft)
  await client.diagnostics(uri, (all) => codes(all).includes('qita') && codes(all).includes('dangling-ref'))
  await client.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { tiaoli: { check: false } }
  })
  const without = await client.diagnostics(uri, (all) => !codes(all).includes('qita') && all.length > 0)
  expect(codes(without)).toContain('dangling-ref')
})

test('a configuration that cannot be read is told, and the draft is checked all the same', async () => {
  writeFileSync(join(folder, 'tiaoli.config.json'), '{ "draft": [] }')
  client = await startClient()
  const told = new Promise<string>((resolve) => {
    client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => resolve(message))
  })
  const uri = uriOf('草案.md')
  client.open(uri, draft)
  expect(await told).toContain('tiaoli.config.json')
  const found = await client.diagnostics(uri, (all) => codes(all).includes('dangling-ref'))
  expect(codes(found)).toContain('unknown-instrument')
})

test('the text of an instrument is not checked as a draft', async () => {
  client = await startClient()
  const uri = uriOf('草案.md')
  client.open(uri, draft)
  await client.diagnostics(uri)
  const lawUri = uriOf('文库/海湾渔业管理条例(2021-05-08).md')
  client.open(lawUri, law.replace('第二条', '第五条'))
  const symbols = (await client.connection.sendRequest('textDocument/documentSymbol', {
    textDocument: { uri: lawUri }
  })) as unknown[]
  expect(symbols.length).toBeGreaterThan(0)
  const pulled = await Promise.race([
    client.diagnostics(lawUri).then((found) => found.length),
    new Promise<string>((resolve) => setTimeout(() => resolve('none'), 800))
  ])
  expect(pulled).toBe('none')
})
