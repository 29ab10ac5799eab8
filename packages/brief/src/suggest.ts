import type { Library, LinkedDocument } from '@tiaoli/library'
import type { ClauseDocument, ClauseRanker, Counterpart } from '@tiaoli/search'
import { createClauseRanker } from '@tiaoli/search'
import type { Root } from 'regast'
import type { Brief, Linkage, Requirement } from './brief.js'
import type { Citation } from './citations.js'
import { citationsOf, instrumentIdentity, reachesClause } from './citations.js'
import type { DraftClause } from './draft-clauses.js'
import { draftClauses } from './draft-clauses.js'
import { linkageLabel } from './field-values.js'
import { sharedWords } from './shared-words.js'

/** A likely counterpart; for a person to accept, never coverage by itself. */
export interface Suggestion {
  /** Id of the requirement, and address of the article. */
  requirement: string
  address: string
  /** The article as a drafter writes it. */
  label: string
  /** Comparable within one list only. */
  score: number
  /** Why: words that both have, and the chapter where it is the one the brief names. */
  reason: string
}

/** Finds likely counterparts between the articles of a draft and the requirements of a brief. */
export interface Suggester {
  /** Requirements that an article most likely answers, the best first. */
  requirementsFor(address: string, limit?: number): Suggestion[]
  /** Articles that most likely answer a requirement, the best first. */
  articlesFor(requirement: string, limit?: number): Suggestion[]
}

const wordsShown = 4
/** How much it matters that each of two is the other's counterpart, beside how well the one answers the other. */
const mutual = 0.7
/** How much more a counterpart in the chapter, and in the section, that the brief names counts. */
const chapterBonus = 1.65
const sectionBonus = 1.35
/** The same for an article that cites what the requirement wants cited. */
const citationBonus = 1.4

/** Indexes a draft and a brief for suggestions; tracing comments play no part, the links of the draft do where they are given. */
export function createSuggester(
  brief: Brief,
  tree: Root,
  options: { linked?: LinkedDocument; library?: Library } = {}
): Suggester {
  const requirements = targets(brief.requirements, [])
  const draft = draftClauses(tree)
  const articles = draft.clauses.filter((clause) => clause.type === 'article')
  const same = instrumentIdentity(options.library)
  const citations = citationsByArticle(options.linked, articles, draft.byAddress)
  const byId = new Map(requirements.map((target) => [target.requirement.id, target]))
  const byAddress = new Map(articles.map((article) => [article.address, article]))
  const articleRanker = createClauseRanker(articles.map(articleDocument))
  const requirementRanker = createClauseRanker(requirements.map(requirementDocument))
  /** What the articles are worth to a requirement, and the requirements to an article. */
  const worthTo = memoized((id: string) => counterparts(articleRanker, requirementText(byId.get(id)!)))
  const worthOf = memoized((address: string) => counterparts(requirementRanker, byAddress.get(address)!.text))
  return {
    requirementsFor(address, limit = 5) {
      const article = byAddress.get(address)
      if (article === undefined) return []
      const found = requirements.flatMap((target) => {
        const { id } = target.requirement
        const found = candidate(target, article)
        // Of a requirement that many articles would suit each is less likely the one.
        return found === undefined ? [] : [{ ...found, score: found.score / worthTo(id).most ** mutual }]
      })
      return best(found, limit)
    },
    articlesFor(id, limit = 5) {
      const target = byId.get(id)
      if (target === undefined) return []
      return best(
        articles.flatMap((article) => candidate(target, article) ?? []),
        limit
      )
    }
  }

  /** The two as each other's counterparts; `undefined` where they have nothing in common. */
  function candidate(target: Target, article: DraftClause): Candidate | undefined {
    const { requirement } = target
    const forth = worthTo(requirement.id).byAddress.get(article.address)
    const back = worthOf(article.address).byAddress.get(requirement.id)
    if (forth === undefined || back === undefined) return undefined
    const [chapter, section] = article.path
    const sameChapter = requirement.chapter !== undefined && alike(requirement.chapter, chapter)
    const sameSection = requirement.section !== undefined && alike(requirement.section, section)
    const cited = shared(requirement, article)
    const bonus =
      (sameChapter ? chapterBonus : 1) * (sameSection ? sectionBonus : 1) * (cited === undefined ? 1 : citationBonus)
    const score = forth.score * back.score ** mutual * bonus
    return { target, article, runs: forth.shared, score, sameChapter, sameSection, cited }
  }

  /** What a requirement wants cited and an article cites. */
  function shared(requirement: Requirement, article: DraftClause): Linkage | undefined {
    const cited = citations.get(article) ?? []
    return requirement.linkages.find(({ title, clause }) =>
      cited.some((citation) => same(citation.title, title) && reachesClause(citation, clause))
    )
  }
}

function citationsByArticle(
  linked: LinkedDocument | undefined,
  articles: readonly DraftClause[],
  byAddress: ReadonlyMap<string, DraftClause>
): Map<DraftClause, Citation[]> {
  const owner = new Map<number, DraftClause>()
  for (const article of articles)
    for (let index = article.index; index < article.end; index++) owner.set(index, article)
  const found = new Map<DraftClause, Citation[]>()
  for (const citation of linked === undefined ? [] : citationsOf(linked)) {
    const clause = byAddress.get(citation.in)
    const article = clause && owner.get(clause.index)
    if (article !== undefined) found.set(article, [...(found.get(article) ?? []), citation])
  }
  return found
}

/** A match with what speaks for it beside the words. */
interface Candidate {
  target: Target
  article: DraftClause
  runs: string[]
  score: number
  sameChapter: boolean
  sameSection: boolean
  cited: Linkage | undefined
}

/** The best candidates that there is a reason for; only as many are explained as are asked for. */
function best(candidates: Candidate[], limit: number): Suggestion[] {
  const suggestions: Suggestion[] = []
  for (const candidate of candidates.sort((left, right) => right.score - left.score)) {
    if (suggestions.length >= limit) break
    const reason = explain(candidate)
    if (reason === undefined) continue
    const { target, article, score } = candidate
    suggestions.push({
      requirement: target.requirement.id,
      address: article.address,
      label: article.label,
      score,
      reason
    })
  }
  return suggestions
}

/** A requirement with those above it, outermost first. */
interface Target {
  requirement: Requirement
  above: Requirement[]
}

/** Requirements that an article can answer, with those above each; a requirement for a chapter is none. */
function targets(requirements: readonly Requirement[], above: Requirement[]): Target[] {
  return requirements.flatMap((requirement) => {
    if (requirement.strength === 'must-not') return []
    const below = targets(requirement.children, [...above, requirement])
    return above.length === 0 && requirement.children.length > 0 ? below : [{ requirement, above }, ...below]
  })
}

/** A requirement as it is looked for: its name, which says most, twice. */
function requirementText(target: Target): string {
  const { name, statement } = target.requirement
  return [name, name, statement, ...requirementContext(target)].join('，')
}

function requirementContext({ requirement: { linkages }, above }: Target): string[] {
  return [...linkages.map(({ title }) => title), ...above.slice(1).map(({ name }) => name)]
}

function requirementDocument(target: Target): ClauseDocument {
  const { id, name, statement, linkages } = target.requirement
  const body = [name, statement, ...linkages.map(({ title }) => title)].join('\n')
  const headings = [...target.above.slice(1).map((parent) => parent.name), name]
  return { text: 'brief', address: id, label: id, headings, body, lines: [] }
}

function articleDocument({ address, label, text, path }: DraftClause): ClauseDocument {
  return { text: 'draft', address, label, headings: path, body: text, lines: [] }
}

/** Counterparts by their addresses, and the score of the best. */
interface Counterparts {
  byAddress: Map<string, Counterpart>
  most: number
}

function counterparts(ranker: ClauseRanker, text: string): Counterparts {
  const found = ranker.counterparts(text)
  return { byAddress: new Map(found.map((one) => [one.document.address, one])), most: found[0]?.score ?? 1 }
}

function memoized<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    if (!known.has(key)) known.set(key, work(key))
    return known.get(key)!
  }
}

/** Why a candidate is one, for a person to follow; `undefined` where neither words nor a citation speak for it. */
function explain({ target, article, runs, cited, sameChapter, sameSection }: Candidate): string | undefined {
  const words = sharedWords(runs, requirementText(target), [...article.path, article.text].join('\n')).slice(
    0,
    wordsShown
  )
  if (words.length === 0 && cited === undefined) return undefined
  const { chapter, section } = target.requirement
  const reasons = [
    ...(words.length > 0 ? [`都提到${words.map((word) => `“${word}”`).join('')}`] : []),
    ...(cited !== undefined ? [`条文引用了要求衔接的${linkageLabel(cited)}`] : []),
    ...(sameChapter ? [`任务书要求写在“${chapter}”一章`] : []),
    ...(sameSection ? [`“${section}”一节`] : [])
  ]
  return `${reasons.join('，')}。`
}

/** Headings that are one or that one extends, as 组织体系建设 does 组织体系. */
function alike(left: string, right: string | undefined): boolean {
  return right !== undefined && (left === right || left.startsWith(right) || right.startsWith(left))
}
