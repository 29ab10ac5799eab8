import type { FileRename, RenumberCommand } from '@tiaoli/language-service'
import { createLanguageService, renumberCommandPrefix, updateText } from '@tiaoli/language-service'
import type { ClientCapabilities, CodeLens, Connection, Position, WorkspaceFolder } from 'vscode-languageserver'
import {
  DidChangeWatchedFilesNotification,
  MessageType,
  ShowMessageNotification,
  TextDocuments
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { pulls, serverCapabilities } from './capabilities.js'
import { DiagnosticSender } from './diagnostics.js'
import { guard } from './guard.js'
import type { ServerHost, Settings } from './host.js'
import { comparisonRequest, coverageRequest, relatedClausesRequest } from './requests.js'
import { RestWork } from './rest-work.js'
import { ServerWorkspace } from './server-workspace.js'
import { TokenHistory } from './token-history.js'
import { forWholeWords } from './whole-words.js'

/** Files whose changes matter: drafts, texts, registers and configurations. */
const watched = '**/*.{md,markdown,txt,yaml,yml,json}'

/** How long a client that asks for diagnostics waits for the library, in milliseconds. */
const patience = 200

/** How long after the last change of a file on disk it is read again, in milliseconds. */
const settle = 200

/** Serves a connection until it closes. */
export function startServer(connection: Connection, host: ServerHost): void {
  const documents = new TextDocuments({ create: TextDocument.create, update: updateText })
  const workspace = new ServerWorkspace(documents, host)
  const service = createLanguageService({ workspace })
  const rest = new RestWork()
  const diagnostics = new DiagnosticSender(connection, service, workspace, documents, rest)
  const tokens = new TokenHistory()
  diagnostics.completed = prepareAnswers
  const answer = guard(connection.console, rest)
  const told = new Set<string>()
  const loads = new Map<string, Promise<void>>()
  let client: ClientCapabilities = {}
  let comparesWholeWords = false
  let settings: Settings = {}
  let begun: Promise<void> = Promise.resolve()

  connection.onInitialize(({ capabilities, clientInfo, workspaceFolders, initializationOptions }) => {
    client = capabilities
    comparesWholeWords = clientInfo?.name === 'helix'
    settings = readSettings(initializationOptions)
    host.initialize?.(initializationOptions)
    diagnostics.pulls = pulls(client)
    diagnostics.check = settings.check !== false
    setFolders(workspaceFolders ?? [])
    begun = workspace.begin()
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'tiaoli' } }
  })

  connection.onInitialized(() => {
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: watched }] })
    }
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(() => {
        void connection.workspace.getWorkspaceFolders().then((folders) => setFolders(folders ?? []))
      })
    }
    void pullSettings()
  })

  connection.onDidChangeConfiguration(({ settings: given }) => {
    if (client.workspace?.configuration) void pullSettings()
    else useSettings(readSettings((given as { tiaoli?: unknown } | null)?.tiaoli))
  })

  let reading: ReturnType<typeof setTimeout> | undefined
  connection.onDidChangeWatchedFiles(({ changes }) => {
    host.changed(changes.map(({ uri }) => uri))
    clearTimeout(reading)
    reading = setTimeout(reload, settle)
  })

  documents.onDidOpen(({ document }) => {
    void load(document.uri)
  })
  documents.onDidChangeContent(({ document }) => diagnostics.changed(document.uri))
  documents.onDidSave(({ document }) => {
    // Editors that do not watch files at least tell what they saved.
    if (!client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      host.changed([document.uri])
      clearTimeout(reading)
      reading = setTimeout(reload, settle)
    }
  })
  documents.onDidClose(({ document }) => {
    service.forget(document.uri)
    tokens.forget(document.uri)
    diagnostics.closed(document.uri)
  })

  type At = { textDocument: { uri: string }; position: Position }
  type In = { textDocument: { uri: string } }
  connection.onDocumentSymbol(
    answer('documentSymbol', ({ textDocument }: In) => service.documentSymbols(textDocument.uri))
  )
  connection.onFoldingRanges(answer('foldingRange', ({ textDocument }: In) => service.foldingRanges(textDocument.uri)))
  connection.onSelectionRanges(
    answer('selectionRange', ({ textDocument, positions }: In & { positions: Position[] }) =>
      service.selectionRanges(textDocument.uri, positions)
    )
  )
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
  connection.onHover(
    answer('hover', ({ textDocument, position }: At) => service.hover(textDocument.uri, position) ?? null)
  )
  connection.onDefinition(
    answer('definition', ({ textDocument, position }: At) => {
      const links = service.definition(textDocument.uri, position)
      if (client.textDocument?.definition?.linkSupport) return links
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
  connection.onDocumentLinks(answer('documentLink', ({ textDocument }: In) => service.documentLinks(textDocument.uri)))
  connection.onCodeLens(answer('codeLens', ({ textDocument }: In) => service.codeLenses(textDocument.uri)))
  connection.onCodeLensResolve(answer('codeLens/resolve', (lens: CodeLens) => service.resolveCodeLens(lens)))
  connection.languages.inlayHint.on(
    answer('inlayHint', ({ textDocument, range }) => service.inlayHints(textDocument.uri, range))
  )
  connection.onCompletion(
    answer('completion', ({ textDocument: { uri }, position }: At) => {
      const list = service.completion(uri, position)
      if (!comparesWholeWords) return list
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
  connection.onDocumentFormatting(answer('formatting', ({ textDocument }: In) => service.formatting(textDocument.uri)))
  connection.languages.callHierarchy.onPrepare(
    answer('prepareCallHierarchy', ({ textDocument, position }: At) =>
      service.prepareCallHierarchy(textDocument.uri, position)
    )
  )
  connection.languages.callHierarchy.onIncomingCalls(answer('incomingCalls', ({ item }) => service.incomingCalls(item)))
  connection.languages.callHierarchy.onOutgoingCalls(answer('outgoingCalls', ({ item }) => service.outgoingCalls(item)))
  connection.onWorkspaceSymbol(answer('workspaceSymbol', ({ query }) => service.workspaceSymbols(query)))
  connection.languages.diagnostics.on(
    answer('diagnostic', async ({ textDocument: { uri }, previousResultId }: In & { previousResultId?: string }) => {
      // A library that is read at once is waited for; one that takes long is told of when it is there.
      if (!workspace.isReady(uri)) await Promise.race([load(uri), new Promise((wake) => setTimeout(wake, patience))])
      return diagnostics.pulled(uri, previousResultId)
    })
  )
  connection.workspace.onWillRenameFiles(
    answer('willRenameFiles', ({ files }: { files: FileRename[] }) => service.renameFiles(files))
  )
  connection.onRequest(
    relatedClausesRequest,
    answer(
      'relatedClauses',
      ({ textDocument, position }: At) => service.relatedClauses(textDocument.uri, position) ?? null
    )
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
  connection.onExecuteCommand(
    answer('executeCommand', async ({ command, arguments: given = [] }) => {
      const name = command.slice(renumberCommandPrefix.length) as RenumberCommand
      const [uri, position] = given as [string, Position]
      const done = service.renumber(uri, name, position)
      if (done === undefined) return null
      if (Object.keys(done.changes).length === 0) {
        tell(MessageType.Info, '条号已经连续，没有需要调整的地方。')
        return null
      }
      const { applied } = await connection.workspace.applyEdit({ edit: { changes: done.changes } })
      if (applied) report(done.numbers, done.references, done.warnings)
      return null
    })
  )

  documents.listen(connection)
  connection.listen()

  function report(numbers: number, references: number, warnings: string[]): void {
    const words = `调整了 ${numbers} 个编号、${references} 处引用。`
    if (warnings.length === 0) tell(MessageType.Info, words)
    else tell(MessageType.Warning, `${words}另有 ${warnings.length} 处请人工核对：${warnings.slice(0, 3).join('；')}`)
  }

  /** Says something in the editor that asks for no answer. */
  function tell(type: MessageType, message: string): void {
    void connection.sendNotification(ShowMessageNotification.type, { type, message })
  }

  /** Reads what lies around a draft, then says what is wrong with it; once at a time. */
  function load(uri: string): Promise<void> {
    let running = loads.get(uri)
    if (running === undefined) {
      running = loadNow(uri).finally(() => loads.delete(uri))
      loads.set(uri, running)
    }
    return running
  }

  async function loadNow(uri: string): Promise<void> {
    try {
      await begun
      const progress = progressReporter(connection, client)
      const found = await workspace.load(uri, settings, progress.update, () => diagnostics.opened(uri))
      progress.done()
      for (const problem of found.problems) {
        if (told.has(problem)) continue
        told.add(problem)
        tell(MessageType.Warning, problem)
      }
      diagnostics.refresh()
      if (client.workspace?.semanticTokens?.refreshSupport) void connection.languages.semanticTokens.refresh()
      if (client.workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh()
      prepareOthers([...found.drafts.keys()])
    } catch (error) {
      connection.console.error(`load ${uri}: ${error instanceof Error ? error.stack : String(error)}`)
    }
  }

  /** Reads the drafts that are not open one by one, between other work. */
  function prepareOthers(uris: string[]): void {
    const next = uris.shift()
    if (next === undefined) {
      if (client.workspace?.codeLens?.refreshSupport) void connection.sendRequest('workspace/codeLens/refresh')
      return
    }
    setTimeout(() => {
      try {
        service.prepare(next)
      } catch (error) {
        connection.console.error(`prepare ${next}: ${String(error)}`)
      }
      prepareOthers(uris)
    }, 20)
  }

  function prepareAnswers(uri: string): void {
    rest.run(prepared(uri), {
      isWanted: () => true,
      done: () => {},
      failed: (error) => connection.console.error(`prepare ${uri}: ${String(error)}`)
    })
  }

  function* prepared(uri: string): Generator<undefined> {
    for (const parts of service.prepareAnswers(uri)) {
      host.expect?.(parts)
      yield
    }
  }

  function reload(): void {
    told.clear()
    service.reset()
    // One that is being read now may have been read before the change.
    for (const { uri } of documents.all()) void Promise.resolve(loads.get(uri)).then(() => load(uri))
  }

  function setFolders(folders: readonly WorkspaceFolder[]): void {
    host.setFolders(folders.map(({ uri }) => uri))
  }

  async function pullSettings(): Promise<void> {
    if (!client.workspace?.configuration) return
    try {
      useSettings(readSettings(await connection.workspace.getConfiguration('tiaoli')))
    } catch (error) {
      connection.console.error(`configuration: ${String(error)}`)
    }
  }

  function useSettings(given: Settings): void {
    if (given.brief === settings.brief && given.check === settings.check) return
    settings = given
    diagnostics.check = settings.check !== false
    reload()
  }
}

function readSettings(given: unknown): Settings {
  const { brief, check } = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>
  return {
    ...(typeof brief === 'string' && brief !== '' && { brief }),
    ...(typeof check === 'boolean' && { check })
  }
}

/** Shows how far a library is, where the client can show it. */
function progressReporter(connection: Connection, client: ClientCapabilities) {
  let bar: ReturnType<Connection['window']['createWorkDoneProgress']> | undefined
  return {
    update: (done: number, total: number): void => {
      if (total < 50 || !client.window?.workDoneProgress) return
      bar ??= connection.window.createWorkDoneProgress().then((created) => {
        created.begin('正在读取文库', 0)
        return created
      })
      void bar.then((shown) => shown.report(Math.floor((100 * done) / total), `${done}/${total}`))
    },
    done: (): void => {
      void bar?.then((shown) => shown.done())
    }
  }
}
