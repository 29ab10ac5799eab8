import { child as childNamed, elements, type XmlElement } from '@tiaoli/xml'
import type { ClauseNumber } from 'regast'
import { addressStep, joinAddress, type Level, parseAddress } from 'regast'
import { numberOf } from './number-of.js'
import { readPhrasing, textOf } from './phrasing-reader.js'
import type { TreeParent } from './tree-parent.js'

const prefixLevels: Record<string, Level> = { attachment: 'attachment', division: 'division' }

/** Number and heading of an element, with comments between them. */
export function readBase(element: XmlElement, node: TreeParent): void {
  for (const child of elements(element)) {
    if (child.name === 'num') {
      const value = textOf(child)
      // The mark of a quotation that begins with a number stands in front of it.
      const quote = /^[“‘「]/.exec(value)?.[0] ?? ''
      if (quote !== '') node.children.push({ type: 'text', value: quote })
      if (value.length > quote.length) node.children.push({ type: 'num', value: value.slice(quote.length) })
    } else if (child.name === 'heading') node.children.push({ type: 'heading', children: readPhrasing(child) })
  }
}

/** Address and number: as the eId says where it is one of ours, else by the printed number, else by counting. */
export function readPlace(
  element: XmlElement,
  level: Level,
  parent: string,
  count: number
): { address: string; number: ClauseNumber } {
  const address = (element.attributes.eId ?? '').replace(/\.\d+$/, '')
  const last = parseAddress(address)?.at(-1)
  if (last?.level === (prefixLevels[level] ?? level) && last.number !== undefined)
    return { address, number: last.number }
  const num = childNamed(element, 'num')
  const number = (num && numberOf(textOf(num))) ?? { value: count }
  return { address: joinAddress(parent, addressStep(level, number)), number }
}
