import { signal } from '@preact/signals'
import type { ReportTarget } from '@tiaoli/report'
import { statusWords } from '@tiaoli/report'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { targetHref } from '../links.js'
import { route } from '../state/route.js'
import { language } from '../state/settings.js'
import { words } from '../wording.js'
import type { ClauseIndex } from './clause-index.js'

/** The reference whose targets are shown, and the words that it is. */
interface Shown {
  reference: number
  anchor: HTMLElement
  /** Opened on purpose: it has the focus and stays. */
  pinned: boolean
}

const shown = signal<Shown | undefined>(undefined)
const showDelay = 120
const hideDelay = 220
const excerptLength = 260

/** Shows what a reference points to while the pointer is over it or it has the focus. */
export function Preview({ index, container }: { index: ClauseIndex; container: { current: HTMLElement | null } }) {
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => listen(container.current!, card), [container])
  // Another place, another text
  useEffect(() => hide, [index, route.value])
  const now = shown.value
  useLayoutEffect(() => {
    if (now === undefined || card.current === null) return
    place(card.current, now.anchor)
    if (now.pinned) card.current.focus()
  }, [now])
  const reference = now === undefined ? undefined : index.references.get(now.reference)
  if (now === undefined || reference === undefined) return null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is a dialog or a tooltip
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: only the dialog has a name
    <div
      class="preview"
      ref={card}
      id="preview"
      role={now.pinned ? 'dialog' : 'tooltip'}
      aria-label={now.pinned ? reference.text : undefined}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        now.anchor.focus()
        hide()
      }}
    >
      {reference.targets.map((target, position) => (
        <Target key={position} target={target} index={index} />
      ))}
    </div>
  )
}

function Target({ target, index }: { target: ReportTarget; index: ClauseIndex }) {
  const href = targetHref(target, index.text)
  const own = target.instrument === null && target.from !== null && target.status !== 'dangling'
  const excerpt = own ? index.excerpt(target.from!, excerptLength) : target.excerpt
  return (
    <div class={`preview-target ${target.status}`}>
      <p class="preview-head">
        {href === undefined ? <b>{target.label}</b> : <a href={href}>{target.label}</a>}
        {target.status !== 'resolved' && <span class="badge">{statusWords(language.value)[target.status]}</span>}
      </p>
      {target.topic !== undefined && <p class="preview-topic">{target.topic}</p>}
      {excerpt !== undefined && excerpt !== '' && (
        <p class="preview-text" lang="zh-Hans">
          {excerpt}
        </p>
      )}
      {target.reason !== undefined && <p class="preview-reason">{target.reason}</p>}
      {target.readings.map((reading) => (
        <p key={reading} class="preview-reason">
          {words.value.otherReading}
          {reading}
        </p>
      ))}
    </div>
  )
}

/** Takes the preview away. */
export function hide(): void {
  shown.value = undefined
}

/** One listener for all references of a text, however many there are. */
function listen(container: HTMLElement, card: { current: HTMLElement | null }): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const ending = new AbortController()
  const { signal: ended } = ending
  const later = (work: () => void, delay: number) => {
    clearTimeout(timer)
    timer = setTimeout(work, delay)
  }
  const hideLater = () =>
    later(() => {
      if (!shown.value?.pinned) hide()
    }, hideDelay)
  container.addEventListener(
    'pointerover',
    (event) => {
      const anchor = event.pointerType === 'touch' ? undefined : anchorOf(event.target)
      if (anchor !== undefined) later(() => show(anchor, false), shown.value === undefined ? showDelay : 0)
    },
    { signal: ended }
  )
  container.addEventListener('pointerout', (event) => anchorOf(event.target) && hideLater(), { signal: ended })
  container.addEventListener(
    'focusin',
    (event) => {
      const anchor = anchorOf(event.target)
      if (anchor?.matches(':focus-visible')) later(() => show(anchor, false), 0)
    },
    { signal: ended }
  )
  container.addEventListener('focusout', hideLater, { signal: ended })
  container.addEventListener(
    'click',
    (event) => {
      const anchor = anchorOf(event.target)
      if (anchor?.getAttribute('role') === 'button') later(() => show(anchor, true), 0)
    },
    { signal: ended }
  )
  container.addEventListener(
    'keydown',
    (event) => {
      const anchor = anchorOf(event.target)
      if (event.key === 'Escape') hide()
      if (anchor?.getAttribute('role') !== 'button' || (event.key !== 'Enter' && event.key !== ' ')) return
      event.preventDefault()
      show(anchor, true)
    },
    { signal: ended }
  )
  // The card itself keeps the preview open, and a click elsewhere ends it.
  document.addEventListener(
    'pointerover',
    (event) => {
      if (card.current?.contains(event.target as Node)) clearTimeout(timer)
    },
    { signal: ended }
  )
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!card.current?.contains(event.target as Node) && anchorOf(event.target) === undefined) hide()
    },
    { signal: ended }
  )
  document.addEventListener(
    'pointerout',
    (event) => {
      if (card.current?.contains(event.target as Node)) hideLater()
    },
    { signal: ended }
  )
  addEventListener('scroll', follow, { signal: ended, passive: true })
  return () => {
    clearTimeout(timer)
    ending.abort()
  }
}

function anchorOf(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element ? target.closest<HTMLElement>('[data-ref]') : undefined) ?? undefined
}

function show(anchor: HTMLElement, pinned: boolean): void {
  if (!anchor.isConnected) return
  shown.value?.anchor.removeAttribute('aria-describedby')
  if (!pinned) anchor.setAttribute('aria-describedby', 'preview')
  shown.value = { reference: Number(anchor.dataset.ref), anchor, pinned }
}

/** To focus a reference scrolls to it, so its preview has to come along; one under the pointer is left behind. */
function follow(): void {
  const now = shown.value
  if (now === undefined || now.pinned) return
  if (now.anchor === document.activeElement) shown.value = { ...now }
  else hide()
}

const gap = 8

/** Below the words, or above them where there is more room. */
function place(card: HTMLElement, anchor: HTMLElement): void {
  // A reference that breaks over lines is a box over both: its first line is where the eye is.
  const box = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect()
  const width = Math.min(416, innerWidth - 2 * gap)
  card.style.width = `${width}px`
  card.style.left = `${Math.max(gap, Math.min(box.left, innerWidth - width - gap))}px`
  const below = innerHeight - box.bottom
  const last = anchor.getBoundingClientRect().bottom
  if (below > card.offsetHeight + gap || below > box.top) {
    card.style.top = `${last + gap}px`
    card.style.maxHeight = `${Math.max(120, innerHeight - last - 2 * gap)}px`
  } else {
    card.style.maxHeight = `${box.top - 2 * gap}px`
    card.style.top = `${Math.max(gap, box.top - Math.min(card.offsetHeight, box.top - 2 * gap) - gap)}px`
  }
}
