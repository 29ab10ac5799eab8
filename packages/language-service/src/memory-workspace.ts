import type { Instrument, Library } from '@tiaoli/library'
import { createLibrary, outlineOfTree } from '@tiaoli/library'
import type { LintConfig } from '@tiaoli/lint'
import { parseRegulation } from 'remark-regast'
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { factsOf } from './facts.js'
import { updateText } from './text-changes.js'
import type { LanguageWorkspace, WorkspaceBrief } from './workspace.js'

/** A workspace that is told everything it holds. */
export interface MemoryWorkspace extends LanguageWorkspace {
  /** Puts a draft in, or gives it a new text. */
  set(uri: string, text: string): void
  /** Changes a draft as an editor does. */
  change(uri: string, changes: TextDocumentContentChangeEvent[]): void
  delete(uri: string): void
  setLibrary(instruments: Iterable<Instrument>): void
  setBrief(brief: WorkspaceBrief | undefined): void
  /** How often drafts were asked for one by one, and all at once. */
  readonly asked: { draft: number; drafts: number }
}

/** What a memory workspace begins with: texts of instruments by URI, and facts about others. */
export interface MemoryContents {
  drafts?: Record<string, string>
  texts?: Record<string, string>
  instruments?: Iterable<Instrument>
  configs?: Record<string, string>
  lint?: LintConfig
}

/** A workspace without files, for tests and for editors in a browser. */
export function memoryWorkspace({
  drafts = {},
  texts = {},
  instruments = [],
  configs = {},
  lint
}: MemoryContents = {}): MemoryWorkspace {
  const open = new Map<string, TextDocument>()
  const asked = { draft: 0, drafts: 0 }
  const read = Object.entries(texts).flatMap(([uri, text]) =>
    /\.ya?ml$/.test(uri) ? [] : [instrumentOfText(uri, text)]
  )
  let library: Library = createLibrary([...read, ...instruments])
  let brief: WorkspaceBrief | undefined
  const workspace: MemoryWorkspace = {
    asked,
    drafts: () => {
      asked.drafts += 1
      return open.values()
    },
    draft: (uri) => {
      asked.draft += 1
      return open.get(uri)
    },
    library: () => library,
    brief: () => brief,
    lintConfig: () => lint,
    uriOf: (file) => (file in texts ? file : undefined),
    text: (uri) => texts[uri],
    configs: () => Object.entries(configs).map(([uri, text]) => ({ uri, text })),
    set: (uri, text) => {
      const known = open.get(uri)
      open.set(uri, TextDocument.create(uri, 'tiaoli', (known?.version ?? 0) + 1, text))
    },
    change: (uri, changes) => {
      const known = open.get(uri)
      if (known !== undefined) open.set(uri, updateText(known, changes, known.version + 1))
    },
    delete: (uri) => {
      open.delete(uri)
    },
    setLibrary: (given) => {
      library = createLibrary([...read, ...given])
    },
    setBrief: (given) => {
      brief = given
    }
  }
  for (const [uri, text] of Object.entries(drafts)) workspace.set(uri, text)
  return workspace
}

/** The instrument whose text is behind a URI. */
export function instrumentOfText(uri: string, text: string): Instrument {
  const { tree } = parseRegulation(text)
  const { title = uri, date } = factsOf(tree, uri)
  return {
    title,
    shortNames: [],
    versions: [
      { outline: outlineOfTree(tree), source: { kind: 'text', file: uri }, ...(date !== undefined && { date }) }
    ]
  }
}
