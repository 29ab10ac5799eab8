import type { AnswerPart, WorkspaceBrief } from '@tiaoli/language-service'
import type { Library } from '@tiaoli/library'
import type { LintConfig } from '@tiaoli/lint'

/** What the settings of an editor say; every one may be absent. */
export interface Settings {
  /** File of the drafting brief, absolute or relative to the folder of the workspace. */
  brief?: string
  /** Whether the drafting rules are run. */
  check?: boolean
}

/** What lies around a draft. */
export interface Surroundings {
  /** Names the folder or configuration that they were read from; drafts with one name share them. */
  name: string
  library: Library
  /** Whether the library has been read; until then it is the one to begin with. */
  complete: boolean
  lint: LintConfig
  brief: WorkspaceBrief | undefined
  /** Drafts of the folder as they are on disk, by URI. */
  drafts: ReadonlyMap<string, string>
  /** Whether a file is the text of an instrument, which nobody here is drafting. */
  isInstrument(uri: string): boolean
  /** What could not be read, in words for the person at the keyboard. */
  problems: string[]
}

/** What the server asks of the platform that it runs on. */
export interface ServerHost {
  /** Takes what the client hands over when it starts the server. */
  initialize?(options: unknown): void
  /** A library to begin with, until that of the workspace has been read. */
  firstLibrary(): Promise<Library>
  /** What lies around a draft; reads only what has changed since the last time, and tells what is known before the library has been read. */
  surroundings(
    uri: string,
    settings: Settings,
    progress: (done: number, total: number) => void,
    early: (found: Surroundings) => void
  ): Promise<Surroundings>
  /** One spelling for the URIs that name one file. */
  normal(uri: string): string
  /** URI of a file of the library, where an editor can open it. */
  uriOf(file: string): string | undefined
  /** Text behind a URI; `undefined` where it cannot be read. */
  text(uri: string): string | undefined
  /** Configurations of the workspaces that were read. */
  configs(): { uri: string; text: string }[]
  /** Forgets what was read around files that changed. */
  changed(uris: readonly string[]): void
  /** Told of parts of answers that may be sent soon, the very objects, so that they can be written ahead. */
  expect?(parts: readonly AnswerPart[]): void
  /** Folders of the workspace, as URIs. */
  setFolders(uris: readonly string[]): void
}
