import { flattenRequirements, kindNames, strengthNames } from '@tiaoli/brief'
import type { LinkedTerm } from '@tiaoli/library'
import { clauseLabel, statusWords } from '@tiaoli/report'
import { articleOf } from 'regast'
import type { Hover, Position } from 'vscode-languageserver-types'
import type { AddressedNode } from '../article-facts.js'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'
import { subjectAt } from '../subject.js'
import type { CitedClause } from '../target.js'
import { escapeMarkdown, standingWords, versionWords } from '../wording.js'
import { citationsOf } from './references.js'

const longest = 30

/** What there is to know about what stands at a position: the cited clause with its words, a term, a requirement. */
export function hover(context: FeatureContext, draft: Draft, position: Position): Hover | undefined {
  const subject = subjectAt(draft, draft.offsetAt(position))
  if (subject === undefined) return undefined
  const value = content()
  return value === undefined ? undefined : { contents: { kind: 'markdown', value }, range: subject.range }

  function content(): string | undefined {
    switch (subject!.kind) {
      case 'reference':
        return citedContent(context, draft, context.targets.read(subject!.target, draft))
      case 'term':
        return termContent(draft, subject!.term)
      case 'clause':
        return clauseContent(context, draft, subject!.node)
      case 'requirement':
        return requirementContent(context, draft, subject!.id)
      case 'title':
        return undefined
    }
  }
}

function citedContent(context: FeatureContext, draft: Draft, cited: CitedClause): string {
  const { target, topic, lines, label } = cited
  const facts = [versionWords(cited), standingWords(cited)].filter((words) => words !== '')
  const blocks = [`**${escapeMarkdown(label)}**${facts.length > 0 ? ` · ${facts.join(' · ')}` : ''}`]
  if (target.status !== 'resolved') {
    blocks.push(
      `⚠ ${statusWords('zh')[target.status]}${target.reason === undefined ? '' : `：${escapeMarkdown(target.reason)}`}`
    )
  } else if (target.reason !== undefined) blocks.push(escapeMarkdown(target.reason))
  const others = (target.alternatives ?? []).map((other) => {
    const title = other.instrument === null ? '本文件' : `《${other.instrument}》`
    return `${title}${other.from === null ? '' : clauseLabel(other.from, other.to, undefined)}`
  })
  if (others.length > 0) blocks.push(`另一种理解：${others.map(escapeMarkdown).join('、')}`)
  if (topic !== undefined) blocks.push(`主题：${escapeMarkdown(topic)}`)
  if (lines.length > 0) blocks.push(quote(lines))
  else if (target.from !== null && target.status === 'resolved' && cited.version?.source.kind === 'register') {
    blocks.push('文库中只有登记信息，没有条文原文。')
  }
  if (target.from !== null) {
    const citing = citationsOf(context, draft, target).filter(({ article }) => article !== '')
    if (citing.length > 0) blocks.push(`被引用 ${citing.length} 处：${listOf(citing, draft)}`)
  }
  return blocks.join('\n\n')
}

/** Articles that cite, each once, those of other drafts with their title. */
function listOf(citing: { draft: Draft; article: string }[], draft: Draft): string {
  const names = citing.map(({ draft: from, article }) => {
    const label = clauseLabel(article, undefined, from.outline)
    return from === draft ? label : `《${from.title}》${label}`
  })
  const unique = [...new Set(names)]
  return unique.slice(0, 8).join('、') + (unique.length > 8 ? `等 ${unique.length} 条` : '')
}

function termContent(draft: Draft, { text, definition, start }: LinkedTerm): string {
  const place = definition ?? start
  const clause = draft.clauseAt(place.offset)
  const uses = draft.links.terms.filter((term) => term.role === 'use' && term.text === text).length
  const blocks = [`**${escapeMarkdown(text)}** · 本文件定义的用语，使用 ${uses} 次`]
  if (clause !== undefined) {
    blocks.push(`${clauseLabel(clause.address, undefined, draft.outline)}：`, quote([clause.text]))
  }
  return blocks.join('\n\n')
}

function clauseContent(context: FeatureContext, draft: Draft, node: AddressedNode): string | undefined {
  const target = { instrument: null, from: node.address, status: 'resolved' as const }
  const citing = citationsOf(context, draft, target)
  const cites = draft.outgoing.get(articleOf(node.address)) ?? []
  const blocks = [`**${clauseLabel(node.address, undefined, draft.outline)}**`]
  blocks.push(citing.length === 0 ? '没有条文引用它。' : `被引用 ${citing.length} 处：${listOf(citing, draft)}`)
  const others = cites.filter(({ kind }) => kind !== 'self').flatMap(({ targets }) => targets)
  if (node.type === 'article' && others.length > 0) {
    const labels = [...new Set(others.map((other) => context.targets.read(other, draft).label))]
    blocks.push(`引用：${labels.map(escapeMarkdown).join('、')}`)
  }
  return blocks.join('\n\n')
}

function requirementContent({ store }: FeatureContext, draft: Draft, id: string): string {
  const brief = store.workspace.brief?.(draft.uri)?.brief
  if (brief === undefined) return `**${id}** · 没有设置起草任务书，无法显示这项要求。`
  const requirement = flattenRequirements(brief.requirements).find((candidate) => candidate.id === id)
  if (requirement === undefined) return `**${id}** · 起草任务书中没有这项要求。`
  const { name, statement, strength, kind, notes } = requirement
  const facts = `${strengthNames[strength]} · ${kindNames[kind]}`
  return [`**${id} ${escapeMarkdown(name)}** · ${facts}`, escapeMarkdown(statement), ...notes.map(escapeMarkdown)].join(
    '\n\n'
  )
}

/** Lines of a clause as a quotation. */
export function quote(lines: readonly string[]): string {
  const shown = lines.slice(0, longest).map((line) => `> ${escapeMarkdown(line)}`)
  if (lines.length > longest) shown.push(`> ……（另有 ${lines.length - longest} 行）`)
  return shown.join('\n>\n')
}
