import type { Argument } from 'commander'
import { Command } from 'commander'
import type { CommandModule } from './commands/command.js'
import { commands } from './commands/index.js'
import type { Context } from './context.js'
import { displayWidth } from './display-width.js'
import { commandExamples } from './examples.js'
import { flagsInChinese, valueName } from './value-names.js'

/**
 * The command-line program with the command that is to run, or with all of them where another word comes first; errors
 * are thrown, not printed.
 */
export function createProgram(context: Context, version: string, first?: string): Command {
  const { say } = context
  const program = new Command('tiaoli')
  configure(program, context)
  program
    .description(
      say({
        zh: '条理：给起草法规的人用的工具。读懂草案的编章节条款项，核对每一处引用。',
        en: 'tiaoli: reads draft Chinese regulations clause by clause and checks every reference.'
      })
    )
    .version(version, '-V, --version', say({ zh: '显示版本', en: 'show the version' }))
    .option('--lang <zh|en>', say({ zh: '界面语言（默认中文）', en: 'language of messages (Chinese by default)' }))
    .helpCommand('help [command]', say({ zh: '显示某个命令的用法', en: 'show help for a command' }))
    .addHelpText('after', say(examples))
  for (const command of chosen(first)) command(program, context)
  for (const command of program.commands) {
    configureAll(command, context)
    addExamples(command, context)
  }
  return program
}

/** The command that arguments name, with the command in it where they name one: `amend apply`. */
export function commandNamed(program: Command, words: readonly string[]): string | undefined {
  const names: string[] = []
  let at = program
  for (const word of words) {
    const below = at.commands.find((command) => command.name() === word)
    if (below === undefined) break
    names.push(word)
    at = below
  }
  return names.length === 0 ? undefined : names.join(' ')
}

/** Whether an argument in first place is an option or the name of a command. */
export function isCommand(argument: string): boolean {
  return argument.startsWith('-') || argument === 'help' || Object.hasOwn(commands, argument)
}

function chosen(first: string | undefined): CommandModule[] {
  // Completion tells of all the others.
  const one =
    first === undefined || first === 'completion' || !Object.hasOwn(commands, first) ? undefined : commands[first]
  return one === undefined ? Object.values(commands) : [one]
}

const examples = {
  zh: `
例子：
  tiaoli report 草案.md                    在屏幕上看引用核对报告
  tiaoli report 草案.md --out 报告.html    写成网页，用浏览器打开或打印
  tiaoli refs 草案.md --check              有问题的引用时退出码为 1
  tiaoli parse 草案.md                     看编章节条款项的结构
  tiaoli check 草案.md                     检查结构、引用和起草规范

退出码：0 正常；1 要求检查且发现问题；2 输入或用法有误；70 程序自身出错；130 被中断。`,
  en: `
Examples:
  tiaoli report draft.md                    read the cross-reference report
  tiaoli report draft.md --out report.html  write it as a page to open or print
  tiaoli refs draft.md --check              exit with 1 if a reference needs checking
  tiaoli parse draft.md                     see the structure
  tiaoli check draft.md                     check structure, references and drafting rules

Exit codes: 0 fine; 1 a check was asked for and found something; 2 bad input or usage; 70 a defect of tiaoli; 130 interrupted.`
}

function addExamples(command: Command, { say }: Context): void {
  const rows = commandExamples[command.name()]
  if (rows === undefined) return
  command.addHelpText('after', () => {
    const column = Math.max(...rows.map(([line]) => displayWidth(line)))
    const lines = rows.map(([line, meaning]) => `  ${line}${' '.repeat(column - displayWidth(line))}  ${say(meaning)}`)
    return `\n${say({ zh: '例子：', en: 'Examples:' })}\n${lines.join('\n')}`
  })
}

const titles: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：'
}

function configureAll(command: Command, context: Context): void {
  configure(command, context)
  for (const below of command.commands) configureAll(below, context)
}

function configure(command: Command, { say, language }: Context): void {
  command
    .exitOverride()
    .helpOption('-h, --help', say({ zh: '显示用法', en: 'show help' }))
    // Errors are turned into messages in the language in use, by whoever catches them.
    .configureOutput({ outputError: () => {} })
    .configureHelp({
      displayWidth,
      styleTitle: (title) => (language === 'zh' ? (titles[title] ?? title) : title),
      ...(language === 'zh' && {
        commandUsage: usage,
        argumentTerm: (shown) => operand(shown),
        argumentDescription: (shown) => shown.description,
        optionTerm: ({ flags }) => flagsInChinese(flags),
        subcommandTerm: (shown) => `${shown.name()} ${operands(shown).join(' ')}`.trim()
      })
    })
}

function usage(command: Command): string {
  const names: string[] = []
  for (let current: Command | null = command; current !== null; current = current.parent) names.unshift(current.name())
  return [...names, ...(command.commands.length > 0 ? ['<命令>'] : operands(command)), '[选项]'].join(' ')
}

function operands(command: Command): string[] {
  return command.registeredArguments.map(operand)
}

function operand(argument: Argument): string {
  const name = `${valueName(argument.name())}${argument.variadic ? '...' : ''}`
  return argument.required ? `<${name}>` : `[${name}]`
}
