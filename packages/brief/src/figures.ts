import type { Brief, Strength } from './brief.js'
import type {
  ChapterFigures,
  Coverage,
  CoverageStatus,
  DraftChapterFigures,
  RequirementCoverage,
  StatusFigures
} from './coverage.js'
import type { DraftClause } from './draft-clauses.js'
import type { Traces } from './traces.js'

/** Every status, the best first. */
export const statuses: CoverageStatus[] = ['covered', 'partly', 'not-covered', 'respected', 'unchecked', 'contradicted']

type StrengthFigures = Coverage['total']
const keys: Record<Strength, keyof StrengthFigures> = {
  must: 'must',
  should: 'should',
  may: 'may',
  'must-not': 'mustNot'
}

/** Figures of each chapter of the brief and of all of it; only requirements with none below them are counted. */
export function figuresOf(
  brief: Brief,
  rows: readonly RequirementCoverage[]
): { chapters: ChapterFigures[]; total: StrengthFigures } {
  const total = emptyFigures()
  const chapters: ChapterFigures[] = []
  for (const { requirement, depth, status } of rows) {
    if (depth === 1) chapters.push({ id: requirement.id, name: requirement.name, ...emptyFigures() })
    if (requirement.children.length > 0) continue
    for (const figures of [chapters.at(-1)!, total]) {
      const counted = figures[keys[requirement.strength]]
      counted[status] += 1
      counted.total += 1
    }
  }
  return { chapters: brief.requirements.length === 0 ? [] : chapters, total }
}

function emptyFigures(): StrengthFigures {
  return { must: emptyCount(), should: emptyCount(), may: emptyCount(), mustNot: emptyCount() }
}

function emptyCount(): StatusFigures {
  const count = { total: 0 } as StatusFigures
  for (const status of statuses) count[status] = 0
  return count
}

/** Figures of each 章 of the draft; articles outside all of them stand under an empty address. */
export function draftFigures(
  clauses: readonly DraftClause[],
  articles: readonly DraftClause[],
  traced: ReadonlySet<DraftClause>,
  traces: Traces
): DraftChapterFigures[] {
  const found: DraftChapterFigures[] = []
  const chapters = clauses.filter((clause) => clause.type === 'chapter')
  let next = 0
  let current: DraftChapterFigures | undefined
  let until = 0
  for (const article of articles) {
    while (next < chapters.length && chapters[next]!.index < article.index) {
      const chapter = chapters[next++]!
      current = {
        address: chapter.address,
        label: chapter.label,
        heading: chapter.heading ?? '',
        articles: 0,
        traced: 0,
        explained: 0
      }
      until = chapter.end
      found.push(current)
    }
    if (current === undefined || article.index >= until) {
      current = found.find((figures) => figures.address === '')
      if (current === undefined) {
        current = { address: '', label: '', heading: '', articles: 0, traced: 0, explained: 0 }
        found.push(current)
      }
    }
    current.articles += 1
    if (traced.has(article)) current.traced += 1
    else if (traces.explanations.has(article)) current.explained += 1
  }
  return found
}
