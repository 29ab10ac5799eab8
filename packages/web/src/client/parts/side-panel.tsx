import { signal } from '@preact/signals'
import type { ComponentChildren, Ref } from 'preact'
import { useEffect } from 'preact/hooks'
import { route } from '../state/route.js'
import { words } from '../wording.js'

/** Whether the panel is open where it does not stand beside the text. */
const open = signal(false)

interface SidePanelProps {
  label: string
  innerRef?: Ref<HTMLDivElement>
  children: ComponentChildren
}

/** What stands beside a text; on a narrow screen it comes on demand and goes when something in it was chosen. */
export function SidePanel({ label, innerRef, children }: SidePanelProps) {
  // Whatever was chosen closes it
  useEffect(() => {
    open.value = false
  }, [route.value])
  return (
    <>
      <button
        type="button"
        class="panel-button"
        aria-expanded={open.value}
        aria-controls="side-panel"
        onClick={() => {
          open.value = !open.value
        }}
      >
        {label}
      </button>
      <nav
        class={open.value ? 'side-panel open' : 'side-panel'}
        id="side-panel"
        aria-label={label}
        onKeyDown={(event) => {
          if (event.key === 'Escape') open.value = false
        }}
      >
        <div class="side-panel-inner" ref={innerRef}>
          {children}
        </div>
      </nav>
      {open.value && (
        <button
          type="button"
          class="backdrop"
          aria-label={words.value.close}
          onClick={() => {
            open.value = false
          }}
        />
      )}
    </>
  )
}
