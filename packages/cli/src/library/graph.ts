import type { InstrumentGraph } from '@tiaoli/library'
import { clauseGraph, graphAround, graphDot, graphMl, graphTop, instrumentGraph } from '@tiaoli/library'
import { InputError } from '@tiaoli/workspace'
import type { Context } from '../context.js'
import { checkedDay, instrumentNamed, openLibrary } from '../library-access.js'
import type { LibraryOptions } from '../library-options.js'
import type { OutputOptions } from '../output.js'
import { chooseFormat, deliver, refuseInputs } from '../output.js'
import { graphFormats } from './formats.js'

/** Options of `library graph`. */
export interface GraphOptions extends LibraryOptions, OutputOptions {
  around?: string
  top?: string
  clauses?: true
  asOf?: string
}

/** More than this is a thicket that nobody reads. */
const mostInPicture = 36

/** Exports the link graph, whole or in part. */
export async function runGraph(context: Context, files: string[], options: GraphOptions): Promise<void> {
  refuseInputs(options.out, files)
  const format = chooseFormat(options, graphFormats) ?? (options.out === undefined ? 'dot' : 'svg')
  const day = checkedDay(options.asOf)
  const opened = await openLibrary(context, options, files[0])
  const drafts = await Promise.all(files.map(async (file) => (await opened.draft(file)).references))
  const links = await opened.graph(drafts, day)
  const focus = options.around === undefined ? drafts[0]?.title : titleOf(options.around)
  const most = options.top === undefined ? (format === 'svg' ? mostInPicture : undefined) : count(options.top)
  if (options.clauses && format === 'svg') throw noPicture()
  const part = options.clauses ? topOf(clauseGraph(links, focus), most) : partOf(instrumentGraph(links), focus, most)
  if (format === 'svg') {
    const { renderGraphSvg } = await import('@tiaoli/report')
    return deliver(context, options.out, renderGraphSvg(part, focus === undefined ? {} : { focus }))
  }
  const text =
    format === 'graphml' ? graphMl(part) : format === 'dot' ? graphDot(part) : `${JSON.stringify(part, null, 2)}\n`
  await deliver(context, options.out, text)

  function titleOf(words: string): string {
    return (
      drafts.find(({ title }) => title === words.replace(/^《|》$/g, ''))?.title ??
      instrumentNamed(opened.library, words).title
    )
  }
}

function topOf(graph: InstrumentGraph, most: number | undefined): InstrumentGraph {
  return most === undefined ? graph : graphTop(graph, most)
}

function noPicture(): InputError {
  return new InputError('usage', {
    reason: { zh: '到条的关系太密，画不成图。', en: 'a graph of clauses is too dense for a picture.' },
    cure: { zh: '请用 --format graphml、dot 或者 json。', en: 'choose --format graphml, dot or json.' }
  })
}

function partOf(graph: InstrumentGraph, focus: string | undefined, most: number | undefined): InstrumentGraph {
  if (focus !== undefined) return graphAround(graph, focus, most)
  return most === undefined ? graph : graphTop(graph, most)
}

function count(text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value > 0) return value
  throw new InputError('usage', {
    reason: { zh: `“${text}”不是件数。`, en: `“${text}” is no number.` },
    cure: { zh: '请写大于零的整数。', en: 'write a whole number above zero.' }
  })
}
