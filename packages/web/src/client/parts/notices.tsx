import { useEffect } from 'preact/hooks'
import { formatRoute } from '../state/route.js'
import { words } from '../wording.js'

/** Stands where data are on their way. */
export function Loading() {
  return (
    <p class="notice" role="status">
      {words.value.loading}
    </p>
  )
}

/** Stands where an address leads nowhere. */
export function Missing({ what, why }: { what?: string; why?: string }) {
  return (
    <div class="notice">
      <h1>{what ?? words.value.missing}</h1>
      <p>{why ?? words.value.missingHint}</p>
      <p>
        <a class="button" href={formatRoute('home')}>
          {words.value.backHome}
        </a>
      </p>
    </div>
  )
}

/** Names the page in the window's title. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? words.value.app : `${title} · ${words.value.app}`
  }, [title])
}
