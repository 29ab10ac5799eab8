import { child, elements, rawText, type XmlElement } from '@tiaoli/xml'

/** The words of a part of a file, whatever stands around them. */
export function wordsIn(element: XmlElement): string {
  if (element.name === 'w:t') return rawText(element)
  return elements(element).map(wordsIn).join('')
}

/** The words of every paragraph inside a part of a file, such as those of text boxes. */
export function paragraphTexts(element: XmlElement): string[] {
  return element.name === 'w:p' ? [wordsIn(element)] : elements(element).flatMap(paragraphTexts)
}

/** Of alternatives the one that every reader knows, unless it is empty. */
export function alternativeOf(element: XmlElement): XmlElement | undefined {
  const plain = child(element, 'mc:Fallback')
  return plain !== undefined && elements(plain).length > 0 ? plain : child(element, 'mc:Choice')
}
