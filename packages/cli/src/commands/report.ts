import type { Report } from '@tiaoli/report'
import type { Context } from '../context.js'
import { exitCodes } from '../exit-codes.js'
import type { OutputOptions } from '../output.js'
import { chooseFormat, deliver, refuseInputs, withOutputOptions } from '../output.js'
import type { CommandModule } from './command.js'

const formats = ['md', 'html', 'docx', 'csv', 'xlsx', 'json'] as const
type Format = (typeof formats)[number]

interface ReportOptions extends OutputOptions {
  config?: string
  check?: true
}

/** `tiaoli report FILE`: the cross-reference report of one draft. */
export const reportCommand: CommandModule = (program, context) => {
  const { say } = context
  const command = program
    .command('report')
    .argument('<file>', say({ zh: '草案文件（Markdown 或纯文本）', en: 'draft (Markdown or plain text)' }))
    .description(
      say({ zh: '核对一份草案的全部引用，列出指向、被引用和需要核对之处', en: 'check every reference of a draft' })
    )
  withOutputOptions(command, context, formats)
    .option('--check', say({ zh: '有需要核对的引用时，退出码为 1', en: 'exit with 1 if a reference needs checking' }))
    .option(
      '--config <file>',
      say({ zh: '指定配置文件，不再向上查找 tiaoli.config.json', en: 'use this tiaoli.config.json' })
    )
    .action((file: string, options: ReportOptions) => runReport(context, file, options))
}

async function runReport(context: Context, file: string, options: ReportOptions): Promise<void> {
  const format = chooseFormat(options, formats)
  refuseInputs(options.out, [file])
  const { fileLinker } = await import('../linking.js')
  const { buildReport } = await import('@tiaoli/report')
  const { document, links, library } = await fileLinker(context, options.config)(file)
  const { title, stage, date } = document.facts
  const report = buildReport({
    tree: document.tree,
    links,
    library,
    file,
    ...(title !== undefined && { title }),
    ...(stage !== undefined && { stage }),
    ...(date !== undefined && { date })
  })
  if (options.check && report.problems.length > 0) context.exit(exitCodes.findings)
  await deliver(context, options.out, await render(report, format, options.out === undefined, context))
}

async function render(
  report: Report,
  format: Format | undefined,
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
      return (await import('@tiaoli/docx')).reportDocx(report)
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
