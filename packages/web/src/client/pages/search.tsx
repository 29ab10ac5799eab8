import type { Hit, Searcher, SearchResult } from '@tiaoli/search'
import { citedBy, createLunrIndex, createSearcher } from '@tiaoli/search'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { SearchData } from '../../model/search-data.js'
import { Loading, Missing, useTitle } from '../parts/notices.js'
import { useData } from '../state/data.js'
import { formatRoute, goTo, route } from '../state/route.js'
import { drafts } from '../state/site.js'
import { words } from '../wording.js'

const mostHits = 50

/** Finds clauses in the drafts and in the library, in the order that the command finds them. */
export function SearchPage() {
  const query = route.value.query.get('q') ?? ''
  const loaded = useData<SearchData>('search')
  const searcher = useSearcher(loaded.state === 'ready' ? loaded.value : undefined)
  const [written, write] = useState(query)
  const [result, setResult] = useState<SearchResult | undefined>(undefined)
  const field = useRef<HTMLInputElement>(null)
  const say = words.value
  useTitle(query === '' ? say.search : `${query} · ${say.search}`)
  useEffect(() => write(query), [query])
  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    let wanted = true
    setResult(undefined)
    if (searcher !== undefined && query.trim() !== '') {
      void searcher.search(query, { limit: mostHits + 1 }).then((found) => wanted && setResult(found))
    }
    return () => {
      wanted = false
    }
  }, [searcher, query])
  if (loaded.state === 'missing') return <Missing />
  return (
    <div class="sheet">
      <h1 class="visually-hidden">{say.search}</h1>
      <search>
        <form
          class="search-form"
          onSubmit={(event) => {
            event.preventDefault()
            goTo(formatRoute('search', '', { q: written }), true)
          }}
        >
          <input
            ref={field}
            type="search"
            value={written}
            placeholder={say.searchPlaceholder}
            aria-label={say.searchPlaceholder}
            onInput={(event) => write(event.currentTarget.value)}
          />
          <button type="submit" class="button">
            {say.search}
          </button>
        </form>
      </search>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'ready' && loaded.value.leftOut > 0 && (
        <p class="soft">{say.searchLeftOut(loaded.value.leftOut)}</p>
      )}
      {query.trim() === '' ? <p class="soft">{say.searchHint}</p> : <Result result={result} />}
    </div>
  )
}

/** A searcher over the data; its index is built with the first query. */
function useSearcher(data: SearchData | undefined): Searcher | undefined {
  const [searcher, setSearcher] = useState<Searcher | undefined>(undefined)
  useEffect(() => {
    if (data === undefined) return
    const index = createLunrIndex()
    void index.add(data.texts).then(() => setSearcher(createSearcher(index, { cited: citedBy(data.cited) })))
  }, [data])
  return searcher
}

function Result({ result }: { result: SearchResult | undefined }) {
  const say = words.value
  if (result === undefined) {
    return (
      <p class="soft" role="status">
        {say.searching}
      </p>
    )
  }
  const hits = result.hits.slice(0, mostHits)
  return (
    <>
      <p class="soft" role="status">
        {hits.length === 0 ? say.noResults : say.results(hits.length, result.hits.length > mostHits)}
      </p>
      {result.messages.map((message) => (
        <p key={message} class="soft">
          {message}
        </p>
      ))}
      <ol class="hits" lang="zh-Hans">
        {hits.map((hit) => (
          <HitView key={`${hit.text} ${hit.address}`} hit={hit} />
        ))}
      </ol>
    </>
  )
}

function HitView({ hit }: { hit: Hit }) {
  const { text, address, instrument, number, headings, version, snippet } = hit
  const [page, ...path] = text.split('/') as ['draft' | 'instrument', ...string[]]
  const at = snippet.address || address
  const draft = drafts.value.find(({ id }) => text === `draft/${id}`)
  return (
    <li class={hit.outdated ? 'hit past' : 'hit'}>
      <p class="hit-head">
        <a href={formatRoute(page, [...path, at].filter((step) => step !== '').join('/'))}>
          {instrument}
          {number !== '' && <b>{number}</b>}
        </a>
        <span class="soft">{[...headings, draft?.name ?? version].filter(Boolean).join(' · ')}</span>
      </p>
      <p class="hit-text">{highlighted(snippet.text, snippet.highlights)}</p>
    </li>
  )
}

function highlighted(text: string, spans: readonly [number, number][]): ComponentChildren[] {
  const parts: ComponentChildren[] = []
  let done = 0
  for (const [start, end] of spans) {
    parts.push(text.slice(done, start), <mark key={start}>{text.slice(start, end)}</mark>)
    done = end
  }
  parts.push(text.slice(done))
  return parts
}
