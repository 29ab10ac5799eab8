import { describe, expect, it } from 'vitest'
import { garden, instrument, lines, link } from './linked.js'

/** What the clauses named in an article of a draft with eight articles of its own lead to. */
function places(words: string, instruments = [garden]): string[] {
  const rest = [2, 3, 4, 5].map((number) => `第${'一二三四五'[number - 1]}条　空文${number}。\n`).join('\n')
  return lines(`# 公园条例\n\n第一条　${words}\n\n${rest}`, instruments)
    .filter((line) => /第[二三].?条/.test(line))
    .map((line) => line.replace('art_1__para_1 ', ''))
}

describe('a clause behind a name and more words about the name', () => {
  it.each([
    ['《中华人民共和国园林法》（主席令（2019）第八号）', ''],
    ['《中华人民共和国园林法》（主席令第八号）（以下简称《园法》）', '的'],
    ['《中华人民共和国园林法》（主席令第八号）', '中的'],
    ['《中华人民共和国园林法》（以下简称"园法"）', '中'],
    ['《中华人民共和国园林法》(2019年通过, 主席令第八号) ', ''],
    ['《中华人民共和国园林法》[^1]', ''],
    ['《中华人民共和国园林法》<sup>1</sup>', ''],
    ['《中华人民共和国园林法》①', ''],
    ['[《中华人民共和国园林法》](https://example.org/)', ''],
    ['依照，**《中华人民共和国园林法》**', ''],
    ['园林法（2019年通过）', ''],
    ['《中华人民共和国园林法》~~第一条~~', ''],
    ['《中华人民共和国园林法》2020年版', '']
  ])('is of the instrument: %s%s第三条', (name, joined) => {
    expect(places(`${name}${joined}第三条、第二条第二款另有规定。\n\n[^1]: 注。`)).toEqual([
      '第三条、第二条第二款 → 《中华人民共和国园林法》art_3 + 《中华人民共和国园林法》art_2__para_2'
    ])
  })

  it('may be of the instrument that the words before it speak of', () => {
    expect(places('依照《中华人民共和国园林法》规定的第三条办理。')).toEqual([
      '第三条 → art_3 ambiguous 或 《中华人民共和国园林法》art_3'
    ])
    for (const words of ['（第三条）', '“第三条”', '[第三条]'])
      expect(places(`依照《中华人民共和国园林法》${words}办理。`)).toEqual(['第三条 → 《中华人民共和国园林法》art_3'])
  })

  it('is of the rules that implement an instrument, later in the sentence', () => {
    expect(
      lines('# 公园办法\n\n第一条　依照《中华人民共和国园林法》的规定，其实施细则第三条除外。\n', [garden]).at(-1)
    ).toBe('art_1__para_1 其实施细则第三条 → 《中华人民共和国园林法实施细则》art_3 unknown-instrument')
  })

  it('keeps the levels of one place together over a note', () => {
    expect(places('依照园林法第二条[^1]第二款办理。\n\n[^1]: 注。')).toEqual([
      '园林法第二条 → 《中华人民共和国园林法》art_2'
    ])
    expect(
      lines('# 公园条例\n\n第一条　依照园林法第二条[^1]第二款办理。\n\n第二款在此。\n\n[^1]: 注。\n', [garden])
    ).toContain('art_1__para_1 第二款 → 《中华人民共和国园林法》art_2__para_2')
  })

  it('is of the instrument inside the words that an amendment quotes', () => {
    expect(
      lines(
        `# 关于修改《公园规定》的决定

将第五条修改为：“依照《中华人民共和国园林法》（以下简称园法）第三条的规定修剪树木。”
`,
        [garden]
      )
    ).toContain('preamble__para_1 第三条 → 《中华人民共和国园林法》art_3')
  })

  it('is not for certain of the draft where the name was not made out', () => {
    expect(places('养护工作属于苗圃条例（2019年发布）第二条规定的范围。')).toEqual(['第二条 → art_2 ambiguous'])
    expect(places('按照绿地法规第二条养护。')).toEqual(['第二条 → art_2 ambiguous'])
    expect(places('养护工作属于本条例（2019年发布）第二条规定的范围。')).toEqual(['第二条 → art_2'])
    expect(places('养护工作属于本管理条例[^1]第二条规定的范围。\n\n[^1]: 注。')).toEqual(['第二条 → art_2'])
  })
})

describe('a text of an instrument told in brackets', () => {
  const first = instrument('# 花木条例\n\n第一条　定规矩。\n\n第二条　登记。\n', { date: '2010-01-01' })
  const later = instrument('# 花木条例\n\n第一条　定规矩。\n\n第二条　每年由市园林部门挂牌公示。\n', {
    date: '2018-05-01'
  })
  const both = {
    ...first,
    versions: [first.versions[0]!, { ...later.versions[0]!, action: 'amended' as const }]
  }
  const trial = instrument('# 花木条例（试行）\n\n第一条　定规矩。\n\n第二条　试着登记。\n', { date: '2005-01-01' })
  const read = (words: string): string[] =>
    link(`# 苗圃办法\n\n第一条　${words}\n`, [both, trial], { date: '2024-01-01' }).references.map(
      ({ text, targets: [target] }) =>
        `${text} ${target!.instrument} ${target!.version} ${target!.from} ${target!.status}`
    )

  it.each(['（2010年3月修订）', '（2010年3月12日修订）', '（2010年修改）', '（2010年12月28日修正版）'])(
    'is the one of that year, and of the title without 试行: %s',
    (bracket) => {
      expect(read(`依照《花木条例》${bracket}第二条办理。`)).toEqual([
        `《花木条例》${bracket}第二条 花木条例 2010-01-01 art_2 superseded`
      ])
    }
  )

  it('is the one of that year where the bracket says more', () => {
    expect(read('依照《花木条例》（2010年修订，以下简称《条例》）第二条办理。')).toContain(
      '第二条 花木条例 2010-01-01 art_2 superseded'
    )
  })
})

describe('《条例》 that nothing has defined', () => {
  const tree = instrument('# 树木条例\n\n第一条　定规矩。\n\n第二条　栽种。\n')
  const flower = instrument('# 花卉条例\n\n第一条　定规矩。\n\n第二条　浇水。\n')
  it('is told as a guess where more than one was named', () => {
    const one = '# 苗圃办法\n\n第一条　依照《树木条例》制定。\n\n第二条　依照《条例》第二条办理。\n'
    expect(lines(one, [tree, flower]).at(-1)).toBe('art_2__para_1 《条例》第二条 → 《树木条例》art_2')
    expect(lines(one.replace('制定', '和《花卉条例》制定'), [tree, flower]).at(-1)).toBe(
      'art_2__para_1 《条例》第二条 → 《花卉条例》art_2 ambiguous'
    )
    expect(lines(one.replace('苗圃办法', '苗圃条例'), [tree, flower]).at(-1)).toBe(
      'art_2__para_1 《条例》第二条 → 《树木条例》art_2 ambiguous'
    )
  })
})
