import { strToU8, zipSync } from 'fflate'

const namespace = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
].join(' ')

/** Parts of a Word file written by hand, as Word and WPS write them. */
export interface HandWritten {
  numbering?: string
  styles?: string
  comments?: string
  footnotes?: string
}

/** An archive of the given files, packed as tightly as it goes. */
export function archive(files: Record<string, Uint8Array | string>): Uint8Array {
  const bytes = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content
  ])
  return zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>, { level: 9 })
}

/** The XML of one part. */
export function part(name: string, content: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${name} ${namespace}>${content}</w:${name}>`)
}

/** A Word file with the given paragraphs in its body. */
export function wordFile(body: string, parts: HandWritten = {}): Uint8Array {
  const files: Record<string, Uint8Array> = { 'word/document.xml': part('document', `<w:body>${body}</w:body>`) }
  for (const [name, content] of Object.entries(parts)) files[`word/${name}.xml`] = part(name, content)
  return zipSync(files)
}

/** A paragraph of plain words, with properties. */
export function p(words: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${r(words)}</w:p>`
}

/** A run of plain words, with properties. */
export function r(words: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
}

/** The parts of a field: where it begins, what it computes, what it shows, where it ends. */
export const field = {
  begin: '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
  separate: '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
  end: '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  code: (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`
}

/** A style of paragraphs, or of characters. */
export function style(id: string, name: string, more = '', type = 'paragraph'): string {
  return `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
}

/** The properties of a paragraph in a list. */
export function listed(numId: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`
}

/** A list whose levels print the given texts in the given formats. */
export function list(id: number, levels: [format: string, text: string, more?: string][]): string {
  const lvls = levels.map(
    ([format, text, more = ''], index) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
  )
  return `<w:abstractNum w:abstractNumId="${id}">${lvls.join('')}</w:abstractNum>`
}

/** A list in use; `overrides` start levels anew. */
export function num(id: number, abstract: number, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`
}
