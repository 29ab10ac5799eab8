import type { LanguageService } from '@tiaoli/language-service'
import { MessageType, type TextDocuments } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Client } from './client.js'
import type { DiagnosticSender } from './diagnostics.js'
import type { Settings } from './host.js'
import type { ServerWorkspace } from './server-workspace.js'

/** How long the reading of a draft that is not open waits for other work, in milliseconds. */
const pause = 20

/** Reads what lies around drafts, and has everything told anew that depends on it. */
export class DraftLoader {
  settings: Settings = {}
  /** What has to be there before anything is read. */
  begun: Promise<void> = Promise.resolve()
  private readonly running = new Map<string, Promise<void>>()
  /** Problems that were told already. */
  private readonly told = new Set<string>()

  constructor(
    private readonly client: Client,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly workspace: ServerWorkspace,
    private readonly service: LanguageService,
    private readonly diagnostics: DiagnosticSender
  ) {}

  /** Reads what lies around a draft, then says what is wrong with it; once at a time. */
  load(uri: string): Promise<void> {
    let running = this.running.get(uri)
    if (running === undefined) {
      running = this.loadNow(uri).finally(() => this.running.delete(uri))
      this.running.set(uri, running)
    }
    return running
  }

  /** Reads what lies around the open drafts again. */
  reload(): void {
    this.told.clear()
    this.service.reset()
    // One that is being read now may have been read before the change.
    for (const { uri } of this.documents.all()) {
      void Promise.resolve(this.running.get(uri)).then(() => this.load(uri))
    }
  }

  private async loadNow(uri: string): Promise<void> {
    const { client, diagnostics } = this
    try {
      await this.begun
      const progress = client.showProgress()
      const found = await this.workspace.load(uri, this.settings, progress.update, () => diagnostics.opened(uri))
      progress.done()
      for (const problem of found.problems) {
        if (this.told.has(problem)) continue
        this.told.add(problem)
        client.tell(MessageType.Warning, problem)
      }
      diagnostics.refresh()
      client.refreshAnswers()
      this.prepareOthers([...found.drafts.keys()])
    } catch (error) {
      client.log(`load ${uri}`, error)
    }
  }

  /** Reads the drafts that are not open one by one, between other work. */
  private prepareOthers(uris: string[]): void {
    const next = uris.shift()
    if (next === undefined) {
      this.client.refreshLenses()
      return
    }
    setTimeout(() => {
      try {
        this.service.prepare(next)
      } catch (error) {
        this.client.log(`prepare ${next}`, error)
      }
      this.prepareOthers(uris)
    }, pause)
  }
}
