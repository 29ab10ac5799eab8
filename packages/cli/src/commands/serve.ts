import { InputError } from '@tiaoli/workspace'
import type { Context } from '../context.js'
import type { SiteOptions } from '../site-sources.js'
import { siteSources, withSiteOptions } from '../site-sources.js'
import type { CommandModule } from './command.js'

interface ServeOptions extends SiteOptions {
  port?: string
}

/** `tiaoli serve [PLACE...]`: the reading room on this machine, following the drafts while they are edited. */
export const serveCommand: CommandModule = (program, context) => {
  const { say } = context
  const command = program.command('serve').description(
    say({
      zh: '在本机打开阅览室：草案一保存，浏览器里的页面就跟着更新',
      en: 'open the reading room on this machine; pages follow the drafts while they are edited'
    })
  )
  withSiteOptions(command, context)
    .option('--port <n>', say({ zh: '端口；不写时自动选择', en: 'port; any free one if not given' }))
    .action((places: string[], options: ServeOptions) => runServe(context, places, options))
}

async function runServe(context: Context, places: string[], options: ServeOptions): Promise<void> {
  const port = portOf(options.port)
  const sources = await siteSources(context, places, options)
  const { openReadingRoom } = await import('@tiaoli/web')
  const warning = context.say({ zh: '提醒：', en: 'Warning: ' })
  let told = new Set<string>()
  const tell = (problems: readonly string[]): void => {
    for (const problem of problems) if (!told.has(problem)) context.note(`${warning}${problem}`)
    told = new Set(problems)
  }
  const room = await openReadingRoom(
    sources,
    { port },
    {
      reloaded: (site, milliseconds) => {
        tell(site.index.problems)
        const duration = Math.round(milliseconds)
        context.note(context.say({ zh: `已更新（${duration} 毫秒）`, en: `updated (${duration} ms)` }))
      },
      failed: (error) => {
        const details = error instanceof Error ? (error.stack ?? error.message) : String(error)
        context.note(context.say({ zh: `没有更新，内部出错：${details}`, en: `not updated: ${details}` }))
      }
    }
  )
  tell(room.site.index.problems)
  context.note(
    context.say({
      zh: `阅览室已打开：${room.url}\n请用浏览器打开这个地址；只有本机能访问。按 Ctrl+C 结束。`,
      en: `The reading room is open: ${room.url}\nOnly this machine can reach it. Ctrl+C ends.`
    })
  )
  await new Promise(() => {})
}

function portOf(written: string | undefined): number {
  if (written === undefined) return 0
  const port = Number(written)
  if (/^\d+$/.test(written) && port > 0 && port < 65536) return port
  throw new InputError('usage', {
    reason: {
      zh: `--port 后面要写 1 到 65535 之间的数，不能是“${written}”。`,
      en: `--port takes a number from 1 to 65535, not “${written}”.`
    }
  })
}
