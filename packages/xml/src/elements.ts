import type { XmlElement } from './read-xml.js'

/** The elements right below an element. */
export function elements(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => child.type === 'element')
}

/** The first element of a name right below an element. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((found): found is XmlElement => found.type === 'element' && found.name === name)
}

/** The outermost elements of a name below an element. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return elements(element).flatMap((found) => (found.name === name ? [found] : descendants(found, name)))
}

/** All text below an element, as it stands. */
export function rawText(element: XmlElement): string {
  return element.children
    .map((found) => (found.type === 'text' ? found.value : found.type === 'element' ? rawText(found) : ''))
    .join('')
}
