import { join } from 'node:path'
import type { Context } from '../context.js'
import { progressLine } from '../progress.js'
import type { SiteOptions } from '../site-sources.js'
import { siteSources, withSiteOptions } from '../site-sources.js'
import type { CommandModule } from './command.js'

interface BuildOptions extends SiteOptions {
  out: string
  json?: true
}

/** `tiaoli build [PLACE...] --out DIR`: the reading room as pages that open by double click. */
export const buildCommand: CommandModule = (program, context) => {
  const { say } = context
  const command = program.command('build').description(
    say({
      zh: '生成阅览室网页：阅读、对照、检查、搜索和关联图，双击 index.html 就能打开',
      en: 'write the reading room as pages that open by double click'
    })
  )
  withSiteOptions(command, context)
    .requiredOption(
      '--out <folder>',
      say({ zh: '写入哪个文件夹（新的或者空的）', en: 'folder to write to (new or empty)' })
    )
    .option('--json', say({ zh: '输出 JSON', en: 'print JSON' }))
    .action((places: string[], options: BuildOptions) => runBuild(context, places, options))
}

async function runBuild(context: Context, places: string[], options: BuildOptions): Promise<void> {
  const sources = await siteSources(context, places, options)
  const { prepareSite, writeSite } = await import('@tiaoli/web')
  const site = await prepareSite(sources)
  const { problems, works } = site.index
  for (const problem of options.json ? [] : problems)
    context.note(`${context.say({ zh: '提醒：', en: 'Warning: ' })}${problem}`)
  const progress = progressLine(context, { zh: '正在写入', en: 'writing' })
  const { files } = await writeSite(site, options.out, progress.update)
  progress.clear()
  const { out } = options
  if (options.json) {
    const drafts = works.flatMap((work) => work.drafts).length
    const result = { folder: out, page: join(out, 'index.html'), files, drafts, problems }
    return context.write(`${JSON.stringify(result, null, 2)}\n`)
  }
  context.note(
    context.say({
      zh: `已写入 ${out}（${files} 个文件）。请打开其中的 index.html；整个文件夹可以一起拷贝、共享。`,
      en: `written to ${out} (${files} files). Open its index.html; the folder can be copied and shared as a whole.`
    })
  )
}
