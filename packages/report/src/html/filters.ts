import type { Markup } from './markup.js'
import { html } from './markup.js'

/** One way to look at a part of a page: a list of which one entry is chosen, each showing what carries its class. */
export interface Filter {
  /** Name of the list, once in a page. */
  id: string
  label: string
  options: { className: string; label: string }[]
}

/** Lists to choose from. The page needs no script: what is chosen decides by style alone what is shown. */
export function filterBar(filters: readonly Filter[], all: string): Markup {
  const lists = filters
    .filter(({ options }) => options.length > 1)
    .map(
      ({ id, label, options }) =>
        html`<label>${label} <select id="${id}"><option value="all">${all}</option>${options.map(
          ({ className, label: name }) => html`<option value="${className}">${name}</option>`
        )}</select></label>`
    )
  return html`${
    lists.length > 0 &&
    html`<div class="filters">${lists}</div>
`
  }`
}

/** The style that hides what does not carry the class that is chosen, and groups in which nothing carries it. */
export function filterStyle(filters: readonly Filter[], items: string, groups: string): string {
  return filters
    .flatMap(({ id, options }) =>
      options.map(({ className }) => {
        const chosen = `body:has(#${id} option[value="${className}"]:checked)`
        return `${chosen} ${items}:not(.${className}),${chosen} ${groups}:not(:has(.${className})){display:none}`
      })
    )
    .join('\n')
}
