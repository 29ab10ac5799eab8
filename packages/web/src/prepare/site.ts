import { basename } from 'node:path'
import type { Brief } from '@tiaoli/brief'
import type { GraphDocument, Instrument, Library, TreeGroup } from '@tiaoli/library'
import { graphDocumentOf, libraryTree } from '@tiaoli/library'
import type { Finding } from '@tiaoli/lint'
import { unitsOf } from '@tiaoli/report'
import type { ReadingText } from '../model/reading-text.js'
import type { DraftEntry, InstrumentEntry, LibraryGroup, LibraryView, SiteIndex, Work } from '../model/site.js'
import type { Citation, CitingText } from './cited-by.js'
import { citationIndex } from './cited-by.js'
import { comparisonView } from './comparison.js'
import { coverageView, isBriefOf } from './coverage.js'
import type { PreparedDraft } from './draft.js'
import { draftSeries, seriesNames } from './draft-names.js'
import { countFindings, findingsOf, findingsView, workspaceLinter } from './findings.js'
import { instrumentText } from './instrument-text.js'
import { linkGraph } from './link-graph.js'
import { textFiles } from './part-texts.js'
import { readingText } from './reading-text.js'
import { searchData } from './search-data.js'
import type { DraftCache, SiteSources } from './sources.js'
import { problemOf, readBriefs, readDrafts } from './sources.js'

/** Everything that a reading room shows, by key; only what is asked for is computed. */
export interface Site {
  index: SiteIndex
  /** Keys of all data beside the index, which has the key `site`. */
  keys(): Promise<string[]>
  /** The data of a key; `undefined` where there is none. */
  data(key: string): Promise<unknown>
}

/** Comparisons of every pair would grow with the square of the drafts: beyond this many only neighbours are paired. */
const mostPairedDrafts = 5

/** Reads the sources and makes a site of them; what cannot be read is told in `index.problems`. */
export async function prepareSite(sources: SiteSources, cache?: DraftCache): Promise<Site> {
  const problems: string[] = []
  const { workspace } = sources
  const library = await workspace.library()
  const drafts = await readDrafts(sources, problems, cache)
  const briefs = readBriefs(sources.briefs, problems)
  for (const brief of briefs) {
    if (drafts.some((draft) => isBriefOf(brief, draft))) continue
    problems.push(`任务书《${brief.title}》所写的法规《${brief.regulation}》没有对应的草案。`)
  }
  const series = draftSeries(drafts)
  const linter = workspaceLinter(workspace.config)
  const makers = new Map<string, () => unknown>()
  const names = new Map<PreparedDraft, string>()
  const works: Work[] = []
  for (const { title, drafts: successive } of series) {
    const named = seriesNames(successive)
    const entries = successive.map((draft, index) => {
      names.set(draft, named[index]!)
      const findings = findingsOf(linter, draft, successive[index - 1], library)
      const brief = briefs.find((candidate) => isBriefOf(candidate, draft))
      return draftEntry(draft, named[index]!, drafts.indexOf(draft), findings, brief)
    })
    works.push({ title, drafts: entries, comparisons: comparisonsOf(successive, named) })
  }
  for (const problem of workspace.problems) problems.push(problemOf(problem))
  const instruments = instrumentKeys(library)
  let citing: Promise<CitingText[]> | undefined
  let citations: Promise<Map<string, Citation[]>> | undefined
  makers.set('library', libraryView)
  makers.set('search', async () => {
    const citing = await citingTexts()
    return searchData(drafts, library, {
      citing: citing.map(({ graph }) => graph),
      inLibrary: citing.filter(({ kind }) => kind === 'instrument').map(({ graph }) => graph)
    })
  })
  makers.set('links', async () => linkGraph(await citingTexts(), library.instruments))
  const index: SiteIndex = {
    name: basename(sources.folder),
    live: sources.live ?? false,
    works,
    library: {
      instruments: library.instruments.length,
      texts: library.instruments.filter(({ versions }) => versions.some((version) => textFiles(version).length > 0))
        .length
    },
    problems: [...new Set(problems)]
  }
  return {
    index,
    keys: async () => [...makers.keys(), ...instruments.keys()],
    data: async (key) => {
      if (key === 'site') return index
      const instrument = instruments.get(key)
      if (instrument !== undefined) return textOfInstrument(instrument)
      return makers.get(key)?.()
    }
  }

  function draftEntry(
    draft: PreparedDraft,
    name: string,
    number: number,
    findings: Finding[],
    brief: Brief | undefined
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
    const entry: DraftEntry = {
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
    if (brief !== undefined) {
      const coverage = coverageView(brief, draft, library)
      entry.coverageKey = `coverage-${number}`
      entry.covered = { covered: coverage.total.must.covered, total: coverage.total.must.total }
      makers.set(entry.coverageKey, () => coverage)
    }
    return entry
  }

  function comparisonsOf(successive: readonly PreparedDraft[], named: readonly string[]): Work['comparisons'] {
    const groups: number[][] = []
    for (let older = 0; older < successive.length; older++) {
      for (let newer = older + 1; newer < successive.length; newer++) {
        const wanted =
          successive.length <= mostPairedDrafts ||
          newer === older + 1 ||
          (older === 0 && newer === successive.length - 1)
        if (wanted) groups.push([older, newer])
      }
    }
    for (let first = 0; first + 2 < successive.length; first++) groups.push([first, first + 1, first + 2])
    return groups.map((group) => {
      const chosen = group.map((at) => successive[at]!)
      const key = `compare-${chosen.map((draft) => drafts.indexOf(draft)).join('-')}`
      makers.set(key, () =>
        comparisonView(
          chosen,
          group.map((at) => named[at]!)
        )
      )
      return { drafts: chosen.map(({ id }) => id), key }
    })
  }

  function citingTexts(): Promise<CitingText[]> {
    citing ??= collectCiting()
    return citing
  }

  async function collectCiting(): Promise<CitingText[]> {
    const documents: GraphDocument[] = await workspace.links()
    return [
      ...drafts.map((draft): CitingText => {
        const { links, document, id, title } = draft
        const name = `${shortTitle(title)}${names.get(draft)!}`
        return { kind: 'draft', id, name, graph: graphDocumentOf(links, document.text, { title }) }
      }),
      ...documents.map(
        (graph): CitingText => ({ kind: 'instrument', id: graph.title, name: `《${graph.title}》`, graph })
      )
    ]
  }

  function citedIn(): Promise<Map<string, Citation[]>> {
    citations ??= citingTexts().then(citationIndex)
    return citations
  }

  async function textOfInstrument({ instrument, version }: InstrumentKey): Promise<ReadingText> {
    const cited = (await citedIn()).get(instrument.title) ?? []
    return instrumentText(instrument, instrument.versions[version]!, library, cited)
  }

  async function libraryView(): Promise<LibraryView> {
    const cited = await citedIn()
    const keys = new Map<Instrument, [number, string][]>()
    for (const [key, { instrument, version }] of instruments) {
      keys.set(instrument, [...(keys.get(instrument) ?? []), [version, key]])
    }
    return {
      groups: libraryTree(library.instruments).map(libraryGroup),
      instruments: library.instruments.map((instrument): InstrumentEntry => {
        const { title, shortNames, kind, board, status, replacedBy, versions } = instrument
        return {
          title,
          shortNames,
          ...(kind !== undefined && { kind }),
          ...(board !== undefined && { board }),
          ...(status !== undefined && { status }),
          ...(replacedBy !== undefined && { replacedBy }),
          versions: (keys.get(instrument) ?? []).map(([number, key]) => {
            const { date, outline } = versions[number]!
            return {
              ...(date !== undefined && { date }),
              text: textFiles(versions[number]!).length > 0,
              articles: outline?.articles.size ?? 0,
              key
            }
          }),
          citedBy: cited.get(title)?.length ?? 0
        }
      })
    }
  }
}

function libraryGroup({ name, scope, groups, entries }: TreeGroup): LibraryGroup {
  return {
    name,
    ...(scope !== undefined && { scope }),
    groups: groups.map(libraryGroup),
    entries: entries.map(({ title }) => title)
  }
}

interface InstrumentKey {
  instrument: Instrument
  /** Index of the version. */
  version: number
}

/** Every version of which more than the day is known. */
function instrumentKeys({ instruments }: Library): Map<string, InstrumentKey> {
  const keys = new Map<string, InstrumentKey>()
  for (const [number, instrument] of instruments.entries()) {
    for (const [version, { outline, source }] of instrument.versions.entries()) {
      if (outline !== undefined || source.kind === 'text')
        keys.set(`text-${number}-${version}`, { instrument, version })
    }
    // An instrument of which only the title is known still has a page: it says so, and who refers to it.
    if (instrument.versions.length > 0 && !keys.has(`text-${number}-${instrument.versions.length - 1}`)) {
      const version = instrument.versions.length - 1
      keys.set(`text-${number}-${version}`, { instrument, version })
    }
  }
  return keys
}

/** A title as margins name it: the issuer at its head and the stage at its end are left out. */
function shortTitle(title: string): string {
  return `《${title.replace(/（[^（）]*）$/, '')}》`
}
