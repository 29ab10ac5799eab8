import type { Signal } from '@preact/signals'
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/** Data on their way, here, or nowhere. */
export type Loaded<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'missing' }

interface Entry {
  loaded: Signal<Loaded<unknown>>
  /** How many parts of the page show it. */
  users: number
}

const entries = new Map<string, Entry>()
/** Counts the changes that a server told of, so that no browser answers from what it kept. */
let generation = 0

declare global {
  interface Window {
    tiaoliData?: (key: string, json: string) => void
  }
}

/** Takes the data that scripts bring. */
export function receiveData(): void {
  window.tiaoliData = (key, json) => {
    entry(key).loaded.value = { state: 'ready', value: JSON.parse(json) as unknown }
  }
}

/** The data of a key, loaded when first used; drawn again when they change. */
export function useData<T>(key: string | undefined): Loaded<T> {
  const used = key === undefined ? undefined : entry(key, true)
  useEffect(() => {
    if (used === undefined) return
    used.users += 1
    return () => {
      used.users -= 1
    }
  }, [used])
  return (used?.loaded.value ?? { state: 'missing' }) as Loaded<T>
}

/** Calls back with the data of a key whenever they arrive; they are not asked for. */
export function onData<T>(key: string, take: (value: T) => void): void {
  entry(key).loaded.subscribe((now) => {
    if (now.state === 'ready') take(now.value as T)
  })
}

/** Reads again what is shown and forgets the rest. */
export function reloadData(): void {
  generation += 1
  for (const [key, { users }] of entries) {
    if (users > 0 || key === 'site') request(key)
    else entries.delete(key)
  }
}

function entry(key: string, wanted = false): Entry {
  let known = entries.get(key)
  if (known === undefined) {
    known = { loaded: signal<Loaded<unknown>>({ state: 'loading' }), users: 0 }
    entries.set(key, known)
    if (wanted) request(key)
  }
  return known
}

function request(key: string): void {
  const script = document.createElement('script')
  script.src = `data/${key}.js${generation > 0 ? `?v=${generation}` : ''}`
  script.onload = () => script.remove()
  script.onerror = () => {
    script.remove()
    const { loaded } = entry(key)
    if (loaded.value.state === 'loading') loaded.value = { state: 'missing' }
  }
  document.head.append(script)
}
