import type { GraphDocument, Instrument, InstrumentVersion, Library, Outline } from '@tiaoli/library'
import type { ClauseDocument, TextClauses } from '@tiaoli/search'
import { clauseDocuments, countCitations, indexedText } from '@tiaoli/search'
import { InputError, readDocument } from '@tiaoli/workspace'
import { formatAddress } from 'regast'
import type { SearchData } from '../model/search-data.js'
import type { PreparedDraft } from './draft.js'
import { textFiles } from './part-texts.js'

/** Clauses that a page can index while its reader waits. */
const mostClauses = 8000

/** References of texts. */
export interface Citing {
  citing: readonly GraphDocument[]
  /** Those of the library alone, which the command ranks by: a draft says nothing of what matters in what it cites. */
  inLibrary: readonly GraphDocument[]
}

/** Drafts, then the instruments that most refer to, as far as a page can hold them. */
export async function searchData(
  drafts: readonly PreparedDraft[],
  library: Library,
  { citing, inLibrary }: Citing
): Promise<SearchData> {
  const texts = drafts.map(textOfDraft)
  let clauses = texts.reduce((sum, text) => sum + text.clauses.length, 0)
  let leftOut = 0
  const references = referencesTo(citing)
  const ranked = [...library.instruments].sort(
    (left, right) => (references.get(right.title) ?? 0) - (references.get(left.title) ?? 0)
  )
  for (const instrument of ranked) {
    const version = instrument.versions.findLast(
      ({ outline, source }) => outline !== undefined || source.kind === 'text'
    )
    if (version === undefined) continue
    const size = version.outline?.articles.size ?? 0
    if (clauses + size > mostClauses) {
      leftOut += 1
      continue
    }
    const text = await textOfInstrument(instrument, version)
    if (text.clauses.length === 0) continue
    clauses += text.clauses.length
    texts.push(text)
  }
  return { texts, cited: countCitations(inLibrary), leftOut }
}

/** How many references mean each title with certainty. */
function referencesTo(citing: readonly GraphDocument[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { references } of citing) {
    for (const { targets } of references) {
      for (const { instrument, status } of targets) {
        if (instrument !== null && status === 'resolved') counts.set(instrument, (counts.get(instrument) ?? 0) + 1)
      }
    }
  }
  return counts
}

function textOfDraft({ id, title, document }: PreparedDraft): TextClauses {
  const text = `draft/${id}`
  const { date } = document.facts
  return {
    text: { id: text, title, ...(date !== undefined && { version: date }) },
    clauses: clauseDocuments(document.tree, text)
  }
}

async function textOfInstrument(instrument: Instrument, version: InstrumentVersion): Promise<TextClauses> {
  const id = `instrument/${instrument.title}${version.date === undefined ? '' : `@${version.date}`}`
  const text = indexedText(id, instrument, version)
  const clauses: ClauseDocument[] = []
  for (const file of textFiles(version)) {
    try {
      clauses.push(...clauseDocuments((await readDocument(file)).tree, id))
    } catch (error) {
      // Gone since the library was read: its outline is still there.
      if (!(error instanceof InputError)) throw error
    }
  }
  if (version.outline === undefined || (version.source.kind === 'text' && clauses.length > 0)) return { text, clauses }
  const known = new Set(clauses.map(({ address }) => address))
  return {
    text,
    clauses: [...clauses, ...documentsOfOutline(version.outline, id).filter(({ address }) => !known.has(address))]
  }
}

/** What an outline says the articles are about, so that they are found by their topics. */
function documentsOfOutline({ articles, structures }: Outline, text: string): ClauseDocument[] {
  return [...articles.values()].flatMap(({ address, number, topic, path }) =>
    topic === undefined || topic === ''
      ? []
      : [
          {
            text,
            address,
            label: formatAddress(address),
            number,
            headings: path.flatMap((step) => structures.get(step)?.heading ?? []),
            body: topic,
            lines: [{ address, index: 0 }]
          }
        ]
  )
}
