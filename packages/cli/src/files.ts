import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import { expandPlaces, formatInputError, InputError, isGlob, statOf, textExtensions } from '@tiaoli/workspace'
import type { Context } from './context.js'
import { exitCodes } from './exit-codes.js'
import { progressLine } from './progress.js'

/**
 * Runs `work` on each file in turn. A file that cannot be read is reported on standard error, counts as bad input
 * in the exit code, and does not keep the others from being read.
 */
export async function eachFile(
  context: Context,
  files: string[],
  work: (file: string) => Promise<void>
): Promise<void> {
  const all = await expandArguments(files)
  const progress = progressLine(context, { zh: '正在读取', en: 'reading' })
  for (const [index, file] of all.entries()) {
    progress.update(index, all.length)
    try {
      await work(file)
    } catch (error) {
      if (!(error instanceof InputError))
        throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
      progress.clear()
      reportInputError(context, error)
    }
    // Lets an interrupt through between two files.
    if (index % 16 === 15) await new Promise((resolve) => setImmediate(resolve))
  }
  progress.clear()
}

const reported = new WeakSet<InputError>()

/** Says what is wrong with an input, once, and sets the exit code; a broken configuration fails every file under it. */
export function reportInputError(context: Context, error: InputError): void {
  context.exit(exitCodes.input)
  if (reported.has(error)) return
  reported.add(error)
  context.note(formatInputError(error, context.language))
}

/** Says what in the library could not be used; the job itself goes on. */
export function reportProblems(context: Context, problems: InputError[], told: Set<InputError>): void {
  for (const problem of problems) {
    if (told.has(problem)) continue
    told.add(problem)
    context.note(
      formatInputError(problem, context.language)
        .replace(/^错误：/, '提醒：')
        .replace(/^Error: /, 'Warning: ')
    )
  }
}

/** Files as they are named, and of folders the texts in them, at any depth. */
export async function textsAt(named: readonly string[]): Promise<string[]> {
  const all: string[] = []
  for (const place of named) {
    if (statOf(place)?.isDirectory()) {
      const { files } = await expandPlaces(place, ['.'], { extensions: textExtensions })
      if (files.length === 0) throw noTextIn(place)
      all.push(...files.map((file) => relative(process.cwd(), file)))
    } else all.push(place)
  }
  return all
}

function noTextIn(folder: string): InputError {
  return new InputError('no-match', {
    file: folder,
    reason: {
      zh: '这个文件夹里没有草案（Markdown 或者纯文本）。',
      en: 'no draft (Markdown or plain text) is in this folder.'
    },
    cure: {
      zh: 'Word 等文件请先用 tiaoli import 读成草案。',
      en: 'read Word and other files as drafts first, with tiaoli import.'
    }
  })
}

/** Globs for shells that leave them to the program; anything that exists is taken as it is written. */
async function expandArguments(files: string[]): Promise<string[]> {
  const all: string[] = []
  for (const file of files) {
    if (!isGlob(file) || existsSync(file)) all.push(file)
    else {
      const { files: found, problems } = await expandPlaces(process.cwd(), [file], { extensions: [] })
      if (problems[0] !== undefined) throw problems[0]
      all.push(...found.map((path) => relative(process.cwd(), path)))
    }
  }
  return all
}
