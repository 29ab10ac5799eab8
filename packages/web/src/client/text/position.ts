/**
 * Shows the clause of an address at the top and marks it; the nearest clause around it where it is not there. While the
 * page is `busy` drawing what stands above it, it is held at the top.
 */
export function showClause(address: string, busy: () => boolean): void {
  for (const marked of document.querySelectorAll('.here')) marked.classList.remove('here')
  const found = elementOf(address)
  if (found === undefined) return
  found.classList.add('here')
  found.focus({ preventScroll: true })
  scrollSteadily(found, busy)
}

/** The element of the deepest clause that an address names and the page shows. */
export function elementOf(address: string): HTMLElement | undefined {
  for (let at = address; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('__')))) {
    const found = document.getElementById(at)
    if (found !== null) return found
  }
  return undefined
}

/** A clause is where it stays when nothing has moved it for so long. */
const steadyMilliseconds = 400
const mostMilliseconds = 4000
let scrolling = 0

/**
 * What was not drawn yet has a guessed height: scrolling goes on until the clause stays where it is, or the reader
 * takes over.
 */
function scrollSteadily(element: HTMLElement, busy: () => boolean): void {
  scrolling += 1
  const own = scrolling
  const stop = () => {
    if (own === scrolling) scrolling += 1
  }
  for (const event of ['wheel', 'touchstart', 'keydown']) addEventListener(event, stop, { once: true, passive: true })
  const begun = performance.now()
  let moved = begun
  const step = () => {
    if (own !== scrolling || !element.isConnected) return
    const before = scrollY
    element.scrollIntoView({ block: 'start', behavior: 'instant' })
    const now = performance.now()
    if (busy() || Math.abs(scrollY - before) >= 1) moved = now
    if (now - moved < steadyMilliseconds && now - begun < mostMilliseconds) requestAnimationFrame(step)
  }
  step()
}
