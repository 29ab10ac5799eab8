import type { ReadingText } from '../../model/reading-text.js'
import type { InstrumentEntry, LibraryView } from '../../model/site.js'
import { citingHref, instrumentHref } from '../links.js'
import { Loading, Missing, useTitle } from '../parts/notices.js'
import { useData } from '../state/data.js'
import { route, splitInstrument } from '../state/route.js'
import { TextPage } from '../text/text-page.js'
import { words } from '../wording.js'

/** One version of an instrument of the library, in the form of a draft. */
export function InstrumentPage() {
  const { title, date, address } = splitInstrument(route.value.path)
  const library = useData<LibraryView>('library')
  const instrument = library.state === 'ready' ? instrumentOf(library.value, title) : undefined
  const version = instrument?.versions.find((candidate) => candidate.date === date) ?? instrument?.versions.at(-1)
  const loaded = useData<ReadingText>(version?.key)
  useTitle(title)
  if (library.state === 'loading') return <Loading />
  if (instrument === undefined) return <Missing what={`《${title}》`} why={words.value.unknownInstrument} />
  if (version === undefined) return <TitleOnly instrument={instrument} />
  if (loaded.state === 'loading') return <Loading />
  if (loaded.state === 'missing') return <Missing />
  const text = loaded.value
  return (
    <TextPage
      text={text}
      address={address}
      header={
        <>
          <Facts instrument={instrument} text={text} address={address} />
          {text.outlineOnly && (
            <p class="outline-note">{text.sections.length > 0 ? words.value.outlineOnly : words.value.titleOnly}</p>
          )}
          {text.topicsOnly !== undefined && <p class="outline-note">{words.value.topicsOnly(text.topicsOnly)}</p>}
          <CitedAsWhole text={text} />
        </>
      }
    />
  )
}

/** By its title, or by a name that it goes by. */
function instrumentOf({ instruments }: LibraryView, title: string): InstrumentEntry | undefined {
  return (
    instruments.find((candidate) => candidate.title === title) ??
    instruments.find(({ shortNames }) => shortNames.includes(title))
  )
}

function TitleOnly({ instrument }: { instrument: InstrumentEntry }) {
  return (
    <div class="notice">
      <h1 lang="zh-Hans">《{instrument.title}》</h1>
      <p>{words.value.titleOnly}</p>
      <Replaced instrument={instrument} />
    </div>
  )
}

function Replaced({ instrument }: { instrument: InstrumentEntry }) {
  const { replacedBy, status } = instrument
  if (replacedBy !== undefined) {
    return (
      <p class="superseded-note">
        {words.value.replacedBy}
        <a href={instrumentHref(replacedBy)}>《{replacedBy}》</a>
      </p>
    )
  }
  return status === 'repealed' ? <p class="superseded-note">{words.value.repealed}</p> : null
}

function Facts({ instrument, text, address }: { instrument: InstrumentEntry; text: ReadingText; address: string }) {
  const { versions, kind, shortNames } = instrument
  const { effective, documentNumber } = text
  return (
    <>
      <Replaced instrument={instrument} />
      <p class="text-facts">
        {kind !== undefined && <span>{kind}</span>}
        {documentNumber !== undefined && <span>{documentNumber}</span>}
        {effective !== undefined && (
          <span>
            {effective} {words.value.effective}
          </span>
        )}
        {shortNames.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </p>
      {versions.length > 0 && (
        <nav class="stages" aria-label={words.value.versions}>
          {versions.map(({ date, key }) => (
            <a
              key={key}
              href={instrumentHref(instrument.title, date, address)}
              aria-current={date === text.date ? 'true' : undefined}
            >
              {date ?? words.value.newest}
            </a>
          ))}
        </nav>
      )}
    </>
  )
}

function CitedAsWhole({ text }: { text: ReadingText }) {
  const { citedAsWhole } = text
  if (citedAsWhole.length === 0) return null
  return (
    <details class="open-references">
      <summary>
        {words.value.citedAsWhole} {citedAsWhole.length}
      </summary>
      <ul class="cited-whole" lang="zh-Hans">
        {citedAsWhole.slice(0, 200).map(({ kind, id, name, from, label }) => (
          <li key={`${id} ${from}`}>
            <a href={citingHref(kind, id, from)}>
              {name}
              {label}
            </a>
          </li>
        ))}
        {citedAsWhole.length > 200 && <li class="soft">{words.value.more(citedAsWhole.length - 200)}</li>}
      </ul>
    </details>
  )
}
