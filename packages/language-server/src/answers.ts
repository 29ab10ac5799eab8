import type { FileRename, LanguageService } from '@tiaoli/language-service'
import type { CodeLens, Connection, ExecuteCommandParams, Position, TextDocuments } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Client } from './client.js'
import type { DiagnosticSender } from './diagnostics.js'
import type { DraftLoader } from './draft-loader.js'
import type { guard } from './guard.js'
import { runRenumberCommand } from './renumber-command.js'
import { comparisonRequest, coverageRequest, relatedClausesRequest } from './requests.js'
import type { ServerWorkspace } from './server-workspace.js'
import type { TokenHistory } from './token-history.js'
import { forWholeWords } from './whole-words.js'

/** How long a client that asks for diagnostics waits for the library, in milliseconds. */
const patience = 200

/** What requests are answered with. */
export interface Answering {
  connection: Connection
  client: Client
  documents: TextDocuments<TextDocument>
  workspace: ServerWorkspace
  service: LanguageService
  diagnostics: DiagnosticSender
  loader: DraftLoader
  tokens: TokenHistory
  answer: ReturnType<typeof guard>
}

type In = { textDocument: { uri: string } }
type At = In & { position: Position }

/** Has every request answered by the feature that it asks for. */
export function answerRequests(answering: Answering): void {
  answerAboutDrafts(answering)
  answerAboutPlaces(answering)
  answerAboutWorkspace(answering)
}

/** What is asked about a whole draft. */
function answerAboutDrafts({ connection, workspace, service, diagnostics, loader, tokens, answer }: Answering): void {
  connection.onDocumentSymbol(
    answer('documentSymbol', ({ textDocument }: In) => service.documentSymbols(textDocument.uri))
  )
  connection.onFoldingRanges(answer('foldingRange', ({ textDocument }: In) => service.foldingRanges(textDocument.uri)))
  connection.languages.semanticTokens.on(
    answer('semanticTokens', ({ textDocument: { uri } }: In) => tokens.full(uri, service.semanticTokens(uri)))
  )
  connection.languages.semanticTokens.onDelta(
    answer('semanticTokens/delta', ({ textDocument: { uri }, previousResultId }: In & { previousResultId: string }) =>
      tokens.since(uri, previousResultId, service.semanticTokens(uri))
    )
  )
  connection.languages.semanticTokens.onRange(
    answer('semanticTokens/range', ({ textDocument, range }) => service.semanticTokens(textDocument.uri, range))
  )
  connection.onDocumentLinks(answer('documentLink', ({ textDocument }: In) => service.documentLinks(textDocument.uri)))
  connection.onCodeLens(answer('codeLens', ({ textDocument }: In) => service.codeLenses(textDocument.uri)))
  connection.onCodeLensResolve(answer('codeLens/resolve', (lens: CodeLens) => service.resolveCodeLens(lens)))
  connection.languages.inlayHint.on(
    answer('inlayHint', ({ textDocument, range }) => service.inlayHints(textDocument.uri, range))
  )
  connection.onDocumentFormatting(answer('formatting', ({ textDocument }: In) => service.formatting(textDocument.uri)))
  connection.languages.diagnostics.on(
    answer('diagnostic', async ({ textDocument: { uri }, previousResultId }: In & { previousResultId?: string }) => {
      // A library that is read at once is waited for; one that takes long is told of when it is there.
      if (!workspace.isReady(uri))
        await Promise.race([loader.load(uri), new Promise((wake) => setTimeout(wake, patience))])
      return diagnostics.pulled(uri, previousResultId)
    })
  )
  connection.onRequest(
    comparisonRequest,
    answer(
      'comparison',
      ({ textDocument, older }: In & { older: string }) => service.comparisonPage(textDocument.uri, older) ?? null
    )
  )
  connection.onRequest(
    coverageRequest,
    answer('coverage', ({ textDocument }: In) => service.coveragePage(textDocument.uri) ?? null)
  )
}

/** What is asked about a place in a draft. */
function answerAboutPlaces({ connection, client, documents, service, answer }: Answering): void {
  connection.onHover(
    answer('hover', ({ textDocument, position }: At) => service.hover(textDocument.uri, position) ?? null)
  )
  connection.onDefinition(
    answer('definition', ({ textDocument, position }: At) => {
      const links = service.definition(textDocument.uri, position)
      if (client.capabilities.textDocument?.definition?.linkSupport) return links
      return links.map(({ targetUri, targetSelectionRange }) => ({
        uri: targetUri,
        range: targetSelectionRange
      })) as never
    })
  )
  connection.onReferences(
    answer('references', ({ textDocument, position, context }: At & { context: { includeDeclaration: boolean } }) =>
      service.references(textDocument.uri, position, context.includeDeclaration)
    )
  )
  connection.onDocumentHighlight(
    answer('documentHighlight', ({ textDocument, position }: At) =>
      service.documentHighlights(textDocument.uri, position)
    )
  )
  connection.onSelectionRanges(
    answer('selectionRange', ({ textDocument, positions }: In & { positions: Position[] }) =>
      service.selectionRanges(textDocument.uri, positions)
    )
  )
  connection.onCompletion(
    answer('completion', ({ textDocument: { uri }, position }: At) => {
      const list = service.completion(uri, position)
      if (!client.comparesWholeWords) return list
      const lineBefore = documents.get(uri)?.getText({ start: { ...position, character: 0 }, end: position }) ?? ''
      return forWholeWords(list, lineBefore)
    })
  )
  connection.onPrepareRename(
    answer(
      'prepareRename',
      ({ textDocument, position }: At) => service.prepareRename(textDocument.uri, position) ?? null
    )
  )
  connection.onRenameRequest(
    answer(
      'rename',
      ({ textDocument, position, newName }: At & { newName: string }) =>
        service.rename(textDocument.uri, position, newName) ?? null
    )
  )
  connection.onCodeAction(
    answer('codeAction', ({ textDocument, range, context }) =>
      service.codeActions(textDocument.uri, range, context.diagnostics, context.only)
    )
  )
  connection.languages.callHierarchy.onPrepare(
    answer('prepareCallHierarchy', ({ textDocument, position }: At) =>
      service.prepareCallHierarchy(textDocument.uri, position)
    )
  )
  connection.languages.callHierarchy.onIncomingCalls(answer('incomingCalls', ({ item }) => service.incomingCalls(item)))
  connection.languages.callHierarchy.onOutgoingCalls(answer('outgoingCalls', ({ item }) => service.outgoingCalls(item)))
  connection.onRequest(
    relatedClausesRequest,
    answer(
      'relatedClauses',
      ({ textDocument, position }: At) => service.relatedClauses(textDocument.uri, position) ?? null
    )
  )
}

/** What is asked about all drafts, and what changes several. */
function answerAboutWorkspace({ connection, client, service, answer }: Answering): void {
  connection.onWorkspaceSymbol(answer('workspaceSymbol', ({ query }) => service.workspaceSymbols(query)))
  connection.workspace.onWillRenameFiles(
    answer('willRenameFiles', ({ files }: { files: FileRename[] }) => service.renameFiles(files))
  )
  connection.onExecuteCommand(
    answer('executeCommand', (params: ExecuteCommandParams) => runRenumberCommand(connection, client, service, params))
  )
}
