import { shortcuts } from '../state/settings.js'

type Handler = () => void

const handlers = new Map<string, Handler[]>()
let before = ''

/** Does something when a key, or two keys in turn (`g h`), are pressed outside of fields; gives back how to stop. */
export function onKey(keys: string, handler: Handler): () => void {
  const list = handlers.get(keys) ?? []
  list.push(handler)
  handlers.set(keys, list)
  return () => {
    list.splice(list.indexOf(handler), 1)
  }
}

/** Starts to listen. */
export function followKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (!shortcuts.value || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable], dialog'))
      return
    const pair = `${before} ${event.key}`
    const handler = handlers.get(pair)?.at(-1) ?? handlers.get(event.key)?.at(-1)
    before = event.key
    if (handler === undefined) return
    event.preventDefault()
    handler()
  })
}
