import { extname, resolve } from 'node:path'
import type { Report } from '@tiaoli/report'
import { InputError, writeFileAtomic } from '@tiaoli/workspace'
import type { Context } from '../context.js'
import { exitCodes } from '../exit-codes.js'
import type { CommandModule } from './command.js'

const formats = ['md', 'html', 'json'] as const
type Format = (typeof formats)[number]

interface ReportOptions {
  format?: string
  json?: true
  out?: string
  config?: string
  check?: true
}

/** `tiaoli report FILE`: the cross-reference report of one draft. */
export const reportCommand: CommandModule = (program, context) => {
  program
    .command('report')
    .argument('<file>', context.say({ zh: '草案文件（Markdown 或纯文本）', en: 'draft (Markdown or plain text)' }))
    .description(
      context.say({
        zh: '核对一份草案的全部引用，列出指向、被引用和需要核对之处',
        en: 'check every reference of a draft'
      })
    )
    .option(
      '--format <md|html|json>',
      context.say({
        zh: '输出格式；不写时按 --out 的扩展名，否则为 md',
        en: 'format; by default that of --out, else md'
      })
    )
    .option('--out <file>', context.say({ zh: '写入文件，而不是显示在屏幕上', en: 'write to a file' }))
    .option('--json', context.say({ zh: '同 --format json', en: 'same as --format json' }))
    .option(
      '--check',
      context.say({ zh: '有需要核对的引用时，退出码为 1', en: 'exit with 1 if a reference needs checking' })
    )
    .option(
      '--config <file>',
      context.say({ zh: '指定配置文件，不再向上查找 tiaoli.config.json', en: 'use this tiaoli.config.json' })
    )
    .action((file: string, options: ReportOptions) => runReport(context, file, options))
}

async function runReport(context: Context, file: string, options: ReportOptions): Promise<void> {
  const format = chooseFormat(options)
  if (options.out !== undefined && resolve(options.out) === resolve(file)) {
    throw new InputError('usage', {
      file,
      reason: { zh: '--out 不能写到草案本身。', en: '--out must not be the draft itself.' },
      cure: { zh: '请换一个输出文件名。', en: 'choose another name.' }
    })
  }
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
  const text = await render(report, format, options.out === undefined, context)
  if (options.out === undefined) return context.write(text)
  writeFileAtomic(options.out, text)
  context.note(context.say({ zh: `已写入 ${options.out}`, en: `written to ${options.out}` }))
}

function chooseFormat({ format, json, out }: ReportOptions): Format | undefined {
  const named = json
    ? 'json'
    : (format ?? (out === undefined ? undefined : extensionFormats[extname(out).toLowerCase()]))
  const known = formats.find((candidate) => candidate === named)
  if (named !== undefined && known === undefined) {
    throw new InputError('usage', {
      reason: { zh: `不认识的格式“${named}”。`, en: `unknown format “${named}”.` },
      cure: { zh: `可以写：${formats.join('、')}。`, en: `known formats: ${formats.join(', ')}.` }
    })
  }
  return known
}

const extensionFormats: Record<string, string> = { '.html': 'html', '.htm': 'html', '.json': 'json', '.md': 'md' }

async function render(
  report: Report,
  format: Format | undefined,
  toScreen: boolean,
  context: Context
): Promise<string> {
  const { renderHtml, renderJson, renderMarkdown, renderTerminal } = await import('@tiaoli/report')
  const { language, columns, color } = context
  switch (format) {
    case 'html':
      return renderHtml(report, language)
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
