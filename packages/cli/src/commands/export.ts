import { extname } from 'node:path'
import type { AknFacts } from '@tiaoli/akn'
import { InputError, readBytes } from '@tiaoli/workspace'
import type { VFileMessage } from 'vfile-message'
import type { Context } from '../context.js'
import type { LinkedFile } from '../linking.js'
import { messageLine } from '../messages.js'
import { deliver, refuseInputs, withForce } from '../output.js'
import { refuseEdited, replacesEdited, sealed } from '../word-files.js'
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
  template?: string
  cover?: true
  contents: boolean
  comments: boolean
  config?: string
  force?: true
}

/** `tiaoli export FILE --to FORMAT`: a draft as Word, Akoma Ntoso, a web page, JSON or a spreadsheet. */
export const exportCommand: CommandModule = (program, context) => {
  const { say } = context
  const command = program
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
    .option(
      '--template <file>',
      say({
        zh: 'docx：套用发文单位的模板（红头、页眉等），正文放在写有 {正文} 的地方',
        en: 'docx: put the draft into the template of an office, where it says {正文}'
      })
    )
    .option('--cover', say({ zh: 'docx：加封面，写明标题、阶段、作者（--author）和日期', en: 'docx: with a cover' }))
    .option('--no-contents', say({ zh: 'docx：不加目录', en: 'docx: without contents' }))
    .option(
      '--no-comments',
      say({ zh: 'docx：不带落实注释（默认作为隐藏文字带上，导入时复原）', en: 'docx: without tracing comments' })
    )
    .option(
      '--config <file>',
      say({ zh: '指定配置文件，不再向上查找 tiaoli.config.json', en: 'use this tiaoli.config.json' })
    )
  withForce(command, context, replacesEdited).action((file: string, options: ExportOptions) =>
    runExport(context, file, options)
  )
}

async function runExport(context: Context, file: string, options: ExportOptions): Promise<void> {
  const format = chosen(options)
  refuseInputs(options.out, [file, options.tracked, options.template])
  await refuseEdited(options, format, 'draft')
  const { fileLinker } = await import('../linking.js')
  const link = fileLinker(context, options)
  const draft = await link(file)
  const old = options.tracked === undefined ? undefined : await link(options.tracked)
  const { value, messages } = await converted(draft, old, format, options)
  for (const message of messages) context.note(messageLine(file, message))
  await deliver(context, options.out, value)
}

function chosen({ to, out, tracked, template, cover }: ExportOptions): Format {
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
  const wordOnly = template !== undefined ? '--template' : cover ? '--cover' : undefined
  if (wordOnly !== undefined && format !== 'docx') {
    throw new InputError('usage', {
      reason: { zh: `只有 docx 能用 ${wordOnly}。`, en: `${wordOnly} is for docx only.` },
      cure: { zh: '请加 --to docx。', en: 'add --to docx.' }
    })
  }
  if (template !== undefined && cover) {
    throw new InputError('usage', {
      reason: { zh: '--template 和 --cover 不能同时用。', en: '--template and --cover exclude each other.' },
      cure: { zh: '请把封面做进模板，或者去掉其中一个。', en: 'make the cover part of the template.' }
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
  const { document, links } = draft
  const { tree } = document
  const { title = document.file, date, stage, version, kind } = document.facts
  const facts = {
    title,
    ...(date && { date }),
    ...(stage && { stage }),
    ...(version && { version }),
    ...(kind && { kind })
  }
  if (format === 'docx') {
    const { value, messages } = await word(draft, old, options)
    return { value: await sealed(value), messages }
  }
  if (format === 'akn') return akomaNtoso(draft, facts, options)
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

/** Who issued a text and when it was amended, is what its notes tell, or the library of an enacted text of that title. */
async function akomaNtoso(
  { document, links, library }: LinkedFile,
  facts: AknFacts,
  { number }: ExportOptions
): Promise<Converted> {
  const { exportAkn, historyOfNotes, historyOfVersions } = await import('@tiaoli/akn')
  const { tree } = document
  const [known, ...others] = facts.stage === undefined ? library.find(facts.title).instruments : []
  const enacted = others.length === 0 && known?.title === facts.title ? known : undefined
  const history =
    enacted === undefined || historyOfNotes(tree).length > 0 ? undefined : historyOfVersions(enacted.versions)
  const issuer = enacted?.issuer?.[0]
  const kind = facts.kind ?? enacted?.kind
  return exportAkn(tree, {
    facts: {
      ...facts,
      ...(kind !== undefined && { kind }),
      ...(issuer !== undefined && { issuer }),
      ...(number !== undefined && { number })
    },
    links,
    library,
    ...(history !== undefined && { history }),
    generated: new Date().toISOString().slice(0, 10)
  })
}

async function word(
  draft: LinkedFile,
  old: LinkedFile | undefined,
  options: ExportOptions
): Promise<Converted & { value: Uint8Array }> {
  const { exportDocx, exportTrackedDocx } = await import('@tiaoli/docx')
  const { document, links } = draft
  const { title = document.file, date, stage } = document.facts
  const { author, number, contents, comments, cover, template } = options
  const shared = {
    title,
    comments,
    ...(contents ? {} : { contents: false }),
    ...(author !== undefined && { author }),
    ...(cover && {
      cover: { ...(stage && { stage }), ...(author !== undefined && { unit: author }), ...(date && { date }) }
    })
  }
  const write = (withNumber: boolean): Promise<{ value: Uint8Array; messages: VFileMessage[] }> => {
    const shown = { ...shared, links, ...(withNumber && number !== undefined && { number }) }
    if (old === undefined) return exportDocx(document.tree, shown)
    const time = changeTime(options.date ?? date)
    return exportTrackedDocx(
      { tree: old.document.tree, links: old.links },
      { tree: document.tree, links },
      { ...shown, author: author ?? '条理', date: time }
    )
  }
  if (template === undefined) return write(true)
  return inTemplate(template, draft, { title, ...(number !== undefined && { number }) }, write)
}

/** A draft's Word file in the template of an office. */
async function inTemplate(
  template: string,
  { document }: LinkedFile,
  facts: { title: string; number?: string },
  write: (withNumber: boolean) => Promise<{ value: Uint8Array; messages: VFileMessage[] }>
): Promise<Converted & { value: Uint8Array }> {
  const { applyTemplate, templateAsksFor } = await import('@tiaoli/docx')
  const bytes = readBytes(template)
  // A template that has a place for the number prints it there, and not above the title as well.
  const draft = await write(!templateAsksFor(bytes, '发文字号'))
  const { date = '', stage = '' } = document.facts
  const { value, messages } = applyTemplate(draft.value, bytes, {
    标题: facts.title,
    发文字号: facts.number ?? '',
    阶段: stage,
    日期: date
  })
  if (value === undefined) {
    const reason = messages[0]?.reason ?? '模板读不了。'
    throw new InputError('binary', { file: template, reason: { zh: reason, en: reason } })
  }
  return { value, messages: [...draft.messages, ...messages] }
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
