import type { LinkStatus } from '@tiaoli/library'
import type { Context } from '../context.js'
import { exitCodes } from '../exit-codes.js'
import { eachFile, textsAt } from '../files.js'
import { jsonArray } from '../json-array.js'
import type { LinkedFile } from '../linking.js'
import type { CommandModule } from './command.js'

interface RefsOptions {
  json?: true
  config?: string
  check?: true
  asOf?: string
}

/** `tiaoli refs FILE...`: every reference of the files, a line each, or as the JSON that scripts rely on. */
export const refsCommand: CommandModule = (program, context) => {
  program
    .command('refs')
    .argument('<files...>', context.say({ zh: '一个或多个文件，或者文件夹', en: 'files or folders' }))
    .description(context.say({ zh: '逐处列出引用及其指向', en: 'list every reference and what it points to' }))
    .option('--json', context.say({ zh: '输出 JSON（供程序使用）', en: 'print JSON' }))
    .option(
      '--check',
      context.say({ zh: '有需要核对的引用时，退出码为 1', en: 'exit with 1 if a reference needs checking' })
    )
    .option('--as-of <date>', context.say({ zh: '按哪一天的文本', en: 'with the texts of a day' }))
    .option(
      '--config <file>',
      context.say({ zh: '指定配置文件，不再向上查找 tiaoli.config.json', en: 'use this tiaoli.config.json' })
    )
    .action((files: string[], options: RefsOptions) => runRefs(context, files, options))
}

async function runRefs(context: Context, files: string[], options: RefsOptions): Promise<void> {
  const { fileLinker } = await import('../linking.js')
  const link = fileLinker(context, options)
  const json = options.json ? jsonArray(context) : undefined
  await eachFile(context, await textsAt(files), async (file) => {
    const linked = await link(file)
    const { references, terms, documentNumbers } = linked.links
    if (options.check && references.some(({ targets }) => targets.some(({ status }) => status !== 'resolved'))) {
      context.exit(exitCodes.findings)
    }
    const title = linked.links.title ?? linked.document.facts.title ?? null
    if (json) await json.add({ file, title, references, terms, documentNumbers })
    else await context.write(await refsLines(context, file, linked))
  })
  await json?.end()
}

const statusCodes: Record<LinkStatus, string> = {
  resolved: '32',
  dangling: '31',
  superseded: '33',
  ambiguous: '35',
  'unknown-instrument': '34'
}

async function refsLines(context: Context, file: string, { document, links, library }: LinkedFile): Promise<string> {
  const { describeReferences, statusWords } = await import('@tiaoli/report')
  const words = statusWords(context.language)
  const paint = (text: string, status: LinkStatus) =>
    context.color ? `\u001B[${statusCodes[status]}m${text}\u001B[0m` : text
  let lines = ''
  for (const { text, start, targets } of describeReferences({ tree: document.tree, links, library })) {
    for (const { instrument, from, label, status, reason } of targets) {
      const self = instrument === null && from === null
      const shown = self ? context.say({ zh: label, en: 'this text' }) : label
      // What is not in this text is not said to be the text.
      const to = self && status === 'dangling' ? '' : ` → ${shown}`
      const why = reason === undefined ? '' : `（${reason}）`
      lines += `${file}:${start.line}:${start.column}: ${paint(`[${words[status]}]`, status)} “${text}”${to}${why}\n`
    }
  }
  return lines
}
