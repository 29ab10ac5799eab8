import { basename, extname, resolve } from 'node:path'
import { InputError, readBytes, statOf } from '@tiaoli/workspace'
import type { Command } from 'commander'
import type { Context } from './context.js'
import { replacesEdited } from './word-files.js'

/** The options of every command that prints or writes one result. */
export interface OutputOptions {
  format?: string
  json?: true
  out?: string
  force?: true
}

/** Adds `--format`, `--out` and `--json` to a command. */
export function withOutputOptions(command: Command, context: Context, formats: readonly string[]): Command {
  const { say } = context
  const shared = command
    .option(
      `--format <${formats.join('|')}>`,
      say({
        zh: '输出格式；不写时按 --out 的扩展名，否则按屏幕',
        en: 'format; by default that of --out, else of the screen'
      })
    )
    .option('--out <file>', say({ zh: '写入文件，而不是显示在屏幕上', en: 'write to a file' }))
    .option('--json', say({ zh: '同 --format json', en: 'same as --format json' }))
  return formats.includes('docx') ? withForce(shared, context, replacesEdited) : shared
}

/** The format that is asked for, or that the name of the output file tells; `undefined` where neither says. */
export function chooseFormat<Format extends string>(
  options: OutputOptions,
  formats: readonly Format[]
): Format | undefined {
  const { format, json, out } = options
  const cure = { zh: `可以写：${formats.join('、')}。`, en: `known formats: ${formats.join(', ')}.` }
  if (json || format !== undefined) {
    const named = json ? 'json' : format
    const known = formats.find((candidate) => candidate === named)
    if (known !== undefined) return known
    const reason = { zh: `不认识的格式“${named}”。`, en: `unknown format “${named}”.` }
    throw new InputError('usage', { reason, cure })
  }
  const extension = out === undefined ? '' : extname(out).slice(1).toLowerCase()
  if (extension === '') return undefined
  const known = formats.find((candidate) => candidate === (extension === 'htm' ? 'html' : extension))
  if (known !== undefined) return known
  throw new InputError('usage', {
    file: basename(out!),
    reason: { zh: `看不出扩展名“.${extension}”是什么格式。`, en: `the extension “.${extension}” names no format.` },
    cure: { zh: `请用 --format 指定；${cure.zh}`, en: `choose with --format; ${cure.en}` }
  })
}

/** Refuses an output file that is one of the inputs: a result must never take the place of what it was made from. */
export function refuseInputs(out: string | undefined, inputs: readonly (string | undefined)[]): void {
  if (out === undefined) return
  const input = inputs.find((candidate) => candidate !== undefined && resolve(candidate) === resolve(out))
  if (input === undefined) return
  throw new InputError('usage', {
    file: input,
    reason: { zh: '--out 不能写到所读的文件本身。', en: '--out must not be a file that is read.' },
    cure: { zh: '请换一个输出文件名。', en: 'choose another name.' }
  })
}

/** Adds `--force` to a command that writes what people go on working on. */
export function withForce(
  command: Command,
  { say }: Context,
  does = { zh: '--out 的文件已经有了、内容不同时，也替换它', en: 'replace an --out file that has another text' }
): Command {
  return command.option('--force', say(does))
}

/** Refuses to take the place of a draft that somebody may have worked on since; `instead` is another way than `--force`. */
export function refuseOtherText(
  { out, force }: { out?: string; force?: true },
  text: string,
  instead: { zh: string; en: string } = { zh: '', en: '' }
): void {
  // What stands in the way and is no file is told where it is written.
  if (out === undefined || force || !statOf(out)?.isFile()) return
  if (Buffer.from(readBytes(out)).equals(Buffer.from(text))) return
  throw new InputError('usage', {
    file: out,
    reason: {
      zh: '已经有这个文件，内容不同，没有改动它。',
      en: 'this file is there with another text; it was left alone.'
    },
    cure: {
      zh: `换一个文件名；${instead.zh}确实要替换，加 --force。`,
      en: `choose another name, ${instead.en}or replace it with --force.`
    }
  })
}

/** Prints a result, or writes it to the file that is asked for; what is no text is not shown on a terminal. */
export async function deliver(context: Context, out: string | undefined, text: string | Uint8Array): Promise<void> {
  if (out === undefined) {
    if (typeof text !== 'string' && context.columns !== undefined) {
      throw new InputError('usage', {
        reason: { zh: '这种格式不能显示在屏幕上。', en: 'this format cannot be shown on a screen.' },
        cure: { zh: '请用 --out 写明文件名。', en: 'name a file with --out.' }
      })
    }
    return context.write(text)
  }
  const { writeFileAtomic } = await import('@tiaoli/workspace')
  writeFileAtomic(out, text)
  context.note(context.say({ zh: `已写入 ${out}`, en: `written to ${out}` }))
}
