import type { Library, LinkedDocument } from '@tiaoli/library'
import type { Root } from 'regast'
import type { Match, WeightedText } from './bm25.js'
import { GramIndex } from './bm25.js'
import type { Brief, Linkage, Requirement } from './brief.js'
import type { Citation } from './citations.js'
import { citationsOf, instrumentIdentity, reachesClause } from './citations.js'
import type { DraftClause } from './draft-clauses.js'
import { draftClauses } from './draft-clauses.js'
import { linkageLabel } from './field-values.js'
import { sharedWords } from './grams.js'

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
/** How much more a counterpart in the chapter, and in the section, that the brief names counts. */
const chapterBonus = 1.35
const sectionBonus = 1.2
/** The same for an article that cites what the requirement wants cited. */
const citationBonus = 1.25

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
  const requirementIndex = new GramIndex(requirements.map(requirementTexts))
  const byId = new Map(requirements.map((target) => [target.requirement.id, target]))
  const byAddress = new Map(articles.map((article) => [article.address, article]))
  const articleIndex = new GramIndex(articles.map(articleTexts))
  return {
    requirementsFor(address, limit = 5) {
      const article = byAddress.get(address)
      if (article === undefined) return []
      const matches = requirementIndex.search(articleTexts(article))
      return best(
        matches.map((match) => candidate(requirements[match.document]!, article, match)),
        limit
      )
    },
    articlesFor(id, limit = 5) {
      const target = byId.get(id)
      if (target === undefined) return []
      const matches = articleIndex.search(requirementTexts(target))
      return best(
        matches.map((match) => candidate(target, articles[match.document]!, match)),
        limit
      )
    }
  }

  function candidate(target: Target, article: DraftClause, match: Match): Candidate {
    const { requirement } = target
    const [chapter, section] = article.path
    const sameChapter = requirement.chapter !== undefined && alike(requirement.chapter, chapter)
    const sameSection = requirement.section !== undefined && alike(requirement.section, section)
    const cited = shared(requirement, article)
    const bonus =
      (sameChapter ? chapterBonus : 1) * (sameSection ? sectionBonus : 1) * (cited === undefined ? 1 : citationBonus)
    return { target, article, runs: match.shared, score: match.score * bonus, sameChapter, sameSection, cited }
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

function requirementTexts({ requirement: { name, statement, linkages }, above }: Target): WeightedText[] {
  return [
    { text: name, weight: 2 },
    { text: statement, weight: 1 },
    ...linkages.map(({ title }) => ({ text: title, weight: 1 })),
    ...above.slice(1).map((parent) => ({ text: parent.name, weight: 1 }))
  ]
}

function articleTexts({ text, path }: DraftClause): WeightedText[] {
  return [{ text, weight: 1 }, ...path.map((heading) => ({ text: heading, weight: 0.5 }))]
}

/** Why a candidate is one, for a person to follow; `undefined` where neither words nor a citation speak for it. */
function explain({ target, article, runs, cited, sameChapter, sameSection }: Candidate): string | undefined {
  const asked = requirementTexts(target).map(({ text }) => text)
  const words = sharedWords(runs, asked.join('，'), [...article.path, article.text].join('\n')).slice(0, wordsShown)
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
