import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeAction,
  CodeLens,
  CompletionList,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  Position,
  Range,
  SelectionRange,
  SemanticTokens,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol
} from 'vscode-languageserver-types'
import type { RenumberCommand } from './article-changes.js'
import type { FeatureContext } from './context.js'
import type { Draft } from './draft.js'
import { DraftStore } from './draft-store.js'
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './features/call-hierarchy.js'
import { codeActions } from './features/code-actions.js'
import { CodeLenses } from './features/code-lenses.js'
import { comparisonPage } from './features/comparison-page.js'
import { completion } from './features/completion.js'
import { coveragePage } from './features/coverage-page.js'
import { definition } from './features/definition.js'
import { Diagnosing } from './features/diagnostics.js'
import { documentHighlights } from './features/document-highlights.js'
import { documentLinks } from './features/document-links.js'
import { documentSymbols, prepareSymbols } from './features/document-symbols.js'
import { foldingRanges } from './features/folding-ranges.js'
import { formatting } from './features/formatting.js'
import { hover } from './features/hover.js'
import { inlayHints } from './features/inlay-hints.js'
import { references } from './features/references.js'
import { type RelatedClauses, relatedClauses } from './features/related-clauses.js'
import { prepareRename, rename } from './features/rename.js'
import { type FileRename, renameFiles } from './features/rename-files.js'
import { prepareInsertion, type Renumbering, renumber } from './features/renumber.js'
import { selectionRanges } from './features/selection-ranges.js'
import { prepareTokens, semanticTokens } from './features/semantic-tokens.js'
import { ClauseFinder } from './features/workspace-symbols.js'
import { TargetReader } from './target.js'
import type { LanguageWorkspace } from './workspace.js'

/** What long answers are made of. */
export type AnswerPart = DocumentSymbol | TextEdit

/** Editor features for the drafts of a workspace; every method is at the version of the text that the workspace has. */
export interface LanguageService {
  /** What can be told before the library is there: what the parser says, and the rules that need no references once `check` has run them. */
  earlyDiagnostics(uri: string): Diagnostic[]
  isCheckedEarly(uri: string): boolean
  /** What parsing and linking tell at once, with earlier findings of the rules where the text around them is the same. */
  quickDiagnostics(uri: string): Diagnostic[]
  /** Everything, the drafting rules included. */
  diagnostics(uri: string): Diagnostic[]
  /**
   * Runs the drafting rules in small steps, with time for other work in between, and gives up where the draft is read anew
   * meanwhile; `early` runs only those that need neither references nor the library.
   */
  check(uri: string, early?: boolean): Iterator<undefined>
  /** Whether `quickDiagnostics` is all there is to say about a draft as it is now. */
  isFullyDiagnosed(uri: string): boolean
  documentSymbols(uri: string): DocumentSymbol[]
  foldingRanges(uri: string): FoldingRange[]
  selectionRanges(uri: string, positions: readonly Position[]): SelectionRange[]
  semanticTokens(uri: string, range?: Range): SemanticTokens
  hover(uri: string, position: Position): Hover | undefined
  definition(uri: string, position: Position): LocationLink[]
  references(uri: string, position: Position, declaration: boolean): Location[]
  documentHighlights(uri: string, position: Position): DocumentHighlight[]
  documentLinks(uri: string): DocumentLink[]
  /** Over each article what is to say of it; the words of most are found when asked for, by `resolveCodeLens`. */
  codeLenses(uri: string): CodeLens[]
  /** A lens with its words; throws a `TypeError` where it comes from elsewhere. */
  resolveCodeLens(lens: CodeLens): CodeLens
  inlayHints(uri: string, range: Range): InlayHint[]
  completion(uri: string, position: Position): CompletionList
  /** Throws a `RenameError` with the reason where nothing can be renamed. */
  prepareRename(uri: string, position: Position): { range: Range; placeholder: string } | undefined
  /** Throws a `RenameError` with the reason where the name cannot be given. */
  rename(uri: string, position: Position, newName: string): WorkspaceEdit | undefined
  codeActions(uri: string, range: Range, diagnostics: readonly Diagnostic[], only?: readonly string[]): CodeAction[]
  /** Throws a `RenumberError` with the reason where the command cannot be carried out. */
  renumber(uri: string, command: RenumberCommand, position: Position): Renumbering | undefined
  formatting(uri: string): TextEdit[]
  prepareCallHierarchy(uri: string, position: Position): CallHierarchyItem[]
  incomingCalls(item: CallHierarchyItem): CallHierarchyIncomingCall[]
  outgoingCalls(item: CallHierarchyItem): CallHierarchyOutgoingCall[]
  /** Clauses of all drafts, the best first. */
  workspaceSymbols(query: string): Promise<WorkspaceSymbol[]>
  relatedClauses(uri: string, position: Position): RelatedClauses | undefined
  /** A page that compares an older draft with this one; `undefined` where either is not known. */
  comparisonPage(uri: string, older: string): string | undefined
  /** A page about what of the brief a draft answers; `undefined` without a brief. */
  coveragePage(uri: string): string | undefined
  /** What has to follow when files are renamed. */
  renameFiles(renames: readonly FileRename[]): WorkspaceEdit
  /** Reads a draft ahead of the first question about it; lenses count the references of drafts that have been read. */
  prepare(uri: string): void
  /**
   * Small steps for the time when nothing is asked, after which questions about a whole draft are answered sooner. Each gives
   * parts of answers that may be asked for, the very objects.
   */
  prepareAnswers(uri: string): Generator<readonly AnswerPart[]>
  /** Forgets a draft that was closed or deleted. */
  forget(uri: string): void
  /** Forgets what the rules found, as after a change of configuration. */
  reset(): void
}

/** What a service works with. */
export interface LanguageServiceOptions {
  workspace: LanguageWorkspace
}

/** The features over a workspace; a URI that is no regulation gets empty answers. */
export function createLanguageService({ workspace }: LanguageServiceOptions): LanguageService {
  const store = new DraftStore(workspace)
  const context: FeatureContext = { store, targets: new TargetReader(store) }
  const diagnosing = new Diagnosing(context)
  const finder = new ClauseFinder(store)
  const lenses = new CodeLenses(context)
  const on = <T>(uri: string, otherwise: T, work: (draft: Draft) => T): T => {
    const draft = store.get(uri)
    return draft === undefined || !isRegulation(draft) ? otherwise : work(draft)
  }
  return {
    earlyDiagnostics: (uri) => on(uri, [], (draft) => diagnosing.early(draft)),
    isCheckedEarly: (uri) => on(uri, true, (draft) => diagnosing.isCheckedEarly(draft)),
    quickDiagnostics: (uri) => on(uri, [], (draft) => diagnosing.quick(draft)),
    diagnostics: (uri) => on(uri, [], (draft) => diagnosing.full(draft)),
    check: (uri, early = false) =>
      on<Iterator<undefined>>(uri, [].values(), (draft) =>
        early ? diagnosing.checkEarly(draft) : diagnosing.check(draft)
      ),
    isFullyDiagnosed: (uri) => on(uri, true, (draft) => diagnosing.isChecked(draft)),
    documentSymbols: (uri) => on(uri, [], documentSymbols),
    foldingRanges: (uri) => on(uri, [], foldingRanges),
    selectionRanges: (uri, positions) => on(uri, [], (draft) => selectionRanges(draft, positions)),
    semanticTokens: (uri, range) => on<SemanticTokens>(uri, { data: [] }, (draft) => semanticTokens(draft, range)),
    hover: (uri, position) => on<Hover | undefined>(uri, undefined, (draft) => hover(context, draft, position)),
    definition: (uri, position) => on(uri, [], (draft) => definition(context, draft, position)),
    references: (uri, position, declaration) =>
      on(uri, [], (draft) => references(context, draft, position, declaration)),
    documentHighlights: (uri, position) => on(uri, [], (draft) => documentHighlights(context, draft, position)),
    documentLinks: (uri) => on(uri, [], (draft) => documentLinks(context, draft)),
    codeLenses: (uri) => on(uri, [], (draft) => lenses.of(draft)),
    resolveCodeLens: (lens) => lenses.resolve(lens),
    inlayHints: (uri, range) => on(uri, [], (draft) => inlayHints(context, draft, range)),
    completion: (uri, position) => {
      const draft = store.get(uri)
      if (draft === undefined) return { isIncomplete: false, items: [] }
      return completion(context, draft, position, isRegulation(draft))
    },
    prepareRename: (uri, position) =>
      on<{ range: Range; placeholder: string } | undefined>(uri, undefined, (draft) => prepareRename(draft, position)),
    rename: (uri, position, newName) =>
      on<WorkspaceEdit | undefined>(uri, undefined, (draft) => rename(context, draft, position, newName)),
    codeActions: (uri, range, diagnostics, only) =>
      on(uri, [], (draft) => codeActions(context, diagnosing, draft, range, diagnostics, only)),
    renumber: (uri, command, position) =>
      on<Renumbering | undefined>(uri, undefined, (draft) => renumber(context, draft, command, position)),
    formatting: (uri) => on(uri, [], formatting),
    prepareCallHierarchy: (uri, position) => on(uri, [], (draft) => prepareCallHierarchy(context, draft, position)),
    incomingCalls: (item) => incomingCalls(context, item),
    outgoingCalls: (item) => outgoingCalls(context, item),
    workspaceSymbols: (query) => finder.symbols(query),
    relatedClauses: (uri, position) =>
      on<RelatedClauses | undefined>(uri, undefined, (draft) => relatedClauses(context, draft, position)),
    comparisonPage: (uri, older) =>
      on<string | undefined>(uri, undefined, (draft) => comparisonPage(context, draft, older)),
    coveragePage: (uri) => on<string | undefined>(uri, undefined, (draft) => coveragePage(context, draft)),
    renameFiles: (renames) => renameFiles(context, renames),
    prepare: (uri) => {
      void store.get(uri)?.links
    },
    prepareAnswers: (uri) => prepareAnswers(on<Draft | undefined>(uri, undefined, (draft) => draft)),
    forget: (uri) => {
      store.forget(uri)
      diagnosing.forget(uri)
    },
    reset: () => diagnosing.reset()
  }
}

function* prepareAnswers(draft: Draft | undefined): Generator<readonly AnswerPart[]> {
  if (draft === undefined) return
  for (const prepare of [prepareSymbols, prepareTokens, prepareInsertion]) yield* prepare(draft)
}

/** Whether a text has a clause or says in its front matter that it is a draft; an ordinary Markdown file is left alone. */
export function isRegulation({ tree, facts }: Pick<Draft, 'tree' | 'facts'>): boolean {
  if (facts.stage !== undefined) return true
  const units = new Set(['article', 'book', 'part', 'chapter', 'section'])
  const visit = (node: { type: string; children?: unknown[] }): boolean =>
    units.has(node.type) ||
    ((node.type === 'root' || node.type === 'division' || node.type === 'attachment') &&
      (node.children ?? []).some((child) => visit(child as { type: string; children?: unknown[] })))
  return visit(tree)
}
