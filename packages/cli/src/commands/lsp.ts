import type { CommandModule } from './command.js'

/** `tiaoli lsp`: the language server on standard input and output, for editors. */
export const lspCommand: CommandModule = (program, context) => {
  program
    .command('lsp')
    .description(
      context.say({ zh: '供编辑器使用的语言服务（标准输入输出）', en: 'language server for editors, over stdio' })
    )
    // Editors add it out of habit; there is no other way to talk to this server.
    .option(
      '--stdio',
      context.say({ zh: '使用标准输入输出（默认）', en: 'use standard input and output (the default)' })
    )
    .action(async () => {
      const { startStdioServer } = await import('@tiaoli/language-server')
      startStdioServer()
    })
}
