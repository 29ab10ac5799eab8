import { coverDraft } from '@tiaoli/brief'
import type { Finding, Linter, LintInput } from '@tiaoli/lint'
import { createLinter } from '@tiaoli/lint'
import type { Diagnostic } from 'vscode-languageserver-types'
import { type Checked, carried, checkedOf, moved } from '../carried-findings.js'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'
import { RangesByLine } from '../ranges-by-line.js'
import { ofFinding, ofMessage, ofReference } from './to-diagnostic.js'

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
