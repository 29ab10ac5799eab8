import { createLanguageService, updateText } from '@tiaoli/language-service'
import type { Connection } from 'vscode-languageserver'
import { DidChangeWatchedFilesNotification, TextDocuments } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { answerRequests } from './answers.js'
import { pulls, serverCapabilities } from './capabilities.js'
import { Client } from './client.js'
import { DiagnosticSender } from './diagnostics.js'
import { DraftLoader } from './draft-loader.js'
import { guard } from './guard.js'
import type { ServerHost, Settings } from './host.js'
import { RestWork } from './rest-work.js'
import { ServerWorkspace } from './server-workspace.js'
import { readSettings, sameSettings } from './settings.js'
import { TokenHistory } from './token-history.js'

/** Files whose changes matter: drafts, texts, registers and configurations. */
const watched = '**/*.{md,markdown,txt,yaml,yml,json}'

/** How long after the last change of a file on disk it is read again, in milliseconds. */
const settle = 200

/** Serves a connection until it closes. */
export function startServer(connection: Connection, host: ServerHost): void {
  const client = new Client(connection)
  const documents = new TextDocuments({ create: TextDocument.create, update: updateText })
  const workspace = new ServerWorkspace(documents, host)
  const service = createLanguageService({ workspace })
  const rest = new RestWork()
  const diagnostics = new DiagnosticSender(connection, service, workspace, documents, rest)
  const loader = new DraftLoader(client, documents, workspace, service, diagnostics)
  const tokens = new TokenHistory()
  const answer = guard(connection.console, rest)
  /** Answers that are being prepared, by draft: the last preparation counts. */
  const preparations = new Map<string, Generator<undefined>>()
  let reading: ReturnType<typeof setTimeout> | undefined
  diagnostics.completed = prepareAnswers

  connection.onInitialize(({ workspaceFolders, initializationOptions, ...params }) => {
    client.introduce(params)
    host.initialize?.(initializationOptions)
    diagnostics.pulls = pulls(client.capabilities)
    takeSettings(readSettings(initializationOptions))
    host.setFolders((workspaceFolders ?? []).map(({ uri }) => uri))
    loader.begun = workspace.begin()
    return { capabilities: serverCapabilities(client.capabilities), serverInfo: { name: 'tiaoli' } }
  })

  connection.onInitialized(() => {
    const asked = client.capabilities.workspace
    if (asked?.didChangeWatchedFiles?.dynamicRegistration) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: watched }] })
    }
    if (asked?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(() => {
        void connection.workspace.getWorkspaceFolders().then((folders) => {
          host.setFolders((folders ?? []).map(({ uri }) => uri))
        })
      })
    }
    void pullSettings()
  })

  connection.onDidChangeConfiguration(({ settings }) => {
    if (client.capabilities.workspace?.configuration) void pullSettings()
    else useSettings(readSettings((settings as { tiaoli?: unknown } | null)?.tiaoli))
  })

  connection.onDidChangeWatchedFiles(({ changes }) => changedOnDisk(changes.map(({ uri }) => uri)))

  documents.onDidOpen(({ document }) => {
    void loader.load(document.uri)
  })
  documents.onDidChangeContent(({ document }) => diagnostics.changed(document.uri))
  documents.onDidSave(({ document }) => {
    // Editors that do not watch files at least tell what they saved.
    if (!client.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) changedOnDisk([document.uri])
  })
  documents.onDidClose(({ document }) => {
    service.forget(document.uri)
    tokens.forget(document.uri)
    preparations.delete(document.uri)
    diagnostics.closed(document.uri)
  })

  answerRequests({ connection, client, documents, workspace, service, diagnostics, loader, tokens, answer })
  documents.listen(connection)
  connection.listen()

  function changedOnDisk(uris: string[]): void {
    host.changed(uris)
    clearTimeout(reading)
    reading = setTimeout(() => loader.reload(), settle)
  }

  function prepareAnswers(uri: string): void {
    const steps = prepared(uri)
    preparations.set(uri, steps)
    rest.run(steps, {
      isWanted: () => preparations.get(uri) === steps,
      done: () => preparations.delete(uri),
      failed: (error) => client.log(`prepare ${uri}`, error)
    })
  }

  function* prepared(uri: string): Generator<undefined> {
    for (const parts of service.prepareAnswers(uri)) {
      host.expect?.(parts)
      yield
    }
  }

  async function pullSettings(): Promise<void> {
    if (!client.capabilities.workspace?.configuration) return
    try {
      useSettings(readSettings(await connection.workspace.getConfiguration('tiaoli')))
    } catch (error) {
      client.log('configuration', error)
    }
  }

  function useSettings(settings: Settings): void {
    if (sameSettings(settings, loader.settings)) return
    takeSettings(settings)
    loader.reload()
  }

  function takeSettings(settings: Settings): void {
    loader.settings = settings
    diagnostics.check = settings.check !== false
  }
}
