import type { RelatedClause, RelatedClauses } from '@tiaoli/language-service'
import type { Disposable, TextEditor, WebviewView, WebviewViewProvider } from 'vscode'
import { Range, Uri, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { language } from './client-options.js'
import { relatedPage } from './related-page.js'

/** How long the cursor rests before the panel follows, in milliseconds. */
const pause = 120

/** The panel that follows the cursor: what the article cites, and who cites it. */
export class RelatedPanel implements WebviewViewProvider {
  private view: WebviewView | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private shown: RelatedClause[] = []
  /** Counts what was asked: an answer that another question has overtaken is not shown. */
  private asked = 0

  constructor(
    private readonly client: BaseLanguageClient,
    subscriptions: Disposable[]
  ) {
    subscriptions.push(
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
      window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === window.activeTextEditor?.document) this.follow(window.activeTextEditor)
      })
    )
  }

  resolveWebviewView(view: WebviewView): void {
    this.view = view
    view.webview.options = { enableScripts: true, localResourceRoots: [] }
    view.webview.onDidReceiveMessage(({ open }: { open: number }) => void this.open(this.shown[open]))
    view.onDidChangeVisibility(() => this.follow(window.activeTextEditor))
    view.webview.html = relatedPage(undefined)
    this.follow(window.activeTextEditor)
  }

  private follow(editor: TextEditor | undefined): void {
    clearTimeout(this.timer)
    if (!this.view?.visible || editor?.document.languageId !== language) return
    this.timer = setTimeout(() => {
      // A server that is being started again has no answer; the next move of the cursor asks anew.
      this.show(editor).catch(() => {})
    }, pause)
  }

  private async show({ document, selection }: TextEditor): Promise<void> {
    const { line, character } = selection.active
    this.asked += 1
    const question = this.asked
    const related = await this.client.sendRequest<RelatedClauses | null>('tiaoli/relatedClauses', {
      textDocument: { uri: this.client.code2ProtocolConverter.asUri(document.uri) },
      position: { line, character }
    })
    if (this.view === undefined || question !== this.asked) return
    this.shown = related === null ? [] : [...related.cites, ...related.citedBy]
    this.view.webview.html = relatedPage(related ?? undefined)
  }

  private async open(clause: RelatedClause | undefined): Promise<void> {
    if (clause?.location === undefined) return
    const { uri, range } = clause.location
    const selection = new Range(range.start.line, range.start.character, range.end.line, range.end.character)
    await window.showTextDocument(Uri.parse(uri), { selection })
  }
}
