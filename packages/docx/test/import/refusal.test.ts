import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { importDocx } from '../../src/index.js'
import { exported, reading } from '../example.js'
import { p, wordFile } from '../word-file.js'

function refusal(bytes: Uint8Array): string {
  const { value, messages } = importDocx(bytes)
  expect(value).toBeUndefined()
  expect(messages[0]!.fatal).toBe(true)
  return messages[0]!.reason
}

const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const utf16 = (text: string) => [...text].flatMap((char) => [char.charCodeAt(0), 0])

test.each([
  ['an empty file', new Uint8Array(), '空的'],
  [
    'a file with a password',
    new Uint8Array([...compound, ...new Array(40).fill(0), ...utf16('EncryptedPackage')]),
    '打开密码'
  ],
  ['a file of an old Word', new Uint8Array([...compound, ...utf16('WordDocument')]), '旧版 Word'],
  ['a PDF', strToU8('%PDF-1.7'), 'PDF'],
  ['an RTF', strToU8('{\\rtf1'), 'RTF'],
  ['a web page', strToU8('\uFEFF<!DOCTYPE html><p>第一条</p>'), '网页（HTML）'],
  ['a web page in one file', strToU8('MIME-Version: 1.0\r\n'), 'mht'],
  ['Markdown', strToU8('# 规定\n'), '不是 Word 文档'],
  ['a workbook', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'Excel'],
  ['another archive', zipSync({ 'a.txt': strToU8('a') }), '没有 Word 正文']
])('%s is refused by name', (_, bytes, words) => {
  expect(refusal(bytes)).toContain(words)
})

test('a file that was cut off anywhere is refused, never half read', async () => {
  const bytes = await exported(reading)
  for (const share of [0.1, 0.5, 0.9, 0.999])
    expect(refusal(bytes.slice(0, Math.floor(bytes.length * share)))).toMatch(/损坏|不完整/)
})

test('a file in which one byte of the text is wrong is refused', () => {
  const bytes = zipSync(
    {
      'word/document.xml': strToU8(
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>3 days</w:t></w:r></w:p></w:body></w:document>'
      )
    },
    { level: 0 }
  )
  expect(importDocx(bytes).value!.source).toBe('3 days\n')
  bytes[Buffer.from(bytes).indexOf('3 days')] = 0x38
  expect(refusal(bytes)).toContain('已损坏')
})

test('a part that grows without end is refused before it is unpacked', () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(60_000_000) }, { level: 9 })
  expect(bomb.length).toBeLessThan(200_000)
  expect(refusal(bomb)).toContain('解压后过大')
})

test('entities and deep nesting in a part are refused', () => {
  const hostile = (xml: string) => zipSync({ 'word/document.xml': strToU8(xml) })
  expect(refusal(hostile('<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'))).toContain('DOCTYPE')
  expect(refusal(hostile(`${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`))).toContain('嵌套')
  expect(refusal(hostile('<a><b></a>'))).toContain('标签没有配对')
})

test('a file without text is read, and told to be without', () => {
  const { value, messages } = importDocx(wordFile(p('')))
  expect(value!.source.trim()).toBe('')
  expect(messages.map(({ ruleId }) => ruleId)).toContain('no-text')
})

test('measures that no table has are not believed', () => {
  const cell = (span: string) =>
    `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${p('甲')}</w:tc><w:tc>${p('乙')}</w:tc>`
  for (const span of ['900000000', '-1', '1e9', 'x']) {
    const { value } = importDocx(wordFile(`<w:tbl><w:tr>${cell(span)}</w:tr></w:tbl>`))
    expect(value!.source.length).toBeLessThan(1000)
    expect(value!.source).toContain('乙')
  }
})
