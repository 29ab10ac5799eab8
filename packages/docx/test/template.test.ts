import { Document, Header, Packer, Paragraph, TextRun } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { compileRegulation, parseRegulation } from 'remark-regast'
import { describe, expect, test } from 'vitest'
import { applyTemplate, importDocx, templateAsksFor } from '../src/index.js'
import { exported, part, reading } from './example.js'
import { throughOffice, withoutOffice } from './office.js'

/** The template of an office: a red head in the style of titles, a number cut into runs, a place for the text, a line behind it. */
async function template({ place = true, header = true } = {}): Promise<Uint8Array> {
  const document = new Document({
    styles: { default: { title: { run: { color: 'FF0000', size: 72 } } } },
    sections: [
      {
        ...(header && { headers: { default: new Header({ children: [new Paragraph('内部资料　{标题}')] }) } }),
        children: [
          new Paragraph({ style: 'Title', text: '枫林街道办事处文件' }),
          new Paragraph({
            children: [new TextRun('{发'), new TextRun({ text: '文字', bold: true }), new TextRun('号}')]
          }),
          ...(place ? [new Paragraph('{正文}'), new Paragraph('抄送：各社区。签发：{签发人}')] : [])
        ]
      }
    ]
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

const fields = { 标题: '枫林社区图书室管理办法', 发文字号: '枫办发〔2024〕5号', 阶段: '', 日期: '2024-05-06' }
const canonical = compileRegulation(parseRegulation(reading).tree)

async function inTemplate(options?: Parameters<typeof template>[0]) {
  const { value, messages } = applyTemplate(await exported(reading), await template(options), fields)
  return { bytes: value!, messages }
}

function words(xml: string): string[] {
  return xml.match(/<w:p[ >].*?<\/w:p>/gs)!.map((paragraph) => paragraph.replace(/<[^>]+>/g, ''))
}

describe('the template of an office', () => {
  test('keeps its red head, takes the facts, and has the draft where it says so', async () => {
    const { bytes, messages } = await inTemplate()
    const lines = words(part(bytes, 'word/document.xml'))
    expect(lines.slice(0, 3)).toEqual(['枫林街道办事处文件', '枫办发〔2024〕5号', '枫林社区图书室管理办法'])
    expect(lines.at(-1)).toBe('抄送：各社区。签发：{签发人}')
    expect(messages.map(({ reason }) => reason)).toEqual(['模板里的 {签发人} 没有对应的内容，原样保留。'])
    expect(part(bytes, 'word/header1.xml')).toContain('内部资料　枫林社区图书室管理办法')
  })

  test('without a place for the text has it behind everything', async () => {
    const { bytes } = await inTemplate({ place: false })
    expect(words(part(bytes, 'word/document.xml'))[2]).toBe('枫林社区图书室管理办法')
    expect(importDocx(bytes).value!.source).toBe(canonical)
  })

  test('the title of the draft looks as the draft has it, the red head as the template has it', async () => {
    const { bytes } = await inTemplate()
    const styles = part(bytes, 'word/styles.xml')
    const document = part(bytes, 'word/document.xml')
    const look = (text: string) => {
      const id = new RegExp(`<w:pStyle w:val="([^"]+)"/>(?:(?!</w:p>).)*${text}`, 's').exec(document)![1]
      return new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(styles)![0]
    }
    expect(look('枫林街道办事处文件')).toContain('w:val="FF0000"')
    expect(look('枫林社区图书室管理办法')).toContain('方正小标宋简体')
    const names = [...styles.matchAll(/<w:style [^>]*w:type="paragraph".*?<w:name w:val="([^"]+)"/gs)].map(([, name]) =>
      name!.toLowerCase()
    )
    expect(new Set(names).size).toBe(names.length)
  })

  test('numbers of annotations stand once, and every style that is used exists', async () => {
    const { bytes } = await inTemplate()
    const document = part(bytes, 'word/document.xml')
    const ids = [...document.matchAll(/<w:bookmarkStart [^>]*w:id="(\d+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(5)
    const styles = part(bytes, 'word/styles.xml')
    for (const [, id] of document.matchAll(/<w:pStyle w:val="([^"]+)"/g)) expect(styles).toContain(`w:styleId="${id}"`)
  })

  test('a template without footers gets page numbers; on the outer side only where no header would be lost', async () => {
    const withHeader = (await inTemplate()).bytes
    expect(part(withHeader, 'word/document.xml').match(/<w:footerReference/g)).toHaveLength(1)
    const without = (await inTemplate({ header: false })).bytes
    expect(part(without, 'word/document.xml').match(/<w:footerReference/g)).toHaveLength(2)
    expect(part(without, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    expect(part(without, 'word/tiaoliFooter1.xml')).toContain('PAGE')
  })

  test('what comes back is the draft, without what the template printed', async () => {
    expect(importDocx((await inTemplate()).bytes).value!.source).toBe(canonical)
  })

  test.skipIf(withoutOffice)('also out of LibreOffice', async () => {
    const [saved] = throughOffice([(await inTemplate()).bytes], 'docx')
    expect(importDocx(saved!).value!.source).toBe(canonical)
  })

  test('says which facts it asks for', async () => {
    const bytes = await template()
    expect([templateAsksFor(bytes, '发文字号'), templateAsksFor(bytes, '密级')]).toEqual([true, false])
  })

  test('what is no Word file, and one that is made to do harm, are refused', async () => {
    const draft = await exported(reading)
    const refused = applyTemplate(draft, strToU8('%PDF-1.4'), fields)
    expect([refused.value, refused.messages[0]!.reason]).toEqual([undefined, '这是 PDF，不是 Word 文档。'])
    const files = unzipSync(await template())
    const xml = strFromU8(files['word/document.xml']!).replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')
    const hostile = applyTemplate(draft, zipSync({ ...files, 'word/document.xml': strToU8(xml) }), fields)
    expect(hostile.value).toBeUndefined()
    expect(hostile.messages[0]!.reason).toContain('DOCTYPE')
  })
})
