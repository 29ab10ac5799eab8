import { elements, rawText, type XmlElement } from '@tiaoli/xml'

/** What a template may ask for, by the name that stands between braces: {标题}, {发文字号}, {阶段}, {日期}. */
export type TemplateFields = Readonly<Record<string, string>>

const placeholder = /[{｛]\s*([\u4E00-\u9FFF]{1,12})\s*[}｝]/g

/** Puts facts in the place of their names; a word processor may have cut a name into several runs. */
export function fillFields(root: XmlElement, fields: TemplateFields): { unknown: string[] } {
  const unknown: string[] = []
  for (const paragraph of paragraphsIn(root)) {
    const texts = textsIn(paragraph)
    const whole = texts.map(rawText).join('')
    const found = [...whole.matchAll(placeholder)].reverse()
    for (const match of found) {
      const value = fields[match[1]!]
      if (value === undefined) unknown.push(match[0])
      else replaceRange(texts, match.index, match.index + match[0].length, value)
    }
  }
  return { unknown }
}

/** The facts that a part asks for. */
export function fieldNames(root: XmlElement): Set<string> {
  const words = paragraphsIn(root).map((paragraph) => textsIn(paragraph).map(rawText).join(''))
  return new Set(words.flatMap((text) => [...text.matchAll(placeholder)].map((match) => match[1]!)))
}

/** Whether a paragraph holds a placeholder and nothing else. */
export function isPlaceholder(paragraph: XmlElement, name: string): boolean {
  if (paragraph.name !== 'w:p') return false
  const words = textsIn(paragraph).map(rawText).join('').trim()
  const [match] = words.matchAll(placeholder)
  return match !== undefined && match[0] === words && match[1] === name
}

/** The paragraphs of a part, also those in tables and frames; an outer one stands for those in its text boxes, too. */
function paragraphsIn(element: XmlElement): XmlElement[] {
  return elements(element).flatMap((found) => {
    if (found.name !== 'w:p') return paragraphsIn(found)
    const inner = paragraphsIn(found)
    return inner.length > 0 ? inner : [found]
  })
}

function textsIn(element: XmlElement): XmlElement[] {
  return elements(element).flatMap((found) => (found.name === 'w:t' ? [found] : textsIn(found)))
}

/** Writes `value` into the first run that the range touches, and takes the rest of the range out of the others. */
function replaceRange(texts: readonly XmlElement[], from: number, to: number, value: string): void {
  let at = 0
  let written = false
  for (const text of texts) {
    const words = rawText(text)
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, words.length)
    at += words.length
    if (start >= end) continue
    const kept = `${words.slice(0, start)}${written ? '' : value}${words.slice(end)}`
    written = true
    text.children = [{ type: 'text', value: kept }]
    text.attributes['xml:space'] = 'preserve'
  }
}
