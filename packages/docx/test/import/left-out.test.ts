import { expect, test } from 'vitest'
import { importDocx } from '../../src/index.js'
import { archive, field, p, part, r, style, wordFile } from '../word-file.js'

function read(bytes: Uint8Array): { source: string; told: string[] } {
  const { value, messages } = importDocx(bytes)
  return { source: value!.source, told: messages.map(({ reason }) => reason) }
}

const box = (words: string) => `<w:txbxContent>${p(words)}</w:txbxContent>`

test('a text box as Word writes it is told with its clause and words', () => {
  const drawn = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('内部资料')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('内部资料')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  const { source, told } = read(wordFile(`${p('第一条　甲。')}<w:p>${r('第二条　乙。')}${drawn}</w:p>`))
  expect(source).toBe('第一条　甲。\n\n第二条　乙。\n')
  expect(told).toEqual(['没有导入：文本框 1 处（第二条第一款：“内部资料”）。'])
})

test('of alternatives an empty one is not taken', () => {
  const drawn = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('框')}</w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>`
  expect(read(wordFile(`<w:p>${r('第一条　甲。')}${drawn}</w:p>`)).told).toEqual([
    '没有导入：文本框 1 处（第一条第一款：“框”）。'
  ])
})

test('what a paragraph of its own held is told of the clause before it', () => {
  const { told } = read(
    wordFile(`${p('第一条　甲。')}<w:p><w:r><w:drawing/></w:r></w:p><w:altChunk/>${p('第二条　乙。')}`)
  )
  expect(told).toEqual([
    '没有导入：图片或图形 1 处（第一条第一款）。',
    '没有导入：嵌入的其他文件 1 处（第一条第一款）。'
  ])
})

test('a formula becomes one line, and is told', () => {
  const t = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`
  const formula = `<m:oMath>${t('费=')}<m:f><m:num>${t('甲+乙')}</m:num><m:den>${t('2')}</m:den></m:f><m:sSup><m:e>${t('x')}</m:e><m:sup>${t('2')}</m:sup></m:sSup></m:oMath>`
  const { source, told } = read(
    wordFile(`<w:p>${r('第一条　')}${formula}${r('。')}</w:p><m:oMathPara>${formula}</m:oMathPara>`)
  )
  expect(source).toBe('第一条　费=(甲+乙)/2x²。\n\n费=(甲+乙)/2x²\n')
  expect(told[0]).toBe(
    '请核对：改写成一行文字的公式 2 处（第一条第一款：“费=(甲+乙)/2x²”；第一条第二款：“费=(甲+乙)/2x²”）。'
  )
})

test('a power is no other number; what cannot be raised is told', () => {
  const up = '<w:vertAlign w:val="superscript"/>'
  const { source, told } = read(
    wordFile(`<w:p>${r('第一条　不超过10')}${r('6', up)}${r('个')}${r('注', up)}${r('。')}</w:p>`)
  )
  expect(source).toBe('第一条　不超过10⁶个注。\n')
  expect(told).toEqual(['没有导入：上标 1 处（第一条第一款：“注”）。'])
})

test('signs of the fonts of signs, and those that are not known', () => {
  const sign = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`
  const { source, told } = read(
    wordFile(`<w:p>${r('第一条　')}${sign('Symbol', 'F0B3')}${r('3')}${sign('Webdings', 'F041')}</w:p>`)
  )
  expect(source).toBe('第一条　≥3□\n')
  expect(told).toEqual(['没有导入：符号字体的字符 1 处（第一条第一款：“Webdings F041”）。'])
})

test('hidden text stays hidden where a style hides it', () => {
  const styles = style('hid', 'hid', '<w:rPr><w:vanish/></w:rPr>', 'character')
  const body = `<w:p>${r('第一条　甲')}${r('密语', '<w:rStyle w:val="hid"/>')}${r('。')}</w:p>`
  const { source, told } = read(wordFile(body, { styles }))
  expect(source).toBe('第一条　甲。\n')
  expect(told).toEqual(['没有导入：隐藏文字 1 处（第一条第一款：“密语”）。'])
})

test('headers and footers are told, but not the number of a page', () => {
  const relation = (id: number, kind: string) =>
    `<Relationship Id="r${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${kind}1.xml"/>`
  const bytes = archive({
    'word/document.xml': part('document', `<w:body>${p('第一条　甲。')}</w:body>`),
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation(1, 'header')}${relation(2, 'footer')}</Relationships>`,
    'word/header1.xml': part('hdr', p('渡发〔2026〕3号')),
    'word/footer1.xml': part('ftr', p('— 1 —') + p('第 1 页 共 2 页'))
  })
  expect(read(bytes).told).toEqual(['没有导入：页眉、页脚里的文字（“渡发〔2026〕3号”）。'])
})

test('a footnote is text, whatever Markdown would make of it', () => {
  const footnotes = `<w:footnote w:id="2"><w:p>${r('见[附件]*一*。')}</w:p></w:footnote>`
  const body = `<w:p>${r('第一条　甲')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('。')}</w:p>`
  expect(read(wordFile(body, { footnotes })).source).toContain('[^2]: 见\\[附件]\\*一\\*。')
})

test('a number that Word only counts on the screen is told', () => {
  const body = `<w:p>${r('第一条　甲：')}${field.begin}${field.code(' LISTNUM Legal ')}${field.separate}${field.end}${r('乙。')}</w:p>`
  expect(read(wordFile(body)).told).toEqual(['没有导入：编号域 LISTNUM 的编号 1 处（第一条第一款）。'])
})

test('a row that begins further in keeps its columns', () => {
  const cell = (words: string) => `<w:tc>${p(words)}</w:tc>`
  const table = `<w:tbl><w:tr>${cell('甲')}${cell('乙')}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('丙')}</w:tr></w:tbl>`
  expect(read(wordFile(table)).source).toContain('| 甲 | 乙 |\n| - | - |\n| | 丙 |')
})

test('a table that compares articles is told, with the way to one of its columns', () => {
  const row = (...cells: string[]) => `<w:tr>${cells.map((words) => `<w:tc>${p(words)}</w:tc>`).join('')}</w:tr>`
  const { source, told } = read(
    wordFile(`<w:tbl>${row('征求意见稿', '说明')}${row('第一条　花园由居民管理。', '新增。')}</w:tbl>`)
  )
  expect(source).toContain('| 第一条　花园由居民管理。 | 新增。')
  expect(told).toContain(
    '表格“征求意见稿｜说明”是条文对照表，没有读成条文；要其中一栏的条文，请只复制那一栏，存成纯文本（.txt）再导入。'
  )
})
