import { readXml, type XmlElement } from '@tiaoli/xml'
import { strFromU8, unzipSync } from 'fflate'
import { VFileMessage } from 'vfile-message'
import { crc32, statedChecksums } from './checksums.js'

/** The parts of a Word file that an import reads. */
export interface WordPackage {
  document: XmlElement
  numbering: XmlElement | undefined
  styles: XmlElement | undefined
  comments: XmlElement | undefined
  footnotes: XmlElement | undefined
  endnotes: XmlElement | undefined
  properties: XmlElement | undefined
  /** Headers and footers. */
  margins: XmlElement[]
}

const namespaces = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties': '',
  'http://purl.oclc.org/ooxml/officeDocument/customProperties': '',
  'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes': 'vt',
  'http://schemas.openxmlformats.org/package/2006/relationships': ''
}

/** Limits that no regulation comes near: bytes of the file, of one part and of all parts unpacked, and how much larger than packed. */
const limits = {
  file: 100_000_000,
  part: 100_000_000,
  total: 200_000_000,
  ratio: 400,
  ratioFrom: 20_000_000,
  entries: 20_000
}

class Refusal extends Error {
  constructor(
    readonly ruleId: string,
    reason: string
  ) {
    super(reason)
  }
}

/** Every part of a Word file as its bytes, and the name of its main document; refuses the same files as `readPackage`. */
export function unpackAll(bytes: Uint8Array): {
  value: { files: Record<string, Uint8Array>; main: string } | undefined
  messages: VFileMessage[]
} {
  return guarded(() => {
    const files = unpack(bytes, () => true)
    return { files, main: mainPart(files) }
  })
}

/** Unpacks a Word file; refuses what is none, what is encrypted or damaged, and what is made to exhaust memory. */
export function readPackage(bytes: Uint8Array): { value: WordPackage | undefined; messages: VFileMessage[] } {
  return guarded(() => parts(unpack(bytes, isRead)))
}

function guarded<T>(read: () => T): { value: T | undefined; messages: VFileMessage[] } {
  try {
    return { value: read(), messages: [] }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const message = new VFileMessage(error.message)
    message.source = 'docx'
    message.ruleId = error.ruleId
    message.fatal = true
    return { value: undefined, messages: [message] }
  }
}

/** An import reads text; pictures and themes are none. */
function isRead(name: string): boolean {
  return /\.(?:xml|rels)$/.test(name) && !/\/(?:media|theme|embeddings|glossary)\//.test(name)
}

function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Record<string, Uint8Array> {
  checkKind(bytes)
  let total = 0
  let entries = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (++entries > limits.entries) throw new Refusal('zip-bomb', '压缩包里的文件太多，不像是 Word 文档，未读取。')
        if (!wanted(name)) return false
        total += originalSize
        const inflated = originalSize > limits.ratioFrom && originalSize > size * limits.ratio
        if (originalSize > limits.part || total > limits.total || inflated) {
          throw new Refusal(
            'zip-bomb',
            `文档解压后过大（${name} 有 ${Math.round(originalSize / 1e6)} MB），可能是恶意构造的文件，未读取。`
          )
        }
        return true
      }
    })
    const stated = statedChecksums(bytes)
    for (const [name, content] of Object.entries(files)) {
      // A part that was changed on its way may still be XML, with other words in it.
      if (crc32(content) !== stated.get(name)) throw new Error(name)
    }
    return files
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('damaged', 'Word 文档不完整或已损坏，打不开。请重新取得文件，或用 Word 打开并另存后再试。')
  }
}

/** Tells files apart that people take for docx, by their first bytes. */
function checkKind(bytes: Uint8Array): void {
  const starts = (...values: number[]) => values.every((value, index) => bytes[index] === value)
  if (bytes.length === 0) throw new Refusal('empty', '文件是空的。')
  if (bytes.length > limits.file) throw new Refusal('too-large', '文件超过 100 MB，不像是一部法规。请删去图片后再试。')
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    if (holds(bytes, 'EncryptedPackage')) {
      throw new Refusal('encrypted', '文档设有打开密码，读不了。请在 Word 中去掉密码（文件→信息→保护文档）后再试。')
    }
    throw new Refusal('old-format', '这是旧版 Word 文档（doc）或 WPS 文档。请打开它，另存为 docx 后再试。')
  }
  if (starts(0x25, 0x50, 0x44, 0x46)) throw new Refusal('not-docx', '这是 PDF，不是 Word 文档。')
  if (starts(0x7b, 0x5c, 0x72, 0x74))
    throw new Refusal('not-docx', '这是 RTF 文档。请用 Word 打开，另存为 docx 后再试。')
  const start = strFromU8(bytes.subarray(0, 400), true)
  if (/^[^<]{0,3}\s*<(?:!doctype html|html)/i.test(start))
    throw new Refusal('not-docx', '这是网页（HTML），不是 Word 文档。请把扩展名改成 html 再导入。')
  if (/^(?:MIME-Version|Content-Type|From):/i.test(start))
    throw new Refusal('not-docx', '这是存成单个文件的网页（mht）。请用 Word 打开，另存为 docx 后再试。')
  if (!starts(0x50, 0x4b)) throw new Refusal('not-docx', '这不是 Word 文档（docx）。请确认选对了文件。')
}

/** Whether bytes hold a name of a compound file, which are UTF-16. */
function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((char) => [char.charCodeAt(0), 0])
  outer: for (let at = bytes.indexOf(wanted[0]!); at !== -1; at = bytes.indexOf(wanted[0]!, at + 1)) {
    for (let index = 1; index < wanted.length; index++) if (bytes[at + index] !== wanted[index]) continue outer
    return true
  }
  return false
}

function parts(files: Record<string, Uint8Array>): WordPackage {
  const main = mainPart(files)
  const named = relatedParts(files, main)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  // Some programs call them numbering2.xml; where the relations are lost, they have their usual names.
  const optional = (kind: string) => {
    const name = named.get(kind)?.[0] ?? `${folder}${kind}.xml`
    return files[name] === undefined ? undefined : parse(files, name)
  }
  return {
    document: parse(files, main),
    numbering: optional('numbering'),
    styles: optional('styles'),
    comments: optional('comments'),
    footnotes: optional('footnotes'),
    endnotes: optional('endnotes'),
    properties: files['docProps/custom.xml'] === undefined ? undefined : parse(files, 'docProps/custom.xml'),
    margins: [...(named.get('header') ?? []), ...(named.get('footer') ?? [])].map((name) => parse(files, name))
  }
}

/** Names of the parts that the main document is related to, by the last word of their kind. */
function relatedParts(files: Record<string, Uint8Array>, main: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const at = main.lastIndexOf('/') + 1
  const relations = `${main.slice(0, at)}_rels/${main.slice(at)}.rels`
  if (files[relations] === undefined) return found
  for (const relation of parse(files, relations).children) {
    if (relation.type !== 'element' || relation.attributes.TargetMode === 'External') continue
    const { Type = '', Target = '' } = relation.attributes
    const name = Target.startsWith('/') ? Target.slice(1) : `${main.slice(0, at)}${Target.replace(/^\.\//, '')}`
    if (files[name] === undefined) continue
    const kind = Type.slice(Type.lastIndexOf('/') + 1)
    found.set(kind, [...(found.get(kind) ?? []), name])
  }
  return found
}

/** The part that the package names as its main document; throws where there is none. */
function mainPart(files: Record<string, Uint8Array>): string {
  if (files['_rels/.rels'] !== undefined) {
    for (const relation of parse(files, '_rels/.rels').children) {
      if (relation.type !== 'element' || !relation.attributes.Type?.endsWith('/officeDocument')) continue
      const target = (relation.attributes.Target ?? '').replace(/^\.?\//, '')
      if (target.endsWith('.xml') && files[target] !== undefined && !/^(?:xl|ppt)\//.test(target)) return target
    }
  }
  if (files['word/document.xml'] !== undefined) return 'word/document.xml'
  const names = Object.keys(files)
  if (names.some((name) => name.startsWith('xl/'))) throw new Refusal('not-docx', '这是 Excel 工作簿，不是 Word 文档。')
  if (names.some((name) => name.startsWith('ppt/'))) throw new Refusal('not-docx', '这是演示文稿，不是 Word 文档。')
  throw new Refusal('not-docx', '这个压缩包里没有 Word 正文（document.xml），不是 Word 文档或已损坏。')
}

function parse(files: Record<string, Uint8Array>, name: string): XmlElement {
  const { value, refusal } = readXml(strFromU8(files[name]!), {
    prefixes: namespaces,
    longest: limits.part,
    mostElements: 2_000_000,
    // Tables in tables and text boxes go deeper than clauses do.
    deepest: 500
  })
  if (value === undefined) throw new Refusal(refusal!.ruleId, `Word 文档中的 ${name} 读不了：${refusal!.reason}`)
  return value
}
