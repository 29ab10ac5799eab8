import type { Instrument, InstrumentVersion, Library } from '@tiaoli/library'
import type { ReadingText } from '../model/reading-text.js'
import type { Citation } from './cited-by.js'
import { citationsOf } from './cited-by.js'
import { outlineText } from './outline-text.js'
import { partsText, reportOfFile, textFiles } from './part-texts.js'
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
  const [file, ...others] = textFiles(version)
  if (file === undefined) return outlineText(instrument, version, citations)
  if (others.length > 0 || source.kind !== 'text') return partsText(instrument, version, library, citations)
  const report = await reportOfFile(file, instrument, version, library)
  // Gone or changed since the library was read: its outline is still there.
  if (report === undefined) return outlineText(instrument, version, citations)
  return readingText(
    report,
    {
      kind: 'instrument',
      id: instrument.title,
      ...(date !== undefined && { date }),
      ...(effective !== undefined && { effective }),
      ...(documentNumber !== undefined && { documentNumber }),
      ...(instrument.kind !== undefined && { instrumentKind: instrument.kind })
    },
    citations
  )
}
