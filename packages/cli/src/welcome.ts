import { readdirSync, statSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { baseTitle } from '@tiaoli/library'
import type { RegulationDocument, Workspace } from '@tiaoli/workspace'
import { configName, openWorkspace, readDocument, readText, textExtensions } from '@tiaoli/workspace'
import { countClauses } from 'regast'
import type { Context } from './context.js'
import { displayWidth } from './display-width.js'
import { reportInputError } from './files.js'
import { shellWord } from './shell-word.js'

/** What a folder holds, as far as the command can do something with it. */
interface FolderView {
  workspace: Workspace
  /** Drafts, relative to the folder, the newest last. */
  drafts: string[]
  /** The two newest drafts of one regulation. */
  pair?: [older: string, newer: string]
  /** A drafting brief. */
  brief?: string
  /** Files that can be turned into drafts. */
  others: string[]
}

/** More files than this are not opened to see whether they are drafts. */
const mostOpened = 50
/** A draft has at least so many articles; notes and READMEs quote one or two. */
const leastArticles = 3
const importable = ['docx', 'html', 'htm', 'pdf']

/** `tiaoli` without arguments: what it can do with the folder it is run in. */
export async function welcome(context: Context): Promise<void> {
  const folder = process.cwd()
  const view = await look(folder)
  for (const problem of view.workspace.problems) reportInputError(context, problem)
  await context.write(`${describe(view, context).join('\n')}\n`)
}

async function look(folder: string): Promise<FolderView> {
  const workspace = await openWorkspace(join(folder, configName))
  const configured = (await workspace.drafts()).map((file) => relative(folder, file))
  const files = names(readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())).sort()
  const others = files.filter((name) => importable.includes(extensionOf(name)))
  const texts = files.filter((name) => textExtensions.includes(extensionOf(name))).slice(0, mostOpened)
  const brief = texts.find((name) => isBrief(join(folder, name)))
  const found = await draftsAmong(folder, configured.length > 0 ? configured.slice(0, mostOpened) : texts)
  // What a configuration calls a draft is one, whatever it holds.
  const drafts = [...configured.filter((name) => !found.some((draft) => draft.name === name)), ...names(found)]
  const pair = newestPair(found)
  return { workspace, drafts, others, ...(pair && { pair }), ...(brief !== undefined && { brief }) }
}

/** Whether a text is headed as a drafting brief is. */
function isBrief(file: string): boolean {
  try {
    return /^\uFEFF?# .*任务书/.test(readText(file).text)
  } catch {
    return false
  }
}

interface FoundDraft {
  name: string
  title: string
  time: number
}

/** The drafts among texts, the oldest first: by the day that each states, else by when it was written. */
async function draftsAmong(folder: string, files: readonly string[]): Promise<FoundDraft[]> {
  const found: FoundDraft[] = []
  for (const name of files) {
    const draft = await readDraft(join(folder, name))
    if (draft === undefined) continue
    const stated = Date.parse(draft.facts.date ?? '')
    const time = Number.isNaN(stated) ? statSync(join(folder, name)).mtimeMs : stated
    found.push({ name, title: baseTitle(draft.facts.title ?? ''), time })
  }
  return found.sort((left, right) => left.time - right.time)
}

/** The newest draft that has an older one of the same regulation, and that one. */
function newestPair(found: readonly FoundDraft[]): [string, string] | undefined {
  for (let at = found.length - 1; at > 0; at--) {
    const newer = found[at]!
    const older = found.slice(0, at).findLast(({ title }) => title === newer.title)
    if (older !== undefined) return [older.name, newer.name]
  }
  return undefined
}

function names(files: readonly { name: string }[]): string[] {
  return files.map(({ name }) => name)
}

function extensionOf(name: string): string {
  return extname(name).slice(1).toLowerCase()
}

async function readDraft(file: string): Promise<RegulationDocument | undefined> {
  try {
    const document = await readDocument(file)
    return countClauses(document.tree).article >= leastArticles ? document : undefined
  } catch {
    // What cannot be read is no draft; the command that is given it says why.
    return undefined
  }
}

function describe({ workspace, drafts, pair, others, brief }: FolderView, { say }: Context): string[] {
  const lines = [
    say({
      zh: '条理：给起草法规的人用的工具。读懂草案的编章节条款项，核对每一处引用。',
      en: 'tiaoli: reads draft Chinese regulations clause by clause and checks every reference.'
    }),
    ''
  ]
  const [first] = drafts
  const last = drafts.at(-1)
  if (first === undefined || last === undefined) {
    lines.push(
      say({
        zh: '这个文件夹里没有看到草案（Markdown 或者纯文本）。',
        en: 'No draft (Markdown or plain text) is in this folder.'
      })
    )
    if (brief !== undefined) {
      lines.push(
        say({
          zh: `有起草任务书：${brief}。可以据此建立工作区，生成草案骨架：`,
          en: `A drafting brief is here: ${brief}. A workspace with a skeleton of the draft can be made from it:`
        }),
        ...table([
          [
            `tiaoli init ${say({ zh: '工作区', en: 'workspace' })} --brief ${shellWord(brief)}`,
            say({ zh: '建立工作区', en: 'make the workspace' })
          ]
        ])
      )
    }
  } else {
    const found = drafts.slice(0, 3).join('、')
    const more = drafts.length > 3
    lines.push(
      say({
        zh: `这个文件夹里有${drafts.length}件草案：${found}${more ? '等' : ''}。可以：`,
        en: `${drafts.length} drafts are here: ${drafts.slice(0, 3).join(', ')}${more ? ', …' : ''}. You can:`
      }),
      ...table([
        [`tiaoli report ${shellWord(last)}`, say({ zh: '看引用核对报告', en: 'read the cross-reference report' })],
        [
          `tiaoli check ${workspace.config.drafts.length > 0 ? '' : shellWord(last)}`.trim(),
          say({ zh: '检查结构、引用和起草规范', en: 'check structure, references and drafting rules' })
        ],
        ...(pair === undefined
          ? []
          : [
              [
                `tiaoli diff ${pair.map(shellWord).join(' ')}`,
                say({ zh: '逐条比较两稿', en: 'compare two drafts' })
              ] as Row
            ]),
        ...(brief === undefined
          ? []
          : [
              [
                `tiaoli cover ${shellWord(last)} --brief ${shellWord(brief)}`,
                say({ zh: '对照起草任务书', en: 'compare with the drafting brief' })
              ] as Row
            ]),
        [
          `tiaoli export ${shellWord(last)} --out ${shellWord(last.replace(/\.[^.]+$/, '.docx'))}`,
          say({ zh: '导出为 Word（公文版式）', en: 'write it as a Word document' })
        ],
        [
          `tiaoli serve ${workspace.config.drafts.length > 0 ? '' : '.'}`.trim(),
          say({ zh: '在浏览器里阅读、对照', en: 'read and compare in a browser' })
        ]
      ])
    )
  }
  const [other] = others
  if (other !== undefined) {
    const target = `${other.replace(/\.[^.]+$/, '')}.md`
    lines.push(
      '',
      say({
        zh: `还有${others.length}件 Word、网页或者 PDF 文件，可以读成草案：`,
        en: `${others.length} Word, HTML or PDF files can be read as drafts:`
      }),
      ...table([
        [
          `tiaoli import ${shellWord(other)} --out ${shellWord(target)}`,
          say({ zh: '读成草案', en: 'read it as a draft' })
        ]
      ])
    )
  }
  lines.push(
    '',
    workspace.file === undefined
      ? say({
          zh: `没有 ${configName}：引用按随附的登记表核对。写一个，就可以用自己的文库。`,
          en: `There is no ${configName}: references are held against the registers that ship. Write one to use texts of your own.`
        })
      : say({
          zh: `配置：${relative(process.cwd(), workspace.file)}`,
          en: `Configuration: ${relative(process.cwd(), workspace.file)}`
        }),
    '',
    ...table([
      ['tiaoli --help', say({ zh: '全部命令', en: 'every command' })],
      [
        say({ zh: 'tiaoli help 命令', en: 'tiaoli help COMMAND' }),
        say({ zh: '一个命令的用法', en: 'how one command is used' })
      ],
      ['tiaoli doctor', say({ zh: '检查安装是否正常', en: 'check the installation' })]
    ])
  )
  return lines
}

type Row = [command: string, meaning: string]

/** Columns up to which commands stand beside what they mean. */
const widestColumn = 44

/** Commands in a column; where names of files make them long, each under what it does. */
function table(rows: Row[]): string[] {
  const column = Math.max(...rows.map(([command]) => displayWidth(command)))
  if (column > widestColumn) return rows.flatMap(([command, meaning]) => [`  ${meaning}`, `      ${command}`])
  return rows.map(([command, meaning]) => `  ${command}${' '.repeat(column - displayWidth(command))}  ${meaning}`)
}
