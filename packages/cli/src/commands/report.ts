import type { Report } from '@tiaoli/report'
import { InputError, isGlob, statOf } from '@tiaoli/workspace'
import type { Context } from '../context.js'
import { draftFacts } from '../draft-facts.js'
import { exitCodes } from '../exit-codes.js'
import type { ReportFormat } from '../library/formats.js'
import { reportFormats } from '../library/formats.js'
import type { OutputOptions } from '../output.js'
import { chooseFormat, deliver, refuseInputs, withOutputOptions } from '../output.js'
import { refuseEdited, sealed } from '../word-files.js'
import type { CommandModule } from './command.js'

interface ReportOptions extends OutputOptions {
  config?: string
  check?: true
  asOf?: string
  find?: string[]
}

/** `tiaoli report FILE`: the cross-reference report of one draft; of several, or of a workspace, one report of all. */
export const reportCommand: CommandModule = (program, context) => {
  const { say } = context
  const command = program
    .command('report')
    .argument(
      '[files...]',
      say({
        zh: '草案文件（Markdown 或纯文本）；几份或者不写（工作区的全部草案）时，合成一份报告',
        en: 'a draft; several, or none for all drafts of the workspace, make one report'
      })
    )
    .description(
      say({ zh: '核对草案的全部引用，列出指向、被引用和需要核对之处', en: 'check every reference of drafts' })
    )
  withOutputOptions(command, context, reportFormats)
    .option('--check', say({ zh: '有需要核对的引用时，退出码为 1', en: 'exit with 1 if a reference needs checking' }))
    .option('--as-of <date>', say({ zh: '按哪一天的文本', en: 'with the texts of a day' }))
    .option(
      '--find <words>',
      say({
        zh: '在报告里列出回答这些词的条文，可以写几次（只用于一份草案）',
        en: 'list the clauses that answer these words; may be given several times (one draft only)'
      }),
      (words: string, before: string[] = []) => [...before, words]
    )
    .option(
      '--config <file>',
      say({ zh: '指定配置文件，不再向上查找 tiaoli.config.json', en: 'use this tiaoli.config.json' })
    )
    .action((files: string[], options: ReportOptions) => runReport(context, files, options))
}

async function runReport(context: Context, files: string[], options: ReportOptions): Promise<void> {
  const format = chooseFormat(options, reportFormats)
  refuseInputs(options.out, files)
  await refuseEdited(options, format)
  const [file] = files
  if (file === undefined || files.length > 1 || isFolder(file) || isGlob(file)) {
    if (options.find !== undefined) throw findsInOne()
    return (await import('../library/workspace-report.js')).runWorkspaceReport(context, files, options, format)
  }
  const { fileLinker } = await import('../linking.js')
  const { buildReport } = await import('@tiaoli/report')
  const { document, links, library } = await fileLinker(context, options)(file)
  const searches =
    options.find && (await (await import('../search/find-in-draft.js')).findInDraft(document, options.find))
  const report = buildReport({
    tree: document.tree,
    links,
    library,
    ...(searches !== undefined && { searches }),
    ...draftFacts(document, file)
  })
  if (options.check && report.problems.length > 0) context.exit(exitCodes.findings)
  await deliver(context, options.out, await render(report, format, options.out === undefined, context))
}

function findsInOne(): InputError {
  return new InputError('usage', {
    reason: { zh: '--find 只用于一份草案的报告。', en: '--find is for the report of one draft.' },
    cure: { zh: '请写明是哪一份；在几份草案里查找用 tiaoli search。', en: 'name one draft, or use tiaoli search.' }
  })
}

function isFolder(file: string): boolean {
  return statOf(file)?.isDirectory() === true
}

async function render(
  report: Report,
  format: ReportFormat | undefined,
  toScreen: boolean,
  context: Context
): Promise<string | Uint8Array> {
  const { referenceRows, renderCsv, renderHtml, renderJson, renderMarkdown, renderTerminal, renderXlsx, reportSheets } =
    await import('@tiaoli/report')
  const { language, columns, color } = context
  switch (format) {
    case 'html':
      return renderHtml(report, language)
    case 'docx':
      return sealed((await import('@tiaoli/docx')).reportDocx(report))
    case 'csv':
      return renderCsv(referenceRows(report, language))
    case 'xlsx':
      return renderXlsx(reportSheets(report, language))
    case 'json':
      return renderJson(report)
    case 'md':
      return renderMarkdown(report, language)
    default:
      return toScreen && columns !== undefined
        ? renderTerminal(report, { width: Math.min(columns, 120), color, language })
        : renderMarkdown(report, language)
  }
}
