import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { GraphEdge, Impact, Library, Meeting } from '@tiaoli/library'
import { impactOf, inTitleMarks, linkDocument } from '@tiaoli/library'
import { decodeText, InputError } from '@tiaoli/workspace'
import { formatAddress } from 'regast'
import { parseRegulation } from 'remark-regast'
import type { Context } from '../context.js'
import { checkedDay, instrumentNamed, openLibrary } from '../library-access.js'
import type { LibraryOptions } from '../library-options.js'
import type { OutputOptions } from '../output.js'
import { chooseFormat, deliver } from '../output.js'
import { listFormats } from './formats.js'
import { hasText } from './list.js'

/** Options of `impact`. */
export interface ImpactOptions extends LibraryOptions, OutputOptions {
  draft?: string[]
  depth?: string
  asOf?: string
}

const meetings: Record<Meeting, string> = {
  exact: '就指这一处',
  part: '指其中一部分',
  'whole-clause': '指它所在的整条',
  range: '所指范围包括它',
  structure: '指它所在的章节',
  instrument: '指整件'
}

/** Prints what a change of a clause would touch. */
export async function runImpact(context: Context, words: string, options: ImpactOptions): Promise<void> {
  const format = chooseFormat(options, listFormats) ?? 'text'
  const depth = depthOf(options.depth)
  const opened = await openLibrary(context, options, options.draft?.[0])
  const { title, clause, note } = clauseNamed(opened.library, words)
  if (note !== undefined) context.note(note)
  const files = options.draft ?? (await opened.workspace.drafts())
  const drafts = await Promise.all(files.map(async (file) => (await opened.draft(file)).references))
  const graph = await opened.graph(drafts, checkedDay(options.asOf))
  if (drafts.length === 0 && !opened.library.instruments.some(hasText)) {
    context.note(
      context.say({
        zh: '提醒：这里没有法规文本，也没有草案，没有可查的。草案用 --draft 写明，存放法规文本的文件夹用 --folder 写明。',
        en: 'Warning: there are neither texts nor drafts to look into; name drafts with --draft, a folder of texts with --folder.'
      })
    )
  }
  const impact = impactOf(graph, title, clause, depth)
  const wholeTitles = countBy(impact.whole, ({ source }) => graph.nodes.get(source)!.title)
  const rows = () => [
    ['层', '文件', '条款', '关系', '原文', '位置'],
    ...impact.touched.map(({ distance, title: citing, clause: where, meets, edge }) => [
      distance,
      citing,
      formatAddress(where),
      meetings[meets],
      edge.text,
      placeOf(edge)
    ])
  ]
  switch (format) {
    case 'json':
      return deliver(context, options.out, `${JSON.stringify({ ...impact, whole: wholeTitles }, null, 2)}\n`)
    case 'csv':
      return deliver(context, options.out, (await import('@tiaoli/report')).renderCsv(rows()))
    case 'xlsx':
      return deliver(
        context,
        options.out,
        await (await import('@tiaoli/report')).renderXlsx([{ name: '影响', rows: rows() }])
      )
    default:
      return deliver(context, options.out, printed(impact, wholeTitles))
  }
}

/** The clause that words name, read as any reference is. */
function clauseNamed(library: Library, words: string): { title: string; clause: string; note?: string } {
  const [name, clause] = split(words)
  const instrument = instrumentNamed(library, name)
  const { tree } = parseRegulation(`# 查询\n\n第一条　依照${inTitleMarks(instrument.title)}${clause}的规定。\n`)
  const { references } = linkDocument(tree, { library, title: '查询' })
  const target = references
    .flatMap(({ targets }) => targets)
    .find(({ instrument: found, from }) => found !== null && from !== null)
  if (target?.from === undefined || target.from === null) {
    throw new InputError('usage', {
      reason: { zh: `看不出“${words}”是哪一条。`, en: `“${words}” names no clause.` },
      cure: { zh: '请写成《某某法》第十七条第二款的样子。', en: 'write it like 《…法》第十七条第二款.' }
    })
  }
  const found = { title: instrument.title, clause: target.from }
  return target.status === 'resolved' || target.reason === undefined
    ? found
    : { ...found, note: `提醒：${target.reason}` }
}

function split(words: string): [name: string, clause: string] {
  const cut = words.search(/第[〇零一二三四五六七八九十百千\d]+(?:编|分编|章|节|条)[^》]*$/)
  return cut <= 0 ? [words, ''] : [words.slice(0, cut).trim(), words.slice(cut).trim()]
}

function depthOf(text: string | undefined): number {
  const value = Number(text ?? 2)
  if (Number.isInteger(value) && value >= 1 && value <= 9) return value
  throw new InputError('usage', {
    reason: { zh: `“${text}”不是层数。`, en: `“${text}” is no depth.` },
    cure: { zh: '请写 1 到 9。', en: 'write 1 to 9.' }
  })
}

function printed({ title, clause, touched, whole }: Impact, wholeTitles: [string, number][]): string {
  const name = `${inTitleMarks(title)}${formatAddress(clause)}`
  if (touched.length === 0 && whole.length === 0) return `没有条款引用${name}，也没有条款引用${inTitleMarks(title)}。\n`
  const lines: string[] = [`${name}如有改动，牵动 ${touched.length} 处条款。`]
  for (const distance of new Set(touched.map((entry) => entry.distance))) {
    const here = touched.filter((entry) => entry.distance === distance)
    lines.push(
      '',
      distance === 1 ? `直接引用（${here.length}）` : `第 ${distance} 层：引用上面各条的（${here.length}）`
    )
    for (const { title: citing, clause: where, meets, edge } of here) {
      lines.push(
        `  ${inTitleMarks(citing)}${formatAddress(where)} ${meetings[meets]}`,
        `    ${placeOf(edge)} ${sentenceOf(edge)}`
      )
    }
  }
  if (whole.length > 0) {
    lines.push(
      '',
      `另有 ${wholeTitles.length} 件文件引用${inTitleMarks(title)}整件（${whole.length} 处），是否与这一条有关要看内容：`
    )
    for (const [citing, count] of wholeTitles.slice(0, 12)) lines.push(`  ${inTitleMarks(citing)} ${count} 处`)
    if (wholeTitles.length > 12) lines.push(`  ……（--json 输出全部）`)
  }
  return `${lines.join('\n')}\n`
}

function placeOf({ file, line, column }: GraphEdge): string {
  return file === undefined ? `${line}:${column}` : `${relative(process.cwd(), file)}:${line}:${column}`
}

const texts = new Map<string, string[]>()

/** The words around a reference, as the file has them. */
function sentenceOf({ file, line, column, text }: GraphEdge): string {
  if (file === undefined) return `“${text}”`
  let lines = texts.get(file)
  if (lines === undefined) {
    const decoded = decodeText(readFileSync(file))
    lines = 'text' in decoded ? decoded.text.split(/\r?\n/) : []
    texts.set(file, lines)
  }
  const whole = lines[line - 1] ?? text
  const start = Math.max(0, column - 1 - 18)
  const end = column - 1 + text.length + 18
  return `${start > 0 ? '…' : ''}${whole.slice(start, end).trim()}${end < whole.length ? '…' : ''}`
}

function countBy<T>(items: readonly T[], key: (item: T) => string): [string, number][] {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1)
  return [...counts].sort(([, left], [, right]) => right - left)
}
