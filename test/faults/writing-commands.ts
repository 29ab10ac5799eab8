import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { drafts, root } from '../cli/tiaoli.js'

/** A command that writes a file, and the file. */
export interface WritingCommand {
  name: string
  args: string[]
  /** What it writes, relative to the folder it is run in. */
  writes: string
}

/** Every command that writes into a file that is there already. */
export const writingCommands: WritingCommand[] = [
  { name: 'format', args: ['format', 'rough.md', '--write'], writes: 'rough.md' },
  { name: 'renumber', args: ['renumber', 'rough.md', '--write'], writes: 'rough.md' },
  {
    name: 'rename-term',
    args: ['rename-term', '组织部门', '组织机关', 'rough.md', '--write'],
    writes: 'rough.md'
  },
  { name: 'check --fix', args: ['check', 'rough.md', '--fix'], writes: 'rough.md' },
  { name: 'report', args: ['report', 'new.md', '--out', 'out.html'], writes: 'out.html' },
  { name: 'diff', args: ['diff', 'old.md', 'new.md', '--out', 'out.docx', '--force'], writes: 'out.docx' },
  {
    name: 'amend draft',
    args: ['amend', 'draft', 'old.md', 'new.md', '--out', 'out.md', '--force'],
    writes: 'out.md'
  },
  {
    name: 'amend apply',
    args: ['amend', 'apply', 'stall.md', 'decision.md', '--out', 'out.md', '--force'],
    writes: 'out.md'
  },
  { name: 'cover', args: ['cover', 'new.md', '--brief', 'brief.md', '--out', 'out.csv'], writes: 'out.csv' },
  { name: 'export', args: ['export', 'new.md', '--out', 'out.docx', '--force'], writes: 'out.docx' },
  { name: 'import', args: ['import', 'page.html', '--out', 'out.md', '--force'], writes: 'out.md' },
  { name: 'conform', args: ['conform', 'new.md', '--out', 'out.html'], writes: 'out.html' }
]

/** What stands in a file before a command writes it. */
export const oldContent = '从前写在这里的内容\n'

/** A folder with what the commands read, and an old content in everything that they write. */
export function faultFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-fault-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  fillFolder(folder)
  return folder
}

/** Puts what the commands read into a folder. */
export function fillFolder(folder: string): void {
  const source = (name: string) => readFileSync(join(root, drafts, name), 'utf8')
  writeFileSync(join(folder, 'old.md'), source('1-initial.md'))
  writeFileSync(join(folder, 'new.md'), source('3-submission.md'))
  // Numbers, words and layout that each of the three mending commands has something to do with.
  const rough = source('1-initial.md')
    .replace(/^第三条　/m, '**第X条** ')
    .replaceAll('其他', '其它')
  writeFileSync(join(folder, 'rough.md'), rough)
  writeFileSync(
    join(folder, 'page.html'),
    '<h1>某市花坛办法</h1><p>第一条　花坛由街道维护。</p><p>第二条　应当公示。</p>'
  )
  writeFileSync(join(folder, 'stall.md'), '# 某市茶摊办法\n\n第一条　茶摊由街道登记。\n')
  writeFileSync(join(folder, 'decision.md'), '# 关于修改《某市茶摊办法》的决定\n\n将第一条中的“街道”修改为“社区”。\n')
  cpSync(join(root, 'seeds/organization-work-regulations.md'), join(folder, 'brief.md'))
  for (const { writes } of writingCommands)
    if (writes.startsWith('out')) writeFileSync(join(folder, writes), oldContent)
}
