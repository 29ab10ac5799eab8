import type { BasisStep, GraphEdge, Instrument, LinkGraph } from '@tiaoli/library'
import { basisChain, boardOf, eventWords, inTitleMarks, rankOf, relianceOf, standingOn } from '@tiaoli/library'
import { formatAddress } from 'regast'
import type { Context } from '../context.js'
import { checkedDay, instrumentNamed, openLibrary, today } from '../library-access.js'
import type { LibraryOptions } from '../library-options.js'
import { stateWords } from './list.js'

const ends: Record<NonNullable<BasisStep['end']>, string> = {
  top: '',
  unread: '（文库中没有它的文本）',
  unstated: '（没有写明制定依据）',
  circular: '（循环）'
}

/** What is said of an instrument above which nothing is known. */
const noBasis: Record<NonNullable<BasisStep['end']>, string> = {
  top: '',
  unread: '不清楚（文库中没有它的文本）',
  unstated: '没有写明',
  circular: '循环'
}

/** Prints what is known of one instrument. */
export async function runShow(
  context: Context,
  words: string,
  options: LibraryOptions & { asOf?: string; json?: true }
): Promise<void> {
  const day = checkedDay(options.asOf) ?? today()
  const opened = await openLibrary(context, options)
  const instrument = instrumentNamed(opened.library, words)
  const graph = await opened.graph([], checkedDay(options.asOf))
  const facts = factsOf(instrument, graph, day)
  await context.write(options.json ? `${JSON.stringify(facts, null, 2)}\n` : printed(facts, day))
}

type Facts = ReturnType<typeof factsOf>

function factsOf(instrument: Instrument, graph: LinkGraph, day: string) {
  const { title, shortNames, kind, issuer, status, replacedBy, versions, history } = instrument
  const board = boardOf(instrument)
  const standing = standingOn(instrument, day)
  const key = graph.node(title)?.key
  const citing = new Map<string, number>()
  const clauses = new Map<string, number>()
  for (const { edge } of graph.incoming(title)) {
    if (edge.source === key || edge.role === 'history') continue
    const source = graph.nodes.get(edge.source)!.title
    citing.set(source, (citing.get(source) ?? 0) + 1)
    if (edge.from !== null) clauses.set(articleOf(edge), (clauses.get(articleOf(edge)) ?? 0) + 1)
  }
  const most = (counts: Map<string, number>, limit: number) =>
    [...counts].sort(([, left], [, right]) => right - left).slice(0, limit)
  return {
    title,
    shortNames,
    kind,
    issuer,
    board,
    status,
    replacedBy,
    standing: { state: standing.state, version: standing.version?.date, reason: standing.reason },
    versions: versions.map(({ date, effective, action, documentNumber, outline, source }) => ({
      date,
      effective,
      action,
      documentNumber,
      articles: outline?.articles.size,
      complete: outline?.complete,
      source,
      ...(source.kind === 'register' && outline?.files !== undefined && partsOf(outline.files))
    })),
    history: history ?? [],
    basis: basisChain(graph, title),
    top: rankOf(kind)?.level === 1,
    reliesOn: relianceOf(graph, title),
    citedBy: { instruments: citing.size, most: most(citing, 10) },
    citedClauses: most(clauses, 10),
    unresolved: graph.outgoing(title).filter(({ status: state, role }) => state !== 'resolved' && role !== 'history')
      .length
  }
}

/** The files that lend a register's count their words, and how many of its articles they have. */
function partsOf(files: ReadonlyMap<string, string>) {
  return files.size === 0 ? undefined : { parts: [...new Set(files.values())].sort(), articlesInParts: files.size }
}

function articleOf({ from }: GraphEdge): string {
  return from!.split('__para_')[0]!
}

function printed(facts: Facts, day: string): string {
  const lines: string[] = [`${inTitleMarks(facts.title)}`]
  const say = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') lines.push(`  ${name}：${value}`)
  }
  say('简称', facts.shortNames.join('、'))
  say('种类', facts.kind)
  say('制定机关', facts.issuer?.join('、'))
  say('板块', facts.board && `${facts.board.board}${facts.board.sure ? '' : `（据${facts.board.reason}推断）`}`)
  const { state, version, reason } = facts.standing
  say(`${day}的效力`, `${stateWords[state]}${version ? `，适用${version}的文本` : ''}${reason ? `（${reason}）` : ''}`)
  say('取代它的', facts.replacedBy && `${inTitleMarks(facts.replacedBy)}`)
  lines.push('  版本：')
  for (const { date, effective, action, articles, complete, source, parts, articlesInParts } of facts.versions) {
    const count = articles === undefined ? '' : `，${articles} 条${complete ? '' : '（文本不全）'}`
    const where = source.kind === 'text' ? source.file : parts ? `登记表，其中 ${articlesInParts} 条有条文` : '登记表'
    lines.push(
      `    ${date ?? '日期不明'}${action ? eventWords[action] : ''}${effective ? `，${effective}施行` : ''}${count}（${where}）`,
      ...(parts ?? []).map((file) => `      ${file}`)
    )
  }
  if (facts.history.length > 0) lines.push('  沿革：')
  for (const { date, action, by, documentNumber, through } of facts.history) {
    const detail = [by?.join('、'), documentNumber, through && `${inTitleMarks(through)}`].filter(Boolean).join('，')
    lines.push(`    ${date} ${eventWords[action]}${detail === '' ? '' : `（${detail}）`}`)
  }
  if (facts.basis.above.length > 0) lines.push('  制定依据：', ...chainLines(facts.basis, 2))
  else say('制定依据', facts.top ? '它就是根本依据' : noBasis[facts.basis.end ?? 'unstated'])
  if (facts.reliesOn.length > 0) lines.push('  它引用的：')
  for (const { title, references, clauses, role, known } of facts.reliesOn.slice(0, 10)) {
    lines.push(
      `    ${inTitleMarks(title)} ${references} 处${clauses > 0 ? `（${clauses} 处到条款）` : ''}${role === 'basis' ? '，制定依据' : ''}${known ? '' : '，文库中没有'}`
    )
  }
  if (facts.reliesOn.length > 10) lines.push(`    ……共 ${facts.reliesOn.length} 件`)
  lines.push(`  引用它的：${facts.citedBy.instruments} 件`)
  for (const [title, count] of facts.citedBy.most) lines.push(`    ${inTitleMarks(title)} ${count} 处`)
  if (facts.citedClauses.length > 0) {
    lines.push(
      `  被引用最多的：${facts.citedClauses.map(([clause, count]) => `${formatAddress(clause)} ${count} 处`).join('，')}`
    )
  }
  return `${lines.join('\n')}\n`
}

function chainLines({ title, in: clause, end, above }: BasisStep, depth: number): string[] {
  const where = clause === undefined ? '' : `（${formatAddress(clause)}）`
  return [
    `${'  '.repeat(depth)}${depth > 2 ? '← ' : ''}${inTitleMarks(title)}${where}${end === undefined ? '' : ends[end]}`,
    ...above.flatMap((step) => chainLines(step, depth + 1))
  ]
}
