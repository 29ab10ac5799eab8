import type { Brief } from '@tiaoli/brief'
import type { Library } from '@tiaoli/library'
import type { LintConfig } from '@tiaoli/lint'
import type { TextDocument } from 'vscode-languageserver-textdocument'

/** A drafting brief and where it was read from. */
export interface WorkspaceBrief {
  uri: string
  brief: Brief
}

/** What the service asks of its surroundings; everything is in memory by the time it is asked for. */
export interface LanguageWorkspace {
  /** Every draft: those open in the editor with their unsaved text, the others as they are on disk. */
  drafts(): Iterable<TextDocument>
  draft(uri: string): TextDocument | undefined
  /** The instruments that a draft's references point into; the same object as long as nothing in it changed. */
  library(uri: string): Library
  /** What a draft was asked to contain, where that is known. */
  brief?(uri: string): WorkspaceBrief | undefined
  /** How a draft is to be checked. */
  lintConfig?(uri: string): LintConfig | undefined
  /** URI of a file that the library was read from; absent where files have no place that an editor can open. */
  uriOf?(file: string): string | undefined
  /** Configurations that may name drafts by their files. */
  configs?(): Iterable<{ uri: string; text: string }>
  /** Text behind such a URI: the text of an instrument, or a register. */
  text?(uri: string): string | undefined
}
