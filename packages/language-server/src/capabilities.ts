import {
  completionTriggers,
  fixAllKind,
  renumberCommandPrefix,
  renumberTitles,
  tokensLegend
} from '@tiaoli/language-service'
import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver'
import { CodeActionKind, PositionEncodingKind, TextDocumentSyncKind } from 'vscode-languageserver'

/** Commands that the server carries out when an editor asks. */
export const serverCommands: string[] = Object.keys(renumberTitles).map((name) => `${renumberCommandPrefix}${name}`)

/** What the server offers to a client. */
export function serverCapabilities(client: ClientCapabilities): ServerCapabilities {
  const capabilities: ServerCapabilities = {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    documentSymbolProvider: { label: '条文' },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    semanticTokensProvider: { legend: tokensLegend, full: { delta: true }, range: true },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
    completionProvider: { triggerCharacters: completionTriggers },
    renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, fixAllKind] },
    documentFormattingProvider: true,
    callHierarchyProvider: true,
    workspaceSymbolProvider: true,
    executeCommandProvider: { commands: serverCommands },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { willRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] } }
    }
  }
  if (pulls(client)) {
    capabilities.diagnosticProvider = { identifier: 'tiaoli', interFileDependencies: true, workspaceDiagnostics: false }
  }
  return capabilities
}

/** Whether a client fetches diagnostics itself, so that none are sent to it unasked. */
export function pulls(client: ClientCapabilities): boolean {
  return client.textDocument?.diagnostic !== undefined && client.workspace?.diagnostics?.refreshSupport === true
}
