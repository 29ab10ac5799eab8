import type { Wording } from '@tiaoli/workspace'
import type { Context } from './context.js'

/** What is shown of a file that would change. */
export interface ShownChange {
  file: string
  old: string
  text: string
  /** What the new text is. */
  becomes: Wording
  /** Lines around each change. */
  around: number
}

/** Writes a unified diff, coloured on a terminal; names of files stay as they are written. */
export async function printChanges(context: Context, { file, old, text, becomes, around }: ShownChange): Promise<void> {
  const { formatPatch, OMIT_HEADERS, structuredPatch } = await import('diff')
  const patch = structuredPatch(file, file, old, text, undefined, undefined, { context: around })
  const head = [`--- ${file}（${context.say({ zh: '现在', en: 'now' })}）`, `+++ ${file}（${context.say(becomes)}）`]
  const shown = `${head.join('\n')}\n${formatPatch(patch, OMIT_HEADERS)}`
  await context.write(context.color ? colored(shown) : shown)
}

function colored(patch: string): string {
  return patch.replace(/^([+-]).*$/gm, (line, sign) => `\u001B[${sign === '+' ? 32 : 31}m${line}\u001B[0m`)
}
