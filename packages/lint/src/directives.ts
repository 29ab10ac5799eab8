import type { Comment, RegastNode } from 'regast'
import type { Position } from 'unist'
import type { DocumentView } from './document-view.js'
import type { Finding, Said, Severity } from './finding.js'
import type { ActiveRule } from './settings.js'

/** A comment that silences rules, with the stretch of the source that it covers. */
export interface Directive {
  comment: Comment
  /** Rule ids as written; `*` for every rule. */
  ids: string[]
  /** Empty where none is given: then nothing is silenced. */
  reason: string
  start: number
  end: number
}

const openings =
  /^\s*(不检查|停止检查|恢复检查|tiaoli-disable-next|tiaoli-disable|tiaoli-enable)(?=[\s:：]|$)[\s:：]*([\s\S]*)$/
const ranges = new Map([
  ['停止检查', 'begin'],
  ['tiaoli-disable', 'begin'],
  ['恢复检查', 'end'],
  ['tiaoli-enable', 'end']
])

/** The comments of a draft that silence rules: for the clause behind them (or around them), or until switched on again. */
export function readDirectives(document: DocumentView): Directive[] {
  const found: Directive[] = []
  const open: Directive[] = []
  const end = document.tree.position?.end.offset ?? Number.MAX_SAFE_INTEGER
  for (const comment of document.nodes('comment')) {
    const match = openings.exec(comment.value)
    const at = comment.position?.start.offset ?? 0
    if (match === null) continue
    const { ids, reason } = splitReason(match[2]!)
    switch (ranges.get(match[1]!)) {
      case 'begin': {
        const directive = { comment, ids, reason, start: at, end }
        found.push(directive)
        open.push(directive)
        break
      }
      case 'end':
        for (let index = open.length - 1; index >= 0; index--) {
          if (ids.length > 0 && !ids.some((id) => open[index]!.ids.includes(id))) continue
          open[index]!.end = at
          open.splice(index, 1)
        }
        break
      default:
        found.push({ comment, ids, reason, ...extentOf(document, comment) })
    }
  }
  return found
}

/** `qita、modal-duty：理由` → ids and reason. */
function splitReason(text: string): { ids: string[]; reason: string } {
  const ids: string[] = []
  let rest = text.trim()
  for (;;) {
    const match = /^(?:([a-z][a-z0-9-]*[a-z0-9])|(全部|\*))[\s,，、]*/.exec(rest)
    if (match === null) break
    ids.push(match[1] ?? '*')
    rest = rest.slice(match[0].length)
  }
  return { ids, reason: rest.replace(/^[\s:：—–-]*(?:理由|原因)?[\s:：]*/, '').trim() }
}

const covered = new Set<RegastNode['type']>([
  'title',
  'note',
  'article',
  'paragraph',
  'point',
  'indent',
  'book',
  'part',
  'chapter',
  'section',
  'attachment',
  'signature'
])

/** The clause in whose text a comment stands, else the one that begins next behind it. */
function extentOf(document: DocumentView, comment: Comment): { start: number; end: number } {
  const at = comment.position?.start.offset ?? 0
  let around: Position | undefined
  let next: Position | undefined
  const visit = (node: RegastNode): void => {
    if (next !== undefined) return
    const { position } = node
    if (position !== undefined && covered.has(node.type)) {
      if ((position.start.offset ?? 0) > at) {
        next = position
        return
      }
      if (textBefore(node, at)) around = position
    }
    if ('children' in node) for (const child of node.children) visit(child as RegastNode)
  }
  visit(document.tree)
  const position = around ?? next
  return { start: position?.start.offset ?? at, end: position?.end.offset ?? at }
}

/** Whether a comment at an offset stands on the line of a node's own text. */
function textBefore(node: RegastNode, at: number): boolean {
  if (!('children' in node)) return false
  const comment = node.children.find((child) => child.type === 'comment' && child.position?.start.offset === at)
  const line = comment?.position?.start.line
  return node.children.some(
    ({ type, position }) =>
      type === 'text' && (position?.end.line === line || position?.start.line === comment?.position?.end.line)
  )
}

/** Splits findings into those that stay; `idle` are the comments that silenced none. */
export function silence(
  findings: readonly Finding[],
  directives: readonly Directive[]
): { kept: Finding[]; idle: Directive[] } {
  if (directives.length === 0) return { kept: [...findings], idle: [] }
  const used = new Set<Directive>()
  const kept = findings.filter((finding) => {
    const offset = finding.position.start.offset ?? 0
    const by = directives.filter(
      ({ ids, reason, start, end }) =>
        reason !== '' &&
        offset >= start &&
        offset < end &&
        finding.ruleId !== 'disable-comment' &&
        (ids.includes('*') || ids.includes(finding.ruleId))
    )
    for (const directive of by) used.add(directive)
    return by.length === 0
  })
  return { kept, idle: directives.filter((directive) => !used.has(directive)) }
}

/** What is wrong with the comments themselves: rules that do not exist, or nothing left to silence. */
export function aboutDirectives(
  directives: readonly Directive[],
  idle: readonly Directive[],
  active: readonly ActiveRule[],
  known: ReadonlySet<string>,
  severity: Severity
): Finding[] {
  const running = new Set(active.map(({ rule }) => rule.id))
  const about = ({ comment }: Directive, reason: Said, weight: Severity): Finding => ({
    ruleId: 'disable-comment',
    severity: weight,
    reason: reason.zh,
    english: reason.en,
    position: comment.position!,
    address: '',
    label: ''
  })
  return directives.flatMap((directive) => {
    const unknown = directive.ids.find((id) => id !== '*' && !known.has(id))
    if (unknown !== undefined)
      return [about(directive, { zh: `没有叫“${unknown}”的规则。`, en: `There is no rule “${unknown}”.` }, severity)]
    // A rule that is off here may be on in another preset: only rules that ran can show that nothing is left.
    const ran = directive.ids.length > 0 && directive.ids.every((id) => running.has(id))
    if (!ran || directive.reason === '' || !idle.includes(directive)) return []
    const named = `“${directive.ids.join('”“')}”`
    const idleReason = {
      zh: `这里没有${named}要报告的问题，这条注释可以删去。`,
      en: `${named} has nothing to report here; the comment can go.`
    }
    return [about(directive, idleReason, 'info')]
  })
}
