import { relative, resolve } from 'node:path'
import type { RegulationDocument } from '@tiaoli/workspace'
import { InputError } from '@tiaoli/workspace'
import type { Context } from '../context.js'
import { exitCodes } from '../exit-codes.js'
import { jsonMessage, messageLine } from '../messages.js'
import { printChanges } from '../print-changes.js'
import { writeDrafts } from '../write-drafts.js'
import type { CommandModule } from './command.js'

interface RenumberOptions {
  write?: true
  check?: true
  json?: true
  with?: string[]
  keepInserted?: true
  config?: string
}

/** `tiaoli renumber FILE`: numbers a draft in order, and lets its references and those of sibling drafts follow. */
export const renumberCommand: CommandModule = (program, context) => {
  const { say } = context
  program
    .command('renumber')
    .argument('<file>', say({ zh: '草案文件', en: 'draft' }))
    .description(
      say({
        zh: '按顺序重新编号，引用随之更新；默认只预览',
        en: 'number a draft in order, references following; shows the changes'
      })
    )
    .option('--write', say({ zh: '写回文件（包括引用它的其他草案）', en: 'write the files' }))
    .option(
      '--check',
      say({ zh: '只检查：编号不连续时退出码为 1', en: 'only check: exit with 1 if numbers are out of order' })
    )
    .option(
      '--with <files...>',
      say({
        zh: '同时更新这些草案中的引用；不写时为工作区中的全部草案',
        en: 'sibling drafts; by default all of the workspace'
      })
    )
    .option('--keep-inserted', say({ zh: '保留“第十条之一”这样的编号', en: 'keep numbers such as 第十条之一' }))
    .option('--json', say({ zh: '输出 JSON', en: 'print JSON' }))
    .option(
      '--config <file>',
      say({ zh: '指定配置文件，不再向上查找 tiaoli.config.json', en: 'use this tiaoli.config.json' })
    )
    .action((file: string, options: RenumberOptions) => runRenumber(context, file, options))
}

interface NumberChange {
  from: string
  to: string
}

interface FileChange {
  document: RegulationDocument
  text: string
  edits: { start: number; end: number; text: string }[]
  references: object[]
  messages: Parameters<typeof jsonMessage>[0][]
}

async function runRenumber(context: Context, file: string, options: RenumberOptions): Promise<void> {
  if (options.write && options.check) {
    throw new InputError('usage', {
      reason: { zh: '--write 和 --check 不能同时使用。', en: '--write and --check exclude each other.' }
    })
  }
  const { readDocument, openWorkspace } = await import('@tiaoli/workspace')
  const { applyEdits, followRenumbering, planRenumbering } = await import('@tiaoli/edit')
  const document = await readDocument(file)
  const workspace = await openWorkspace(file, ...(options.config === undefined ? [] : [options.config]))
  const library = await workspace.library()
  const plan = planRenumbering(editable(document, library), options.keepInserted ? { keepInserted: true } : {})
  const changes: FileChange[] = [{ document, text: applyEdits(document.text, plan.edits), ...plan }]
  const siblings = options.with ?? (await workspace.drafts()).map((path) => relative(process.cwd(), path))
  for (const sibling of siblings) {
    if (resolve(sibling) === resolve(file)) continue
    const other = await readDocument(sibling)
    const followed = followRenumbering(editable(other, library), plan)
    if (followed.edits.length + followed.messages.length === 0) continue
    changes.push({ document: other, text: applyEdits(other.text, followed.edits), ...followed })
  }
  const changed = changes.filter(({ edits }) => edits.length > 0)
  if (options.check && changed.length > 0) context.exit(exitCodes.findings)
  if (options.write) await writeDrafts(changed)
  if (options.json) return context.write(`${JSON.stringify(planJson(changes, plan.numbers, options), null, 2)}\n`)
  for (const {
    document: { file: name },
    messages
  } of changes) {
    for (const message of messages) context.note(messageLine(name, message))
  }
  warnOfTakenNumbers(context, changes, plan.numbers)
  if (changed.length === 0) {
    const { countClauses } = await import('regast')
    return context.note(
      countClauses(document.tree).article === 0
        ? context.say({
            zh: `${file}：没有读到“第一条”这样的条文，没有编号可改。`,
            en: `${file}: no articles (第一条…) were read; there is nothing to number.`
          })
        : context.say({ zh: `${file} 的编号已经连续。`, en: `${file} is numbered in order.` })
    )
  }
  if (siblings.length === 0 && changed.length > 0) {
    context.note(
      context.say({
        zh: '没有写明其他草案：引用本草案的文件不会更新，可以用 --with 指明，或者写入 tiaoli.config.json 的 drafts。',
        en: 'no sibling drafts: name those that cite this one by --with, or as drafts in tiaoli.config.json.'
      })
    )
  }
  if (options.write) {
    for (const {
      document: { file: name },
      edits
    } of changed) {
      context.note(context.say({ zh: `已更新 ${name}（${edits.length}处）`, en: `updated ${name} (${edits.length})` }))
    }
    return
  }
  await preview(context, changed)
}

/** What led nowhere would lead to another article, once an article has the number that was written: nobody would see it. */
function warnOfTakenNumbers(context: Context, changes: readonly FileChange[], numbers: readonly NumberChange[]): void {
  const given = new Map(numbers.map(({ from, to }) => [to, from]))
  const missing = changes
    .flatMap(({ messages }) => messages.filter(({ ruleId }) => ruleId === 'reference-dangling'))
    .flatMap(
      ({ reason }) =>
        /：(第[一二三四五六七八九十百千零〇]+[编章节条](?:之[一二三四五六七八九十]+)?)/.exec(reason)?.[1] ?? []
    )
  const taken = [...new Set(missing)].filter((number) => given.has(number))
  if (taken.length === 0) return
  const pairs = taken.map((number) => `${number}（${given.get(number)}）`)
  context.note(
    context.say({
      zh: `注意：原来没有${taken.join('、')}，重新编号以后有了（${taken.map((number) => `原${given.get(number)}改为${number}`).join('，')}）。上面引用${taken.join('、')}的地方请先改好，否则会指到别的条文。`,
      en: `Beware: ${pairs.join(', ')} will be there after renumbering (old number in brackets). Mend the references to it that are listed above first: they would lead to another article.`
    })
  )
}

function editable({ text, facts }: RegulationDocument, library: import('@tiaoli/library').Library) {
  const { title, date } = facts
  return { source: text, library, ...(title !== undefined && { title }), ...(date !== undefined && { date }) }
}

function planJson(changes: readonly FileChange[], numbers: object[], options: RenumberOptions): object {
  return {
    written: options.write === true,
    numbers,
    files: changes.map(({ document, edits, references, messages }) => ({
      file: document.file,
      edits,
      references,
      messages: messages.map(jsonMessage)
    }))
  }
}

async function preview(context: Context, changed: readonly FileChange[]): Promise<void> {
  const becomes = { zh: '重新编号后', en: 'renumbered' }
  for (const { document, text } of changed) {
    await printChanges(context, { file: document.file, old: document.text, text, becomes, around: 0 })
  }
  context.note(
    context.say({ zh: '以上是重新编号后的改动；加 --write 写回文件。', en: 'add --write to write these changes.' })
  )
}
