import { useEffect, useRef } from 'preact/hooks'
import { draftHref } from './links.js'
import { ComparePage } from './pages/compare.js'
import { CoveragePage } from './pages/coverage.js'
import { DraftPage } from './pages/draft.js'
import { FindingsPage } from './pages/findings.js'
import { HomePage } from './pages/home.js'
import { InstrumentPage } from './pages/instrument.js'
import { LibraryPage } from './pages/library.js'
import { LinksPage } from './pages/links.js'
import { SearchPage } from './pages/search.js'
import { Header } from './parts/header.js'
import { KeyHelp } from './parts/key-help.js'
import { onKey } from './parts/keys.js'
import type { PageName } from './state/route.js'
import { formatRoute, goTo, route } from './state/route.js'
import { newestDraft } from './state/site.js'
import { words } from './wording.js'

const pages: Record<PageName, () => preact.JSX.Element> = {
  home: HomePage,
  draft: DraftPage,
  instrument: InstrumentPage,
  library: LibraryPage,
  compare: ComparePage,
  findings: FindingsPage,
  coverage: CoveragePage,
  search: SearchPage,
  links: LinksPage
}

/** The reading room: its head, and the page that the address names. */
export function App() {
  const main = useRef<HTMLElement>(null)
  const { page, path, bare } = route.value
  const first = useRef(true)
  useEffect(() => {
    const newest = newestDraft.value
    if (bare !== undefined && newest !== undefined) goTo(draftHref(newest.id, bare), true)
  }, [bare])
  useEffect(() => {
    const stops = [onKey('g h', () => goTo(formatRoute('home'))), onKey('/', focusSearch)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  // Another page begins at its top; a clause of the same page does not
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    if (page === 'draft' || page === 'instrument') return
    scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [page, path])
  const Page = pages[page]
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {words.value.skip}
      </button>
      <Header />
      <main id="main" class={`page page-${page}`} tabIndex={-1} ref={main}>
        <Page />
      </main>
      <KeyHelp />
    </>
  )
}

function focusSearch(): void {
  document.querySelector<HTMLInputElement>('input[type=search]')?.focus()
}
