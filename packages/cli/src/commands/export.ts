import { extname } from 'node:path'
import { InputError } from '@tiaoli/workspace'
import type { VFileMessage } from 'vfile-message'
import type { Context } from '../context.js'
import type { LinkedFile } from '../linking.js'
import { messageLine } from '../messages.js'
import { deliver, refuseInputs } from '../output.js'
import type { CommandModule } from './command.js'

const formats = ['docx', 'akn', 'html', 'json', 'csv', 'xlsx'] as const
type Format = (typeof formats)[number]
const extensions: Record<string, Format> = { xml: 'akn', akn: 'akn', htm: 'html' }

interface ExportOptions {
  to?: string
  out?: string
  tracked?: string
  author?: string
  date?: string
  number?: string
  contents: boolean
  comments: boolean
  config?: string
}

/** `tiaoli export FILE --to FORMAT`: a draft as Word, Akoma Ntoso, a web page, JSON or a spreadsheet. */
export const exportCommand: CommandModule = (program, context) => {
  const { say } = context
  program
    .command('export')
    .argument('<file>', say({ zh: '草案文件', en: 'draft' }))
    .description(say({ zh: '把草案导出为 Word（公文版式）、Akoma Ntoso、网页、JSON 或者表格', en: 'export a draft' }))
    .option(
      `--to <${formats.join('|')}>`,
      say({ zh: '格式；不写时按 --out 的扩展名', en: 'format; by default that of --out' })
    )
    .option('--out <file>', say({ zh: '写入文件', en: 'write to a file' }))
    .option(
      '--tracked <old>',
      say({
        zh: 'docx：与这一稿的差别写成修订，可在 Word 中逐处接受或者拒绝',
        en: 'docx: changes from this draft as tracked changes'
      })
    )
    .option(
      '--author <name>',
      say({ zh: 'docx：文件和修订的作者（默认“条理”）', en: 'docx: author of the file and its changes' })
    )
    .option(
      '--date <date>',
      say({ zh: 'docx：修订的日期（默认为草案日期，否则为现在）', en: 'docx: date of the changes' })
    )
    .option('--number <number>', say({ zh: '发文字号，印在标题上方', en: 'document number above the title' }))
    .option('--no-contents', say({ zh: 'docx：不加目录', en: 'docx: without contents' }))
    .option(
      '--no-comments',
      say({ zh: 'docx：不带落实注释（默认作为隐藏文字带上，导入时复原）', en: 'docx: without tracing comments' })
    )
    .option(
      '--config <file>',
      say({ zh: '指定配置文件，不再向上查找 tiaoli.config.json', en: 'use this tiaoli.config.json' })
    )
    .action((file: string, options: ExportOptions) => runExport(context, file, options))
}

async function runExport(context: Context, file: string, options: ExportOptions): Promise<void> {
  const format = chosen(options)
  refuseInputs(options.out, [file, options.tracked])
  const { fileLinker } = await import('../linking.js')
  const link = fileLinker(context, options)
  const draft = await link(file)
  const old = options.tracked === undefined ? undefined : await link(options.tracked)
  const { value, messages } = await converted(draft, old, format, options)
  for (const message of messages) context.note(messageLine(file, message))
  await deliver(context, options.out, value)
}

function chosen({ to, out, tracked }: ExportOptions): Format {
  const extension = out === undefined ? '' : extname(out).slice(1).toLowerCase()
  const named = to ?? extension
  const format = extensions[named] ?? formats.find((known) => known === named)
  if (format === undefined) {
    throw new InputError('usage', {
      reason:
        named === ''
          ? { zh: '没有写明导出成什么格式。', en: 'no format is named.' }
          : { zh: `不认识的格式“${named}”。`, en: `unknown format “${named}”.` },
      cure: { zh: `请写 --to：${formats.join('、')}。`, en: `name one with --to: ${formats.join(', ')}.` }
    })
  }
  if (tracked !== undefined && format !== 'docx') {
    throw new InputError('usage', {
      reason: { zh: '只有 docx 能带修订（--tracked）。', en: 'only docx can hold tracked changes.' },
      cure: { zh: '请加 --to docx，或者用 tiaoli diff 比较。', en: 'add --to docx, or compare with tiaoli diff.' }
    })
  }
  return format
}

interface Converted {
  value: string | Uint8Array
  messages: VFileMessage[]
}

async function converted(
  draft: LinkedFile,
  old: LinkedFile | undefined,
  format: Format,
  options: ExportOptions
): Promise<Converted> {
  const { document, links, library } = draft
  const { tree } = document
  const { title = document.file, date, stage, version, kind } = document.facts
  const facts = {
    title,
    ...(date && { date }),
    ...(stage && { stage }),
    ...(version && { version }),
    ...(kind && { kind })
  }
  if (format === 'docx') return word(draft, old, options)
  if (format === 'akn') {
    const { exportAkn } = await import('@tiaoli/akn')
    const number = options.number
    const generated = new Date().toISOString().slice(0, 10)
    return exportAkn(tree, { facts: { ...facts, ...(number !== undefined && { number }) }, links, library, generated })
  }
  const publish = await import('@tiaoli/publish')
  switch (format) {
    case 'html':
      return { value: publish.renderClausesHtml(tree, facts, links), messages: [] }
    case 'json':
      return { value: publish.renderClausesJson(tree, facts, links), messages: [] }
    case 'csv':
      return { value: (await import('@tiaoli/report')).renderCsv(publish.clauseRows(tree, links)), messages: [] }
    case 'xlsx': {
      const { renderXlsx } = await import('@tiaoli/report')
      return { value: await renderXlsx([{ name: '条文', rows: publish.clauseRows(tree, links) }]), messages: [] }
    }
  }
}

async function word(draft: LinkedFile, old: LinkedFile | undefined, options: ExportOptions): Promise<Converted> {
  const { exportDocx, exportTrackedDocx } = await import('@tiaoli/docx')
  const { document, links } = draft
  const { title = document.file, date } = document.facts
  const { author, number, contents, comments } = options
  const shared = {
    title,
    comments,
    ...(contents ? {} : { contents: false }),
    ...(author !== undefined && { author }),
    ...(number !== undefined && { number })
  }
  if (old === undefined) return exportDocx(document.tree, { ...shared, links })
  return exportTrackedDocx(
    { tree: old.document.tree, links: old.links },
    { tree: document.tree, links },
    {
      ...shared,
      author: author ?? '条理',
      date: changeTime(options.date ?? date)
    }
  )
}

/** The time of tracked changes, as Word writes it; throws an `InputError` for a day that is none. */
function changeTime(day: string | undefined): string {
  const time = day === undefined ? new Date() : new Date(`${day}T00:00:00Z`)
  if (!Number.isNaN(time.getTime())) return `${time.toISOString().slice(0, 19)}Z`
  throw new InputError('usage', {
    reason: { zh: `--date “${day}”不是日期。`, en: `--date “${day}” is no day.` },
    cure: { zh: '请写成 2026-09-21 的样子。', en: 'write it as 2026-09-21.' }
  })
}
