import { describe, expect, it } from 'vitest'
import { instrument, lines, link } from './linked.js'

const draft = (citing: string, ...annexes: string[]): string =>
  `# 苗圃办法\n\n第一条　${citing}\n\n${annexes.map((annex) => `${annex}\n\n第一条　浇水。\n\n第二条　除草。\n\n`).join('')}`

/** What the first article cites. */
function cited(citing: string, ...annexes: string[]): string[] {
  return lines(draft(citing, ...annexes))
    .filter((one) => one.startsWith('art_1'))
    .map((one) => one.replace(/^\S+ /, ''))
}

describe('annexes', () => {
  it('are told apart by what they are called', () => {
    expect(cited('标准见附件1，格式见附表1，位置见附图1。', '附件1　标准', '附表1　格式', '附图1　位置')).toEqual([
      '附件1 → att_1',
      '附表1 → att_1-2',
      '附图1 → att_1-3'
    ])
    expect(cited('格式见附表一，标准见附件一。', '附表一　格式', '附件一　标准')).toEqual([
      '附表一 → att_1',
      '附件一 → att_1-2'
    ])
  })

  it('say what they are called where their address does not tell', () => {
    const { references } = link(draft('格式见附表1、附图1。', '附件1　标准', '附表1　格式'))
    expect(references.flatMap(({ targets }) => targets.map(({ reason }) => reason))).toEqual([
      '附件一之二是本文件的附表一',
      '本文件没有附图一，只有附件一、附表一'
    ])
  })

  it('are missing where only another kind has the number', () => {
    expect(cited('格式见附表1。', '附件1　标准')).toEqual(['附表1 → 本文件 dangling'])
    expect(link(draft('格式见附表1。', '附件1　标准')).references[0]!.targets[0]!.reason).toBe(
      '本文件没有附表一，只有附件一'
    )
    expect(cited('格式见附表2。', '附件1　标准', '附表1　格式')).toEqual(['附表2 → att_2 dangling'])
    expect(cited('格式见附表。', '附件　标准')).toEqual(['附表 → 本文件 dangling'])
    expect(cited('依照附表1第二条办理。', '附件1　标准')).toEqual(['附表1第二条 → 本文件 dangling'])
  })

  it('keep their clauses apart', () => {
    expect(cited('依照附表1第二条、附件1第一条、附表第二款办理。', '附件1　标准', '附表1　格式')).toEqual([
      '附表1第二条 → att_1-2__art_2',
      '附件1第一条 → att_1__art_1',
      '附表第二款 → att_1-2__para_2 unknown-instrument'
    ])
    expect(
      lines(draft('略。', '附件1　标准', '附表1　格式\n\n第一条　依照本附件第二条、第二条、第九条办理。'))
    ).toEqual([
      'att_1-2__art_1__para_1 本附件第二条、第二条、第九条 → att_1-2__art_2 + att_1-2__art_2 + att_1-2__art_9 dangling'
    ])
  })

  it('are what 附件 without a number means, for certain where one is called so', () => {
    expect(cited('标准见附件，格式见附表。', '附件　标准', '附表　格式')).toEqual(['附件 → att_1', '附表 → att_2'])
    expect(cited('标准见附件。', '附录　标准')).toEqual(['附件 → att_1 ambiguous'])
    expect(cited('标准见附录。', '附件　标准')).toEqual(['附录 → att_1 ambiguous'])
    expect(cited('标准见附件。', '附：标准')).toEqual(['附件 → att_1'])
    expect(cited('标准见附件。', '附件1　标准', '附件2　格式', '附表1　表')).toEqual([
      '附件 → att_1 ambiguous 或 att_2'
    ])
  })

  it('are not looked up by a letter', () => {
    expect(cited('格式见附录A。', '附录　格式')).toEqual(['附录A → 本文件 unknown-instrument'])
  })

  it('are told apart in another instrument', () => {
    const law = instrument('# 花木条例\n\n第一条　花木应当登记。\n\n附件1　名录\n\n松树。\n')
    expect(lines('# 苗圃办法\n\n第一条　依照《花木条例》附件一、《花木条例》附表一办理。\n', [law])).toEqual([
      'art_1__para_1 《花木条例》附件一 → 《花木条例》att_1',
      'art_1__para_1 《花木条例》附表一 → 《花木条例》 dangling'
    ])
  })
})
