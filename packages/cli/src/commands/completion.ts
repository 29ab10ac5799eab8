import { InputError } from '@tiaoli/workspace'
import { commandTree } from '../completion/command-tree.js'
import { completionScript, shells } from '../completion/scripts.js'
import type { CommandModule } from './command.js'

/** `tiaoli completion SHELL`: the script that makes a shell complete commands and options. */
export const completionCommand: CommandModule = (program, context) => {
  const { say } = context
  program
    .command('completion')
    .argument('<shell>', say({ zh: `终端外壳：${shells.join('、')}`, en: `shell: ${shells.join(', ')}` }))
    .description(say({ zh: '输出终端的自动补全脚本', en: 'print a completion script for a shell' }))
    .action(async (name: string) => {
      const shell = shells.find((known) => known === name)
      if (shell === undefined) {
        throw new InputError('usage', {
          reason: { zh: `没有“${name}”的补全脚本。`, en: `there is no script for “${name}”.` },
          cure: { zh: `可以写：${shells.join('、')}。`, en: `known shells: ${shells.join(', ')}.` }
        })
      }
      await context.write(completionScript(shell, commandTree(program)))
    })
}
