import { PassThrough } from 'node:stream'
import { fixAllKind } from '@tiaoli/language-service'
import { createLibrary, instrumentsOfRegister } from '@tiaoli/library'
import { expect, test } from 'vitest'
import type {
  CodeLens,
  CompletionList,
  Diagnostic,
  InitializeResult,
  ProtocolConnection
} from 'vscode-languageserver/node'
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter
} from 'vscode-languageserver/node'
import type { ServerHost, Surroundings } from '../src/host.js'
import { startServer } from '../src/index.js'

const uri = 'file:///草案.md'
const draft =
  '# 码头管理办法\n\n第一条　依照《海湾渔业管理条例》第九条制定。\n\n第二条　登记其它船舶，依照第九条、第一条处理。\n'
const register = { title: '海湾渔业管理条例', versions: [{ date: '2021-05-08', articles: 12 }] }

/** A client of a server in this process. */
async function connect(host: ServerHost, clientInfo = { name: '编辑器' }, capabilities: ClientCapabilities = {}) {
  const [there, back] = [new PassThrough(), new PassThrough()]
  startServer(createConnection(new StreamMessageReader(there), new StreamMessageWriter(back)), host)
  const client = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there))
  const sent: Diagnostic[][] = []
  const waiting = new Set<() => void>()
  client.onNotification('textDocument/publishDiagnostics', ({ diagnostics }: { diagnostics: Diagnostic[] }) => {
    sent.push(diagnostics)
    for (const look of [...waiting]) look()
  })
  client.listen()
  const answer = await client.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    clientInfo,
    capabilities: { ...capabilities, general: { positionEncodings: ['utf-8', 'utf-16'] } }
  })
  await client.sendNotification('initialized', {})
  return { client, sent, until, answer, close: () => client.dispose() }

  /** The first diagnostics, of those already sent or to come, that fulfil a condition. */
  function until(wanted: (codes: unknown[]) => boolean): Promise<Diagnostic[]> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = sent.find((all) => wanted(all.map(({ code }) => code)))
        if (found === undefined) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  }
}

const open = (client: ProtocolConnection, text = draft): Promise<void> =>
  client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'tiaoli', version: 1, text }
  })

/** A host whose library comes when it is let go. */
function slowHost(broken: Partial<ServerHost> = {}): { host: ServerHost; arrive: () => void } {
  const library = createLibrary(instrumentsOfRegister({ instruments: [register] } as never, 'r.yaml'))
  let arrive = (): void => {}
  const there = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const around = (complete: boolean): Surroundings => ({
    name: '',
    library: complete ? library : createLibrary([]),
    complete,
    lint: {},
    brief: undefined,
    drafts: new Map(),
    isInstrument: () => false,
    problems: []
  })
  const host: ServerHost = {
    firstLibrary: async () => createLibrary([]),
    surroundings: async (_uri, _settings, _progress, early) => {
      early(around(false))
      await there
      return around(true)
    },
    normal: (other) => other,
    uriOf: () => undefined,
    text: () => undefined,
    configs: () => [],
    changed: () => {},
    setFolders: () => {},
    ...broken
  }
  return { host, arrive }
}

test('positions count UTF-16 units, whatever else a client could count', async () => {
  const { answer, close } = await connect(slowHost().host)
  expect(answer.capabilities.positionEncoding).toBe('utf-16')
  close()
})

test('before the library is there the text is checked, and no reference is called wrong', async () => {
  const { host, arrive } = slowHost()
  const { client, sent, until, close } = await connect(host)
  await open(client)
  await until((codes) => codes.includes('qita'))
  expect(sent.flat().filter(({ code }) => /ref|instrument/.test(String(code)))).toEqual([])
  const lenses = await client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } })
  const [lens] = await Promise.all(lenses.map((one) => client.sendRequest<CodeLens>('codeLens/resolve', one)))
  expect(lens!.command!.title).toBe('被引用 1 处')
  expect(lenses).toHaveLength(1)
  const stray = { ...lenses[0]!, data: [9, 'art_1'] }
  await expect(client.sendRequest('codeLens/resolve', stray)).rejects.toThrow()
  arrive()
  const all = await until((codes) => codes.includes('dangling-ref'))
  expect(all.map(({ code }) => code)).toContain('qita')
  close()
})

test('a feature that crashes answers with an error, and everything else goes on', async () => {
  const { host, arrive } = slowHost({
    uriOf: () => {
      throw new Error('the disk is gone')
    }
  })
  arrive()
  const { client, until, close } = await connect(host)
  await open(client)
  await until((codes) => codes.includes('dangling-ref'))
  const at = { textDocument: { uri }, position: { line: 2, character: 18 } }
  await expect(client.sendRequest('textDocument/definition', at)).rejects.toThrow('出错')
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: draft.replace('其它', '其他').replace('第九条、', '') }]
  })
  await until((codes) => !codes.includes('dangling-ref') && !codes.includes('qita'))
  expect(await client.sendRequest('textDocument/hover', at)).not.toBeNull()
  close()
})

test('to Helix, a run of letters before the cursor is one word, and completions are found by all of it', async () => {
  const text = '# 码头管理办法\n\n第一条　经营者登记。\n\n第二条　违反第一条的，按照第'
  const at = { textDocument: { uri }, position: { line: 4, character: 14 } }
  const offered = async (name: string) => {
    const { client, close } = await connect(slowHost().host, { name })
    await open(client, text)
    const { items } = await client.sendRequest<CompletionList>('textDocument/completion', at)
    close()
    return items.find(({ label }) => label === '第一条')?.filterText
  }
  expect(await offered('编辑器')).toBe('第第一条')
  expect(await offered('helix')).toBe('按照第第一条')
})

test('a client that asks is told of what a request for fixes has had found', async () => {
  const { host, arrive } = slowHost()
  arrive()
  const asks = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } }
  const { client, close } = await connect(host, undefined, asks)
  let refresh = (): void => {}
  const refreshed = () =>
    new Promise<void>((resolve) => {
      refresh = resolve
    })
  client.onRequest('workspace/diagnostic/refresh', () => {
    refresh()
    return null
  })
  const codes = async (): Promise<unknown[]> => {
    const { items } = await client.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri }
    })
    return items.map(({ code }) => code)
  }
  await open(client)
  for (;;) {
    const again = refreshed()
    if ((await codes()).includes('qita')) break
    await again
  }
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: `${draft}\n第三条　码头其它事项另行规定。\n` }]
  })
  expect((await codes()).filter((code) => code === 'qita')).toHaveLength(1)
  const told = refreshed()
  await client.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
    context: { diagnostics: [], only: [fixAllKind] }
  })
  await told
  expect((await codes()).filter((code) => code === 'qita')).toHaveLength(2)
  close()
})
