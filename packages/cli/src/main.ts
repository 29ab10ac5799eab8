import { processContext } from './context.js'
import { exitCodes } from './exit-codes.js'
import { version } from './version.js'

/** Runs the command with its arguments (without node and script); sets the exit code of the process. */
export async function main(args: string[]): Promise<void> {
  const { named, rest } = takeLanguage(args)
  guardProcess(named === 'en')
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    process.stdout.write(`${version()}\n`)
    return
  }
  const context = processContext(named === 'en' ? 'en' : 'zh')
  let command: string | undefined
  try {
    if (named && named !== 'en' && named !== 'zh') throw (await import('./usage-errors.js')).unknownLanguage(named)
    if (rest.length === 0) return await (await import('./welcome.js')).welcome(context)
    const { commandNamed, createProgram, isCommand } = await import('./program.js')
    const line = rest[0] === 'help' && rest.length > 1 ? [...rest.slice(1), '--help'] : rest
    // A name that is no command is told so, not answered with the help page of all the others.
    const known = isCommand(line[0]!) ? line : [line[0]!]
    const program = createProgram(context, version(), line[0])
    command = commandNamed(program, known)
    await program.parseAsync(known, { from: 'user' })
  } catch (error) {
    await (await import('./fail.js')).fail(context, error, command)
  }
}

/**
 * A reader that stops early (`tiaoli … | head`) is no error, a disk that takes no more is one of the place, not of the drafts;
 * an interrupt ends with the code that shells expect.
 */
function guardProcess(english: boolean): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.ok)
    const why = error.code === 'ENOSPC' ? (english ? 'the disk is full' : '磁盘已满') : error.message
    process.stderr.write(english ? `Error: the result cannot be written: ${why}.\n` : `错误：结果写不出去：${why}。\n`)
    process.exit(exitCodes.input)
  })
  process.once('SIGINT', () => process.exit(exitCodes.interrupted))
}

/** The language, which has to be known before the options are described in it, and the other arguments. */
function takeLanguage(args: string[]): { named: string | undefined; rest: string[] } {
  const rest: string[] = []
  let named = process.env.TIAOLI_LANG
  for (let index = 0; index < args.length; index++) {
    const argument = args[index]!
    if (argument === '--') {
      rest.push(...args.slice(index))
      break
    }
    if (argument === '--lang') named = args[++index]
    else if (argument.startsWith('--lang=')) named = argument.slice('--lang='.length)
    else rest.push(argument)
  }
  return { named, rest }
}
