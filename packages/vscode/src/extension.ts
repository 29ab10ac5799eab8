import type { ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { clientOptions } from './client-options.js'
import { activateFeatures } from './features.js'

/** Starts the server as a process beside the editor. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('server/packages/workspace/dist/server.js')
  const run = { module, transport: TransportKind.stdio }
  const client = new LanguageClient('tiaoli', '条理', { run, debug: run }, clientOptions({}))
  await activateFeatures(context, client)
}
