import type { LanguageService } from '@tiaoli/language-service'
import type { Connection, Diagnostic, DocumentDiagnosticReport, TextDocuments } from 'vscode-languageserver'
import { DocumentDiagnosticReportKind } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type RestWork, soon } from './rest-work.js'
import type { ServerWorkspace } from './server-workspace.js'

/** How long nobody types before the drafting rules are run, in milliseconds. */
const pause = 300

/** Sends diagnostics, or tells a client that pulls when there are new ones. */
export class DiagnosticSender {
  private readonly full = new Map<string, ReturnType<typeof setTimeout>>()
  private readonly soon = new Set<string>()
  /** Checks that are under way. */
  private readonly checks = new Map<string, Iterator<undefined>>()
  /** Drafts of which what was told last was not everything. */
  private readonly partly = new Set<string>()
  /** What clients that ask were answered last. */
  private readonly answered = new Map<string, { id: string; written: string }>()
  private count = 0
  /** Clients that pull have their own timing. */
  pulls = false
  check = true
  /** Called when everything has been said about a draft as it is. */
  completed: (uri: string) => void = () => {}

  constructor(
    private readonly connection: Connection,
    private readonly service: LanguageService,
    private readonly workspace: ServerWorkspace,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly rest: RestWork
  ) {}

  /** The answer to a client that asks: what there is to say about a draft now, or that it has not changed since an earlier answer. */
  pulled(uri: string, earlier: string | undefined): DocumentDiagnosticReport {
    const items = this.isDue(uri) ? this.now(uri) : []
    if (this.isDue(uri) && !this.isComplete(uri)) this.later(uri)
    const written = JSON.stringify(items)
    const known = this.answered.get(uri)
    if (known !== undefined && known.id === earlier && known.written === written) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: known.id }
    }
    this.count += 1
    const id = String(this.count)
    this.answered.set(uri, { id, written })
    return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items }
  }

  /** After a change: at once what is quick to find, after a pause the rest. Changes that wait in line are taken together. */
  changed(uri: string): void {
    this.checks.delete(uri)
    if (!this.pulls && !this.soon.has(uri)) {
      this.soon.add(uri)
      soon(() => {
        this.soon.delete(uri)
        this.send(uri)
      })
    }
    this.later(uri)
  }

  /** When it is known what a file is: what can be told at once, before its references are followed and its library is there. */
  opened(uri: string): void {
    if (this.pulls) void this.connection.languages.diagnostics.refresh()
    else this.send(uri)
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
    this.checks.delete(uri)
    this.partly.delete(uri)
    this.answered.delete(uri)
    if (!this.pulls) void this.connection.sendDiagnostics({ uri, diagnostics: [] })
  }

  private later(uri: string): void {
    clearTimeout(this.full.get(uri))
    if (!this.check) return
    this.full.set(
      uri,
      setTimeout(() => {
        this.full.delete(uri)
        if (!this.isDue(uri)) return
        if (this.isComplete(uri)) {
          // Whoever asked for a fix meanwhile has had the rules run.
          if (this.partly.has(uri)) this.checked(uri)
          return
        }
        this.guarded(uri, () => {
          const steps = this.service.check(uri, !this.workspace.isReady(uri))
          this.checks.set(uri, steps)
          this.rest.run(steps, {
            isWanted: () => this.checks.get(uri) === steps,
            done: () => this.checked(uri),
            failed: (error) => this.log(uri, error)
          })
        })
      }, pause)
    )
  }

  private checked(uri: string): void {
    this.checks.delete(uri)
    if (this.pulls) void this.connection.languages.diagnostics.refresh()
    else this.send(uri)
    if (this.isComplete(uri)) this.completed(uri)
  }

  private send(uri: string): void {
    const document = this.documents.get(uri)
    if (document === undefined || !this.isDue(uri)) return
    this.guarded(uri, () => {
      void this.connection.sendDiagnostics({ uri, version: document.version, diagnostics: this.now(uri) })
    })
  }

  private now(uri: string): Diagnostic[] {
    if (this.isComplete(uri)) this.partly.delete(uri)
    else this.partly.add(uri)
    return this.workspace.isReady(uri) ? this.service.quickDiagnostics(uri) : this.service.earlyDiagnostics(uri)
  }

  /** Nothing is said about enacted texts, nor before it is known which those are. */
  private isDue(uri: string): boolean {
    return this.workspace.isPlaced(uri) && !this.workspace.isInstrument(uri)
  }

  /** Whether all has been found that can be found with what has been read so far. */
  private isComplete(uri: string): boolean {
    return this.workspace.isReady(uri) ? this.service.isFullyDiagnosed(uri) : this.service.isCheckedEarly(uri)
  }

  private guarded(uri: string, work: () => void): void {
    try {
      work()
    } catch (error) {
      this.log(uri, error)
    }
  }

  private log(uri: string, error: unknown): void {
    this.connection.console.error(`diagnostics ${uri}: ${error instanceof Error ? error.stack : String(error)}`)
  }
}
