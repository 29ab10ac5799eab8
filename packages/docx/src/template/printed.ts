import { elements, type XmlElement } from '@tiaoli/xml'

/**
 * Prefix of the bookmarks in the paragraphs that a template prints. Each paragraph has one of its own: LibreOffice
 * loses the end of a bookmark over several of them.
 */
const prefix = 'tiaoli_template_'

/** Marks the paragraphs below as those of a template, so that an import leaves them out; returns the next free id. */
export function markPrinted(children: XmlElement['children'], from: number): number {
  let id = from
  const mark = (element: XmlElement): void => {
    if (element.name !== 'w:p') {
      for (const below of elements(element)) mark(below)
      return
    }
    const at = element.children.findIndex((found) => found.type === 'element' && found.name === 'w:pPr') + 1
    const attributes = { 'w:id': String(id) }
    const name = `${prefix}${id}`
    element.children.splice(at, 0, {
      type: 'element',
      name: 'w:bookmarkStart',
      attributes: { ...attributes, 'w:name': name },
      children: [],
      line: 0
    })
    element.children.push({ type: 'element', name: 'w:bookmarkEnd', attributes, children: [], line: 0 })
    id += 1
  }
  for (const child of children) if (child.type === 'element') mark(child)
  return id
}

/** Whether a template printed a paragraph, or everything in a table. */
export function isPrinted(element: XmlElement): boolean {
  if (element.name === 'w:p') {
    return elements(element).some(
      (found) =>
        (found.name === 'w:bookmarkStart' && found.attributes['w:name']?.startsWith(prefix)) ||
        ((found.name === 'w:ins' || found.name === 'w:del') && isPrinted({ ...found, name: 'w:p' }))
    )
  }
  const paragraphs = paragraphsIn(element)
  return paragraphs.length > 0 && paragraphs.every(isPrinted)
}

function paragraphsIn(element: XmlElement): XmlElement[] {
  return elements(element).flatMap((found) => (found.name === 'w:p' ? [found] : paragraphsIn(found)))
}
