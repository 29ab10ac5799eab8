import type { Wording } from '@tiaoli/workspace'
import { InputError } from '@tiaoli/workspace'
import type { CommanderError } from 'commander'
import { flagsInChinese, valueName } from './value-names.js'

/** Where the usage of a command is explained. */
function helpOf(command: string | undefined): Wording {
  const line = ['tiaoli', command, '--help'].filter(Boolean).join(' ')
  return { zh: `运行 ${line} 查看用法。`, en: `run ${line}.` }
}

/**
 * The error of the argument reader in both languages; `undefined` where it only ends a help or version page. `command` is
 * the command that its arguments were for, if there is one.
 */
export function usageError(error: CommanderError, command?: string): InputError | undefined {
  if (error.exitCode === 0 || error.code === 'commander.help') return undefined
  const message = error.message.replace(/^error: /, '')
  const name = /'([^']*)'/.exec(message)?.[1] ?? ''
  const suggestion = /Did you mean (?:one of )?([^?]+)\?/.exec(message)?.[1]
  const help = helpOf(command)
  const cure =
    suggestion === undefined
      ? help
      : { zh: `是不是想用 ${suggestion}？${help.zh}`, en: `did you mean ${suggestion}? ${help.en}` }
  const reason = (zh: string) => new InputError('usage', { reason: { zh, en: message.split('\n')[0]! }, cure })
  switch (error.code) {
    case 'commander.unknownCommand':
      return reason(`没有“${name}”这个命令。`)
    case 'commander.unknownOption':
      return reason(`没有“${name}”这个选项。`)
    case 'commander.missingArgument':
      return reason(`缺少参数：${name === 'file' || name === 'files' ? '要处理的文件' : valueName(name)}。`)
    case 'commander.excessArguments':
      return tooMany(message, help)
    case 'commander.optionMissingArgument':
      return reason(`选项“${flagsInChinese(name)}”后面要写一个值。`)
    case 'commander.missingMandatoryOptionValue':
      return reason(`缺少选项“${flagsInChinese(name)}”。`)
    case 'commander.conflictingOption':
      return reason('这几个选项不能同时使用。')
    default:
      return reason(`用法不对（${message}）。`)
  }
}

/** More words than the command takes; often a name with a blank in it. */
function tooMany(message: string, help: Wording): InputError {
  const [, most, given] = /Expected (\d+) arguments? but got (\d+)/.exec(message) ?? []
  return new InputError('usage', {
    reason: { zh: `参数太多：最多写 ${most} 个，现在写了 ${given} 个。`, en: message },
    cure: {
      zh: `文件名里有空格时，要用引号括起来；${help.zh}`,
      en: `put names with blanks in quotation marks; ${help.en}`
    }
  })
}

/** The error of `--lang` with a language that the command does not speak. */
export function unknownLanguage(named: string): InputError {
  return new InputError('usage', {
    reason: { zh: `不认识的语言“${named}”。`, en: `unknown language “${named}”.` },
    cure: { zh: '可以写：zh、en。', en: 'known languages: zh, en.' }
  })
}
