import type { LinkedReference, LinkTarget, Outline } from '@tiaoli/library'
import { articleOf } from 'regast'

/** References by each article or structure of a draft that a target of them, of those that count, reaches. */
export function byReachedArticle(
  references: readonly LinkedReference[],
  draft: { readonly outline: Outline },
  counts: (target: LinkTarget) => boolean
): Map<string, LinkedReference[]> {
  const found = new Map<string, LinkedReference[]>()
  let order: { addresses: string[]; index: Map<string, number> } | undefined
  const add = (address: string, reference: LinkedReference): void => {
    const list = found.get(address)
    if (list === undefined) found.set(address, [reference])
    else if (list.at(-1) !== reference) list.push(reference)
  }
  for (const reference of references) {
    for (const target of reference.targets) {
      const { from, to } = target
      if (from === null || !counts(target)) continue
      const first = articleOf(from)
      const last = to === undefined ? first : articleOf(to)
      if (last === first) {
        add(first, reference)
        continue
      }
      order ??= orderOf(draft.outline)
      const [start, end] = [order.index.get(first), order.index.get(last)]
      if (start === undefined || end === undefined || end <= start) add(first, reference)
      else for (let at = start; at <= end; at++) add(order.addresses[at]!, reference)
    }
  }
  return found
}

function orderOf(outline: Outline): { addresses: string[]; index: Map<string, number> } {
  const addresses = [...outline.articles.keys()]
  return { addresses, index: new Map(addresses.map((address, at) => [address, at])) }
}
