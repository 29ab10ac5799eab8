import { elements, type XmlElement } from '@tiaoli/xml'
import { alternativeOf } from './texts.js'

const apart = new Set(['w:drawing', 'w:pict', 'w:object', 'w:txbxContent'])

/** Marks of fields that begin and never end, as damaged files have them: what follows is text, and no instruction. */
export function unendedFields(body: XmlElement): Set<XmlElement> {
  const open: XmlElement[] = []
  visit(body)
  return new Set(open)

  function visit(element: XmlElement): void {
    for (const below of elements(element)) {
      if (apart.has(below.name)) continue
      if (below.name === 'w:fldChar') {
        const type = below.attributes['w:fldCharType']
        if (type === 'begin') open.push(below)
        else if (type === 'end') open.pop()
      } else if (below.name === 'mc:AlternateContent') {
        const choice = alternativeOf(below)
        if (choice !== undefined) visit(choice)
      } else visit(below)
    }
  }
}
