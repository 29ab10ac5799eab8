import { TextDocument } from 'vscode-languageserver-textdocument'
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'
import { factsOf, isNamedByFile } from '../facts.js'
import { addTitleReferences } from './rename.js'

/** A file or folder that gets another name or place. */
export interface FileRename {
  oldUri: string
  newUri: string
}

/**
 * What has to follow when files are renamed: Markdown links between drafts, the configurations that name them, and the
 * 《title》 of a draft that only its file gives a title.
 */
export function renameFiles(context: FeatureContext, renames: readonly FileRename[]): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {}
  const moved = (uri: string): string => movedUri(uri, renames)
  for (const draft of context.store.all()) {
    const links = linkEdits(draft.document, moved)
    if (links.length > 0) changes[draft.uri] = [...(changes[draft.uri] ?? []), ...links]
    addTitle(context, draft, moved(draft.uri), changes)
  }
  for (const { uri, text } of context.store.workspace.configs?.() ?? []) {
    const edits = configEdits(TextDocument.create(uri, 'json', 0, text), moved)
    if (edits.length > 0) changes[uri] = edits
  }
  return { changes }
}

/** Where a file is after renaming, its folders included. */
function movedUri(uri: string, renames: readonly FileRename[]): string {
  const plain = decoded(uri)
  for (const { oldUri, newUri } of renames) {
    const from = decoded(oldUri).replace(/\/$/, '')
    if (plain === from) return newUri
    if (plain.startsWith(`${from}/`)) return `${newUri.replace(/\/$/, '')}${encodeURI(plain.slice(from.length))}`
  }
  return uri
}

function addTitle(context: FeatureContext, draft: Draft, newUri: string, changes: Record<string, TextEdit[]>): void {
  const { tree, title, uri } = draft
  if (newUri === uri || title === '' || !isNamedByFile(tree)) return
  const newTitle = factsOf(tree, newUri).title ?? ''
  if (newTitle !== '' && newTitle !== title) addTitleReferences(context, draft, title, newTitle, changes)
}

/** Destinations of links and of definitions of links, in parentheses or after a colon. */
const destination = /\]\(\s*(<[^<>\n]*>|[^()\s<>]+)|^\[[^\]\n]+\]:[ \t]*(<[^<>\n]*>|\S+)/gm

function linkEdits(document: TextDocument, moved: (uri: string) => string): TextEdit[] {
  const edits: TextEdit[] = []
  for (const match of document.getText().matchAll(destination)) {
    const whole = (match[1] ?? match[2])!
    const written = whole.replace(/^<|>$/g, '')
    const to = follow(written, document.uri, moved)
    if (to === undefined) continue
    const start = match.index + match[0].length - whole.length
    const newText = whole.startsWith('<') ? `<${to}>` : to.replace(/ /g, '%20')
    edits.push(editOf(document, start, whole.length, newText))
  }
  return edits
}

/** Names of files among the strings of a configuration. */
function configEdits(document: TextDocument, moved: (uri: string) => string): TextEdit[] {
  const edits: TextEdit[] = []
  for (const match of document.getText().matchAll(/"((?:[^"\\]|\\.)*)"(\s*:)?/g)) {
    // Keys name no files, and what has wildcards names no one file.
    if (match[2] !== undefined || /[*?\\]/.test(match[1]!)) continue
    const to = follow(match[1]!, document.uri, moved)
    if (to !== undefined) edits.push(editOf(document, match.index + 1, match[1]!.length, to))
  }
  return edits
}

function editOf(document: TextDocument, start: number, length: number, newText: string): TextEdit {
  return { range: { start: document.positionAt(start), end: document.positionAt(start + length) }, newText }
}

/** A relative path as it has to be written after renaming; `undefined` where it stays. */
function follow(written: string, from: string, moved: (uri: string) => string): string | undefined {
  if (written === '' || /^(?:[a-z][a-z0-9+.-]*:|[#/])/i.test(written)) return undefined
  const [path, fragment = ''] = written.split(/(?=#)/, 2) as [string, string?]
  const target = resolved(path, from)
  const [newFrom, newTarget] = [moved(from), moved(target)]
  if (newFrom === from && newTarget === target) return undefined
  const relative = relativePath(decoded(newFrom), decoded(newTarget))
  const now = `${path.startsWith('./') && !relative.startsWith('../') ? './' : ''}${/%[0-9a-f]{2}/i.test(path) ? encodeURI(relative) : relative}${fragment}`
  return now === written ? undefined : now
}

/** The URI that a relative path in a file names. */
function resolved(path: string, from: string): string {
  const steps = from.split('/').slice(0, -1)
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(/%[0-9a-f]{2}/i.test(step) ? step : encodeURI(step))
  }
  return steps.join('/')
}

/** The path from a file to another. */
function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1)
  const there = to.split('/')
  let same = 0
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/')
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}
