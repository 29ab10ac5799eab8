import type { ClauseText, RegastNode } from 'regast'
import { aboutDirectives, readDirectives, silence } from './directives.js'
import { DocumentView, isBody, type LintInput } from './document-view.js'
import type { ClauseFinding, DocumentFinding, Finding, TextEdit } from './finding.js'
import { positionIn, sourceEdits } from './finding.js'
import { parserEnglish } from './parser-english.js'
import { isQuoted, quotedStretches } from './quotations.js'
import type { ClauseRule, Rule, RuleFacts } from './rule.js'
import { rules as allRules, parserRuleIds } from './rules/index.js'
import { type ActiveRule, activeRules, type LintConfig } from './settings.js'

/** Checks drafts; keeps what it found in a clause by the text of that clause, so that a second look costs little. */
export interface Linter {
  lint(input: LintInput): Finding[]
  /** The same in small steps, between which other work may be done as long as the tree stays as it is. */
  steps(input: LintInput): Generator<undefined, Finding[]>
}

/** How many clause texts a linter remembers: three drafts of a thousand articles with room to spare. */
const remembered = 20_000

/** A linter for one configuration; `own` are rules beside those that ship. */
export function createLinter(config: LintConfig = {}, own: readonly Rule[] = []): Linter {
  const known = own.length === 0 ? allRules : [...allRules, ...own]
  const ruleIds = new Set(known.map(({ id }) => id))
  const caches = new Map<string, Map<string, KeptFinding[]>>()
  return { lint, steps }

  function lint(input: LintInput): Finding[] {
    const run = steps(input)
    for (;;) {
      const { done, value } = run.next()
      if (done) return value
    }
  }

  function* steps(input: LintInput): Generator<undefined, Finding[]> {
    const document = new DocumentView(config.preset === undefined ? input : { ...input, kind: config.preset })
    const active = activeRules(known, document.kind, config)
    const kindKey = document.kind ?? ''
    let cache = caches.get(kindKey)
    if (cache === undefined || cache.size > remembered) {
      cache = new Map()
      caches.set(kindKey, cache)
    }
    yield
    const findings = yield* clauseFindings(document, active, cache)
    for (const entry of active) yield* documentFindings(document, entry, config, findings)
    findings.push(...parserFindings(document))
    yield
    const directives = readDirectives(document)
    const disableRule = active.find(({ rule }) => rule.id === 'disable-comment')
    const { kept, idle } = silence(findings, directives)
    if (disableRule !== undefined)
      kept.push(...aboutDirectives(directives, idle, active, ruleIds, disableRule.severity))
    return kept.sort(
      (left, right) =>
        left.position.start.offset! - right.position.start.offset! || left.ruleId.localeCompare(right.ruleId)
    )
  }
}

interface KeptFinding extends ClauseFinding {
  active: ActiveRule
}

function* clauseFindings(
  document: DocumentView,
  active: readonly ActiveRule[],
  cache: Map<string, KeptFinding[]>
): Generator<undefined, Finding[]> {
  const clauseRules = active.filter((entry): entry is ActiveRule & { rule: ClauseRule } => entry.rule.sees === 'clause')
  const found: Finding[] = []
  for (const clause of document.clauses) {
    const level = clause.node.type
    if ('quoted' in clause.node && clause.node.quoted) continue
    const key = `${level} ${clause.text}`
    let kept = cache.get(key)
    if (kept === undefined) {
      kept = checkClause(clause, document, clauseRules)
      cache.set(key, kept)
      yield
    }
    for (const finding of kept) found.push(located(finding, clause, document, finding.active))
  }
  return found
}

function checkClause(
  { node, text }: ClauseText,
  { kind }: DocumentView,
  rules: readonly (ActiveRule & { rule: ClauseRule })[]
): KeptFinding[] {
  const found: KeptFinding[] = []
  const clause = { text, level: node.type, kind }
  let stretches: ReturnType<typeof quotedStretches> | undefined
  for (const active of rules) {
    const { rule, options } = active
    if (rule.levels === undefined ? !isBody(clause.level) : !rule.levels.includes(clause.level)) continue
    rule.check(
      clause,
      (finding) => {
        if (!rule.insideQuotations) {
          stretches ??= quotedStretches(text)
          if (isQuoted(stretches, finding.start, finding.end)) return
        }
        found.push({ ...finding, active })
      },
      options
    )
  }
  return found
}

function* documentFindings(
  document: DocumentView,
  entry: ActiveRule,
  config: LintConfig,
  found: Finding[]
): Generator<undefined, void> {
  const { rule } = entry
  if (rule.sees !== 'document' || !canRun(rule, document)) return
  const options = rule.id === 'house-terms' ? { ...config.dictionary, ...entry.options } : entry.options
  const steps = rule.check(document, (finding) => found.push(placed(finding, document, entry)), options)
  if (steps !== undefined) yield* steps
  yield
}

function canRun(rule: RuleFacts, { input }: DocumentView): boolean {
  switch (rule.needs) {
    case 'links':
      return input.links !== undefined
    case 'previous':
      return input.previous !== undefined
    case 'library':
      return input.library !== undefined
    default:
      return true
  }
}

function located(finding: ClauseFinding, clause: ClauseText, document: DocumentView, active: ActiveRule): Finding {
  const { start, end, reason, replace, edits, note } = finding
  const result: Finding = {
    ruleId: active.rule.id,
    severity: active.severity,
    reason: reason.zh,
    english: reason.en,
    position: positionIn(clause, start, end),
    address: clause.address,
    label: document.labelOf(clause.address),
    actual: clause.text.slice(start, end)
  }
  if (note !== undefined) result.note = note
  const changes = edits ?? (replace === undefined ? undefined : [{ start, end, text: replace }])
  const moved =
    changes && document.input.source !== undefined ? sourceEdits(clause, changes, document.input.source) : undefined
  if (replace !== undefined) result.expected = [replace]
  attach(result, moved, changes, active.rule.fix)
  return result
}

function attach(
  result: Finding,
  moved: TextEdit[] | undefined,
  changes: readonly TextEdit[] | undefined,
  fix: 'safe' | 'offer' | 'none'
): void {
  if (moved === undefined || fix === 'none') return
  if (fix === 'safe') result.fix = moved
  else result.offers = [{ title: offerTitle(changes ?? moved), edits: moved }]
}

function offerTitle(edits: readonly TextEdit[]): string {
  const text = edits.map((edit) => edit.text).join('…')
  return text === '' ? '删去' : `改为“${text}”`
}

function placed(finding: DocumentFinding, document: DocumentView, active: ActiveRule): Finding {
  const { clause, source: place } = finding
  const fix = finding.fix ?? active.rule.fix
  const result: Finding =
    clause !== undefined
      ? located(
          { start: 0, end: clause.text.length, ...finding, reason: finding.reason },
          clause,
          document,
          fix === active.rule.fix ? active : { ...active, rule: { ...active.rule, fix } }
        )
      : {
          ruleId: active.rule.id,
          severity: active.severity,
          reason: finding.reason.zh,
          english: finding.reason.en,
          position: document.positionOf(place?.start ?? 0, place?.end ?? 0),
          address: place?.address ?? addressAt(document, place?.start ?? 0),
          label: document.labelOf(place?.address ?? addressAt(document, place?.start ?? 0))
        }
  if (clause === undefined) {
    if (finding.note !== undefined) result.note = finding.note
    const { source } = document.input
    if (source !== undefined && place !== undefined) {
      result.actual = source.slice(place.start, place.end)
      const changes =
        finding.edits ?? (finding.replace === undefined ? undefined : [{ ...place, text: finding.replace }])
      if (finding.replace !== undefined) result.expected = [finding.replace]
      if (changes !== undefined)
        attach(
          result,
          changes.map(({ start, end, text }) => ({ start, end, text })),
          undefined,
          fix
        )
    }
  }
  if (finding.expected !== undefined) result.expected = finding.expected
  if (finding.related !== undefined) {
    result.related = finding.related.map(({ clause: other, start, end, reason }) => ({
      position: positionIn(other, start, end),
      address: other.address,
      label: document.labelOf(other.address),
      reason: reason.zh,
      english: reason.en
    }))
  }
  return result
}

/** What the parser says that no rule says again under its own name. */
function parserFindings(document: DocumentView): Finding[] {
  return (document.input.parserMessages ?? []).flatMap((message) => {
    const { ruleId, place, reason } = message
    if (ruleId === undefined || parserRuleIds.has(ruleId) || place === undefined) return []
    const position = 'start' in place ? place : { start: place, end: place }
    const address = addressAt(document, position.start.offset ?? 0)
    const finding: Finding = {
      ruleId,
      severity: 'warning',
      reason,
      english: parserEnglish(ruleId, message.expected ?? undefined),
      position,
      address,
      label: document.labelOf(address)
    }
    if (message.expected) finding.expected = message.expected
    return [finding]
  })
}

/** Address of the deepest clause around an offset. */
function addressAt({ tree }: DocumentView, offset: number): string {
  let address = ''
  let node: RegastNode | undefined = tree
  while (node !== undefined && 'children' in node) {
    node = childAt(node.children as RegastNode[], offset)
    if (node !== undefined && 'address' in node && typeof node.address === 'string') address = node.address
  }
  return address
}

/** The child around an offset, by halving: children stand in the order of the source. */
function childAt(children: readonly RegastNode[], offset: number): RegastNode | undefined {
  let low = 0
  let high = children.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((children[middle]!.position?.start.offset ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const position = children[low]?.position
  return position !== undefined && position.start.offset! <= offset && offset < position.end.offset!
    ? children[low]
    : undefined
}
