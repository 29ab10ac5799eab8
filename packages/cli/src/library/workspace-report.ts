import { join, relative } from 'node:path'
import type { WorkspaceReport } from '@tiaoli/report'
import { buildReport, buildWorkspaceReport } from '@tiaoli/report'
import { InputError, isGlob, statOf } from '@tiaoli/workspace'
import type { Context } from '../context.js'
import { draftFacts } from '../draft-facts.js'
import { exitCodes } from '../exit-codes.js'
import { eachFile, textsAt } from '../files.js'
import type { OpenLibrary } from '../library-access.js'
import { checkedDay, openLibrary } from '../library-access.js'
import type { OutputOptions } from '../output.js'
import { deliver, refuseInputs } from '../output.js'
import { sealed } from '../word-files.js'
import type { ReportFormat } from './formats.js'

/** Prints or writes the report of several drafts, or of all drafts of a workspace. */
export async function runWorkspaceReport(
  context: Context,
  named: string[],
  options: OutputOptions & { config?: string; check?: true; asOf?: string },
  format: ReportFormat | undefined
): Promise<void> {
  const asOf = checkedDay(options.asOf)
  const opened = await openLibrary(context, options, nearOf(named[0]), asOf)
  const files = named.length > 0 ? await textsAt(named) : await ownDrafts(opened)
  if (files.length === 0) throw noDraft(named[0] ?? opened.workspace.file)
  refuseInputs(options.out, files)
  const read: {
    report: ReturnType<typeof buildReport>
    references: Awaited<ReturnType<typeof opened.draft>>['references']
  }[] = []
  await eachFile(context, files, async (file) => {
    const { document, links, references } = await opened.draft(file)
    const report = buildReport({ tree: document.tree, links, library: opened.library, ...draftFacts(document, file) })
    read.push({ report, references })
  })
  // Every file that failed was told, with the exit code for bad input; of nothing there is no report.
  if (read.length === 0) return
  const graph = await opened.graph(read.map(({ references }) => references))
  const report = buildWorkspaceReport({
    drafts: read,
    library: opened.library,
    graph,
    ...(asOf !== undefined && { asOf })
  })
  if (options.check && report.counts.resolved < report.targets) context.exit(exitCodes.findings)
  await deliver(context, options.out, await render(report, format, options.out === undefined, context))
}

/** The workspace of several drafts is that of the first. */
function nearOf(first: string | undefined): string | undefined {
  if (first === undefined || isGlob(first)) return undefined
  return statOf(first)?.isDirectory() ? join(first, '_') : first
}

async function ownDrafts({ workspace }: OpenLibrary): Promise<string[]> {
  return (await workspace.drafts()).map((file) => relative(process.cwd(), file))
}

function noDraft(file: string | undefined): InputError {
  return new InputError('usage', {
    ...(file !== undefined && { file }),
    reason: { zh: '没有可以核对的草案。', en: 'there is no draft to check.' },
    cure: {
      zh: '请写明草案文件，例如 tiaoli report 草案.md，或者在 tiaoli.config.json 里写 "drafts": ["草案"]。',
      en: 'name a draft, as in tiaoli report draft.md, or write "drafts": ["drafts"] in tiaoli.config.json.'
    }
  })
}

async function render(
  report: WorkspaceReport,
  format: ReportFormat | undefined,
  toScreen: boolean,
  { language, columns, color }: Context
): Promise<string | Uint8Array> {
  const rendering = await import('@tiaoli/report')
  switch (format) {
    case 'html':
      return rendering.workspaceHtml(report, language)
    case 'docx':
      return sealed((await import('@tiaoli/docx')).workspaceDocx(report))
    case 'csv':
      return rendering.renderCsv(rendering.workspaceRows(report, language))
    case 'xlsx':
      return rendering.renderXlsx(rendering.workspaceSheets(report, language))
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`
    case 'md':
      return rendering.workspaceMarkdown(report, language)
    default:
      return toScreen && columns !== undefined
        ? rendering.workspaceTerminal(report, { width: Math.min(columns, 120), color, language })
        : rendering.workspaceMarkdown(report, language)
  }
}
