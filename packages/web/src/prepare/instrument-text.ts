import type { Instrument, InstrumentVersion, Library } from '@tiaoli/library'
import { linkDocument } from '@tiaoli/library'
import { buildReport } from '@tiaoli/report'
import { InputError, readDocument } from '@tiaoli/workspace'
import type { ReadingText } from '../model/reading-text.js'
import type { Citation } from './cited-by.js'
import { citationsOf } from './cited-by.js'
import { outlineText } from './outline-text.js'
import { readingText } from './reading-text.js'

/** One version of an instrument with its links and who refers to it; its outline where the text is not at hand. */
export async function instrumentText(
  instrument: Instrument,
  version: InstrumentVersion,
  library: Library,
  cited: readonly Citation[]
): Promise<ReadingText> {
  const { date, effective, documentNumber, source } = version
  const citations = citationsOf(cited, date)
  if (source.kind !== 'text') return outlineText(instrument, version, citations)
  try {
    const { tree } = await readDocument(source.file)
    const { title } = instrument
    const links = linkDocument(tree, { library, title, ...(date !== undefined && { date }) })
    const report = buildReport({ tree, links, library, title, ...(date !== undefined && { date }) })
    return readingText(
      report,
      {
        kind: 'instrument',
        id: title,
        ...(date !== undefined && { date }),
        ...(effective !== undefined && { effective }),
        ...(documentNumber !== undefined && { documentNumber }),
        ...(instrument.kind !== undefined && { instrumentKind: instrument.kind })
      },
      citations
    )
  } catch (error) {
    // Gone or changed since the library was read: its outline is still there.
    if (!(error instanceof InputError)) throw error
    return outlineText(instrument, version, citations)
  }
}
