import type { Command } from 'commander'
import type { Context } from './context.js'

/** Options of every command that works on a library. */
export interface LibraryOptions {
  config?: string
  folder?: string
}

/** Adds `--config` and `--folder` to a command. */
export function withLibraryOptions(command: Command, { say }: Context): Command {
  return command
    .option(
      '--folder <dir>',
      say({ zh: '直接用这个文件夹里的法规作文库', en: 'use the texts of this folder as library' })
    )
    .option(
      '--config <file>',
      say({ zh: '指定配置文件，不再向上查找 tiaoli.config.json', en: 'use this tiaoli.config.json' })
    )
}
