import type { XmlElement } from '@tiaoli/xml'
import { structureNames } from './names.js'
import { numberOf } from './number-of.js'
import { readPhrasing, textOf } from './phrasing-reader.js'
import type { Note } from './read-block.js'
import { readBlock } from './read-block.js'
import { addComment } from './tree-parent.js'

/** The lines of a table of contents. */
export function readToc(element: XmlElement, note: Note): unknown[] {
  const found: unknown[] = []
  for (const child of element.children) {
    if (child.type === 'comment') addComment({ children: found }, child.value)
    if (child.type !== 'element') continue
    if (child.name === 'toc') found.push(...readToc(child, note))
    else if (child.name === 'tocItem') {
      const children = readPhrasing(child)
      const unit = child.attributes.class
      const number = numberOf(textOf(child))
      found.push({ type: 'tocItem', children, ...(unit && structureNames.has(unit) && number && { unit, number }) })
    } else if (child.name === 'p') found.push({ type: 'heading', children: readPhrasing(child) })
    else {
      const block = readBlock(child, note)
      if (block !== undefined) found.push(block)
    }
  }
  return found
}
