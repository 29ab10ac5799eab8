import { relative } from 'node:path'
import type { GraphEdge, LinkGraph } from '@tiaoli/library'
import { cyclesOf, inTitleMarks } from '@tiaoli/library'
import { formatAddress } from 'regast'
import type { Context } from '../context.js'
import { openLibrary } from '../library-access.js'
import type { LibraryOptions } from '../library-options.js'
import { hasText } from './list.js'

/** Prints what is wrong with the library itself; `true` where something is. */
export async function runCheck(context: Context, options: LibraryOptions & { json?: true }): Promise<boolean> {
  const { workspace, library, graph: graphOf } = await openLibrary(context, options)
  const graph = await graphOf([])
  const duplicates = await workspace.duplicates()
  const live = graph.edges.filter(({ role }) => role !== 'history')
  const dangling = live.filter(({ status }) => status === 'dangling')
  const superseded = live.filter(({ status }) => status === 'superseded')
  const cycles = cyclesOf(graph)
  const found = duplicates.length + dangling.length + superseded.length + cycles.length > 0
  if (options.json) {
    await context.write(`${JSON.stringify({ duplicates, dangling, superseded, cycles }, null, 2)}\n`)
    return found
  }
  const lines: string[] = []
  section('同一版本有两个文件', duplicates, ({ title, date, files }) => [
    `${inTitleMarks(title)}${date ?? '日期不明'}`,
    ...files.map((file) => `    ${relative(process.cwd(), file)}`)
  ])
  section('指向的条款不存在', byPlace(dangling), (edges) => [edgeLine(edges, graph)])
  section('指向已经废止、取代或者改动的', byPlace(superseded), (edges) => [edgeLine(edges, graph)])
  section('循环引用', cycles, ({ clauses }) => [
    clauses.map(({ title, clause }) => `${inTitleMarks(title)}${formatAddress(clause)}`).join(' → ')
  ])
  await context.write(found ? lines.join('\n').concat('\n') : nothing(library.instruments.filter(hasText).length))
  return found

  function section<T>(name: string, items: readonly T[], say: (item: T) => string[]): void {
    if (items.length === 0) return
    lines.push(`${name}（${items.length}）`)
    for (const item of items) lines.push(...say(item).map((text) => `  ${text}`))
  }
}

/** A library without texts has not been found to be in order: there was nothing to look at. */
function nothing(texts: number): string {
  return texts === 0 ? '文库中还没有法规文本，没有可以检查的内容。\n' : '没有发现问题。\n'
}

/** Targets of one mention together. */
function byPlace(edges: readonly GraphEdge[]): GraphEdge[][] {
  const groups = new Map<string, GraphEdge[]>()
  for (const edge of edges) {
    const key = `${edge.file ?? edge.source}:${edge.line}:${edge.column}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [edge])
    else group.push(edge)
  }
  return [...groups.values()]
}

function edgeLine(edges: GraphEdge[], graph: LinkGraph): string {
  const { file, line, column, text, source } = edges[0]!
  const where = file === undefined ? `${inTitleMarks(graph.nodes.get(source)!.title)}` : relative(process.cwd(), file)
  const reasons = new Set(edges.flatMap(({ reason }) => (reason === undefined ? [] : [reason])))
  return `${where}:${line}:${column}: “${text}”${reasons.size === 0 ? '' : `（${[...reasons].join('；')}）`}`
}
