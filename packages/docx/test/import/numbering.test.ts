import { describe, expect, test } from 'vitest'
import { formatNumber } from '../../src/import/numbering.js'
import { importDocx } from '../../src/index.js'
import { archive, list, listed, num, p, part, wordFile } from '../word-file.js'

function lines(bytes: Uint8Array): string[] {
  return importDocx(bytes).value!.source.trim().split('\n\n')
}

const articles = list(1, [
  ['chineseCountingThousand', '第%1条'],
  ['chineseCounting', '（%2）', '<w:suff w:val="nothing"/>'],
  ['decimal', '%3.', '<w:suff w:val="nothing"/>']
])

describe('automatic numbers', () => {
  test('articles, items and sub-items that Word counts are text of the draft', () => {
    const body = [
      p('借阅规定', '<w:pStyle w:val="Title"/>'),
      p('居民可以借阅：', listed(1)),
      p('图书；', listed(1, 1)),
      p('报刊，包括：', listed(1, 1)),
      p('日报；', listed(1, 2)),
      p('周报。', listed(1, 2)),
      p('借期三十日。', listed(1)),
      p('赔偿办法：', listed(1)),
      p('照价；', listed(1, 1)),
      p('更换。', listed(1, 1))
    ].join('')
    const styles = '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    expect(lines(wordFile(body, { numbering: articles + num(1, 1), styles }))).toEqual([
      '# 借阅规定',
      '第一条　居民可以借阅：',
      '（一）图书；',
      '（二）报刊，包括：',
      '1.日报；',
      '2.周报。',
      '第二条　借期三十日。',
      '第三条　赔偿办法：',
      '（一）照价；',
      '（二）更换。'
    ])
  })

  test('the number of an article is set off where the list prints nothing behind it', () => {
    const plain = list(1, [['chineseCounting', '第%1条', '<w:suff w:val="nothing"/>']]) + num(1, 1)
    const body = [p('中央组织负责。', listed(1)), p('地方组织执行。', listed(1))].join('')
    expect(lines(wordFile(body, { numbering: plain }))).toEqual(['第一条　中央组织负责。', '第二条　地方组织执行。'])
  })

  test('lists of one definition go on counting, unless they start anew', () => {
    const numbering =
      articles +
      num(1, 1) +
      num(2, 1) +
      num(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride>')
    const body = [p('甲。', listed(1)), p('乙。', listed(2)), p('丙。', listed(3)), p('丁。', listed(3))].join('')
    expect(lines(wordFile(body, { numbering }))).toEqual([
      '第一条　甲。',
      '第二条　乙。',
      '第十条　丙。',
      '第十一条　丁。'
    ])
  })

  test('chapters and articles of one list, articles not starting anew in a chapter', () => {
    const numbering =
      list(1, [
        ['japaneseCounting', '第%1章'],
        ['chineseCountingThousand', '第%2条', '<w:lvlRestart w:val="0"/>']
      ]) + num(1, 1)
    const body = [p('总则', listed(1)), p('甲。', listed(1, 1)), p('附则', listed(1)), p('乙。', listed(1, 1))].join('')
    expect(lines(wordFile(body, { numbering }))).toEqual([
      '## 第一章　总则',
      '第一条　甲。',
      '## 第二章　附则',
      '第二条　乙。'
    ])
  })

  test('a list that belongs to a style, and a paragraph taken out of it', () => {
    const styles = `<w:style w:type="paragraph" w:styleId="Tiao"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="条二"/><w:basedOn w:val="Tiao"/></w:style>`
    const style = (id: string, more = '') => `<w:pStyle w:val="${id}"/>${more}`
    const body = [
      p('甲。', style('Tiao')),
      p('乙。', style('Sub')),
      p('续乙。', style('Tiao', listed(0))),
      p('丙。', style('Tiao'))
    ].join('')
    expect(lines(wordFile(body, { numbering: articles + num(1, 1), styles }))).toEqual([
      '第一条　甲。',
      '第二条　乙。',
      '续乙。',
      '第三条　丙。'
    ])
  })

  test('numbers with those of higher levels, in digits where the list is legal', () => {
    const numbering =
      list(1, [
        ['chineseCounting', '%1、'],
        ['decimal', '%1.%2', '<w:isLgl/>']
      ]) + num(1, 1)
    const body = [p('甲', listed(1)), p('乙', listed(1, 1)), p('丙', listed(1, 1))].join('')
    const source = importDocx(wordFile(body, { numbering })).value!.source
    expect(source).toContain('一、甲')
    expect(source).toContain('1.1　乙')
    expect(source).toContain('1.2　丙')
  })

  test('a paragraph without words is counted as Word counts it, and told', () => {
    const body = [p('甲。', listed(1)), p('', listed(1)), p('丙。', listed(1))].join('')
    const { value, messages } = importDocx(wordFile(body, { numbering: articles + num(1, 1) }))
    expect(value!.source).toBe('第一条　甲。\n\n第二条\n\n第三条　丙。\n')
    expect(messages.map(({ reason }) => reason)).toContain(
      '请核对：只有编号、没有文字的段落 1 处（第二条：“第二条”）。'
    )
  })

  test('numbers in cells of a table are its words', () => {
    const cell = (content: string) => `<w:tc>${content}</w:tc>`
    const row = (name: string) => `<w:tr>${cell(p('', listed(2)))}${cell(p(name))}</w:tr>`
    const head = `<w:tr>${cell(p('序号'))}${cell(p('姓名'))}</w:tr>`
    const numbering = list(2, [['decimal', '%1']]) + num(2, 2)
    const { source } = importDocx(wordFile(`<w:tbl>${head}${row('甲')}${row('乙')}</w:tbl>`, { numbering })).value!
    expect(source).toContain('| 1 | 甲 |\n| 2 | 乙 |')
  })

  test('parts under other names are found by the relations of the document', () => {
    const relation = (id: number, kind: string, target: string) =>
      `<Relationship Id="r${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`
    const relations = (content: string) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`
    const bytes = archive({
      '_rels/.rels': relations(relation(1, 'officeDocument', '/word/document2.xml')),
      'word/_rels/document2.xml.rels': relations(relation(1, 'numbering', 'numbering2.xml')),
      'word/document2.xml': part('document', `<w:body>${p('甲。', listed(1))}</w:body>`),
      'word/numbering2.xml': part('numbering', articles + num(1, 1))
    })
    expect(lines(bytes)).toEqual(['第一条　甲。'])
  })

  test('a format that regulations do not use is told', () => {
    const numbering = list(1, [['hindiLetters', '第%1条']]) + num(1, 1)
    const { value, messages } = importDocx(wordFile(p('甲。', listed(1)), { numbering }))
    expect(value!.source).toBe('第1条　甲。\n')
    expect(messages.map(({ reason }) => reason)).toContain('没有导入：编号格式 hindiLetters 1 处（第一条第一款）。')
  })
})

test.each([
  ['chineseCountingThousand', 105, '一百零五'],
  ['japaneseCounting', 20, '二十'],
  ['ideographDigital', 105, '一〇五'],
  ['chineseLegalSimplified', 32, '叁拾贰'],
  ['ideographTraditional', 3, '丙'],
  ['decimalEnclosedCircle', 12, '⑫'],
  ['decimalFullWidth', 12, '１２'],
  ['lowerLetter', 28, 'bb'],
  ['upperRoman', 14, 'XIV']
])('%s of %i is %s', (format, number, text) => {
  expect(formatNumber(number, format)).toBe(text)
})
