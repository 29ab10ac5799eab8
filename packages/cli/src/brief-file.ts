import type { Brief } from '@tiaoli/brief'
import { readText } from '@tiaoli/workspace'
import type { Context } from './context.js'
import { exitCodes } from './exit-codes.js'
import { messageLine } from './messages.js'

/** Reads a drafting brief; where it has errors they are told, the exit code says bad input, and there is no brief. */
export async function readBrief(context: Context, file: string): Promise<Brief | undefined> {
  const { text } = readText(file)
  const { hasErrors, parseBrief } = await import('@tiaoli/brief')
  const { value, messages } = parseBrief(text)
  for (const message of messages) context.note(messageLine(file, message))
  if (!hasErrors(messages)) return value
  context.note(
    context.say({
      zh: `错误：${file}：任务书有写得不对的地方，请按上面的提示改好再试。\n  怎么办：写法见 docs/brief.md。`,
      en: `Error: ${file}: the brief has errors, see above.\n  What to do: docs/brief.md describes the format.`
    })
  )
  context.exit(exitCodes.input)
  return undefined
}
