import type { Disposable, TextDocument } from 'vscode'
import { commands, languages, RelativePattern, Uri, window, workspace } from 'vscode'
import { language } from './client-options.js'

/** Gives drafts their language when they are opened; every other Markdown file keeps its own. */
export function detectDrafts(): Disposable[] {
  const look = (document: TextDocument): void => {
    if (document.languageId !== 'markdown' || !workspace.getConfiguration('tiaoli').get('detectDrafts', true)) return
    void isDraft(document).then((draft) => {
      if (draft && document.languageId === 'markdown') return languages.setTextDocumentLanguage(document, language)
    })
  }
  for (const document of workspace.textDocuments) look(document)
  return [
    workspace.onDidOpenTextDocument(look),
    commands.registerCommand('tiaoli.asDraft', () => {
      const document = window.activeTextEditor?.document
      return document && languages.setTextDocumentLanguage(document, language)
    })
  ]
}

async function isDraft(document: TextDocument): Promise<boolean> {
  return looksLikeDraft(document.getText()) || (await isListed(document))
}

/** Whether a text says that it is a draft, or is written in at least three articles. */
export function looksLikeDraft(text: string): boolean {
  const head = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1]
  if (head !== undefined && /^(?:stage|kind):/m.test(head)) return true
  return (text.match(/^(?:\*\*|#+ )?第[〇零一二三四五六七八九十百千\d]+条/gm) ?? []).length >= 3
}

/** Whether the nearest configuration names the file as a draft. */
async function isListed({ uri }: TextDocument): Promise<boolean> {
  const root = workspace.getWorkspaceFolder(uri)?.uri.path
  for (let folder = Uri.joinPath(uri, '..'); ; folder = Uri.joinPath(folder, '..')) {
    const drafts = await draftsOf(Uri.joinPath(folder, 'tiaoli.config.json'))
    if (drafts !== undefined) {
      return drafts.some((place) =>
        [place, `${place}/**`].some(
          (pattern) =>
            languages.match({ pattern: new RelativePattern(folder, pattern) }, {
              uri,
              languageId: 'markdown'
            } as TextDocument) > 0
        )
      )
    }
    if (folder.path === root || folder.path === '/' || folder.path === Uri.joinPath(folder, '..').path) return false
  }
}

async function draftsOf(config: Uri): Promise<string[] | undefined> {
  try {
    const text = new TextDecoder().decode(await workspace.fs.readFile(config))
    const { drafts } = JSON.parse(text) as { drafts?: unknown }
    return Array.isArray(drafts)
      ? drafts.filter((place) => typeof place === 'string').map((place) => place.replace(/\/+$/, ''))
      : []
  } catch {
    return undefined
  }
}
