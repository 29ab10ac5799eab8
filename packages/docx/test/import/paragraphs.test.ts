import { expect, test } from 'vitest'
import { importDocx } from '../../src/index.js'
import { field, p, r, style, wordFile } from '../word-file.js'

function lines(bytes: Uint8Array): string[] {
  return importDocx(bytes).value!.source.trim().split('\n\n')
}

const br = '<w:r><w:br/></w:r>'
const page = '<w:r><w:br w:type="page"/></w:r>'
const pasted = (...texts: string[]) => wordFile(`<w:p>${texts.map((text) => r(text)).join(br)}</w:p>`)

test('breaks that set clauses apart end paragraphs, those after sentences between them too', () => {
  expect(
    lines(pasted('第一条　渡工应当：', '（一）持证；', '（二）穿救生衣。', '夜间停渡。', '第二条　违反的，停渡。'))
  ).toEqual(['第一条　渡工应当：', '（一）持证；', '（二）穿救生衣。', '夜间停渡。', '第二条　违反的，停渡。'])
})

test('a break before an indented line ends a paragraph, any other stays and is told', () => {
  expect(lines(pasted('第一条　白天摆渡。', '　　夜间停渡。'))).toEqual(['第一条　白天摆渡。', '夜间停渡。'])
  expect(lines(pasted('第一条　白天摆渡。', '夜间停渡。'))).toEqual(['第一条　白天摆渡。\\\n夜间停渡。'])
})

test('words on a new page begin a paragraph', () => {
  const body = `<w:p>${r('第一条　自公布之日起施行。')}${page}${r('附件1')}</w:p>${p('渡口名录')}<w:p>${page}${r('附件2')}</w:p>`
  expect(lines(wordFile(body))).toEqual(['第一条　自公布之日起施行。', '## 附件1　渡口名录', '## 附件2'])
})

test('of contents that Word made the word above them goes, too', () => {
  const toc = `<w:p>${field.begin}${field.code('TOC \\o')}${field.separate}${r('第一章　总则')}${field.end}</w:p>`
  const bytes = wordFile(p('目　录') + toc + p('第一章　总则') + p('第一条　甲。'))
  expect(lines(bytes)).toEqual(['## 第一章　总则', '第一条　甲。'])
  expect(importDocx(bytes).messages.map(({ reason }) => reason)).toEqual(['没有导入：Word 生成的目录 1 行。'])
})

test('words behind the end of contents stay', () => {
  const toc = `<w:p>${field.begin}${field.code('TOC')}${field.separate}${r('第一章　总则')}</w:p><w:p>${field.end}${r('第一条　甲。')}</w:p>`
  expect(lines(wordFile(toc))).toEqual(['第一条　甲。'])
})

test('contents of WPS are contents', () => {
  const line = p('第一章 总则 1', '<w:pStyle w:val="w"/>')
  const bytes = wordFile(p('目录') + line + p('第一章　总则') + p('第一条　甲。'), {
    styles: style('w', 'WPSOffice手动目录 1')
  })
  expect(lines(bytes)).toEqual(['## 第一章　总则', '第一条　甲。'])
})

test('a field that never ends takes no text with it', () => {
  const body = `<w:p>${r('第一条　依照')}${field.begin}${field.code('REF x')}${r('第二条办理。')}</w:p>${p('第二条　乙。')}`
  expect(lines(wordFile(body))).toEqual(['第一条　依照第二条办理。', '第二条　乙。'])
  const toc = `<w:p>${field.begin}${field.code('TOC')}${field.separate}</w:p>${p('第一条　甲。')}`
  expect(lines(wordFile(toc))).toEqual(['第一条　甲。'])
})

test('a line that ends like a sentence is no heading, whatever its style', () => {
  const styles = style('h', 'heading 3')
  const item = (words: string) => p(words, '<w:pStyle w:val="h"/>')
  expect(lines(wordFile(p('第一条　包括：') + item('（一）甲；') + item('（二）乙。'), { styles }))).toEqual([
    '第一条　包括：',
    '（一）甲；',
    '（二）乙。'
  ])
})

test('a line that says which draft it is belongs to the title', () => {
  const body = p('河心岛摆渡管理办法') + p('（征求意见稿）') + p('第一条　甲。')
  expect(lines(wordFile(body))).toEqual(['# 河心岛摆渡管理办法（征求意见稿）', '第一条　甲。'])
})

test('the title is found below the head of an office, and where it is the only large heading', () => {
  const head = [p('河心镇人民政府文件'), p('渡发〔2026〕3号'), p('河心岛摆渡管理办法'), p('第一条　甲。')].join('')
  expect(lines(wordFile(head))).toEqual([
    '# 河心岛摆渡管理办法',
    '河心镇人民政府文件',
    '渡发〔2026〕3号',
    '第一条　甲。'
  ])
  expect(importDocx(wordFile(head)).messages.map(({ reason }) => reason)).toEqual([
    '标题前面还有 2 行文字，放在了标题之后。'
  ])
  const styles = style('1', 'heading 1') + style('2', 'heading 2')
  const styled = (words: string, level: number) => p(words, `<w:pStyle w:val="${level}"/>`)
  const large = styled('河心岛摆渡工作纪律', 1) + styled('第一章　总则', 2) + p('第一条　甲。')
  expect(lines(wordFile(large, { styles }))).toEqual(['# 河心岛摆渡工作纪律', '## 第一章　总则', '第一条　甲。'])
  const chapters = styled('总则', 1) + p('第一条　甲。') + styled('附则', 1) + p('第二条　乙。')
  expect(lines(wordFile(chapters, { styles }))[0]).toBe('## 总则')
})
