import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { shortcuts } from '../state/settings.js'
import { words } from '../wording.js'
import { onKey } from './keys.js'

/** Whether the list of keys is shown. */
export const helpOpen = signal(false)

/** The keys that do something, and how to do without them. */
export function KeyHelp() {
  const dialog = useRef<HTMLDialogElement>(null)
  const open = helpOpen.value
  useEffect(
    () =>
      onKey('?', () => {
        helpOpen.value = true
      }),
    []
  )
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  const { keys, close } = words.value
  return (
    <dialog
      ref={dialog}
      class="key-help"
      aria-labelledby="key-help-title"
      onClose={() => {
        helpOpen.value = false
      }}
    >
      <h2 id="key-help-title">{keys.title}</h2>
      <dl>
        {keys.list.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <label class="check-line">
        <input
          type="checkbox"
          checked={shortcuts.value}
          onChange={(event) => {
            shortcuts.value = event.currentTarget.checked
          }}
        />
        {keys.on}
      </label>
      <button
        type="button"
        class="button"
        onClick={() => {
          helpOpen.value = false
        }}
      >
        {close}
      </button>
    </dialog>
  )
}
