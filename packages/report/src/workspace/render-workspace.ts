import { renderBlocks } from '../render-markdown.js'
import { renderTerminalBlocks, type TerminalOptions } from '../render-terminal.js'
import type { Language } from '../wording.js'
import { reportWording } from '../wording.js'
import type { WorkspaceReport } from './model.js'
import { printWorkspace } from './print-workspace.js'
import { workspaceWording } from './wording.js'

/** The report of a workspace as Markdown, ending in a line break. */
export function workspaceMarkdown(report: WorkspaceReport, language: Language = 'zh'): string {
  return renderBlocks(printWorkspace(report, reportWording(language), workspaceWording(language)))
}

/** The report of a workspace for a terminal. */
export function workspaceTerminal(report: WorkspaceReport, options: TerminalOptions): string {
  const { language = 'zh' } = options
  return renderTerminalBlocks(printWorkspace(report, reportWording(language), workspaceWording(language)), options)
}
