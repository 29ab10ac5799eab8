import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ClientCapabilities, Diagnostic, ProtocolConnection } from 'vscode-languageserver/node'
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter
} from 'vscode-languageserver/node'

const command = fileURLToPath(new URL('../../cli/bin/tiaoli.js', import.meta.url))

/** A client of a server in another process, as an editor starts it. */
export interface Client {
  connection: ProtocolConnection
  /** Writes bytes to the server as they are. */
  write(bytes: string): void
  open(uri: string, text: string): void
  change(uri: string, version: number, text: string): void
  /** The next diagnostics of a file that fulfil a condition. */
  diagnostics(uri: string, wanted?: (found: Diagnostic[]) => boolean): Promise<Diagnostic[]>
  stop(): Promise<number | null>
}

/** Starts a server, with flags of Node.js where given, and shakes hands with it. */
export async function startClient(
  capabilities: ClientCapabilities = {},
  initializationOptions: object = {},
  { flags = [], env = {} }: { flags?: string[]; env?: Record<string, string> } = {}
): Promise<Client> {
  const stdio = ['pipe', 'pipe', 'inherit'] as const
  const child = spawn(process.execPath, [...flags, command, 'lsp'], {
    stdio: [...stdio],
    env: { ...process.env, ...env }
  })
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin)
  )
  const latest = new Map<string, Diagnostic[]>()
  const waiting = new Set<() => void>()
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
    latest.set(uri, diagnostics)
    for (const wake of [...waiting]) wake()
  })
  connection.listen()
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities,
    workspaceFolders: null,
    initializationOptions
  })
  await connection.sendNotification(InitializedNotification.type, {})
  return {
    connection,
    write: (bytes) => child.stdin.write(bytes),
    open: (uri, text) => {
      latest.delete(uri)
      void connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: 'markdown', version: 1, text }
      })
    },
    change: (uri, version, text) => {
      latest.delete(uri)
      void connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ text }]
      })
    },
    diagnostics: (uri, wanted = () => true) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = latest.get(uri)
          if (found === undefined || !wanted(found)) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    stop: async () => {
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      return exit
    }
  }
}
