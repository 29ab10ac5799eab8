import type { Brief } from '@tiaoli/brief'
import type { Library } from '@tiaoli/library'
import type { Finding } from '@tiaoli/lint'
import { unitsOf } from '@tiaoli/report'
import type { ReadingText } from '../model/reading-text.js'
import type { DraftEntry, Work } from '../model/site.js'
import { comparisonView } from './comparison.js'
import { coverageView, isBriefOf } from './coverage.js'
import type { PreparedDraft } from './draft.js'
import { draftSeries, seriesNames } from './draft-names.js'
import { countFindings, findingsOf, findingsView, type workspaceLinter } from './findings.js'
import { readingText } from './reading-text.js'

/** What makes the data of each key once it is asked for. */
export type DataMakers = Map<string, () => unknown>

/** What works are made of. */
export interface WorkSources {
  drafts: readonly PreparedDraft[]
  briefs: readonly Brief[]
  library: Library
  linter: ReturnType<typeof workspaceLinter>
}

/** Comparisons of every pair would grow with the square of the drafts: beyond this many only neighbours are paired. */
const mostPairedDrafts = 5

/** The drafts by regulation, and how each is called among its successors; what they show is entered into `makers`. */
export function prepareWorks(
  sources: WorkSources,
  makers: DataMakers
): { works: Work[]; names: ReadonlyMap<PreparedDraft, string> } {
  const { drafts, briefs, library, linter } = sources
  const names = new Map<PreparedDraft, string>()
  const numbers = new Map(drafts.map((draft, number) => [draft, number]))
  const works = draftSeries(drafts).map(({ title, drafts: successive }): Work => {
    const named = seriesNames(successive)
    const entries = successive.map((draft, index) => {
      names.set(draft, named[index]!)
      const number = numbers.get(draft)!
      const findings = findingsOf(linter, draft, successive[index - 1], library)
      const brief = briefs.find((candidate) => isBriefOf(candidate, draft))
      return {
        ...draftEntry(draft, named[index]!, number, findings, makers),
        ...(brief !== undefined && coverageOf(brief, draft, number, library, makers))
      }
    })
    return { title, drafts: entries, comparisons: comparisonsOf(successive, named, numbers, makers) }
  })
  return { works, names }
}

function draftEntry(
  draft: PreparedDraft,
  name: string,
  number: number,
  findings: Finding[],
  makers: DataMakers
): DraftEntry {
  const { id, title, file, report, document } = draft
  const { stage, date, version } = document.facts
  const facts = {
    ...(stage !== undefined && { stage }),
    ...(date !== undefined && { date }),
    ...(version !== undefined && { version })
  }
  const textKey = `draft-${number}`
  makers.set(textKey, (): ReadingText => readingText(report, { kind: 'draft', id, ...facts }))
  const findingsKey = `findings-${number}`
  makers.set(findingsKey, () => findingsView(id, findings))
  return {
    id,
    title,
    name,
    file: id + (/\.[^./\\]+$/.exec(file)?.[0] ?? ''),
    ...facts,
    articles: unitsOf(report.sections).filter(({ label }) => /条/.test(label)).length,
    references: report.references,
    toCheck: report.problems.length,
    findings: countFindings(findings),
    textKey,
    findingsKey
  }
}

function coverageOf(
  brief: Brief,
  draft: PreparedDraft,
  number: number,
  library: Library,
  makers: DataMakers
): Pick<DraftEntry, 'coverageKey' | 'covered'> {
  const coverage = coverageView(brief, draft, library)
  const coverageKey = `coverage-${number}`
  makers.set(coverageKey, () => coverage)
  const { covered, total } = coverage.total.must
  return { coverageKey, covered: { covered, total } }
}

function comparisonsOf(
  successive: readonly PreparedDraft[],
  named: readonly string[],
  numbers: ReadonlyMap<PreparedDraft, number>,
  makers: DataMakers
): Work['comparisons'] {
  return comparedGroups(successive.length).map((group) => {
    const chosen = group.map((at) => successive[at]!)
    const key = `compare-${chosen.map((draft) => numbers.get(draft)!).join('-')}`
    makers.set(key, () =>
      comparisonView(
        chosen,
        group.map((at) => named[at]!)
      )
    )
    return { drafts: chosen.map(({ id }) => id), key }
  })
}

/** Which of so many successive drafts stand side by side: pairs, then any three that follow each other. */
function comparedGroups(count: number): number[][] {
  const groups: number[][] = []
  for (let older = 0; older < count; older++) {
    for (let newer = older + 1; newer < count; newer++) {
      const isWanted = count <= mostPairedDrafts || newer === older + 1 || (older === 0 && newer === count - 1)
      if (isWanted) groups.push([older, newer])
    }
  }
  for (let first = 0; first + 2 < count; first++) groups.push([first, first + 1, first + 2])
  return groups
}
