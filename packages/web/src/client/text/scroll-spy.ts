import { signal } from '@preact/signals'

/** Address of the article or structure at the top of the window. */
export const atTop = signal('')

const visible = new Set<Element>()

// Below the head of the page, and not so far down that the next article would count.
const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) visible.add(target)
      else visible.delete(target)
    }
    let first: Element | undefined
    let highest = Number.POSITIVE_INFINITY
    for (const element of visible) {
      const { top } = element.getBoundingClientRect()
      if (element.id === '' || top >= highest) continue
      highest = top
      first = element
    }
    if (first !== undefined) atTop.value = first.id
  },
  { rootMargin: '-84px 0px -70% 0px' }
)

/** Follows an element; to be used as its `ref`. */
export function watch(element: HTMLElement | null): void {
  if (element !== null) observer.observe(element)
}

/** Forgets what was followed. */
export function stopWatching(): void {
  observer.disconnect()
  visible.clear()
  atTop.value = ''
}
