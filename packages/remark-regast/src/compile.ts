import type { Nodes, Parents } from 'mdast'
import { frontmatterToMarkdown } from 'mdast-util-frontmatter'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toString as wordsOf } from 'mdast-util-to-string'
import type { RegastNode, Root } from 'regast'
import remarkStringify, { type Options } from 'remark-stringify'
import { type Plugin, type Processor, unified } from 'unified'
import type { VFileMessage } from 'vfile-message'
import { canonicalNumber } from './markers.js'
import { makeMessage } from './messages.js'
import { parseRegulation } from './parse.js'
import { isPlainText } from './scan.js'
import { toMarkdown } from './to-markdown.js'

const options: Options = {
  bullet: '-',
  rule: '-',
  listItemIndent: 'one',
  handlers: {
    // Dashes at the very start of a draft would open front matter.
    thematicBreak(node: Nodes, parent: Parents | undefined) {
      return parent?.type === 'root' && parent.children[0] === node ? '***' : '---'
    },
    // Drafters read their Markdown: 国发[2008]3号 stays as it is where no escape is needed.
    text(node: { value: string }, _, state, info) {
      const image = node.value.endsWith('!') && info.after === '['
      const closing = node.value.endsWith('#') && state.stack.includes('headingAtx')
      // A bar in a table parts cells.
      const cell = node.value.includes('|') && state.stack.includes('tableCell')
      return isPlainText(node.value) && !image && !closing && !cell ? node.value : state.safe(node.value, info)
    }
  }
}

const extensions = [
  frontmatterToMarkdown(['yaml']),
  gfmTableToMarkdown({ tablePipeAlign: false }),
  gfmFootnoteToMarkdown()
]

const stringifier = unified().data({ toMarkdownExtensions: extensions }).use(remarkStringify, options).freeze()

/** The canonical Markdown of a clause tree, ending in a line break; positions are not looked at. */
export function compileRegulation(tree: Root): string {
  return stringifier.stringify(toMarkdown(tree))
}

/**
 * A draft in canonical form; line endings and byte order mark are those of `source`. Never throws on text. Where the form
 * would change what the draft says, which is checked, the value is `source` and a message says so.
 */
export function formatRegulation(source: string): { value: string; messages: VFileMessage[] } {
  const { messages } = parseRegulation(source)
  // What is kept aside holds its own line endings: all are made one before, and the source's after.
  const { tree } = parseRegulation(source.replace(/\r\n?/g, '\n'))
  let compiled = compileRegulation(tree)
  let result = parseRegulation(compiled).tree
  // Where quotation marks do not match, a heading that became a paragraph may read differently: go on until nothing changes.
  let final = false
  for (let round = 0; round < 5 && !final; round++) {
    const again = compileRegulation(result)
    final = again === compiled
    compiled = again
    if (!final) result = parseRegulation(compiled).tree
  }
  if (!final || wording(result) !== wording(tree)) {
    const start = { line: 1, column: 1, offset: 0 }
    messages.push(
      makeMessage('format-unsafe', '规范格式会改动文字，未作改动；请逐处检查 Markdown 写法。', { start, end: start })
    )
    return { value: source, messages }
  }
  const bom = source.charCodeAt(0) === 0xfeff ? '\uFEFF' : ''
  return { value: bom + compiled.replaceAll('\n', lineEnding(source)), messages }
}

/** Every word of a draft in order: numbers, text, and what is kept aside. */
function wording(node: RegastNode): string {
  switch (node.type) {
    case 'num':
      return canonicalNumber(node.value)
    case 'text':
    case 'comment':
    case 'frontMatter':
      return node.value.replace(/\s+/g, '')
    case 'inline':
    case 'block':
      return wordsOf(node.mdast).replace(/\s+/g, '')
    case 'break':
      return ''
    default:
      return node.children.map((child) => wording(child as RegastNode)).join('')
  }
}

/** The line ending of the first line; a lone carriage return only where nothing else ends a line. */
function lineEnding(source: string): string {
  const first = /\r\n?|\n/.exec(source)?.[0] ?? '\n'
  return first === '\r' && source.includes('\n') ? '\n' : first
}

/** Makes a processor compile clause trees to canonical Markdown. */
export const regastStringify = function (this: Processor) {
  ;(this as unknown as { compiler: (tree: Root) => string }).compiler = compileRegulation
} as unknown as Plugin<[], Root, string>
