import { InputError } from '@tiaoli/workspace'
import { CommanderError } from 'commander'
import type { Context } from './context.js'
import { exitCodes } from './exit-codes.js'
import { reportInputError } from './files.js'
import { usageError } from './usage-errors.js'

/** Says why a command ended before its end, and sets the exit code; a help page is no failure. */
export function fail(context: Context, error: unknown, command?: string): void {
  const known = error instanceof CommanderError ? usageError(error, command) : error
  if (known === undefined) return
  if (known instanceof InputError) {
    reportInputError(context, known)
    return
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error)
  context.note(
    context.say({
      zh: `tiaoli 内部出错，您的文件没有改动。请把下面的内容和出错的文件告诉维护者：\n${details}`,
      en: `tiaoli failed; your files are unchanged. Please report this with the file that caused it:\n${details}`
    })
  )
  context.exit(exitCodes.internal)
}
