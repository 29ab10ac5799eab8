import type { Disposable } from 'vscode'
import { commands, FileType, Location, Position, Range, Uri, ViewColumn, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { language } from './client-options.js'

type ProtocolLocation = { uri: string; range: { start: Place; end: Place } }
type Place = { line: number; character: number }

/** The commands of the menus. */
export function registerCommands(client: BaseLanguageClient): Disposable[] {
  const renumbering = ['renumber', 'insertArticle', 'deleteArticle', 'moveArticleUp', 'moveArticleDown'].map((name) =>
    commands.registerCommand(`tiaoli.${name}`, () => renumber(client, name))
  )
  return [
    ...renumbering,
    commands.registerCommand('tiaoli.compare', () => compare(client)),
    commands.registerCommand('tiaoli.coverage', () => showCoverage(client)),
    commands.registerCommand('tiaoli.showReferences', (uri: string, position: Place) =>
      showReferences(client, uri, position)
    )
  ]
}

async function renumber(client: BaseLanguageClient, name: string): Promise<void> {
  const editor = window.activeTextEditor
  if (editor?.document.languageId !== language) return
  const { uri } = editor.document
  const { line, character } = editor.selection.active
  try {
    await client.sendRequest('workspace/executeCommand', {
      command: `tiaoli.server.${name}`,
      arguments: [client.code2ProtocolConverter.asUri(uri), { line, character }]
    })
  } catch (error) {
    void window.showWarningMessage(error instanceof Error ? error.message : String(error))
  }
}

async function compare(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document
  if (document?.languageId !== language) return
  const folder = workspace.getWorkspaceFolder(document.uri)?.uri ?? Uri.joinPath(document.uri, '..')
  const files = (await textsIn(folder)).filter((file) => file.toString() !== document.uri.toString())
  if (files.length === 0) {
    void window.showInformationMessage('工作区里没有别的稿子可以对照。')
    return
  }
  const items = files
    .sort((left, right) => left.path.localeCompare(right.path))
    .map((file) => ({ label: workspace.asRelativePath(file), file }))
  const chosen = await window.showQuickPick(items, { placeHolder: '选择先前的一稿' })
  if (chosen === undefined) return
  // The server knows drafts that are open or listed; opening makes it know the others.
  await workspace.openTextDocument(chosen.file)
  const page = await client.sendRequest<string | null>('tiaoli/comparison', {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
    older: client.code2ProtocolConverter.asUri(chosen.file)
  })
  show('tiaoli.comparison', `对照：${chosen.label}`, page, '无法读取所选的文件。')
}

const mostFiles = 500

/** Texts of a folder and of those in it, a few levels down; a search index is not there in every editor. */
async function textsIn(folder: Uri, depth = 4): Promise<Uri[]> {
  const found: Uri[] = []
  for (const [name, type] of await workspace.fs.readDirectory(folder)) {
    if (found.length >= mostFiles || name.startsWith('.') || name === 'node_modules') continue
    const uri = Uri.joinPath(folder, name)
    if (type & FileType.Directory) {
      if (depth > 0) found.push(...(await textsIn(uri, depth - 1)))
    } else if (/\.(?:md|markdown|txt)$/.test(name)) found.push(uri)
  }
  return found
}

async function showCoverage(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document
  if (document?.languageId !== language) return
  const page = await client.sendRequest<string | null>('tiaoli/coverage', {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) }
  })
  show('tiaoli.coverage', '任务书落实情况', page, '没有找到起草任务书：请在设置 tiaoli.brief 中写明它的文件名。')
}

function show(type: string, title: string, page: string | null, otherwise: string): void {
  if (page === null) {
    void window.showInformationMessage(otherwise)
    return
  }
  const panel = window.createWebviewPanel(type, title, { viewColumn: ViewColumn.Beside, preserveFocus: true }, {})
  panel.webview.html = page
}

/** Shows the places that a lens counted. */
async function showReferences(client: BaseLanguageClient, uri: string, position: Place): Promise<void> {
  const places = await client.sendRequest<ProtocolLocation[]>('textDocument/references', {
    textDocument: { uri },
    position,
    context: { includeDeclaration: false }
  })
  const at = ({ line, character }: Place) => new Position(line, character)
  await commands.executeCommand(
    'editor.action.showReferences',
    Uri.parse(uri),
    at(position),
    places.map(({ uri: other, range }) => new Location(Uri.parse(other), new Range(at(range.start), at(range.end))))
  )
}
