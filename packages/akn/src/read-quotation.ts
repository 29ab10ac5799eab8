import { child as childNamed, elements, rawText, type XmlElement } from '@tiaoli/xml'
import type { Indent, Paragraph, Phrasing, Point } from 'regast'
import { isItem, itemNames } from './names.js'
import type { Paragraphs } from './paragraphs.js'
import { linesIn, readPhrasing } from './phrasing-reader.js'

/** Reads the clauses inside of a quotation as those outside are read. */
export interface ClauseReader {
  itemNode(element: XmlElement, holder: Paragraph | Point | Indent, count: number): Point | Indent
  clause(element: XmlElement, node: Paragraph | Point | Indent, paragraphs: Paragraphs | undefined): void
}

/** Quoted lines as 款 behind the one that quotes them, and as its 项; numbers of articles and headings are their words. */
export function readQuotation(
  element: XmlElement,
  holder: Paragraph | Point | Indent,
  paragraphs: Paragraphs | undefined,
  reader: ClauseReader
): void {
  let printed = ''
  // Marks that a file of others keeps in attributes are words with us.
  const { startQuote = '', endQuote = '' } = element.attributes
  if (startQuote !== '') markItems(element, startQuote)
  let last: Paragraph | undefined
  const open = (line: XmlElement | undefined, words: Phrasing[]): Paragraph | undefined => {
    const paragraph = paragraphs?.open(line)
    if (paragraph === undefined) return undefined
    paragraph.quoted = true
    // Every quoted line opens with the mark.
    paragraph.children.push(...withWords(`${startQuote}${printed}`, words))
    printed = ''
    last = paragraph
    return paragraph
  }
  const read = (parent: XmlElement): void => {
    for (const child of elements(parent)) {
      const { name } = child
      if (name === 'num' || name === 'heading' || name === 'subheading') continue
      if (itemNames.has(name)) {
        const item = reader.itemNode(child, holder, holder.children.filter(isItem).length + 1)
        item.quoted = true
        reader.clause(child, item, undefined)
      } else if (name === 'paragraph') {
        const paragraph = open(child, [])
        if (paragraph === undefined) continue
        const words = paragraph.children.splice(0)
        reader.clause(child, paragraph, undefined)
        const own = withWords(textOfWords(words), paragraph.children as Phrasing[])
        paragraph.children = own as typeof paragraph.children
      } else if (name === 'p' || name === 'content' || name === 'intro' || name === 'wrapUp') {
        for (const line of linesIn(child)) open(undefined, line)
      } else {
        const num = childNamed(child, 'num')
        const heading = childNamed(child, 'heading')
        const number = num === undefined ? '' : rawText(num)
        printed += number === '' || /\s$/.test(number) ? number : `${number.trim()}　`
        if (heading !== undefined) open(undefined, readPhrasing(heading))
        read(child)
      }
    }
  }
  read(element)
  if (endQuote !== '' && last !== undefined) (last as Paragraph).children.push({ type: 'text', value: endQuote })
}

/** Phrasing with words in front of it, which join its first text. */
function withWords(words: string, phrasing: readonly Phrasing[]): Phrasing[] {
  const [first, ...rest] = phrasing
  if (words === '') return [...phrasing]
  if (first?.type === 'text' && first.marks === undefined) return [{ ...first, value: words + first.value }, ...rest]
  return [{ type: 'text', value: words }, ...phrasing]
}

/** Puts the mark of a quotation in front of the numbers of its 项 and 目. */
function markItems(element: XmlElement, mark: string): void {
  for (const child of elements(element)) {
    const num = itemNames.has(child.name) ? childNamed(child, 'num') : undefined
    num?.children.unshift({ type: 'text', value: mark })
    markItems(child, mark)
  }
}

function textOfWords(nodes: readonly { type: string }[]): string {
  return nodes.map((node) => ('value' in node ? String(node.value) : '')).join('')
}
