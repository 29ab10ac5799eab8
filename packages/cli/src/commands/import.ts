import { resolve } from 'node:path'
import type { ReviewItem } from '@tiaoli/docx'
import { InputError, readText } from '@tiaoli/workspace'
import type { Context } from '../context.js'
import { deliver, refuseInputs, refuseOtherText, withForce } from '../output.js'
import type { CommandModule } from './command.js'

interface ImportOptions {
  out?: string
  onto?: string
  review?: true
  changes?: string
  force?: true
  json?: true
}

/** `tiaoli import FILE`: a draft out of a Word file, Akoma Ntoso, a web page or a PDF; reviewers' changes and comments as a list. */
export const importCommand: CommandModule = (program, context) => {
  const { say } = context
  const command = program
    .command('import')
    .argument(
      '<file>',
      say({ zh: 'Word 文档（docx）、Akoma Ntoso（xml）、网页或者 PDF', en: 'docx, Akoma Ntoso, HTML or PDF' })
    )
    .description(
      say({ zh: '把 Word 等文件读成草案，列出审阅者的修订和批注', en: 'read Word and other files as drafts' })
    )
    .option('--out <file>', say({ zh: '写入文件，而不是显示在屏幕上', en: 'write to a file' }))
    .option(
      '--onto <draft>',
      say({ zh: '以这份草案为底，只改动有出入的段落', en: 'keep this draft but for what differs' })
    )
    .option('--review', say({ zh: '列出修订和批注，各归其条', en: 'list tracked changes and comments by clause' }))
    .option(
      '--changes <accept|reject>',
      say({ zh: '修订按接受（默认）还是按拒绝读入', en: 'read tracked changes as accepted (default) or rejected' })
    )
  withForce(command, context)
    .option('--json', say({ zh: '输出 JSON', en: 'print JSON' }))
    .action((file: string, options: ImportOptions) => runImport(context, file, options))
}

async function runImport(context: Context, file: string, options: ImportOptions): Promise<void> {
  refuseInputs(options.out, [file])
  const { changes = 'accept' } = options
  if (changes !== 'accept' && changes !== 'reject') {
    throw new InputError('usage', {
      reason: { zh: `不认识的 --changes “${changes}”。`, en: `unknown --changes “${changes}”.` },
      cure: { zh: '可以写：accept、reject。', en: 'known: accept, reject.' }
    })
  }
  const { readerOf } = await import('../draft-files.js')
  const { imported, review = [] } = await readerOf(file).read(file, { changes })
  const { recognised, doubts, dropped, markdown } = imported
  const source = await onto(options.onto, markdown)
  // Writing a draft onto itself is what `--onto` is for.
  if (options.out === undefined || options.onto === undefined || resolve(options.onto) !== resolve(options.out)) {
    refuseOtherText(options, source, {
      zh: '只要其中的改动，用 --onto；',
      en: 'take over only what changed with --onto, '
    })
  }
  if (options.json) {
    if (options.out !== undefined) await deliver(context, options.out, source)
    const written = options.out !== undefined
    const result = { file, written, source, review, recognised, notes: doubts, dropped }
    return context.write(`${JSON.stringify(result, null, 2)}\n`)
  }
  const { printImport } = await import('@tiaoli/importer')
  context.note(`${file}\n${printImport(imported).trimEnd()}`)
  if (options.out !== undefined) await deliver(context, options.out, source)
  if (options.review) await context.write(reviewList(file, review))
  else if (options.out === undefined) await context.write(source)
}

async function onto(base: string | undefined, source: string): Promise<string> {
  if (base === undefined) return source
  const { mergeOnto } = await import('../merge-onto.js')
  return mergeOnto(readText(base).text, source)
}

const kinds: Record<ReviewItem['kind'], string> = { insertion: '插入', deletion: '删除', comment: '批注' }

/** Changes and comments under the clauses that they stand in. */
function reviewList(file: string, review: readonly ReviewItem[]): string {
  if (review.length === 0) return `${file}：没有修订和批注。\n`
  const comments = review.filter(({ kind }) => kind === 'comment').length
  const lines = [`${file}：修订 ${review.length - comments} 处，批注 ${comments} 条。`]
  let last: string | undefined
  for (const item of review) {
    if (item.address !== last) lines.push('', item.label === '' ? '条文之外' : item.label)
    last = item.address
    lines.push(`  ${reviewLine(item)}`)
  }
  return `${lines.join('\n')}\n`
}

function reviewLine({ kind, author, date, text, about, moved, before }: ReviewItem): string {
  const who = [author || '未署名', date.slice(0, 10)].filter((part) => part !== '').join('，')
  const words = text.replace(/\s*\n\s*/g, ' ').trim()
  if (kind === 'comment') return `批注（${who}）：${about ? `“${about.trim()}”——` : ''}${words}`
  const place = before.trim() === '' ? '' : `“…${before.trim()}”之后`
  return `${moved ? (kind === 'insertion' ? '移入' : '移出') : kinds[kind]}（${who}）：${place}“${words}”`
}
