import type { ClientCapabilities, Connection, InitializeParams, MessageType } from 'vscode-languageserver'
import { ShowMessageNotification } from 'vscode-languageserver'

/** The editor at the other end: what it can do, and how it is spoken to. */
export class Client {
  capabilities: ClientCapabilities = {}
  /** Whether it compares completions with the whole word before the cursor. */
  comparesWholeWords = false

  constructor(private readonly connection: Connection) {}

  /** Takes down what it says of itself when it starts the server. */
  introduce({ capabilities, clientInfo }: Pick<InitializeParams, 'capabilities' | 'clientInfo'>): void {
    this.capabilities = capabilities
    this.comparesWholeWords = clientInfo?.name === 'helix'
  }

  /** Says something that asks for no answer. */
  tell(type: MessageType, message: string): void {
    void this.connection.sendNotification(ShowMessageNotification.type, { type, message })
  }

  /** Writes down that something failed which nobody asked for. */
  log(doing: string, error: unknown): void {
    this.connection.console.error(`${doing}: ${error instanceof Error ? error.stack : String(error)}`)
  }

  /** Has it ask again for what depends on the library. */
  refreshAnswers(): void {
    const { workspace } = this.capabilities
    if (workspace?.semanticTokens?.refreshSupport) void this.connection.languages.semanticTokens.refresh()
    if (workspace?.inlayHint?.refreshSupport) void this.connection.languages.inlayHint.refresh()
  }

  /** Has it ask again for lenses, which count the references of all drafts that have been read. */
  refreshLenses(): void {
    if (this.capabilities.workspace?.codeLens?.refreshSupport) {
      void this.connection.sendRequest('workspace/codeLens/refresh')
    }
  }

  /** Shows how far a library is, where it can. */
  showProgress(): { update(done: number, total: number): void; done(): void } {
    const { connection, capabilities } = this
    let bar: ReturnType<Connection['window']['createWorkDoneProgress']> | undefined
    return {
      update: (done, total) => {
        if (total < 50 || !capabilities.window?.workDoneProgress) return
        bar ??= connection.window.createWorkDoneProgress().then((created) => {
          created.begin('正在读取文库', 0)
          return created
        })
        void bar.then((shown) => shown.report(Math.floor((100 * done) / total), `${done}/${total}`))
      },
      done: () => {
        void bar?.then((shown) => shown.done())
      }
    }
  }
}
