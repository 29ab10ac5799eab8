import type { LanguageService } from '@tiaoli/language-service'
import type { Connection, Diagnostic, DocumentDiagnosticReport, TextDocuments } from 'vscode-languageserver'
import { DocumentDiagnosticReportKind } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { ServerWorkspace } from './server-workspace.js'

/** How long nobody types before the drafting rules are run, in milliseconds. */
const pause = 300

/** How long the rules are run at a stretch, in milliseconds; whatever a person does then waits no longer than this. */
const slice = 4

/** Sends diagnostics, or tells a client that pulls when there are new ones. */
export class DiagnosticSender {
  private readonly full = new Map<string, ReturnType<typeof setTimeout>>()
  private readonly soon = new Set<string>()
  /** Checks that are under way. */
  private readonly checks = new Map<string, Iterator<undefined>>()
  /** What clients that ask were answered last. */
  private readonly answered = new Map<string, { id: string; written: string }>()
  private count = 0
  /** Clients that pull have their own timing. */
  pulls = false
  check = true

  constructor(
    private readonly connection: Connection,
    private readonly service: LanguageService,
    private readonly workspace: ServerWorkspace,
    private readonly documents: TextDocuments<TextDocument>
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
        if (!this.isDue(uri) || this.isComplete(uri)) return
        this.guarded(uri, () => {
          const steps = this.service.check(uri, !this.workspace.isReady(uri))
          this.checks.set(uri, steps)
          this.run(uri, steps)
        })
      }, pause)
    )
  }

  /** Goes on with a check as long as it is the last that was begun, and says what it found. */
  private run(uri: string, steps: Iterator<undefined>): void {
    if (this.checks.get(uri) !== steps) return
    this.guarded(uri, () => {
      const end = performance.now() + slice
      while (performance.now() < end) {
        if (!steps.next().done) continue
        this.checks.delete(uri)
        if (this.pulls) void this.connection.languages.diagnostics.refresh()
        else this.send(uri)
        return
      }
      soon(() => this.run(uri, steps))
    })
  }

  private send(uri: string): void {
    const document = this.documents.get(uri)
    if (document === undefined || !this.isDue(uri)) return
    this.guarded(uri, () => {
      void this.connection.sendDiagnostics({ uri, version: document.version, diagnostics: this.now(uri) })
    })
  }

  private now(uri: string): Diagnostic[] {
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
      this.connection.console.error(`diagnostics ${uri}: ${error instanceof Error ? error.stack : String(error)}`)
    }
  }
}

/** After the messages that wait in line; a browser has no `setImmediate`. */
function soon(work: () => void): void {
  if (typeof setImmediate === 'function') setImmediate(work)
  else setTimeout(work, 0)
}
