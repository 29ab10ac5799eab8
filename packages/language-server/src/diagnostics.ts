import type { LanguageService } from '@tiaoli/language-service'
import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { ServerWorkspace } from './server-workspace.js'

/** How long nobody types before the drafting rules are run, in milliseconds. */
const pause = 300

/** Sends diagnostics, or tells a client that pulls when there are new ones. */
export class DiagnosticSender {
  private readonly full = new Map<string, ReturnType<typeof setTimeout>>()
  private readonly soon = new Set<string>()
  /** Clients that pull have their own timing. */
  pulls = false
  check = true

  constructor(
    private readonly connection: Connection,
    private readonly service: LanguageService,
    private readonly workspace: ServerWorkspace,
    private readonly documents: TextDocuments<TextDocument>
  ) {}

  /** What there is to say about a draft now, as an answer to a pull. */
  now(uri: string): Diagnostic[] {
    if (!this.isDue(uri)) return []
    if (!this.service.isFullyDiagnosed(uri)) this.later(uri)
    return this.service.quickDiagnostics(uri)
  }

  /** After a change: at once what is quick to find, after a pause the rest. Changes that wait in line are taken together. */
  changed(uri: string): void {
    if (!this.pulls && !this.soon.has(uri)) {
      this.soon.add(uri)
      soon(() => {
        this.soon.delete(uri)
        this.send(uri)
      })
    }
    this.later(uri)
  }

  /** After a change of what lies around the drafts. */
  refresh(): void {
    if (this.pulls) void this.connection.languages.diagnostics.refresh()
    else for (const { uri } of this.documents.all()) this.changed(uri)
  }

  closed(uri: string): void {
    clearTimeout(this.full.get(uri))
    this.full.delete(uri)
    if (!this.pulls) void this.connection.sendDiagnostics({ uri, diagnostics: [] })
  }

  private later(uri: string): void {
    clearTimeout(this.full.get(uri))
    if (!this.check) return
    this.full.set(
      uri,
      setTimeout(() => {
        this.full.delete(uri)
        if (!this.isDue(uri) || this.service.isFullyDiagnosed(uri)) return
        this.guarded(uri, () => {
          this.service.diagnostics(uri)
          if (this.pulls) void this.connection.languages.diagnostics.refresh()
          else this.send(uri)
        })
      }, pause)
    )
  }

  private send(uri: string): void {
    const document = this.documents.get(uri)
    if (document === undefined || !this.isDue(uri)) return
    this.guarded(uri, () => {
      const diagnostics = this.service.quickDiagnostics(uri)
      void this.connection.sendDiagnostics({ uri, version: document.version, diagnostics })
    })
  }

  /** Nothing is said about a draft before its library is there, nor about enacted texts. */
  private isDue(uri: string): boolean {
    return this.workspace.isReady(uri) && !this.workspace.isInstrument(uri)
  }

  private guarded(uri: string, work: () => void): void {
    try {
      work()
    } catch (error) {
      this.connection.console.error(`diagnostics ${uri}: ${error instanceof Error ? error.stack : String(error)}`)
    }
  }
}

/** After the messages that wait in line; a browser has no `setImmediate`. */
function soon(work: () => void): void {
  if (typeof setImmediate === 'function') setImmediate(work)
  else setTimeout(work, 0)
}
