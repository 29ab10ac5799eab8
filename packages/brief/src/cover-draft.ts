import type { Library, LinkedDocument } from '@tiaoli/library'
import { createLibrary, linkDocument } from '@tiaoli/library'
import type { Root } from 'regast'
import { clauseText } from 'regast'
import type { Brief, Requirement } from './brief.js'
import type { Citation, SameInstrument } from './citations.js'
import { citationsOf, instrumentIdentity, reachesClause } from './citations.js'
import type { Answer, Coverage, CoverageStatus, RequirementCoverage, UntracedArticle } from './coverage.js'
import type { DraftClause, DraftClauses } from './draft-clauses.js'
import { draftClauses } from './draft-clauses.js'
import { draftFigures, figuresOf } from './figures.js'
import { findForbidden } from './forbidden.js'
import { judge } from './requirement-status.js'
import type { TracedAnswer, Traces } from './traces.js'
import { readTraces } from './traces.js'

/** What coverage can use besides the draft. */
export interface CoverOptions {
  /** Instruments, to tell one that was renamed or replaced; without it titles are compared. */
  library?: Library
  /** The links of the draft, where they are known already. */
  linked?: LinkedDocument
  file?: string
  stage?: string
  date?: string
}

/** Compares what the tracing comments of a draft declare with what a brief requires. */
export function coverDraft(brief: Brief, tree: Root, options: CoverOptions = {}): Coverage {
  const draft = draftClauses(tree)
  const traces = readTraces(draft, brief)
  const linked = options.linked ?? linkDocument(tree, { library: options.library ?? createLibrary([]) })
  const cited = new CitationIndex(draft, citationsOf(linked), instrumentIdentity(options.library))
  const rows = judgeAll(brief, draft, traces, cited)
  const articles = draft.clauses.filter((clause) => clause.type === 'article')
  const traced = tracedArticles(articles, traces)
  const { file, stage, date } = options
  return {
    brief: { title: brief.title, regulation: brief.regulation },
    draft: {
      title: titleOf(tree),
      ...(file !== undefined && { file }),
      ...(stage !== undefined && { stage }),
      ...(date !== undefined && { date })
    },
    requirements: rows,
    ...figuresOf(brief, rows),
    draftChapters: draftFigures(draft.clauses, articles, traced, traces),
    untraced: articles.filter((article) => !traced.has(article)).map((article) => untracedArticle(article, traces)),
    messages: traces.messages
  }
}

function judgeAll(brief: Brief, draft: DraftClauses, traces: Traces, cited: CitationIndex): RequirementCoverage[] {
  const rows: RequirementCoverage[] = []
  const statusOf = new Map<string, CoverageStatus>()
  for (const requirement of brief.requirements) visit(requirement, 1)
  return rows

  /** Adds the rows of a requirement and those below it; gives all answers of them. */
  function visit(requirement: Requirement, depth: number): TracedAnswer[] {
    const answers = traces.answers.get(requirement.id) ?? []
    const row: RequirementCoverage = {
      requirement,
      depth,
      status: 'not-covered',
      answers: answers.map(publicAnswer),
      uncited: [],
      hits: []
    }
    rows.push(row)
    const below = requirement.children.flatMap((child) => visit(child, depth + 1))
    if (requirement.strength === 'must-not') {
      row.hits = findForbidden(draft.clauses, requirement.forbidden, requirement.exceptions)
      judgeMustNot(row, statusOf)
    } else {
      Object.assign(row, judge(requirement, answers, statusOf))
      const written = [...answers, ...below].filter((answer) => !answer.placeholder)
      if (written.length > 0) {
        row.uncited = requirement.linkages.filter(
          ({ title, clause }) => !written.some((answer) => cited.cites(answer.clause, title, clause))
        )
      }
    }
    statusOf.set(requirement.id, row.status)
    return [...answers, ...below]
  }
}

/** A ban with others below it stands as they do; one without terms is left to people. */
function judgeMustNot(row: RequirementCoverage, statusOf: ReadonlyMap<string, CoverageStatus>): void {
  const { requirement, hits } = row
  const below = requirement.children.map((child) => statusOf.get(child.id))
  if (hits.length > 0) {
    row.status = 'contradicted'
    row.reason = `${[...new Set(hits.map((hit) => hit.label))].join('、')}出现禁用语。`
  } else if (below.includes('contradicted')) {
    row.status = 'contradicted'
    row.reason = `其中${requirement.children
      .filter((child) => statusOf.get(child.id) === 'contradicted')
      .map((child) => child.id)
      .join('、')}与草案抵触。`
  } else if (requirement.forbidden.length === 0 && (below.length === 0 || below.includes('unchecked'))) {
    row.status = 'unchecked'
    row.reason = below.length === 0 ? '任务书没有写禁用语，要由人核对。' : '有下级要求要由人核对。'
  } else row.status = 'respected'
}

function publicAnswer({ clause: _, ...answer }: TracedAnswer): Answer {
  return answer
}

/** The citations of a draft, to be asked for by clause. */
class CitationIndex {
  private readonly byTitle = new Map<string, { citation: Citation; index: number }[]>()

  constructor(
    private readonly draft: DraftClauses,
    citations: readonly Citation[],
    private readonly same: SameInstrument
  ) {
    for (const citation of citations) {
      const clause = this.draft.byAddress.get(citation.in)
      if (clause === undefined) continue
      const list = this.byTitle.get(citation.title) ?? []
      list.push({ citation, index: clause.index })
      this.byTitle.set(citation.title, list)
    }
  }

  /** Whether a clause or something in it cites an instrument, and the clause of it where one is named. */
  cites(holder: DraftClause, title: string, clause: string | undefined): boolean {
    for (const [written, citations] of this.byTitle) {
      if (!this.same(written, title)) continue
      if (
        citations.some(
          ({ citation, index }) => index >= holder.index && index < holder.end && reachesClause(citation, clause)
        )
      )
        return true
    }
    return false
  }
}

/** Articles that answer something, themselves or by a clause in them. */
function tracedArticles(articles: readonly DraftClause[], traces: Traces): Set<DraftClause> {
  const answering = new Set<number>()
  for (const answers of traces.answers.values()) {
    for (const answer of answers) if (!answer.placeholder) answering.add(answer.clause.index)
  }
  return new Set(
    articles.filter((article) => {
      for (let index = article.index; index < article.end; index++) if (answering.has(index)) return true
      return false
    })
  )
}

function untracedArticle(article: DraftClause, traces: Traces): UntracedArticle {
  const explanation = traces.explanations.get(article)
  const words = article.text.replace(/\n/g, '')
  return {
    address: article.address,
    label: article.label,
    chapter: article.path[0] ?? '',
    excerpt: words.length > 40 ? `${words.slice(0, 40)}…` : words,
    ...(explanation !== undefined && { explanation }),
    place: article.place
  }
}

function titleOf(tree: Root): string {
  const title = tree.children.find((child) => child.type === 'title')
  return title === undefined ? '' : clauseText(title, '').text.replace(/[\s\uFFFC]+/g, '')
}

/** The coverage of every requirement by its id. */
export function coverageById(coverage: Coverage): Map<string, RequirementCoverage> {
  return new Map(coverage.requirements.map((row) => [row.requirement.id, row]))
}
