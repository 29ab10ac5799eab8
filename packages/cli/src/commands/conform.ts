import type { OutputOptions } from '../output.js'
import { withOutputOptions } from '../output.js'
import type { CommandModule } from './command.js'

/** Formats of `conform`. */
export const conformFormats = ['md', 'html', 'csv', 'xlsx', 'json'] as const

/** Options of `conform`. */
export interface ConformOptions extends OutputOptions {
  config?: string
  folder?: string
  asOf?: string
}

/** `tiaoli conform FILE`: the draft side by side with the clauses that it cites. */
export const conformCommand: CommandModule = (program, context) => {
  const { say } = context
  const command = program
    .command('conform')
    .argument('<file>', say({ zh: '草案', en: 'draft' }))
    .description(
      say({
        zh: '对照所引条文，找出数字不一致和照抄上位规定之处',
        en: 'compare with cited clauses: figures and copied text'
      })
    )
  withOutputOptions(command, context, conformFormats)
    .option('--as-of <date>', say({ zh: '按哪一天的文本', en: 'with the texts of a day' }))
    .option(
      '--folder <dir>',
      say({ zh: '直接用这个文件夹里的法规作文库', en: 'use the texts of this folder as library' })
    )
    .option(
      '--config <file>',
      say({ zh: '指定配置文件，不再向上查找 tiaoli.config.json', en: 'use this tiaoli.config.json' })
    )
    .action(async (file: string, options: ConformOptions) =>
      (await import('../library/conform.js')).runConform(context, file, options)
    )
}
