import type { TermRename } from '@tiaoli/edit'
import { InputError } from '@tiaoli/workspace'
import type { Context } from '../context.js'
import { textsAt } from '../files.js'
import type { ConfiguredFile } from '../linking.js'
import { jsonMessage, messageLine } from '../messages.js'
import { printChanges } from '../print-changes.js'
import { workspaceDrafts } from '../workspace-drafts.js'
import { type ChangedDraft, writeDrafts } from '../write-drafts.js'
import type { CommandModule } from './command.js'

interface RenameTermOptions {
  write?: true
  json?: true
  config?: string
}

/** `tiaoli rename-term TERM NEW [FILE...]`: a defined term under another name, wherever drafts define and use it. */
export const renameTermCommand: CommandModule = (program, context) => {
  const { say } = context
  program
    .command('rename-term')
    .argument('<term>', say({ zh: '草案里界定的用语，例如“以下简称”后面的', en: 'term that drafts define' }))
    .argument('<new-term>', say({ zh: '改成什么', en: 'its new name' }))
    .argument(
      '[files...]',
      say({ zh: '草案或者文件夹；不写时为工作区的全部草案', en: 'drafts or folders; all of the workspace if none' })
    )
    .description(
      say({
        zh: '给界定过的用语改名，用到它的地方一起改；默认只预览',
        en: 'rename a defined term, its uses following; shows the changes'
      })
    )
    .option('--write', say({ zh: '写回文件', en: 'write the files' }))
    .option('--json', say({ zh: '输出 JSON', en: 'print JSON' }))
    .option(
      '--config <file>',
      say({ zh: '指定配置文件，不再向上查找 tiaoli.config.json', en: 'use this tiaoli.config.json' })
    )
    .action((from: string, to: string, files: string[], options: RenameTermOptions) =>
      runRenameTerm(context, bare(from), bare(to), files, options)
    )
}

/** A term without the quotation marks that it may be copied with. */
function bare(name: string): string {
  return name.trim().replace(/^“(.*)”$/, '$1')
}

interface RenamedDraft extends ChangedDraft, TermRename {
  document: ConfiguredFile['document']
}

async function runRenameTerm(
  context: Context,
  from: string,
  to: string,
  named: string[],
  options: RenameTermOptions
): Promise<void> {
  await refuseName(from, to)
  const files =
    named.length > 0
      ? await textsAt(named)
      : await workspaceDrafts(context, options.config, `tiaoli rename-term ${from} ${to}`)
  const drafts = await planAll(context, files, from, to, options)
  const changed = drafts.filter(({ edits }) => edits.length > 0)
  if (options.write) await writeDrafts(changed)
  if (options.json) {
    const changes = drafts.map(({ document, edits, messages }) => ({
      file: document.file,
      edits,
      messages: messages.map(jsonMessage)
    }))
    const result = { written: options.write === true, from, to, files: changes }
    return context.write(`${JSON.stringify(result, null, 2)}\n`)
  }
  for (const { document, messages } of drafts)
    for (const message of messages) context.note(messageLine(document.file, message))
  for (const { document, text, edits } of changed) {
    const { file, text: old } = document
    if (options.write)
      context.note(context.say({ zh: `已更新 ${file}（${edits.length}处）`, en: `updated ${file} (${edits.length})` }))
    else await printChanges(context, { file, old, text, becomes: { zh: '改名后', en: 'renamed' }, around: 0 })
  }
  if (options.write) return
  context.note(
    context.say({ zh: '以上是改名后的改动；加 --write 写回文件。', en: 'add --write to write these changes.' })
  )
}

/** Every draft is read and looked at before any is written; one that does not define the term is left as it is. */
async function planAll(
  context: Context,
  files: readonly string[],
  from: string,
  to: string,
  options: RenameTermOptions
): Promise<RenamedDraft[]> {
  const { applyEdits, planTermRename } = await import('@tiaoli/edit')
  const { fileLinker } = await import('../linking.js')
  const link = fileLinker(context, { ...options, json: true })
  const drafts: RenamedDraft[] = []
  const known = new Set<string>()
  for (const file of files) {
    const { document, links } = await link(file)
    const defined = new Set(links.terms.flatMap(({ role, text }) => (role === 'definition' ? [text] : [])))
    for (const term of defined) known.add(term)
    if (defined.has(from) && defined.has(to)) throw nameTaken(file, to)
    const { edits, messages } = planTermRename({ source: document.text, links }, from, to)
    // What a draft that does not define the term says of its own is told only where the words of the term stand in it.
    const told = messages.filter(({ ruleId }) => defined.has(from) || ruleId === 'term-left')
    if (edits.length + told.length > 0)
      drafts.push({ document, text: applyEdits(document.text, edits), edits, messages: told })
  }
  if (drafts.every(({ edits }) => edits.length === 0)) throw await notDefined(from, [...known])
  return drafts
}

async function refuseName(from: string, to: string): Promise<void> {
  const { termNameFault } = await import('@tiaoli/edit')
  const fault = termNameFault(to)
  if (fault === undefined && from !== to) return
  throw new InputError('usage', {
    reason:
      fault === 'punctuation'
        ? { zh: `新用语“${to}”中不能有标点、空格。`, en: `the new name “${to}” must have no punctuation or blanks.` }
        : fault === 'empty'
          ? { zh: '新用语不能为空。', en: 'the new name is empty.' }
          : { zh: '新旧用语相同。', en: 'the new name is the old one.' }
  })
}

function nameTaken(file: string, to: string): InputError {
  return new InputError('usage', {
    file,
    reason: {
      zh: `这里已经界定了“${to}”，没有改动任何文件。`,
      en: `it defines “${to}” already; nothing was written.`
    },
    cure: { zh: '请换一个用语。', en: 'choose another name.' }
  })
}

async function notDefined(from: string, known: readonly string[]): Promise<InputError> {
  const { nearest } = await import('@tiaoli/workspace')
  const close = nearest(from, [...known])
  const some = known.slice(0, 8).join('、')
  return new InputError('usage', {
    reason: { zh: `没有草案界定了“${from}”这个用语。`, en: `no draft defines the term “${from}”.` },
    cure:
      close !== undefined
        ? { zh: `是不是“${close}”？`, en: `did you mean “${close}”?` }
        : known.length > 0
          ? { zh: `界定过的用语有：${some}。`, en: `terms that are defined: ${some}.` }
          : {
              zh: '只能给“以下简称某某”“本办法所称某某，是指……”这样界定过的用语改名。',
              en: 'only terms that are defined (以下简称…, 本办法所称…，是指…) can be renamed.'
            }
  })
}
