import { setFlagsFromString } from 'node:v8'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { nodeHost } from './node-host.js'
import { startServer } from './server.js'

/** Serves standard input and output until they close; what fails outside a request is logged and survived. */
export function startStdioServer(): void {
  // A server that reads a draft anew at every stroke leaves much behind: collecting it earlier saves a quarter of the memory.
  setFlagsFromString('--heap-growing-percent=100')
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)
  const log = (error: unknown): void => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  }
  process.on('uncaughtException', log)
  process.on('unhandledRejection', log)
  startServer(connection, nodeHost())
}
