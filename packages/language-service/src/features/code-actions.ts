import type { LinkedReference, LinkTarget, Outline } from '@tiaoli/library'
import type { Finding, TextEdit as SourceEdit } from '@tiaoli/lint'
import { articleOf, formatAddress, formatNumeral } from 'regast'
import type { CodeAction, Diagnostic, Range, TextEdit } from 'vscode-languageserver-types'
import { CodeActionKind } from 'vscode-languageserver-types'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'
import { overlap, rangeBetween, rangeOf } from '../protocol.js'
import { subjectAt } from '../subject.js'
import { findInstrument, versionOf } from '../target.js'
import type { Diagnosing } from './diagnostics.js'
import { type RenumberCommand, renumberTitles } from './renumber.js'

/** Kind of the action that applies every safe fix of a draft. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.tiaoli`

/** Commands of the server that carry out a renumbering: this, then the name of the command. */
export const renumberCommandPrefix = 'tiaoli.server.'

/** What can be done about what is wrong in a range: fixes of rules, and likely clauses and titles for references that lead nowhere. */
export function codeActions(
  context: FeatureContext,
  diagnosing: Diagnosing,
  draft: Draft,
  range: Range,
  diagnostics: readonly Diagnostic[],
  only: readonly string[] = []
): CodeAction[] {
  const wanted = (kind: string) =>
    only.length === 0 || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`))
  const actions: CodeAction[] = []
  if (wanted(CodeActionKind.QuickFix)) {
    for (const finding of diagnosing.shown(draft)) {
      if (overlap(rangeOf(finding.position), range)) actions.push(...findingActions(draft, finding, diagnostics))
    }
    for (const reference of draft.links.references) {
      if (overlap(rangeBetween(reference.start, reference.end), range)) {
        actions.push(...referenceActions(context, draft, reference, diagnostics))
      }
    }
    actions.push(...parserActions(draft, range, diagnostics))
  }
  if (wanted(CodeActionKind.Refactor)) actions.push(...renumberActions(draft, range))
  if (only.some((asked) => fixAllKind.startsWith(asked) && asked.startsWith('source'))) {
    const edits = safeEdits(diagnosing.findings(draft))
    if (edits.length > 0) {
      actions.push({
        title: '改正所有可以自动改正的问题',
        kind: fixAllKind,
        edit: { changes: { [draft.uri]: toProtocol(draft, edits) } }
      })
    }
  }
  return actions
}

/** Commands on the article whose number is in a range. */
function renumberActions(draft: Draft, range: Range): CodeAction[] {
  const subject = subjectAt(draft, draft.offsetAt(range.start))
  if (subject?.kind !== 'clause' || subject.node.type !== 'article') return []
  const names: RenumberCommand[] = ['insertArticle', 'moveArticleUp', 'moveArticleDown', 'deleteArticle', 'renumber']
  return names.map((name) => ({
    title: renumberTitles[name],
    kind: CodeActionKind.Refactor,
    command: {
      title: renumberTitles[name],
      command: `${renumberCommandPrefix}${name}`,
      arguments: [draft.uri, range.start]
    }
  }))
}

function findingActions(draft: Draft, finding: Finding, diagnostics: readonly Diagnostic[]): CodeAction[] {
  const about = diagnostics.filter(
    ({ code, range }) => code === finding.ruleId && overlap(range, rangeOf(finding.position))
  )
  const make = (title: string, edits: readonly SourceEdit[], preferred: boolean): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [...about],
    isPreferred: preferred,
    edit: { changes: { [draft.uri]: toProtocol(draft, edits) } }
  })
  const offers = (finding.offers ?? []).map(({ title, edits }) => make(title, edits, false))
  if (finding.fix === undefined) return offers
  const [expected] = finding.expected ?? []
  return [make(expected === undefined ? `改正：${finding.reason}` : `改为“${expected}”`, finding.fix, true), ...offers]
}

/** Safe fixes that do not meet, the one that begins first before the others. */
function safeEdits(findings: readonly Finding[]): SourceEdit[] {
  const chosen: SourceEdit[] = []
  const groups = findings.flatMap(({ fix }) => (fix === undefined ? [] : [fix]))
  for (const group of groups.sort((left, right) => left[0]!.start - right[0]!.start)) {
    const free = group.every((edit) => chosen.every((other) => edit.end < other.start || other.end < edit.start))
    if (free) chosen.push(...group)
  }
  return chosen
}

function toProtocol({ document }: Draft, edits: readonly SourceEdit[]): TextEdit[] {
  return edits.map(({ start, end, text }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    newText: text
  }))
}

function referenceActions(
  context: FeatureContext,
  draft: Draft,
  reference: LinkedReference,
  diagnostics: readonly Diagnostic[]
): CodeAction[] {
  const range = rangeBetween(reference.start, reference.end)
  const about = diagnostics.filter((diagnostic) => overlap(diagnostic.range, range))
  const written = draft.source.slice(reference.start.offset, reference.end.offset)
  const change = (title: string, from: string, to: string): CodeAction[] => {
    const at = written.indexOf(from)
    if (at === -1 || at !== written.lastIndexOf(from)) return []
    const start = reference.start.offset + at
    const edits = toProtocol(draft, [{ start, end: start + from.length, text: to }])
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics: about, edit: { changes: { [draft.uri]: edits } } }]
  }
  return reference.targets.flatMap((target) => {
    if (target.status === 'superseded') {
      const next = findInstrument(target, draft)?.replacedBy
      const quoted = /《[^《》]+》/.exec(written)?.[0]
      return next === undefined || quoted === undefined ? [] : change(`改引《${next}》`, quoted, `《${next}》`)
    }
    if (target.status === 'unknown-instrument' && target.instrument !== null) {
      return nearTitles(target.instrument, draft).flatMap((title) =>
        change(`是不是《${title}》？`, `《${target.instrument}》`, `《${title}》`)
      )
    }
    if (target.status !== 'dangling' || target.from === null) return []
    return nearClauses(target, outlineFor(context, draft, target)).flatMap(({ from, to }) =>
      change(`是不是${to}？`, from, to)
    )
  })
}

function outlineFor(context: FeatureContext, draft: Draft, target: LinkTarget): Outline | undefined {
  if (target.instrument === null) return draft.outline
  const instrument = findInstrument(target, draft)
  return instrument === undefined
    ? context.store.titled(target.instrument, draft)?.outline
    : versionOf(instrument, target)?.outline
}

/** Clauses that a number that leads nowhere may have meant: the words to replace, and what with. */
function nearClauses({ from, to }: LinkTarget, outline: Outline | undefined): { from: string; to: string }[] {
  if (outline === undefined || from === null) return []
  const missing = [from, to].find((address) => address !== undefined && !outline.articles.has(articleOf(address)))
  if (missing !== undefined) {
    const number = /art_(\d+)$/.exec(articleOf(missing))?.[1]
    if (number === undefined) return []
    const value = Number(number)
    const numeral = formatNumeral(value)
    return [...outline.articles.values()]
      .filter((article) => article.address.startsWith('art_'))
      .map((article) => ({
        label: formatAddress(article.address),
        cost: likeness(numeral, value, article.number.value)
      }))
      .sort((left, right) => left.cost - right.cost)
      .slice(0, 3)
      .map(({ label }) => ({ from: `第${numeral}条`, to: label }))
  }
  const paragraphs = outline.articles.get(articleOf(from))?.paragraphs ?? []
  const paragraph = Number(/para_(\d+)/.exec(from)?.[1] ?? 0)
  const point = Number(/point_(\d+)/.exec(from)?.[1] ?? 0)
  if (paragraph > paragraphs.length && paragraphs.length > 1) {
    return [{ from: `第${formatNumeral(paragraph)}款`, to: `第${formatNumeral(paragraphs.length)}款` }]
  }
  const points = paragraphs[paragraph - 1]?.points ?? []
  if (point === 0) return []
  const found =
    points.length > 0 ? [{ from: `第${formatNumeral(point)}项`, to: `第${formatNumeral(points.length)}项` }] : []
  const holder = paragraphs.findIndex((other) => other.points.some(({ number }) => number.value === point))
  if (holder !== -1 && holder !== paragraph - 1) {
    found.push({ from: `第${formatNumeral(paragraph)}款`, to: `第${formatNumeral(holder + 1)}款` })
  }
  return found
}

/** How unlikely it is that one number was written for another: characters that differ count most, then the distance. */
function likeness(numeral: string, value: number, other: number): number {
  return editDistance(numeral, formatNumeral(other)) * 1000 + Math.abs(value - other)
}

/** Titles of the library that differ from a title in a few characters. */
function nearTitles(title: string, { library }: Draft): string[] {
  const most = Math.max(1, Math.floor(title.length / 5))
  return library.instruments
    .filter((instrument) => Math.abs(instrument.title.length - title.length) <= most)
    .map((instrument) => ({ title: instrument.title, cost: editDistance(title, instrument.title) }))
    .filter(({ cost }) => cost <= most)
    .sort((left, right) => left.cost - right.cost)
    .slice(0, 3)
    .map((near) => near.title)
}

function editDistance(left: string, right: string): number {
  let before = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row++) {
    const now = [row]
    for (let column = 1; column <= right.length; column++) {
      const change = before[column - 1]! + (left[row - 1] === right[column - 1] ? 0 : 1)
      now.push(Math.min(change, before[column]! + 1, now[column - 1]! + 1))
    }
    before = now
  }
  return before[right.length]!
}

/** Blanks that the parser misses after a number or a heading sign. */
function parserActions(draft: Draft, range: Range, diagnostics: readonly Diagnostic[]): CodeAction[] {
  return draft.messages.flatMap((message) => {
    const { ruleId, place } = message
    const position = place === undefined ? undefined : 'start' in place ? place : { start: place, end: place }
    if (position === undefined || !overlap(rangeOf(position), range)) return []
    const edit = missingBlank(draft, ruleId, message.expected?.[0], position.start.offset ?? 0)
    if (edit === undefined) return []
    const about = diagnostics.filter(({ code }) => code === ruleId)
    return [
      {
        title: '补上空格',
        kind: CodeActionKind.QuickFix,
        diagnostics: about,
        isPreferred: true,
        edit: { changes: { [draft.uri]: toProtocol(draft, [edit]) } }
      }
    ]
  })
}

function missingBlank(
  draft: Draft,
  ruleId: string | undefined,
  expected: string | undefined,
  offset: number
): SourceEdit | undefined {
  const line = draft.source.slice(offset, offset + 40)
  if (ruleId === 'heading-space') {
    // The message begins behind the signs or at them, as the line was read.
    const before = /#+$/.exec(draft.source.slice(Math.max(0, offset - 6), offset))
    const signs = before?.[0].length ?? 0
    const behind = signs > 0 ? 0 : (/^#+/.exec(line)?.[0].length ?? 0)
    return signs + behind === 0 ? undefined : { start: offset + behind, end: offset + behind, text: ' ' }
  }
  if (ruleId !== 'article-without-space' || expected === undefined) return undefined
  const number = expected.trimEnd()
  return line.startsWith(number)
    ? { start: offset + number.length, end: offset + number.length, text: '　' }
    : undefined
}
