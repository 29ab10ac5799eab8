import { InputError } from '@tiaoli/workspace'
import type { Context } from '../context.js'
import { exitCodes } from '../exit-codes.js'
import { printChanges } from '../print-changes.js'
import type { CommandModule } from './command.js'

interface FormatOptions {
  write?: true
  check?: true
  json?: true
}

/** `tiaoli format FILE`: the draft in canonical Markdown; shows what would change unless told to write it. */
export const formatCommand: CommandModule = (program, context) => {
  program
    .command('format')
    .argument('<file>', context.say({ zh: '草案文件', en: 'draft' }))
    .description(
      context.say({
        zh: '把草案整理成统一的 Markdown 写法；默认只显示改动',
        en: 'bring a draft into canonical Markdown; shows the changes'
      })
    )
    .option('--write', context.say({ zh: '写回文件', en: 'write the file' }))
    .option(
      '--check',
      context.say({ zh: '只检查：写法不统一时退出码为 1', en: 'only check: exit with 1 if it is not canonical' })
    )
    .option('--json', context.say({ zh: '输出 JSON', en: 'print JSON' }))
    .action((file: string, options: FormatOptions) => runFormat(context, file, options))
}

async function runFormat(context: Context, file: string, options: FormatOptions): Promise<void> {
  if (options.write && options.check) {
    throw new InputError('usage', {
      reason: { zh: '--write 和 --check 不能同时使用。', en: '--write and --check exclude each other.' }
    })
  }
  const { encodeText, readText, writeFileAtomic } = await import('@tiaoli/workspace')
  const { formatRegulation } = await import('remark-regast')
  const { text, encoding } = readText(file)
  const { value: formatted, messages } = formatRegulation(text)
  // What cannot be formatted without touching a word is left as it is, and said so.
  const unsafe = messages.filter(({ ruleId }) => ruleId === 'format-unsafe')
  for (const { place, reason } of unsafe) {
    const at = place === undefined ? '' : `:${'start' in place ? place.start.line : place.line}`
    context.note(`${file}${at} ${reason}`)
  }
  if (unsafe.length > 0) context.exit(exitCodes.findings)
  const changed = formatted !== text
  if (options.write && changed) {
    const bytes = encodeText(formatted, encoding)
    if (bytes === undefined) throw cannotEncode(file, encoding)
    writeFileAtomic(file, bytes)
  }
  if (options.check && changed) context.exit(exitCodes.findings)
  if (options.json)
    return context.write(
      `${JSON.stringify({ file, changed, written: Boolean(options.write && changed), text: formatted })}\n`
    )
  if (!changed && unsafe.length > 0) return
  if (!changed) return context.note(context.say({ zh: `${file} 已经是统一写法。`, en: `${file} is canonical.` }))
  if (options.write) return context.note(context.say({ zh: `已整理 ${file}`, en: `formatted ${file}` }))
  const becomes = { zh: '整理后', en: 'canonical' }
  await printChanges(context, { file, old: text, text: formatted, becomes, around: 1 })
  if (!options.check) {
    context.note(
      context.say({ zh: '以上是整理后的改动；加 --write 写回文件。', en: 'add --write to write these changes.' })
    )
  }
}

function cannotEncode(file: string, encoding: string): InputError {
  return new InputError('encoding', {
    file,
    reason: { zh: `有的字不能用 ${encoding} 保存。`, en: `some characters do not exist in ${encoding}.` },
    cure: { zh: '请先把文件另存为 UTF-8。', en: 'save the file as UTF-8 first.' }
  })
}
