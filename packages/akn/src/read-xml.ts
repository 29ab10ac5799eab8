import { SaxesParser } from 'saxes'
import { VFileMessage } from 'vfile-message'
import { aknNamespace, ownNamespace } from './names.js'

/** An element of a document that was read; names are local, those of attributes in our own namespace begin with `tiaoli:`. */
export interface XmlElement {
  type: 'element'
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
  line: number
}

export type XmlNode = XmlElement | { type: 'text'; value: string } | { type: 'comment'; value: string }

/** Deeper than any regulation: 编 to 目 with their containers are some thirty levels. */
const deepest = 200
/** Characters; the longest codes have two million. */
const longest = 50_000_000
const mostElements = 2_000_000

/**
 * Reads an XML text into its root element. A document type, anything too deep or too large, and text that is not
 * well-formed are refused with a message that says where.
 */
export function readXml(source: string): { value: XmlElement | undefined; messages: VFileMessage[] } {
  const refuse = (reason: string, ruleId: string, line?: number, column?: number) => {
    const message = new VFileMessage(reason, line === undefined ? undefined : { line, column: column ?? 1 })
    message.source = 'akn'
    message.ruleId = ruleId
    message.fatal = true
    return { value: undefined, messages: [message] }
  }
  if (source.length > longest) return refuse('文件太大，不像是一部法规。', 'too-large')
  const parser = new SaxesParser({ xmlns: true, position: true })
  const open: XmlElement[] = []
  let root: XmlElement | undefined
  let count = 0
  const add = (node: XmlNode) => open[open.length - 1]?.children.push(node)
  parser.on('doctype', () => {
    throw new Refusal('文件里有文档类型声明（DOCTYPE）。为防止实体攻击，不读这样的文件；请删去声明后再试。', 'doctype')
  })
  parser.on('error', (error) => {
    throw new Refusal(`不是完好的 XML：${plainError(error.message)}。文件可能被截断或改坏，请换用完整的文件。`, 'malformed')
  })
  parser.on('opentag', (tag) => {
    if (open.length >= deepest) throw new Refusal(`元素嵌套超过 ${deepest} 层，不像是法规，未读取。`, 'too-deep')
    if (++count > mostElements) throw new Refusal('元素太多，不像是一部法规，未读取。', 'too-large')
    const element: XmlElement = {
      type: 'element',
      name: tag.uri === aknNamespace ? tag.local : tag.uri === ownNamespace ? `tiaoli:${tag.local}` : tag.name,
      attributes: {},
      children: [],
      line: parser.line
    }
    if (open.length === 0 && (tag.local !== 'akomaNtoso' || tag.uri !== aknNamespace)) {
      throw new Refusal(rootReason(tag.local, tag.uri), 'not-akn')
    }
    for (const { local, uri, value, prefix } of Object.values(tag.attributes)) {
      element.attributes[uri === ownNamespace ? `tiaoli:${local}` : prefix === '' ? local : `${prefix}:${local}`] = value
    }
    add(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (value) => add({ type: 'text', value }))
  parser.on('cdata', (value) => add({ type: 'text', value }))
  parser.on('comment', (value) => add({ type: 'comment', value }))
  try {
    parser.write(source.replace(/^\uFEFF/, '')).close()
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.message, error.ruleId, parser.line, parser.column + 1)
    throw error
  }
  return root === undefined ? refuse('文件里没有 XML 内容。', 'malformed') : { value: root, messages: [] }
}

class Refusal extends Error {
  constructor(
    reason: string,
    readonly ruleId: string
  ) {
    super(reason)
  }
}

function rootReason(name: string, uri: string): string {
  if (name === 'akomaNtoso') return `这是另一个版本的 Akoma Ntoso（${uri || '没有命名空间'}），只能读 3.0 版。`
  return `根元素是 ${name}，不是 Akoma Ntoso 文件。`
}

/** What is wrong, in words; the parser's own message follows for whoever looks it up. */
function plainError(message: string): string {
  const detail = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
  if (/undefined entity/.test(detail)) return `用了没有定义的实体（${detail}）`
  if (/unclosed tag|unmatched closing|unexpected close/.test(detail)) return `标签没有配对（${detail}）`
  if (/unexpected end|document must contain/.test(detail)) return `内容到中途就断了（${detail}）`
  return detail
}
