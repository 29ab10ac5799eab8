import type { LibraryOptions } from '../library-options.js'
import { withLibraryOptions } from '../library-options.js'
import type { OutputOptions } from '../output.js'
import { withOutputOptions } from '../output.js'
import type { CommandModule } from './command.js'

/** Formats of `conform`. */
export const conformFormats = ['md', 'html', 'csv', 'xlsx', 'json'] as const

/** Options of `conform`. */
export interface ConformOptions extends OutputOptions, LibraryOptions {
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
  withOutputOptions(command, context, conformFormats).option(
    '--as-of <date>',
    say({ zh: '按哪一天的文本', en: 'with the texts of a day' })
  )
  withLibraryOptions(command, context).action(async (file: string, options: ConformOptions) =>
    (await import('../library/conform.js')).runConform(context, file, options)
  )
}
