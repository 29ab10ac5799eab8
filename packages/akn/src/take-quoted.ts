import type { XmlElement } from '@tiaoli/xml'

/** Takes the quoted structures out of an element, outermost ones in order; what is left reads as one line. */
export function takeQuoted(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = []
  element.children = element.children.filter((child) => {
    if (child.type !== 'element') return true
    if (child.name === 'quotedStructure') {
      found.push(child)
      return false
    }
    found.push(...takeQuoted(child))
    return true
  })
  return found
}
