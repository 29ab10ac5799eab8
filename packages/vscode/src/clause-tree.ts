import type { Disposable, DocumentSymbol, Event, TreeDataProvider } from 'vscode'
import { commands, EventEmitter, TreeItem, TreeItemCollapsibleState, window, workspace } from 'vscode'
import { language } from './client-options.js'

/** How long nobody types before the tree is read again, in milliseconds. */
const pause = 400

/** The 编章节条 of the draft in front, as a tree. */
export class ClauseTree implements TreeDataProvider<DocumentSymbol> {
  private readonly changed = new EventEmitter<void>()
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(subscriptions: Disposable[]) {
    subscriptions.push(
      this.changed,
      window.onDidChangeActiveTextEditor(() => this.later()),
      workspace.onDidOpenTextDocument(() => this.later()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === language) this.later()
      })
    )
  }

  get onDidChangeTreeData(): Event<void> {
    return this.changed.event
  }

  getTreeItem(symbol: DocumentSymbol): TreeItem {
    const open = symbol.children.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None
    const item = new TreeItem(symbol.name, open)
    item.description = symbol.detail
    item.tooltip = `${symbol.name} ${symbol.detail}`.trim()
    const document = window.activeTextEditor?.document
    if (document !== undefined) {
      item.command = {
        title: '转到',
        command: 'vscode.open',
        arguments: [document.uri, { selection: symbol.selectionRange }]
      }
    }
    return item
  }

  async getChildren(symbol?: DocumentSymbol): Promise<DocumentSymbol[]> {
    if (symbol !== undefined) return symbol.children
    const document = window.activeTextEditor?.document
    if (document?.languageId !== language) return []
    return (
      (await commands.executeCommand<DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri
      )) ?? []
    )
  }

  private later(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.changed.fire(), pause)
  }
}
