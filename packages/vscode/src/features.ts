import type { ExtensionContext } from 'vscode'
import { commands, window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { ClauseTree } from './clause-tree.js'
import { registerCommands } from './commands.js'
import { detectDrafts } from './detect-drafts.js'
import { RelatedPanel } from './related-panel.js'

/** Everything of the extension that does not depend on where the server runs. */
export async function activateFeatures(context: ExtensionContext, client: BaseLanguageClient): Promise<void> {
  context.subscriptions.push(
    { dispose: () => void client.stop() },
    ...registerCommands(client),
    commands.registerCommand('tiaoli.restart', async () => {
      await client.stop()
      await client.start()
    }),
    window.registerWebviewViewProvider('tiaoli.related', new RelatedPanel(client, context.subscriptions)),
    window.createTreeView('tiaoli.clauses', {
      treeDataProvider: new ClauseTree(context.subscriptions),
      showCollapseAll: true
    })
  )
  await client.start()
  context.subscriptions.push(...detectDrafts())
}
