import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { afterEach, expect, test } from 'vitest'

const uri = 'memory:/草案.md'
const draft =
  '# 码头管理办法\n\n第一条　依照《海湾渔业管理条例》第九条制定。\n\n第二条　登记其它船舶，依照第九条、第一条处理。\n'
const instruments = [{ title: '海湾渔业管理条例', versions: [{ date: '2021-05-08', articles: 12 }] }]

/** What a browser gives a web worker and Node does not. */
const browser = `const { parentPort } = require('node:worker_threads')
globalThis.self = {
  addEventListener: () => {},
  set onmessage(take) { parentPort.on('message', (data) => take({ data })) },
  postMessage: (message) => parentPort.postMessage(message)
}
;(function (process, Buffer, setImmediate, require, module, exports) {`

interface Message {
  id?: number
  method?: string
  result?: unknown
  params?: { diagnostics: { code: unknown }[] }
}

let worker: Worker | undefined
let folder: string | undefined
afterEach(async () => {
  await worker?.terminate()
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
})

test('the server of the browser runs in a worker that has nothing of Node', async () => {
  folder = mkdtempSync(join(tmpdir(), 'tiaoli-worker-'))
  const file = join(folder, 'server.cjs')
  await build({
    entryPoints: [fileURLToPath(new URL('../src/server-worker.ts', import.meta.url))],
    outfile: file,
    bundle: true,
    platform: 'browser',
    conditions: ['worker', 'browser'],
    format: 'iife',
    banner: { js: browser },
    footer: { js: '})()' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error'
  })
  worker = new Worker(file)
  const heard: Message[] = []
  const listeners = new Set<() => void>()
  worker.on('message', (message: Message) => {
    heard.push(message)
    for (const look of [...listeners]) look()
  })
  const send = (message: object): void => worker!.postMessage({ jsonrpc: '2.0', ...message })
  const hears = (wanted: (message: Message) => boolean): Promise<Message> =>
    new Promise((resolve, reject) => {
      worker!.once('error', reject)
      const look = (): void => {
        const found = heard.find(wanted)
        if (found === undefined) return
        listeners.delete(look)
        resolve(found)
      }
      listeners.add(look)
      look()
    })
  const ask = async (id: number, method: string, params: object): Promise<unknown> => {
    send({ id, method, params })
    return (await hears((message) => message.id === id && message.method === undefined)).result
  }

  const registers = { registers: [{ file: 'r.yaml', register: { instruments } }] }
  const start = { processId: null, rootUri: null, capabilities: {}, initializationOptions: { registers } }
  expect(await ask(1, 'initialize', start)).toMatchObject({ capabilities: { positionEncoding: 'utf-16' } })
  send({ method: 'initialized', params: {} })
  const textDocument = { uri, languageId: 'tiaoli', version: 1, text: draft }
  send({ method: 'textDocument/didOpen', params: { textDocument } })
  const published = await hears(({ params }) =>
    ['dangling-ref', 'qita'].every((code) => params?.diagnostics?.some((found) => found.code === code))
  )
  expect(published.method).toBe('textDocument/publishDiagnostics')
  const at = { textDocument: { uri }, position: { line: 2, character: 18 } }
  expect(JSON.stringify(await ask(2, 'textDocument/hover', at))).toContain('2021-05-08 的版本')
})
