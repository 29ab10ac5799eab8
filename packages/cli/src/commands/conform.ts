import type { ConformOptions } from '../library/conform.js'
import { conformFormats } from '../library/formats.js'
import { withLibraryOptions } from '../library-options.js'
import { withOutputOptions } from '../output.js'
import type { CommandModule } from './command.js'

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
