import type { List, ListItem } from 'mdast'
import type { RegastNode } from 'regast'
import { headingOf, numOf } from 'regast'
import { type Item, isItem, leadOf, ownParts } from './clause-lead.js'
import { mergeText, phrasingToMarkdown } from './to-phrasing.js'

/**
 * Whether an item is written as a Markdown list item with all that is below it: it has no number of its own, or its 目 are
 * numbered like itself; and there is nothing below it but such items.
 */
export function isListed(item: Item): boolean {
  const style = listStyle(item)
  if (style === undefined || !isSimple(item)) return false
  return (
    style === 'bullet' || (item.children as RegastNode[]).some((child) => isItem(child) && listStyle(child) === style)
  )
}

function isSimple(item: Item): boolean {
  const below = (item.children as RegastNode[]).slice(ownParts(item) + leadOf(item).length)
  return (
    below.every((child) => isItem(child) && listStyle(child) !== undefined && isSimple(child)) && runsInOrder(below)
  )
}

/** Whether Markdown, which counts by itself, counts these items as they are numbered. */
export function runsInOrder(items: RegastNode[]): boolean {
  let last: number | undefined
  for (const item of items as Item[]) {
    const ordered = listStyle(item) === 'ordered'
    if (ordered && last !== undefined && item.number.value !== last + 1) return false
    last = ordered ? item.number.value : undefined
  }
  return true
}

/** How Markdown lists an item: not at all where it has a heading or a number that Markdown has not. */
export function listStyle(item: Item): 'bullet' | 'ordered' | undefined {
  if (headingOf(item) !== undefined) return undefined
  const num = numOf(item)
  if (num === undefined) return 'bullet'
  return /^\d+[.)]$/.test(num.value) ? 'ordered' : undefined
}

/** Markdown lists of listed items; items of another kind or out of sequence begin a new one. */
export function toLists(items: Item[]): List[] {
  const lists: List[] = []
  let last: Item | undefined
  for (const item of items) {
    const ordered = listStyle(item) === 'ordered'
    const list = lists[lists.length - 1]
    const listItem: ListItem = { type: 'listItem', spread: false, children: itemBlocks(item) }
    if (list !== undefined && list.ordered === ordered && (!ordered || item.number.value === last!.number.value + 1)) {
      list.children.push(listItem)
    } else
      lists.push({
        type: 'list',
        ordered,
        start: ordered ? item.number.value : null,
        spread: false,
        children: [listItem]
      })
    last = item
  }
  return lists
}

function itemBlocks(item: Item): ListItem['children'] {
  const lead = leadOf(item)
  const blocks: ListItem['children'] = []
  if (lead.length > 0) blocks.push({ type: 'paragraph', children: mergeText(phrasingToMarkdown(lead)) })
  blocks.push(...toLists((item.children as RegastNode[]).filter(isItem)))
  return blocks
}
