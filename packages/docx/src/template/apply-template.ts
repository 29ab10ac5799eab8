import { child, elements, readXml, writeXml, type XmlElement } from '@tiaoli/xml'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { VFileMessage } from 'vfile-message'
import { unpackAll } from '../import/read-package.js'
import { addCustomProperties, addFonts, addFooters, hasFooters, type Parts } from './add-parts.js'
import { fieldNames, fillFields, isPlaceholder, type TemplateFields } from './fill-fields.js'
import { element, mergeStyles } from './merge-styles.js'
import { markPrinted } from './printed.js'

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/**
 * A draft's Word file inside the template of an office: its red head, its page, its headers. The draft stands where the
 * template says {正文}, at the end where it does not; `value` is `undefined` where the template was refused.
 */
export function applyTemplate(
  draft: Uint8Array,
  template: Uint8Array,
  fields: TemplateFields
): { value: Uint8Array | undefined; messages: VFileMessage[] } {
  const { value: unpacked, messages } = unpackAll(template)
  if (unpacked === undefined) return { value: undefined, messages }
  const { files, main } = unpacked
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const target: Parts = { files, folder }
  const source: Parts = { files: unzipSync(draft), folder: 'word/' }
  const page = readXml(strFromU8(files[main]!), { deepest: 500, longest: 100_000_000 })
  const body = child(page.value, 'w:body')
  const own = child(partOf(source, 'document.xml'), 'w:body')!
  if (page.value === undefined || body === undefined || page.value.attributes['xmlns:w'] !== wordNamespace) {
    return {
      value: undefined,
      messages: [
        ...messages,
        notice(page.refusal?.reason ?? '模板不是普通的 Word 文档。请用 Word 打开，另存为 docx 后再试。', true)
      ]
    }
  }
  const lines = elements(own).filter(({ name }) => name !== 'w:sectPr')
  const at = placeOf(body)
  const inTemplate = new Set<string>()
  stylesIn(page.value, inTemplate)
  const inDraft = new Set<string>()
  for (const line of lines) stylesIn(line, inDraft)
  const numbersPages = !hasFooters(page.value)
  if (numbersPages) inDraft.add('Footer')
  const styles = partOf(target, 'styles.xml') ?? element('w:styles', { 'xmlns:w': wordNamespace })
  const renamed = mergeStyles(styles, partOf(source, 'styles.xml')!, { template: inTemplate, draft: inDraft })
  restyle(page.value, renamed.template)
  for (const line of lines) restyle(line, renamed.draft)
  const ids = highestId(page.value) + 1
  for (const line of lines) shiftIds(line, ids)
  insert(body, at, lines, ids + highestId(own) + 1)
  write(target, 'styles.xml', styles)
  if (numbersPages) addFooters(target, source, page.value, (footer) => restyle(footer, renamed.draft))
  addFonts(target, source)
  addCustomProperties(target, source)
  asDocument(target, main)
  const unknown = fillAll(target, page.value, fields)
  files[main] = strToU8(writeXml(page.value))
  const told = unknown.map((name) => notice(`模板里的 ${name} 没有对应的内容，原样保留。`))
  return { value: zipSync(files), messages: [...messages, ...told] }
}

/** Whether a template has a place for a fact; `false` for what is no Word file. */
export function templateAsksFor(template: Uint8Array, name: string): boolean {
  const { value } = unpackAll(template)
  if (value === undefined) return false
  const page = readXml(strFromU8(value.files[value.main]!), { deepest: 500, longest: 100_000_000 }).value
  return page !== undefined && fieldNames(page).has(name)
}

/** Where the draft goes among the children of a body, and what makes way for it. */
function placeOf(body: XmlElement): { index: number; replaced: number } {
  const index = body.children.findIndex((found) => found.type === 'element' && isPlaceholder(found, '正文'))
  if (index !== -1) return { index, replaced: 1 }
  const end = body.children.findIndex((found) => found.type === 'element' && found.name === 'w:sectPr')
  return { index: end === -1 ? body.children.length : end, replaced: 0 }
}

/** Puts lines into a body, and marks what stands before and behind them. */
function insert(
  body: XmlElement,
  { index, replaced }: { index: number; replaced: number },
  lines: XmlElement[],
  id: number
): void {
  const before = body.children.slice(0, index)
  const behind = body.children.slice(index + replaced)
  markPrinted(behind, markPrinted(before, id))
  body.children = [...before, ...lines, ...behind]
}

/** What was saved as a template (dotx) becomes a document, so that Word opens it and not a copy of it. */
function asDocument({ files }: Parts, main: string): void {
  const types = readXml(strFromU8(files['[Content_Types].xml']!)).value!
  const type = elements(types).find((found) => found.attributes.PartName === `/${main}`)
  if (type === undefined) return
  type.attributes.ContentType = (type.attributes.ContentType ?? '').replace('.template.main+xml', '.document.main+xml')
  files['[Content_Types].xml'] = strToU8(writeXml(types))
}

function fillAll(target: Parts, page: XmlElement, fields: TemplateFields): string[] {
  const unknown = new Set(fillFields(page, fields).unknown)
  for (const name of Object.keys(target.files)) {
    if (!/^(?:header|footer)\d+\.xml$/.test(name.slice(target.folder.length)) || !name.startsWith(target.folder))
      continue
    const part = readXml(strFromU8(target.files[name]!), { deepest: 500 }).value
    if (part === undefined) continue
    for (const found of fillFields(part, fields).unknown) unknown.add(found)
    target.files[name] = strToU8(writeXml(part))
  }
  return [...unknown]
}

function stylesIn(root: XmlElement, found: Set<string>): void {
  for (const below of elements(root)) {
    if (below.name === 'w:pStyle') found.add(below.attributes['w:val'] ?? '')
    else stylesIn(below, found)
  }
}

function restyle(root: XmlElement, ids: ReadonlyMap<string, string>): void {
  for (const below of elements(root)) {
    const id = below.name === 'w:pStyle' ? ids.get(below.attributes['w:val'] ?? '') : undefined
    if (id !== undefined) below.attributes['w:val'] = id
    else restyle(below, ids)
  }
}

const annotations = new Set(['w:bookmarkStart', 'w:bookmarkEnd', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])

function highestId(root: XmlElement): number {
  let highest = 0
  for (const below of elements(root)) {
    const id = annotations.has(below.name) ? Number(below.attributes['w:id'] ?? 0) : 0
    highest = Math.max(highest, Number.isFinite(id) ? id : 0, highestId(below))
  }
  return highest
}

function shiftIds(root: XmlElement, by: number): void {
  if (annotations.has(root.name)) root.attributes['w:id'] = String(Number(root.attributes['w:id'] ?? 0) + by)
  for (const below of elements(root)) shiftIds(below, by)
}

function partOf({ files, folder }: Parts, name: string): XmlElement | undefined {
  const bytes = files[`${folder}${name}`]
  return bytes === undefined ? undefined : readXml(strFromU8(bytes), { deepest: 500, longest: 100_000_000 }).value
}

function write({ files, folder }: Parts, name: string, root: XmlElement): void {
  files[`${folder}${name}`] = strToU8(writeXml(root))
}

function notice(reason: string, fatal = false): VFileMessage {
  const message = new VFileMessage(reason)
  message.source = 'docx'
  message.ruleId = 'template'
  if (fatal) message.fatal = true
  return message
}
