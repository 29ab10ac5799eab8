import type { RegulationDocument } from '@tiaoli/workspace'
import type { Context } from '../context.js'
import { eachFile, textsAt } from '../files.js'
import { jsonArray } from '../json-array.js'
import { jsonMessage, messageLine } from '../messages.js'
import { outlineText } from '../outline.js'
import type { CommandModule } from './command.js'

/** `tiaoli parse FILE...`: the clause tree as a readable outline, or as JSON. */
export const parseCommand: CommandModule = (program, context) => {
  program
    .command('parse')
    .argument('<files...>', context.say({ zh: '一个或多个文件，或者文件夹', en: 'files or folders' }))
    .description(context.say({ zh: '读出编章节条款项目的结构，并提示编号等问题', en: 'read the structure of drafts' }))
    .option('--json', context.say({ zh: '输出完整的条文树（JSON）', en: 'print the clause tree as JSON' }))
    .action((files: string[], options: { json?: true }) => runParse(context, files, options))
}

async function runParse(context: Context, files: string[], options: { json?: true }): Promise<void> {
  const { readDocument } = await import('@tiaoli/workspace')
  const json = options.json ? jsonArray(context) : undefined
  await eachFile(context, await textsAt(files), async (file) => {
    const document = await readDocument(file)
    const { tree, messages, facts } = document
    if (json) await json.add({ file, title: facts.title ?? null, tree, messages: messages.map(jsonMessage) })
    else await context.write(outline(document))
  })
  await json?.end()
}

function outline({ file, tree, messages, facts }: RegulationDocument): string {
  const lines = messages.map((message) => `${messageLine(file, message)}\n`)
  return outlineText(facts.title ?? file, tree) + lines.join('')
}
