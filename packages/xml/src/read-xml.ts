import { SaxesParser } from 'saxes'

/** An element of a document that was read. */
export interface XmlElement {
  type: 'element'
  /** Prefix as the reader's options name the namespace (`w:p`), or the local name alone where they give ''. */
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
  line: number
}

export type XmlNode = XmlElement | { type: 'text'; value: string } | { type: 'comment'; value: string }

/** How a document is read. */
export interface XmlOptions {
  /** Prefixes that names get, by namespace; other names keep what the document writes. */
  prefixes?: Record<string, string>
  /** Levels of elements. */
  deepest?: number
  /** Characters. */
  longest?: number
  mostElements?: number
}

/** Why a document was not read. */
export interface XmlRefusal {
  /** One Chinese sentence. */
  reason: string
  ruleId: 'doctype' | 'too-deep' | 'too-large' | 'malformed'
  line?: number
  column?: number
}

/**
 * Reads an XML text into its root element. A document type (and with it every entity), anything too deep or too large,
 * and text that is not well-formed are refused.
 */
export function readXml(source: string, options: XmlOptions = {}): { value?: XmlElement; refusal?: XmlRefusal } {
  // 编 to 目 with all containers are some thirty levels; the longest codes have two million characters.
  const { prefixes = {}, deepest = 200, longest = 50_000_000, mostElements = 2_000_000 } = options
  if (source.length > longest) return { refusal: { reason: '文件太大，不像是一部法规。', ruleId: 'too-large' } }
  const parser = new SaxesParser({ xmlns: true, position: true })
  const open: XmlElement[] = []
  let root: XmlElement | undefined
  let count = 0
  const add = (node: XmlNode) => open[open.length - 1]?.children.push(node)
  const named = (prefix: string, local: string, uri: string) => {
    const known = prefixes[uri]
    if (known === undefined) return prefix === '' ? local : `${prefix}:${local}`
    return known === '' ? local : `${known}:${local}`
  }
  parser.on('doctype', () => {
    throw new Refusal('doctype', '文件里有文档类型声明（DOCTYPE）。为防止实体攻击，不读这样的文件；请删去声明后再试。')
  })
  parser.on('error', (error) => {
    throw new Refusal(
      'malformed',
      `不是完好的 XML：${plainError(error.message)}。文件可能被截断或改坏，请换用完整的文件。`
    )
  })
  parser.on('opentag', (tag) => {
    if (open.length >= deepest) throw new Refusal('too-deep', `元素嵌套超过 ${deepest} 层，不像是法规，未读取。`)
    if (++count > mostElements) throw new Refusal('too-large', '元素太多，不像是一部法规，未读取。')
    const attributes: Record<string, string> = {}
    for (const name in tag.attributes) {
      const { local, uri, value, prefix } = tag.attributes[name]!
      attributes[named(prefix, local, uri)] = value
    }
    const element: XmlElement = {
      type: 'element',
      name: named(tag.prefix, tag.local, tag.uri),
      attributes,
      children: [],
      line: parser.line
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
    if (!(error instanceof Refusal)) throw error
    return { refusal: { reason: error.message, ruleId: error.ruleId, line: parser.line, column: parser.column + 1 } }
  }
  return root === undefined ? { refusal: { reason: '文件里没有 XML 内容。', ruleId: 'malformed' } } : { value: root }
}

class Refusal extends Error {
  constructor(
    readonly ruleId: XmlRefusal['ruleId'],
    reason: string
  ) {
    super(reason)
  }
}

/** What is wrong, in words; the parser's own message follows for whoever looks it up. */
function plainError(message: string): string {
  const detail = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
  if (/undefined entity/.test(detail)) return `用了没有定义的实体（${detail}）`
  if (/unclosed tag|unmatched closing|unexpected close/.test(detail)) return `标签没有配对（${detail}）`
  if (/unexpected end|document must contain/.test(detail)) return `内容到中途就断了（${detail}）`
  return detail
}
