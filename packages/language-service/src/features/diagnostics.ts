import { coverDraft } from '@tiaoli/brief'
import type { LinkedReference, LinkStatus } from '@tiaoli/library'
import type { Finding, Linter, LintInput, TextEdit } from '@tiaoli/lint'
import { createLinter } from '@tiaoli/lint'
import { statusWords } from '@tiaoli/report'
import type { VFileMessage } from 'vfile-message'
import type { Diagnostic, Range } from 'vscode-languageserver-types'
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types'
import { changeBetween } from '../change-between.js'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'
import { overlap, rangeBetween, rangeOf } from '../protocol.js'

/** Name under which diagnostics are listed. */
export const diagnosticSource = 'tiaoli'

/** What the slower checks found, at one version of a text. */
interface Checked {
  draft: Draft
  findings: readonly Finding[]
  /** Where they stand in that text; their own positions may move with the tree. */
  spans: readonly (readonly [start: number, end: number])[]
}

/** Finds what is wrong with drafts, at once what parsing and linking tell, and the drafting rules when there is time. */
export class Diagnosing {
  private readonly checked = new Map<string, Checked>()
  /** What rules without need of references found, while there is no library yet. */
  private readonly checkedEarly = new Map<string, Checked>()
  private readonly linters = new Map<string, { config: string; linter: Linter }>()

  constructor(private readonly context: FeatureContext) {}

  /** What is known of a draft before its library is. */
  early(draft: Draft): Diagnostic[] {
    const checked = this.checkedEarly.get(draft.uri)
    const findings = checked === undefined ? [] : carried(checked, draft)
    const found = findings.map(({ finding, range }) => ofFinding(finding, range, draft.uri))
    if (checked?.draft === draft) return found
    const covered = new RangesByLine(found.map(({ range }) => range))
    return [...draft.messages.map(ofMessage).filter(({ range }) => !covered.meets(range)), ...found]
  }

  /** Runs the rules that need neither references nor the library, in small steps. */
  *checkEarly(draft: Draft): Generator<undefined, void> {
    const findings = yield* this.lint(draft, {})
    if (findings !== undefined) this.checkedEarly.set(draft.uri, checkedOf(draft, findings))
  }

  isCheckedEarly(draft: Draft): boolean {
    return this.checkedEarly.get(draft.uri)?.draft === draft
  }

  /** What is known at once, with the findings of the last full check where the text around them has not changed. */
  quick(draft: Draft): Diagnostic[] {
    const full = this.checked.get(draft.uri)
    const fresh = full?.draft === draft
    const checked = full ?? this.checkedEarly.get(draft.uri)
    const findings = checked === undefined ? [] : carried(checked, draft)
    const found = findings.map(({ finding, range }) => ofFinding(finding, range, draft.uri))
    const covered = new RangesByLine(found.map(({ range }) => range))
    const free = ({ range }: Diagnostic): boolean => !covered.meets(range)
    const parsed = fresh ? [] : draft.messages.map(ofMessage).filter(free)
    const linked = this.ofReferences(draft, fresh).filter(free)
    return [...parsed, ...linked, ...found, ...(fresh ? this.ofTraces(draft) : [])]
  }

  /** Everything, the drafting rules included. */
  full(draft: Draft): Diagnostic[] {
    this.findings(draft)
    return this.quick(draft)
  }

  /** Findings of the drafting rules for a draft as it is now. */
  findings(draft: Draft): readonly Finding[] {
    const known = this.checked.get(draft.uri)
    if (known?.draft === draft) return known.findings
    const steps = this.check(draft)
    while (!steps.next().done);
    return this.checked.get(draft.uri)!.findings
  }

  /** Findings as they are shown now: those of a draft that was checked before and has changed since, where they now stand. */
  shown(draft: Draft): readonly Finding[] {
    const known = this.checked.get(draft.uri)
    return known === undefined || known.draft === draft ? this.findings(draft) : moved(known, draft)
  }

  /** Runs the rules in small steps. */
  *check(draft: Draft): Generator<undefined, void> {
    const { links, library } = draft
    const findings = yield* this.lint(draft, { links, library })
    if (findings === undefined) return
    this.checked.set(draft.uri, checkedOf(draft, findings))
    this.checkedEarly.delete(draft.uri)
  }

  /** Whether the rules have been run on a draft as it is now. */
  isChecked(draft: Draft): boolean {
    return this.checked.get(draft.uri)?.draft === draft
  }

  forget(uri: string): void {
    this.checked.delete(uri)
    this.checkedEarly.delete(uri)
    this.linters.delete(uri)
  }

  /** Runs the rules anew, as after a change of their configuration. */
  reset(): void {
    this.checked.clear()
    this.checkedEarly.clear()
    this.linters.clear()
  }

  /** Nothing is found where the draft changes meanwhile. */
  private *lint(
    draft: Draft,
    meaning: Pick<LintInput, 'links' | 'library'>
  ): Generator<undefined, Finding[] | undefined> {
    const { tree, source, messages, facts } = draft
    const about = { ...meaning, ...(facts.title !== undefined && { title: facts.title }) }
    const steps = this.linter(draft).steps({ tree, source, parserMessages: messages, ...about })
    while (!draft.isOutdated) {
      const { done, value } = steps.next()
      if (done) return value
      yield
    }
    return undefined
  }

  private linter(draft: Draft): Linter {
    const settings = this.context.store.workspace.lintConfig?.(draft.uri) ?? {}
    const config = JSON.stringify(settings)
    let known = this.linters.get(draft.uri)
    if (known?.config !== config) {
      known = { config, linter: createLinter(settings) }
      this.linters.set(draft.uri, known)
    }
    return known.linter
  }

  private ofReferences(draft: Draft, fresh: boolean): Diagnostic[] {
    const rules = this.context.store.workspace.lintConfig?.(draft.uri)?.rules
    const found: Diagnostic[] = []
    for (const reference of draft.links.unresolved) {
      const diagnostic = ofReference(reference)
      // Once the rules have run, a clause that does not exist is theirs to report, or to pass over where a drafter said so.
      if (diagnostic === undefined || (fresh && diagnostic.code === 'dangling-ref')) continue
      if (rules?.[String(diagnostic.code)] !== 'off') found.push(diagnostic)
    }
    return found
  }

  private ofTraces(draft: Draft): Diagnostic[] {
    const brief = this.context.store.workspace.brief?.(draft.uri)?.brief
    if (brief === undefined || !draft.source.includes('落实')) return []
    return coverDraft(brief, draft.tree, { library: draft.library, linked: draft.links }).messages.map(ofMessage)
  }
}

function checkedOf(draft: Draft, findings: readonly Finding[]): Checked {
  const spans = findings.map(
    ({ position: { start, end } }) => [start.offset ?? 0, end.offset ?? start.offset ?? 0] as const
  )
  return { draft, findings, spans }
}

/** Findings of an earlier version where they now stand; those in the stretch that changed are left out. */
function carried({ draft: before, findings, spans }: Checked, draft: Draft): { finding: Finding; range: Range }[] {
  if (before === draft) return findings.map((finding) => ({ finding, range: rangeOf(finding.position) }))
  const { start, end, delta } = changeBetween(before.source, draft.source)
  return findings.flatMap((finding, index) => {
    const [from, to] = spans[index]!
    if (to >= start && from <= end) return []
    const moved = to < start ? 0 : delta
    const range = { start: draft.document.positionAt(from + moved), end: draft.document.positionAt(to + moved) }
    return [{ finding, range }]
  })
}

/** The same with their fixes, so that they can be carried out; a fix that reaches into what changed is left out. */
function moved(checked: Checked, draft: Draft): Finding[] {
  const { start, end, delta } = changeBetween(checked.draft.source, draft.source)
  const moveEdits = (edits: readonly TextEdit[]): TextEdit[] | undefined => {
    if (edits.some((edit) => edit.end >= start && edit.start <= end)) return undefined
    return edits.map((edit) => {
      const by = edit.end < start ? 0 : delta
      return { start: edit.start + by, end: edit.end + by, text: edit.text }
    })
  }
  const pointAt = ({ line, character }: Range['start']) => ({ line: line + 1, column: character + 1 })
  return carried(checked, draft).map(({ finding: { fix, offers, ...finding }, range }) => {
    const found: Finding = { ...finding, position: { start: pointAt(range.start), end: pointAt(range.end) } }
    const edits = fix && moveEdits(fix)
    if (edits !== undefined) found.fix = edits
    const kept = offers?.flatMap((offer) => {
      const own = moveEdits(offer.edits)
      return own === undefined ? [] : [{ title: offer.title, edits: own }]
    })
    if (kept !== undefined) found.offers = kept
    return found
  })
}

const findingSeverity = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information
}

function ofFinding(finding: Finding, range: Range, uri: string): Diagnostic {
  const diagnostic: Diagnostic = {
    range,
    severity: findingSeverity[finding.severity],
    code: finding.ruleId,
    source: diagnosticSource,
    message: finding.note === undefined ? finding.reason : `${finding.reason}\n${finding.note}`
  }
  if (finding.related !== undefined) {
    diagnostic.relatedInformation = finding.related.map(({ position, reason }) => ({
      location: { uri, range: rangeOf(position) },
      message: reason
    }))
  }
  return diagnostic
}

/** What the parser or the reader of traces says. */
function ofMessage({ place, ruleId, reason, note, fatal }: VFileMessage): Diagnostic {
  const position = place === undefined ? undefined : 'start' in place ? place : { start: place, end: place }
  return {
    range: rangeOf(position),
    severity: fatal === true ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    ...(ruleId !== undefined && { code: ruleId }),
    source: diagnosticSource,
    message: note === undefined ? reason : `${reason}\n${note}`
  }
}

const referenceSeverity: Record<Exclude<LinkStatus, 'resolved'>, DiagnosticSeverity> = {
  dangling: DiagnosticSeverity.Error,
  superseded: DiagnosticSeverity.Warning,
  ambiguous: DiagnosticSeverity.Information,
  'unknown-instrument': DiagnosticSeverity.Hint
}

/** Codes of unresolved references, those of the drafting rules where there is one. */
const referenceCodes: Record<Exclude<LinkStatus, 'resolved'>, string> = {
  dangling: 'dangling-ref',
  superseded: 'stale-external-ref',
  ambiguous: 'ambiguous-ref',
  'unknown-instrument': 'unknown-instrument'
}

/** Ranges that can be asked for a line without going through all of them. */
class RangesByLine {
  private readonly byLine = new Map<number, Range[]>()

  constructor(ranges: readonly Range[]) {
    for (const range of ranges) {
      for (let { line } = range.start; line <= range.end.line; line++) {
        const here = this.byLine.get(line)
        if (here === undefined) this.byLine.set(line, [range])
        else here.push(range)
      }
    }
  }

  meets(range: Range): boolean {
    for (let { line } = range.start; line <= range.end.line; line++) {
      if (this.byLine.get(line)?.some((other) => overlap(other, range))) return true
    }
    return false
  }
}

function ofReference({ targets, start, end }: LinkedReference): Diagnostic | undefined {
  const troubled = targets.filter(({ status }) => status !== 'resolved')
  const order = Object.keys(referenceCodes)
  const worst = troubled.sort((left, right) => order.indexOf(left.status) - order.indexOf(right.status))[0]
  if (worst === undefined || worst.status === 'resolved') return undefined
  const reasons = new Set(troubled.map(({ reason, status }) => reason ?? statusWords('zh')[status]))
  const diagnostic: Diagnostic = {
    range: rangeBetween(start, end),
    severity: referenceSeverity[worst.status],
    code: referenceCodes[worst.status],
    source: diagnosticSource,
    message: `${[...reasons].join('；')}。`
  }
  if (worst.status === 'superseded') diagnostic.tags = [DiagnosticTag.Deprecated]
  return diagnostic
}
