import { listFormats } from '../library/formats.js'
import type { ImpactOptions } from '../library/impact.js'
import { withLibraryOptions } from '../library-options.js'
import { withOutputOptions } from '../output.js'
import type { CommandModule } from './command.js'

/** `tiaoli impact CLAUSE`: what would be touched if a clause changed. */
export const impactCommand: CommandModule = (program, context) => {
  const { say } = context
  const command = program
    .command('impact')
    .argument('<clause>', say({ zh: '条款，例如《某某法》第十七条', en: 'a clause, such as 《…法》第十七条' }))
    .description(say({ zh: '某一条款如有改动，会牵动哪些条款', en: 'what a change of a clause would touch' }))
    .option(
      '--draft <files...>',
      say({ zh: '一并查看的草案；不写时查看工作区的全部草案', en: 'drafts to look at as well' })
    )
    .option('--depth <n>', say({ zh: '追到第几层（默认 2）', en: 'how many steps to follow (2)' }))
    .option('--as-of <date>', say({ zh: '按哪一天的文本', en: 'with the texts of a day' }))
  withLibraryOptions(withOutputOptions(command, context, listFormats), context).action(
    async (clause: string, options: ImpactOptions) =>
      (await import('../library/impact.js')).runImpact(context, clause, options)
  )
}
