import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { configName, InputError, readText, writeFileAtomic } from '@tiaoli/workspace'
import { readBrief } from '../brief-file.js'
import type { Context } from '../context.js'
import { shellWord } from '../shell-word.js'
import type { CommandModule } from './command.js'

/** Where the copy of the brief goes in a new workspace. */
const briefName = '任务书.md'

interface InitOptions {
  brief: string
  json?: true
}

/** `tiaoli init --brief FILE [FOLDER]`: a workspace with a skeleton of the draft that a brief asks for. */
export const initCommand: CommandModule = (program, context) => {
  const { say } = context
  program
    .command('init')
    .argument(
      '[folder]',
      say({ zh: '工作区文件夹，默认是当前文件夹', en: 'folder of the workspace, by default this one' }),
      '.'
    )
    .description(
      say({
        zh: '按起草任务书建立工作区，生成带起草提示的草案骨架',
        en: 'start a workspace with a draft skeleton from a brief'
      })
    )
    .requiredOption(
      '--brief <file>',
      say({ zh: '起草任务书（写法见 docs/brief.md）', en: 'drafting brief (see docs/brief.md)' })
    )
    .option('--json', say({ zh: '输出 JSON', en: 'print JSON' }))
    .action((folder: string, options: InitOptions) => runInit(context, folder, options))
}

async function runInit(context: Context, folder: string, options: InitOptions): Promise<void> {
  const brief = await readBrief(context, options.brief)
  if (brief === undefined) return
  const { scaffoldDraft } = await import('@tiaoli/brief')
  const name = `${brief.regulation.replace(/[\\/:*?"<>|\s]+/g, '_') || '草案'}.md`
  const draft = join(folder, 'drafts', name)
  const [config, copy] = [join(folder, configName), join(folder, briefName)]
  const files: [string, string][] = [
    [config, `${JSON.stringify({ drafts: ['drafts'] }, null, 2)}\n`],
    [copy, readText(options.brief).text],
    [draft, scaffoldDraft(brief)]
  ]
  // Everything is looked at before anything is written, so that a refusal leaves the folder as it was.
  const existing = files.find(([file]) => existsSync(file))
  if (existing !== undefined) {
    throw new InputError('usage', {
      file: existing[0],
      reason: { zh: '这里已有同名文件，没有写入任何文件。', en: 'a file of that name is here; nothing was written.' },
      cure: {
        zh: '请换一个空文件夹：tiaoli init 文件夹 --brief 任务书。',
        en: 'choose an empty folder: tiaoli init FOLDER --brief BRIEF.'
      }
    })
  }
  for (const [file, text] of files) writeFileAtomic(file, text)
  if (options.json)
    return context.write(
      `${JSON.stringify({ folder, regulation: brief.regulation, config, brief: copy, draft }, null, 2)}\n`
    )
  const check = `tiaoli cover ${shellWord(draft)} --brief ${shellWord(copy)}`
  await context.write(
    context.say({
      zh: `已建立：\n${files.map(([file]) => `  ${file}\n`).join('')}\n接着：\n  1. 打开 ${draft}，把【待拟：…】换成条文；\n  2. 写好一条，就把它前面的“待落实”改成“落实”，删去没有落实的编号；\n  3. 运行 ${check} 核对。\n`,
      en: `Created:\n${files.map(([file]) => `  ${file}\n`).join('')}\nNext:\n  1. open ${draft} and write the placeholders out;\n  2. change 待落实 in front of a finished article to 落实, without the ids that it does not answer;\n  3. run ${check}\n`
    })
  )
}
