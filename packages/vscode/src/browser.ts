import type { ExtensionContext } from 'vscode'
import { Uri, workspace } from 'vscode'
import { LanguageClient } from 'vscode-languageclient/browser'
import { clientOptions } from './client-options.js'
import { activateFeatures } from './features.js'

/** Starts the server in a web worker, with the registers that come with the extension. */
export async function activate(context: ExtensionContext): Promise<void> {
  const registers = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'server/corpus/dist/registers.json'))
  const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist/server-worker.js').toString(true))
  const options = clientOptions({ registers: JSON.parse(new TextDecoder().decode(registers)) as unknown })
  await activateFeatures(context, new LanguageClient('tiaoli', '条理', worker, options))
}
