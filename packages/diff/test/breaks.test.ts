import { describe, expect, it } from 'vitest'
import { breaks } from './drafts.js'

const rules = (old: string[], next: string[]) =>
  breaks(old, next).map(({ ruleId, expected, fatal }) => [ruleId, expected?.[0], fatal === false ? 'fault' : 'ask'])

const plan = '第一条　市食品部门每三年编制厨房规划，报市政府批准。'
const effect = '第九条　本办法自2027年1月1日起施行。'

describe('what a change broke', () => {
  it('is nothing where references followed', () => {
    expect(
      rules(
        [plan, '第二条　灶台应当清洁。', '第三条　违反第二条规定的，责令改正。'],
        [
          plan,
          '第二条　厨房应当公示营业时间和收费标准。',
          '第三条　灶台应当清洁。',
          '第四条　违反第三条规定的，责令改正。'
        ]
      )
    ).toEqual([])
  })

  it('is a number that was left and names another article now', () => {
    expect(
      rules(
        [plan, '第二条　灶台应当每日清洁。', '第三条　违反第二条规定的，责令改正。'],
        [
          plan,
          '第二条　厨房应当公示营业时间和收费标准。',
          '第三条　灶台应当每日清洁。',
          '第四条　违反第二条规定的，责令改正。'
        ]
      )
    ).toEqual([['reference-retargeted', '第三条', 'fault']])
  })

  it('is 前款 with a new paragraph between', () => {
    expect(
      rules(
        [plan, '区政府可以按照前款规定的规划制定方案。', effect],
        [plan, '编制规划应当听取公众意见，意见采纳情况应当公开。', '区政府可以按照前款规定的规划制定方案。', effect]
      )
    ).toEqual([['relative-ref-shifted', '本条第一款', 'fault']])
  })

  it('is the number of a point that was pushed on', () => {
    const list = (...points: string[]) => [
      '第一条　监督采取下列方式：',
      ...points,
      '采取前款第一项规定的方式，应当记录。',
      effect
    ]
    expect(rules(list('（一）约谈；', '（二）抽查。'), list('（一）公示；', '（二）约谈；', '（三）抽查。'))).toEqual([
      ['relative-ref-shifted', '前款第二项', 'fault']
    ])
  })

  it('is told with the 款 left out where it goes without saying, as the reference leaves it', () => {
    const list = ['（一）约谈；', '（二）抽查。']
    const old = ['第一条　监督采取下列方式：', ...list, '第二条　依照第一条第二项办理。']
    const added = ['第一条　本办法适用于共享厨房。', '第二条　监督采取下列方式：', ...list]
    expect(rules(old, [...added, '第三条　依照第一条第二项办理。'])).toEqual([
      ['reference-retargeted', '第二条第二项', 'fault']
    ])
    expect(rules(old, [...added, '监督结果应当公布。', '第三条　依照第一条第二项办理。'])).toEqual([
      ['reference-retargeted', '第二条第一款第二项', 'fault']
    ])
  })

  it('is a reference that followed its article but not its paragraph', () => {
    expect(
      rules(
        ['第一条　灶台应当清洁。', '负责人每年述职一次。', '第二条　述职依照第一条第二款办理。'],
        [
          '第一条　本办法适用于全市的共享厨房。',
          '第二条　灶台应当清洁。',
          '清洁记录保存三个月，供公众查阅。',
          '负责人每年述职一次。',
          '第三条　述职依照第二条第二款办理。'
        ]
      )
    ).toEqual([['reference-half-followed', '第二条第三款', 'fault']])
  })

  it('is a reference to an article that is gone', () => {
    expect(
      rules(
        [plan, '第二条　厨房档案由区食品部门集中管理。', '第三条　审核档案依照第二条办理。'],
        [plan, '第二条　审核档案依照第二条办理。']
      )
    ).toEqual([['reference-to-deleted', undefined, 'fault']])
  })

  it('asks about a range that takes in a new article', () => {
    const range = (to: string) => `第五条　经费适用第一条至第${to}条。`
    expect(
      rules(
        [plan, '第二条　甲区的厨房由甲区管理。', range('二')],
        [plan, '第二条　流动厨房的管理办法另行制定，经费自理。', '第三条　甲区的厨房由甲区管理。', range('三')]
      )
    ).toEqual([['range-swallows-insertion', undefined, 'ask']])
  })

  it('is an abbreviation whose definition is gone', () => {
    expect(
      rules(
        ['第一条　市政府设立厨房工作联席会议（以下简称联席会议）。', '第二条　保障事项由联席会议协调。'],
        ['第一条　市政府设立厨房工作联席会议。', '第二条　保障事项由联席会议协调。']
      )
    ).toEqual([['definition-lost', undefined, 'fault']])
  })

  it('is an abbreviation that is defined behind its first use', () => {
    const defines = '市政府设立厨房工作联席会议（以下简称联席会议），每季度召开一次。'
    const uses = '保障事项由联席会议协调，区政府负责落实。'
    expect(rules([`第一条　${defines}`, `第二条　${uses}`], [`第一条　${uses}`, `第二条　${defines}`])).toEqual([
      ['definition-after-use', undefined, 'fault']
    ])
  })
})
