import type { XmlElement } from './read-xml.js'
import { XmlWriter } from './xml-writer.js'

/** An element that was read without renaming prefixes as a document again; comments are left out. */
export function writeXml(root: XmlElement): string {
  const xml = new XmlWriter()
  const write = (element: XmlElement): void =>
    xml.element(
      element.name,
      element.attributes,
      () => {
        for (const child of element.children) {
          if (child.type === 'element') write(child)
          else if (child.type === 'text') xml.text(child.value)
        }
      },
      // No blank may be added anywhere: what is text is not known.
      true
    )
  write(root)
  return xml.end()
}
