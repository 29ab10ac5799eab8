import type { Finding, TextEdit } from '@tiaoli/lint'
import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver-types'
import { CodeActionKind } from 'vscode-languageserver-types'
import { type RenumberCommand, renumberTitles } from '../article-changes.js'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'
import { overlap, rangeBetween, rangeOf } from '../protocol.js'
import { subjectAt } from '../subject.js'
import type { Diagnosing } from './diagnostics.js'
import { parserActions } from './parser-actions.js'
import { referenceActions } from './reference-actions.js'

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
        edit: { changes: { [draft.uri]: draft.editsOf(edits) } }
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
  const make = (title: string, edits: readonly TextEdit[], preferred: boolean): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [...about],
    isPreferred: preferred,
    edit: { changes: { [draft.uri]: draft.editsOf(edits) } }
  })
  const offers = (finding.offers ?? []).map(({ title, edits }) => make(title, edits, false))
  if (finding.fix === undefined) return offers
  const [expected] = finding.expected ?? []
  return [make(expected === undefined ? `改正：${finding.reason}` : `改为“${expected}”`, finding.fix, true), ...offers]
}

/** Safe fixes that do not meet, the one that begins first before the others. */
function safeEdits(findings: readonly Finding[]): TextEdit[] {
  const chosen: TextEdit[] = []
  const groups = findings.flatMap(({ fix }) => (fix === undefined ? [] : [fix]))
  for (const group of groups.sort((left, right) => left[0]!.start - right[0]!.start)) {
    const free = group.every((edit) => chosen.every((other) => edit.end < other.start || other.end < edit.start))
    if (free) chosen.push(...group)
  }
  return chosen
}
