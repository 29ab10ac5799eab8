import type { Markup } from './markup.js'
import { html } from './markup.js'

/** What may be wider than the page: it scrolls by itself, for the keyboard as well; `label` says what it is. */
export function scrolling(label: string, content: Markup): Markup {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}">${content}</div>`
}
