import { join, relative } from 'node:path'
import { configName, InputError } from '@tiaoli/workspace'
import type { Context } from './context.js'
import { reportInputError } from './files.js'

/** The drafts that the configuration above the current folder names; `command` is what the reader may write instead. */
export async function workspaceDrafts(
  context: Context,
  configFile: string | undefined,
  command: string
): Promise<string[]> {
  const { openWorkspace } = await import('@tiaoli/workspace')
  const workspace = await openWorkspace(join(process.cwd(), configName), configFile)
  const drafts = await workspace.drafts()
  for (const problem of workspace.problems) reportInputError(context, problem)
  if (drafts.length > 0) return drafts.map((draft) => relative(process.cwd(), draft))
  throw new InputError('usage', {
    reason: { zh: '没有写出文件，配置里也没有草案。', en: 'no files are named, and no drafts are configured.' },
    cure: {
      zh: `写出文件，例如 ${command} 草案.md；或者在 tiaoli.config.json 的 drafts 里写明草案在哪里。`,
      en: 'name files, or say in the drafts of tiaoli.config.json where they are.'
    }
  })
}
