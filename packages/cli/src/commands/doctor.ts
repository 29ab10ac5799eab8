import type { CommandModule } from './command.js'

/** `tiaoli doctor`: whether everything that the command needs is there and works. */
export const doctorCommand: CommandModule = (program, context) => {
  const { say } = context
  program
    .command('doctor')
    .description(say({ zh: '检查安装和当前工作区是否正常', en: 'check the installation and this workspace' }))
    .option('--json', say({ zh: '以 JSON 输出', en: 'print JSON' }))
    .action(async (options: { json?: true }) => (await import('../doctor/run-doctor.js')).runDoctor(context, options))
}
