import type { DraftComparison } from '@tiaoli/diff'
import { InputError } from '@tiaoli/workspace'
import type { VFileMessage } from 'vfile-message'
import type { Context } from '../context.js'
import { exitCodes } from '../exit-codes.js'
import type { LinkedFile } from '../linking.js'
import type { OutputOptions } from '../output.js'
import { chooseFormat, deliver, refuseInputs, withOutputOptions } from '../output.js'
import { refuseEdited, sealed } from '../word-files.js'
import type { CommandModule } from './command.js'

const formats = ['terminal', 'md', 'html', 'docx', 'csv', 'json'] as const
type Format = (typeof formats)[number]

interface DiffOptions extends OutputOptions {
  git?: string
  names?: string
  changed?: true
  check?: true
  config?: string
}

/** `tiaoli diff OLD NEW [NEWER]`: what changed between drafts, and what the change broke. */
export const diffCommand: CommandModule = (program, context) => {
  const { say } = context
  const command = program
    .command('diff')
    .argument('<files...>', say({ zh: '按先后顺序写出两稿或三稿', en: 'two or three drafts, oldest first' }))
    .description(say({ zh: '逐条比较前后各稿，生成新旧条文对照表', en: 'compare drafts article by article' }))
  withOutputOptions(command, context, formats)
    .option(
      '--git <revision>',
      say({ zh: '与 git 中的一个版本比较（只写一个文件）', en: 'compare with a committed version' })
    )
    .option('--names <a,b>', say({ zh: '各稿在表头中的名称，用逗号分开', en: 'names of the columns, comma between' }))
    .option('--changed', say({ zh: '对照表中省去没有变化的条文', en: 'leave out what did not change' }))
    .option(
      '--check',
      say({ zh: '修改后有需要改正的引用或者简称时，退出码为 1', en: 'exit with 1 if the change broke something' })
    )
    .option(
      '--config <file>',
      say({ zh: '指定配置文件，不再向上查找 tiaoli.config.json', en: 'use this tiaoli.config.json' })
    )
    .action((files: string[], options: DiffOptions) => runDiff(context, files, options))
}

async function runDiff(context: Context, files: string[], options: DiffOptions): Promise<void> {
  const format = chooseFormat(options, formats)
  checkFiles(files, options)
  await refuseEdited(options, format)
  const { fileLinker } = await import('../linking.js')
  const link = fileLinker(context, options)
  const drafts: LinkedFile[] = []
  for (const file of files) drafts.push(await link(file))
  if (options.git !== undefined) drafts.unshift(await linkCommitted(drafts[0]!, options.git))
  const { compareDrafts, findBreaks } = await import('@tiaoli/diff')
  const comparisons: DraftComparison[] = []
  const breaks: VFileMessage[][] = []
  for (let index = 0; index + 1 < drafts.length; index++) {
    const [old, next] = [drafts[index]!, drafts[index + 1]!]
    const comparison = compareDrafts(
      { tree: old.document.tree, links: old.links },
      { tree: next.document.tree, links: next.links }
    )
    comparisons.push(comparison)
    breaks.push(findBreaks(comparison, { old: old.document.tree, new: next.document.tree }))
  }
  // What an earlier change broke and a later one put right is no news.
  if (options.check && breaks.at(-1)!.some((message) => message.fatal === false)) context.exit(exitCodes.findings)
  const text = await render(context, { drafts, comparisons, breaks, options }, format)
  await deliver(context, options.out, text)
}

async function linkCommitted(current: LinkedFile, revision: string): Promise<LinkedFile> {
  const [{ readCommitted }, { linkDocument }] = await Promise.all([
    import('../committed-file.js'),
    import('@tiaoli/library')
  ])
  const committed = await readCommitted(current.document.file, revision)
  const { title, date } = committed.facts
  const links = linkDocument(committed.tree, {
    library: current.library,
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date })
  })
  return { ...current, document: committed, links }
}

interface Compared {
  drafts: readonly LinkedFile[]
  comparisons: readonly DraftComparison[]
  breaks: readonly VFileMessage[][]
  options: DiffOptions
}

async function render(context: Context, compared: Compared, format: Format | undefined): Promise<string | Uint8Array> {
  const { drafts, comparisons, breaks, options } = compared
  const diff = await import('@tiaoli/diff')
  const last = breaks.at(-1)!
  if (format === 'json') {
    const compactions = comparisons.map((comparison, index) => ({
      old: draftFacts(drafts[index]!),
      new: draftFacts(drafts[index + 1]!),
      ...diff.comparisonJson(comparison, breaks[index])
    }))
    return `${JSON.stringify(compactions.length === 1 ? compactions[0] : { comparisons: compactions }, null, 2)}\n`
  }
  if (format === 'terminal' || (format === undefined && context.columns !== undefined && comparisons.length === 1)) {
    const pages = comparisons.map((comparison, index) =>
      diff.renderComparisonTerminal(comparison, { color: context.color, breaks: breaks[index]! })
    )
    return pages.join('\n')
  }
  const names = columnNames(drafts, options)
  const table = diff.comparisonTable(
    drafts.map(({ document }, index) => ({ name: names[index]!, tree: document.tree })),
    comparisons
  )
  const shown = { breaks: last, ...(options.changed && { changedOnly: true }) }
  switch (format) {
    case 'html':
      return diff.renderComparisonHtml(table, shown)
    case 'docx': {
      const { comparisonDocx } = await import('@tiaoli/docx')
      const rows = options.changed ? diff.changedRows(table.rows) : table.rows
      return sealed(comparisonDocx({ ...table, rows }, last))
    }
    case 'csv':
      return diff.renderComparisonCsv(options.changed ? { ...table, rows: diff.changedRows(table.rows) } : table)
    default:
      return diff.renderComparisonMarkdown(table, shown)
  }
}

function draftFacts({ document: { file, facts } }: LinkedFile): object {
  const { title, stage, date, version } = facts
  return { file, title, stage, date, version }
}

/** What stands over the columns: names given, else stages, else 旧稿 and 新稿. */
function columnNames(drafts: readonly LinkedFile[], options: DiffOptions): string[] {
  const given = options.names?.split(/[,，]/).map((name) => name.trim()) ?? []
  const stages = drafts.map(({ document }) => document.facts.stage)
  const useStages = stages.every((stage) => stage !== undefined) && new Set(stages).size === stages.length
  const plain = drafts.length === 2 ? ['旧稿', '新稿'] : drafts.map((_, index) => `第${index + 1}稿`)
  return drafts.map(({ document }, index) => {
    if (given[index]) return given[index]
    if (useStages) return stages[index]!
    if (options.git !== undefined) return index === 0 ? `${plain[0]}（${options.git}）` : plain[index]!
    const { date } = document.facts
    return date === undefined ? plain[index]! : `${plain[index]}（${date}）`
  })
}

function checkFiles(files: readonly string[], options: DiffOptions): void {
  const wanted = options.git === undefined ? files.length === 2 || files.length === 3 : files.length === 1
  if (!wanted) {
    throw new InputError('usage', {
      reason:
        options.git === undefined
          ? {
              zh: `比较需要两个或者三个文件，现在写了${files.length}个。`,
              en: `two or three files are needed, not ${files.length}.`
            }
          : { zh: '使用 --git 时只写一个文件。', en: 'with --git, name one file.' },
      cure: { zh: '例如：tiaoli diff 初稿.md 征求意见稿.md', en: 'such as: tiaoli diff old.md new.md' }
    })
  }
  refuseInputs(options.out, files)
}
