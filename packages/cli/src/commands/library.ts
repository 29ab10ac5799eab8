import { nearest } from '@tiaoli/workspace'
import type { Command } from 'commander'
import type { Context } from '../context.js'
import { exitCodes } from '../exit-codes.js'
import { graphFormats, listFormats } from '../library/formats.js'
import type { GraphOptions } from '../library/graph.js'
import type { ListOptions } from '../library/print-list.js'
import type { LibraryOptions } from '../library-options.js'
import { withLibraryOptions } from '../library-options.js'
import { withOutputOptions } from '../output.js'
import type { CommandModule } from './command.js'

/** `tiaoli library …`: the instruments that drafts refer to. */
export const libraryCommand: CommandModule = (program, context) => {
  const { say } = context
  const library = program
    .command('library')
    .description(say({ zh: '查看和维护文库（法规文本和登记表）', en: 'look into the library and keep it' }))
    .allowExcessArguments()
    .action(() => {
      const [unknown] = library.args
      if (unknown === undefined) library.help({ error: false })
      const near = nearest(
        unknown,
        library.commands.map((command) => command.name())
      )
      const hint = near === undefined ? '' : `\n(Did you mean ${near}?)`
      library.error(`unknown command '${unknown}'${hint}`, { code: 'commander.unknownCommand' })
    })
  addList(library, context)
  addShow(library, context)
  addTree(library, context)
  addGraph(library, context)
  addAdd(library, context)
  addCheck(library, context)
}

function addList(library: Command, context: Context): void {
  const { say } = context
  const command = library
    .command('list')
    .argument('[words]', say({ zh: '名称中的文字', en: 'words of the title' }))
    .description(say({ zh: '列出文库中的法规', en: 'list the instruments' }))
    .option('--kind <kind>', say({ zh: '只列某一种（法律、行政法规、条例等）', en: 'only one kind' }))
    .option('--as-of <date>', say({ zh: '按哪一天的效力（默认今天）', en: 'as they stood on a day (today)' }))
  withLibraryOptions(withOutputOptions(command, context, listFormats), context).action(
    async (words: string | undefined, options: ListOptions) =>
      (await import('../library/print-list.js')).runList(context, words, options)
  )
}

function addShow(library: Command, context: Context): void {
  const { say } = context
  const command = library
    .command('show')
    .argument('<title>', say({ zh: '法规名称或简称', en: 'title or short name' }))
    .description(
      say({ zh: '一件法规的版本、沿革、制定依据和引用关系', en: 'versions, history, basis and links of one' })
    )
    .option('--as-of <date>', say({ zh: '按哪一天的效力（默认今天）', en: 'as it stood on a day (today)' }))
    .option('--json', say({ zh: '输出 JSON（供程序使用）', en: 'print JSON' }))
  withLibraryOptions(command, context).action(
    async (title: string, options: LibraryOptions & { asOf?: string; json?: true }) =>
      (await import('../library/show.js')).runShow(context, title, options)
  )
}

function addTree(library: Command, context: Context): void {
  const { say } = context
  const command = library
    .command('tree')
    .argument('[draft]', say({ zh: '草案；标出它应在的位置', en: 'a draft, entered where it would stand' }))
    .description(say({ zh: '按“1+4”体系和效力位阶排列', en: 'arrange by the 1+4 framework and by rank' }))
    .option('--as-of <date>', say({ zh: '按哪一天的效力（默认今天）', en: 'as they stood on a day (today)' }))
    .option('--json', say({ zh: '输出 JSON（供程序使用）', en: 'print JSON' }))
  withLibraryOptions(command, context).action(
    async (draft: string | undefined, options: LibraryOptions & { asOf?: string; json?: true }) =>
      (await import('../library/print-tree.js')).runTree(context, draft, options)
  )
}

function addGraph(library: Command, context: Context): void {
  const { say } = context
  const command = library
    .command('graph')
    .argument('[drafts...]', say({ zh: '一并画入的草案', en: 'drafts to enter as well' }))
    .description(say({ zh: '输出引用关系图', en: 'export the link graph' }))
    .option('--around <title>', say({ zh: '只画与这一件有关的', en: 'only what is tied to this one' }))
    .option(
      '--clauses',
      say({ zh: '到条，不只到件（GraphML、DOT、JSON）', en: 'articles, not only instruments (GraphML, DOT, JSON)' })
    )
    .option('--top <n>', say({ zh: '只画被引用最多的若干件', en: 'only those referred to most' }))
    .option('--as-of <date>', say({ zh: '按哪一天的文本', en: 'with the texts of a day' }))
  withLibraryOptions(withOutputOptions(command, context, graphFormats), context).action(
    async (drafts: string[], options: GraphOptions) =>
      (await import('../library/graph.js')).runGraph(context, drafts, options)
  )
}

function addAdd(library: Command, context: Context): void {
  const { say } = context
  const command = library
    .command('add')
    .argument(
      '<files...>',
      say({ zh: '要收入文库的文件或者文件夹（网页、文本、Word、PDF、Markdown、Akoma Ntoso）', en: 'files to take in' })
    )
    .description(say({ zh: '把法规文本收入文库', en: 'take texts into the library' }))
    .option('--force', say({ zh: '文库里已有同名文件时替换', en: 'replace a file of the same name' }))
    .option('--dry-run', say({ zh: '只说认出了什么，不写文件', en: 'only say what was recognised' }))
    .option('--json', say({ zh: '输出 JSON（供程序使用）', en: 'print JSON' }))
  withLibraryOptions(command, context).action(
    async (files: string[], options: LibraryOptions & { force?: true; dryRun?: true; json?: true }) =>
      (await import('../library/add.js')).runAdd(context, files, options)
  )
}

function addCheck(library: Command, context: Context): void {
  const { say } = context
  const command = library
    .command('check')
    .description(
      say({ zh: '查文库自身的问题：重复、失效、循环引用', en: 'find duplicates, stale and circular references' })
    )
    .option('--json', say({ zh: '输出 JSON（供程序使用）', en: 'print JSON' }))
  withLibraryOptions(command, context).action(async (options: LibraryOptions & { json?: true }) => {
    const { runCheck } = await import('../library/check.js')
    if (await runCheck(context, options)) context.exit(exitCodes.findings)
  })
}
