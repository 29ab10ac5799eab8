import { basename } from 'node:path'
import { graphDocumentOf } from '@tiaoli/library'
import type { SiteIndex } from '../model/site.js'
import type { CitingText } from './cited-by.js'
import { citationIndex } from './cited-by.js'
import { isBriefOf } from './coverage.js'
import type { PreparedDraft } from './draft.js'
import { workspaceLinter } from './findings.js'
import { instrumentText } from './instrument-text.js'
import { instrumentKeys, librarySize, libraryView } from './library-view.js'
import { linkGraph } from './link-graph.js'
import { searchData } from './search-data.js'
import type { DraftCache, SiteSources } from './sources.js'
import { problemOf, readBriefs, readDrafts } from './sources.js'
import type { DataMakers } from './works.js'
import { prepareWorks } from './works.js'

/** Everything that a reading room shows, by key; only what is asked for is computed. */
export interface Site {
  index: SiteIndex
  /** Keys of all data beside the index, which has the key `site`. */
  keys(): Promise<string[]>
  /** The data of a key; `undefined` where there is none. */
  data(key: string): Promise<unknown>
}

/** Reads the sources and makes a site of them; what cannot be read is told in `index.problems`. */
export async function prepareSite(sources: SiteSources, cache?: DraftCache): Promise<Site> {
  const problems: string[] = []
  const { workspace } = sources
  const library = await workspace.library()
  const drafts = await readDrafts(sources, problems, cache)
  const briefs = readBriefs(sources, problems)
  for (const brief of briefs) {
    if (drafts.some((draft) => isBriefOf(brief, draft))) continue
    problems.push(`任务书《${brief.title}》所写的法规《${brief.regulation}》没有对应的草案。`)
  }
  const makers: DataMakers = new Map()
  const linter = workspaceLinter(workspace.config)
  const { works, names } = prepareWorks({ drafts, briefs, library, linter }, makers)
  for (const problem of workspace.problems) problems.push(problemOf(problem, sources.folder))
  const instruments = instrumentKeys(library)
  const citing = once(async () => [
    ...drafts.map((draft) => citingDraft(draft, names.get(draft)!)),
    ...(await workspace.links()).map(
      (graph): CitingText => ({ kind: 'instrument', id: graph.title, name: `《${graph.title}》`, graph })
    )
  ])
  const cited = once(async () => citationIndex(await citing()))
  makers.set('library', async () => libraryView(library, instruments, await cited()))
  makers.set('search', async () => {
    const texts = await citing()
    return searchData(drafts, library, {
      citing: texts.map(({ graph }) => graph),
      inLibrary: texts.filter(({ kind }) => kind === 'instrument').map(({ graph }) => graph)
    })
  })
  makers.set('links', async () => linkGraph(await citing(), library.instruments))
  for (const [key, { instrument, version }] of instruments) {
    makers.set(key, async () => {
      const citations = (await cited()).get(instrument.title) ?? []
      return instrumentText(instrument, instrument.versions[version]!, library, citations)
    })
  }
  const index: SiteIndex = {
    name: basename(sources.folder),
    live: sources.live ?? false,
    works,
    library: librarySize(library),
    problems: [...new Set(problems)]
  }
  return {
    index,
    keys: async () => [...makers.keys()],
    data: async (key) => (key === 'site' ? index : makers.get(key)?.())
  }
}

function citingDraft({ links, document, id, title }: PreparedDraft, name: string): CitingText {
  const graph = graphDocumentOf(links, document.text, { title })
  return { kind: 'draft', id, name: `${shortTitle(title)}${name}`, graph }
}

/** A title as margins name it: what stands in brackets at its end is left out. */
function shortTitle(title: string): string {
  return `《${title.replace(/（[^（）]*）$/, '')}》`
}

/** Something that is computed when it is first asked for, and kept. */
function once<T>(compute: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= compute()
    return made
  }
}
