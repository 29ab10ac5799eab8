import type { Phrasing, RegastNode, Root } from 'regast'
import { parseAddress } from 'regast'
import { writeBlock } from './block-writer.js'
import { isContainer } from './names.js'
import { type LineContext, writePhrasing } from './phrasing-writer.js'

/** A table of contents; `p` writes a line that stands outside of the lists. */
export function writeToc(
  tree: Root,
  children: Extract<RegastNode, { type: 'toc' }>['children'],
  line: LineContext,
  p: (children: readonly Phrasing[]) => void
): void {
  const { xml } = line
  const items: (() => void)[] = []
  const flush = () => {
    if (items.length === 0) return
    xml.element('toc', {}, () => {
      for (const item of items.splice(0)) item()
    })
  }
  const levels = ['book', 'part', 'chapter', 'section']
  const present = levels.filter((level) => children.some((child) => child.type === 'tocItem' && child.unit === level))
  const place = tocTargets(tree)
  for (const child of children as RegastNode[]) {
    if (child.type === 'tocItem') {
      const target = place(child)
      const level = String(Math.max(1, present.indexOf(child.unit ?? '') + 1))
      const attributes = { class: child.unit, level, href: target === undefined ? '#' : `#${target}` }
      items.push(() => xml.element('tocItem', attributes, () => writePhrasing(child.children, line), true))
    } else if (child.type === 'comment' && items.length > 0) items.push(() => xml.comment(child.value))
    else {
      flush()
      if (child.type === 'heading') p(child.children)
      else if (child.type === 'block') writeBlock(child, xml)
      else if (child.type === 'comment') xml.comment(child.value)
    }
  }
  flush()
}

/** Finds the structure that each line of a table of contents names: the next one of its unit and number. */
function tocTargets(tree: Root): (item: Extract<RegastNode, { type: 'tocItem' }>) => string | undefined {
  const structures: { unit: string; value: number; address: string }[] = []
  const collect = (node: RegastNode): void => {
    if (isContainer(node) && node.number !== undefined) {
      structures.push({ unit: node.type, value: node.number.value, address: node.address })
    }
    if (node.type === 'root' || isContainer(node)) for (const child of node.children) collect(child as RegastNode)
  }
  collect(tree)
  let next = 0
  return ({ unit, number }) => {
    const at = structures.findIndex(
      (found, index) =>
        index >= next && found.unit === unit && found.value === number?.value && parseAddress(found.address)
    )
    if (at === -1) return undefined
    next = at + 1
    return structures[at]!.address
  }
}
