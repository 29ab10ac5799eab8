import type { ClauseText } from 'regast'
import type { DocumentView } from './document-view.js'
import type { ClauseFinding, DocumentFinding, Severity } from './finding.js'
import type { DocumentKind } from './kinds.js'

/** How well a norm is attested: A read or counted, B well established, C practice or inference. */
export type Certainty = 'A' | 'B' | 'C'

/** Where a rule comes from. */
export interface RuleSource {
  text: string
  certainty: Certainty
}

/** An invented text that a rule must pass or find fault with; `⟦…⟧` marks what it finds. */
export interface Example {
  /** A clause, articles, or a whole draft that begins with `#` or front matter; one clause a line. */
  text: string
  /** What the text is after every fix and first offer is applied. */
  fixed?: string
  kind?: DocumentKind
  /** The draft before, for rules that compare. */
  previous?: string
  /** Instruments that the draft can cite. */
  library?: {
    title: string
    status?: 'repealed' | 'amended-title'
    replacedBy?: string
    shortNames?: string[]
    text?: string
  }[]
  options?: Record<string, unknown>
}

/** Under which heading a rule is listed. */
export type RuleGroup = 'structure' | 'citation' | 'words' | 'clauses' | 'signs' | 'party' | 'tool'

/** What is known about a rule beside how it looks. */
export interface RuleFacts {
  /** Kebab-case, stable. */
  id: string
  group: RuleGroup
  summary: { zh: string; en: string }
  /** Why the norm exists and where it ends, for a drafter. */
  rationale: string
  sources: RuleSource[]
  /** Kinds of document it holds for. */
  kinds: 'all' | readonly DocumentKind[]
  severity: Severity
  /** Other weights in some kinds. */
  severityIn?: Partial<Record<DocumentKind, Severity>>
  /** `safe`: `--fix` applies it; `offer`: a person chooses; `none`: there is nothing mechanical to do. */
  fix: 'safe' | 'offer' | 'none'
  /** Why it fires often in enacted texts, where it does. */
  inPractice?: string
  /** Why it is off unless switched on, and in which kinds (all where not said). */
  off?: { because: string; in?: readonly DocumentKind[] }
  /** It asks a person to look, and decides nothing. */
  review?: boolean
  /** What it cannot do without. */
  needs?: 'links' | 'previous' | 'library'
  /** Options with their defaults and, for the schema and the docs, what they mean. */
  options?: Record<string, { default: unknown; schema: object; description: string }>
  good: (string | Example)[]
  bad: (string | Example)[]
}

/** Levels of text that a clause rule sees. */
export type TextLevel = ClauseText['node']['type']

/** The text of one clause, with as much context as the result of a clause rule may depend on. */
export interface Clause {
  text: string
  level: TextLevel
  kind: DocumentKind | undefined
}

/** A rule whose findings depend on the text of one clause alone, so that they can be kept by it. */
export interface ClauseRule extends RuleFacts {
  sees: 'clause'
  /** Levels it looks at; 款, 项 and 目 where not said. */
  levels?: readonly TextLevel[]
  /** Whether text in quotation marks and titles in 《》 counts as the draft's own words. */
  insideQuotations?: boolean
  check(clause: Clause, report: (finding: ClauseFinding) => void, options: Record<string, unknown>): void
}

/** A rule that looks at the whole draft; one that takes long does it step by step, so that an editor can go on in between. */
export interface DocumentRule extends RuleFacts {
  sees: 'document'
  check(
    document: DocumentView,
    report: (finding: DocumentFinding) => void,
    options: Record<string, unknown>
  ): undefined | Iterable<undefined>
}

export type Rule = ClauseRule | DocumentRule

/** A clause rule, as one file states it. */
export function clauseRule(rule: Omit<ClauseRule, 'sees'>): ClauseRule {
  return { sees: 'clause', ...rule }
}

/** A document rule, as one file states it. */
export function documentRule(rule: Omit<DocumentRule, 'sees'>): DocumentRule {
  return { sees: 'document', ...rule }
}

/** Reports every match of a global pattern; `say` returns the finding without its place, or nothing to pass over it. */
export function eachMatch(
  clause: Clause,
  pattern: RegExp,
  report: (finding: ClauseFinding) => void,
  say: (match: RegExpExecArray) => (Omit<ClauseFinding, 'start' | 'end'> & { start?: number; end?: number }) | undefined
): void {
  pattern.lastIndex = 0
  for (let match = pattern.exec(clause.text); match !== null; match = pattern.exec(clause.text)) {
    if (match[0] === '') pattern.lastIndex += 1
    const found = say(match)
    if (found !== undefined) report({ start: match.index, end: match.index + match[0].length, ...found })
  }
}
