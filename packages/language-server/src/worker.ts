import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { startServer } from './server.js'
import { workerHost } from './worker-host.js'

/** Serves the page that started this web worker. */
export function startWorkerServer(worker: ConstructorParameters<typeof BrowserMessageReader>[0]): void {
  startServer(createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker)), workerHost())
}
