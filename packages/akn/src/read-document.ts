import { readXml, type XmlElement } from '@tiaoli/xml'
import { VFileMessage } from 'vfile-message'
import { aknNamespace, ownNamespace } from './names.js'

const prefixes = { [aknNamespace]: '', [ownNamespace]: 'tiaoli' }
const documentTypes = new Set(['act', 'bill', 'doc', 'statement'])

/** Whether an element is a document that can be read as a regulation. */
export function isDocument({ name }: XmlElement): boolean {
  return documentTypes.has(name)
}

/** The document element (act, bill…) of an Akoma Ntoso 3.0 text, or the reason why there is none. */
export function readAknDocument(source: string): { value: XmlElement | undefined; messages: VFileMessage[] } {
  const refuse = (reason: string, ruleId: string, line?: number, column?: number) => {
    const message = new VFileMessage(reason, line === undefined ? undefined : { line, column: column ?? 1 })
    message.source = 'akn'
    message.ruleId = ruleId
    message.fatal = true
    return { value: undefined, messages: [message] }
  }
  const { value: root, refusal } = readXml(source, { prefixes })
  if (root === undefined) return refuse(refusal!.reason, refusal!.ruleId, refusal!.line, refusal!.column)
  if (root.name !== 'akomaNtoso') {
    const other = /(?:^|:)akomaNtoso$/.test(root.name) || root.attributes.xmlns?.includes('akomantoso')
    const reason = other
      ? `这是另一个版本的 Akoma Ntoso（${root.attributes.xmlns ?? '没有命名空间'}），只能读 3.0 版。`
      : `根元素是 ${root.name}，不是 Akoma Ntoso 文件。`
    return refuse(reason, 'not-akn', root.line)
  }
  if (root.attributes.xmlns !== undefined && root.attributes.xmlns !== aknNamespace) {
    return refuse(`这是另一个版本的 Akoma Ntoso（${root.attributes.xmlns}），只能读 3.0 版。`, 'not-akn', root.line)
  }
  const document = root.children.find((found): found is XmlElement => found.type === 'element' && isDocument(found))
  return document === undefined
    ? refuse('文件里没有可读的法规（act、bill 或 doc）。', 'not-akn', root.line)
    : { value: document, messages: [] }
}
