import { setFlagsFromString } from 'node:v8'
import { createConnection, ProposedFeatures, StreamMessageWriter } from 'vscode-languageserver/node'
import { createAnswerEncoder } from './answer-encoder.js'
import { nodeHost } from './node-host.js'
import { startServer } from './server.js'

/** Serves standard input and output until they close; what fails outside a request is logged and survived. */
export function startStdioServer(): void {
  // A server that reads a draft anew at every stroke leaves much behind: collecting it earlier saves a quarter of the memory.
  setFlagsFromString('--heap-growing-percent=100')
  const encoder = createAnswerEncoder()
  const writer = new StreamMessageWriter(process.stdout, { contentTypeEncoder: encoder })
  // The stream itself is handed over for input, so that the process ends with it; a writer is taken beside it, whatever the types say.
  const connection = createConnection(
    ProposedFeatures.all,
    process.stdin,
    writer as StreamMessageWriter & NodeJS.WritableStream
  )
  const log = (error: unknown): void => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  }
  process.on('uncaughtException', log)
  process.on('unhandledRejection', log)
  startServer(connection, { ...nodeHost(), expect: encoder.expect })
}
