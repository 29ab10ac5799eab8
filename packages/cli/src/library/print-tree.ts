import type { TreeGroup } from '@tiaoli/library'
import { inTitleMarks, kindOf, libraryTree } from '@tiaoli/library'
import { readDocument } from '@tiaoli/workspace'
import type { Context } from '../context.js'
import type { LibraryOptions } from '../library-access.js'
import { openLibrary } from '../library-access.js'

/** Prints where each instrument stands, and where a draft would. */
export async function runTree(
  context: Context,
  file: string | undefined,
  options: LibraryOptions & { json?: true }
): Promise<void> {
  const document = file === undefined ? undefined : await readDocument(file)
  const { library } = await openLibrary(context, options, file)
  const title = document?.facts.title
  const kind = title === undefined ? undefined : kindOf({ stated: document?.facts.kind, title })?.kind
  // A draft is entered as what it is going to be: what the library knows of an older text of that title counts for it.
  const known = title === undefined ? undefined : library.find(title).instruments[0]
  const draft = title === undefined ? undefined : { ...known, title, ...(kind !== undefined && { kind }) }
  const groups = libraryTree(library.instruments, draft)
  if (options.json) return context.write(`${JSON.stringify(groups, null, 2)}\n`)
  await context.write(groups.map((group) => printed(group, 0)).join(''))
}

function printed({ name, scope, groups, entries }: TreeGroup, depth: number): string {
  const indent = '  '.repeat(depth)
  const head = `${indent}${name}${scope === undefined ? '' : `：${scope}`}\n`
  const lines = entries.map(({ title, kind, placed, draft }) => {
    const doubt =
      placed === undefined || placed.sure
        ? ''
        : `（据${placed.reason}推断${placed.rivals.length > 0 ? `，也可能在${placed.rivals.join('、')}` : ''}）`
    return `${indent}  ${draft ? '➤ 【本草案】' : ''}${inTitleMarks(title)}${kind === undefined ? '' : ` ${kind}`}${doubt}\n`
  })
  return head + lines.join('') + groups.map((group) => printed(group, depth + 1)).join('')
}
