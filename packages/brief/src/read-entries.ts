import type { Heading, List, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Point } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { makeMessage } from './messages.js'
import { nearestName } from './vocabulary.js'

/** One 字段：值 line under a heading. */
export interface Field {
  name: string
  value: string
  place: Point
}

/** A heading with what stands under it, before anything is understood. */
export interface Entry {
  depth: number
  heading: string
  place: Point
  /** Paragraphs. */
  prose: string[]
  fields: Field[]
}

/** Cuts the Markdown of a brief at its headings; what stands in front of the first heading is reported. */
export function readEntries(tree: Root, messages: VFileMessage[]): Entry[] {
  const entries: Entry[] = []
  for (const node of tree.children) {
    if (node.type === 'heading') {
      entries.push({
        depth: node.depth,
        heading: headingText(node),
        place: node.position!.start,
        prose: [],
        fields: []
      })
      continue
    }
    const entry = entries.at(-1)
    if (node.type === 'html' || node.type === 'thematicBreak' || node.type === 'definition') continue
    if (entry === undefined) {
      messages.push(
        makeMessage('brief-content', '标题之前有文字，不知道属于哪一项要求；请移到标题之下。', node.position)
      )
    } else if (node.type === 'list') readFields(node, entry, messages)
    else if (node.type === 'paragraph') entry.prose.push(flat(textOf(node)))
    else
      messages.push(
        makeMessage(
          'brief-content',
          `“${entry.heading}”之下有读不懂的内容；要求只能由标题、说明文字和“字段：值”列表组成。`,
          node.position
        )
      )
  }
  return entries
}

function headingText(node: Heading): string {
  return textOf(node)
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
}

function readFields(list: List, entry: Entry, messages: VFileMessage[]): void {
  for (const item of list.children) {
    const text = flat(textOf(item))
    const match = /^([^：:]{1,8})[：:]\s*(.*)$/.exec(text)
    if (match === null) {
      messages.push(
        makeMessage(
          'field-unknown',
          `“${entry.heading}”之下的“${shorten(text)}”没有写成“字段：值”的形式，例如“强度：必备”。`,
          item.position
        )
      )
      continue
    }
    entry.fields.push({ name: match[1]!.trim(), value: match[2]!.trim(), place: item.position!.start })
  }
}

/** Sorts the fields of an entry by known names; reports unknown names, repeated ones and empty values. */
export function fieldsOf<Name extends string>(
  entry: Entry,
  known: readonly Name[],
  repeatable: readonly Name[],
  messages: VFileMessage[]
): Map<Name, Field[]> {
  const found = new Map<Name, Field[]>()
  for (const field of entry.fields) {
    const name = known.find((candidate) => candidate === field.name)
    if (name === undefined) {
      const near = nearestName(known, field.name)
      const hint = near === undefined ? `可以用的字段：${known.join('、')}` : `是不是想写“${near}”？`
      messages.push(
        makeMessage('field-unknown', `“${entry.heading}”有不认识的字段“${field.name}”。${hint}`, field.place, [
          ...known
        ])
      )
    } else if (field.value === '') {
      messages.push(makeMessage('field-value', `“${entry.heading}”的“${name}”没有写内容。`, field.place))
    } else if (found.has(name) && !repeatable.includes(name)) {
      messages.push(makeMessage('field-repeated', `“${entry.heading}”的“${name}”写了两次，只用第一次的。`, field.place))
    } else found.set(name, [...(found.get(name) ?? []), field])
  }
  return found
}

/** Text on one line; between Chinese characters a line break is no space. */
function flat(text: string): string {
  return text
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*\n[ \t]*(?=[\u2014-\u2026\u3000-\u9fff\uff00-\uffef])/g, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
}

function shorten(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text
}
