import type { Command } from 'commander'

/** What may follow the name of a command on the line. */
export interface CommandTree {
  name: string
  description: string
  /** Long options, with the values that each takes: of a fixed list, any, or none. */
  options: { flag: string; description: string; values: readonly string[] | 'any' | 'none' }[]
  commands: CommandTree[]
}

/** What can be completed, read off the program itself. */
export function commandTree(command: Command): CommandTree {
  return {
    name: command.name(),
    description: command.description(),
    options: command.options.flatMap(({ long, flags, description }) =>
      long === null || long === undefined ? [] : [{ flag: long, description, values: valuesOf(flags) }]
    ),
    commands: command.commands.map(commandTree)
  }
}

/** `--format <md|html>` takes one of a list, `--out <file>` anything, `--json` nothing. */
function valuesOf(flags: string): readonly string[] | 'any' | 'none' {
  const [, value] = /[<[]([^\]>]+)[\]>]/.exec(flags) ?? []
  if (value === undefined) return 'none'
  return value.includes('|') ? value.split('|') : 'any'
}
