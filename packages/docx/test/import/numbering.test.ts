import { describe, expect, test } from 'vitest'
import { formatNumber } from '../../src/import/numbering.js'
import { importDocx } from '../../src/index.js'
import { list, listed, num, p, wordFile } from '../word-file.js'

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

  test('a format that regulations do not use is told', () => {
    const numbering = list(1, [['hindiLetters', '第%1条']]) + num(1, 1)
    const { value, messages } = importDocx(wordFile(p('甲。', listed(1)), { numbering }))
    expect(value!.source).toBe('第1条　甲。\n')
    expect(messages.map(({ reason }) => reason)).toContain('没有导入：编号格式 hindiLetters 1 处。')
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
