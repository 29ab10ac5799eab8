import type { Context } from './context.js'
import { processContext } from './context.js'
import { exitCodes } from './exit-codes.js'
import { version } from './version.js'

/** Runs the command with its arguments (without node and script); sets the exit code of the process. */
export async function main(args: string[]): Promise<void> {
  guardProcess()
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    process.stdout.write(`${version()}\n`)
    return
  }
  const { named, rest } = takeLanguage(args)
  const context = processContext(named === 'en' ? 'en' : 'zh')
  try {
    if (named && named !== 'en' && named !== 'zh') throw await unknownLanguage(named)
    if (rest.length === 0) return await (await import('./welcome.js')).welcome(context)
    const { createProgram } = await import('./program.js')
    await createProgram(context, version()).parseAsync(rest, { from: 'user' })
  } catch (error) {
    await fail(context, error)
  }
}

/** A reader that stops early (`tiaoli … | head`) is no error; an interrupt ends with the code that shells expect. */
function guardProcess(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.ok)
    throw error
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

async function unknownLanguage(named: string): Promise<Error> {
  const { InputError } = await import('@tiaoli/workspace')
  return new InputError('usage', {
    reason: { zh: `不认识的语言“${named}”。`, en: `unknown language “${named}”.` },
    cure: { zh: '可以写：zh、en。', en: 'known languages: zh, en.' }
  })
}

async function fail(context: Context, error: unknown): Promise<void> {
  const [{ CommanderError }, { InputError }] = await Promise.all([import('commander'), import('@tiaoli/workspace')])
  const { reportInputError } = await import('./files.js')
  const { usageError } = await import('./usage-errors.js')
  const known = error instanceof CommanderError ? usageError(error) : error
  if (known === undefined) return
  if (known instanceof InputError) return reportInputError(context, known)
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error)
  context.note(
    context.say({
      zh: `tiaoli 内部出错，您的文件没有改动。请把下面的内容和出错的文件告诉维护者：\n${details}`,
      en: `tiaoli failed; your files are unchanged. Please report this with the file that caused it:\n${details}`
    })
  )
  context.exit(exitCodes.internal)
}
