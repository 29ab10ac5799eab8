import { elements, readComment, type XmlElement, type XmlNode } from '@tiaoli/xml'
import type { PhrasingContent } from 'mdast'
import type { Mark, Phrasing, Text } from 'regast'
import type { Node } from 'unist'

const markNames: Record<string, Mark> = { b: 'strong', i: 'emphasis' }

/** The words of an element: links, terms and the like leave their text, emphasis becomes marks. */
export function readPhrasing(element: XmlElement): Phrasing[] {
  const found: Phrasing[] = []
  walk(element.children, [])
  return trimmed(found)

  function walk(children: XmlNode[], marks: Mark[]): void {
    for (const child of children) {
      if (child.type === 'text') addText(flat(child.value), marks)
      else if (child.type === 'comment') found.push({ type: 'comment', value: readComment(child.value) })
      else readElement(child, marks)
    }
  }

  function readElement(child: XmlElement, marks: Mark[]): void {
    const { name, attributes } = child
    const mark = markNames[name] ?? (name === 'inline' && attributes.name === 'delete' ? 'delete' : undefined)
    if (mark !== undefined) walk(child.children, [...marks, mark])
    else if (name === 'br' || name === 'eol') found.push({ type: 'break' })
    else if (name === 'inline' && attributes.name === 'markdown') {
      const mdast = keptMarkdown(attributes['tiaoli:mdast'])
      if (mdast === undefined) walk(child.children, marks)
      else found.push({ type: 'inline', mdast })
    } else if (name === 'num') {
      // In a quoted structure the number is part of the words.
      walk(child.children, marks)
    } else walk(child.children, marks)
  }

  function addText(value: string, marks: Mark[]): void {
    if (value === '') return
    const last = found[found.length - 1]
    if (last?.type === 'text' && (last.marks ?? []).join() === marks.join()) last.value += value
    else {
      const text: Text = { type: 'text', value }
      if (marks.length > 0) text.marks = [...marks]
      found.push(text)
    }
  }
}

/** Text whose line breaks are layout of the XML: they vanish between Chinese characters and are a blank elsewhere. */
function flat(value: string): string {
  if (!value.includes('\n')) return value
  return value.replace(/[ \t\r]*\n\s*/g, (_, offset: number) => {
    const before = value.charCodeAt(offset - 1)
    return Number.isNaN(before) || before > 0x2e7f ? '' : ' '
  })
}

/** Blanks at both ends are layout, too. */
function trimmed(found: Phrasing[]): Phrasing[] {
  const first = found[0]
  if (first?.type === 'text') first.value = first.value.trimStart()
  const last = found[found.length - 1]
  if (last?.type === 'text') last.value = last.value.trimEnd()
  return found.filter((node) => node.type !== 'text' || node.value !== '')
}

/** Each paragraph below an element as a line of phrasing. */
export function linesIn(element: XmlElement): Phrasing[][] {
  if (element.name === 'p') return [readPhrasing(element)]
  const below = elements(element)
  if (below.length === 0) {
    const line = readPhrasing(element)
    return line.length > 0 ? [line] : []
  }
  return below.flatMap(linesIn)
}

/** All text below an element. */
export function textOf(element: XmlElement): string {
  return element.children
    .map((child) => (child.type === 'text' ? flat(child.value) : child.type === 'element' ? textOf(child) : ''))
    .join('')
    .trim()
}

const markdownTypes = new Set(
  'blockquote break code definition delete emphasis footnoteDefinition footnoteReference heading html image imageReference inlineCode link linkReference list listItem paragraph strong table tableCell tableRow text thematicBreak'.split(
    ' '
  )
)
const fields = new Set(
  'type children value url title alt identifier label referenceType depth ordered start spread checked align lang meta'.split(
    ' '
  )
)

/** Markdown kept in an attribute; `undefined` where it is none that we could have written. */
export function keptMarkdown(json: string | undefined): Node | undefined {
  if (json === undefined || json.length > 1_000_000) return undefined
  try {
    const value: unknown = JSON.parse(json)
    return isMarkdown(value, 0) ? value : undefined
  } catch {
    return undefined
  }
}

function isMarkdown(value: unknown, depth: number): value is Node {
  if (typeof value !== 'object' || value === null || depth > 50) return false
  const node = value as Record<string, unknown>
  if (typeof node.type !== 'string' || !markdownTypes.has(node.type)) return false
  for (const [key, field] of Object.entries(node)) {
    if (!fields.has(key)) return false
    if (key === 'children') {
      if (!Array.isArray(field) || !field.every((child) => isMarkdown(child, depth + 1))) return false
    } else if (key === 'align') {
      if (
        field !== null &&
        !(Array.isArray(field) && field.every((side) => [null, 'left', 'right', 'center'].includes(side)))
      )
        return false
    } else if (typeof field === 'object' && field !== null) return false
  }
  return true
}

/** The phrasing of a table cell as Markdown. */
export function readCell(element: XmlElement): PhrasingContent[] {
  const found: PhrasingContent[] = []
  for (const child of element.children) {
    if (child.type === 'text') {
      const value = flat(child.value)
      if (value !== '') found.push({ type: 'text', value })
    } else if (child.type === 'element') {
      const { name, attributes } = child
      const kept = name === 'inline' ? keptMarkdown(attributes['tiaoli:mdast']) : undefined
      if (kept !== undefined) found.push(kept as PhrasingContent)
      else if (name === 'b') found.push({ type: 'strong', children: readCell(child) })
      else if (name === 'i') found.push({ type: 'emphasis', children: readCell(child) })
      else if (name === 'br') found.push({ type: 'break' })
      else found.push(...readCell(child))
    }
  }
  return found
}
