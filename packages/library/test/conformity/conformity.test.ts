import type { Instrument } from '@tiaoli/library'
import { conformityOf, createLibrary, differentFigures, figuresIn, linkDocument, outlineOfTree } from '@tiaoli/library'
import { parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'

const law = `# 中华人民共和国绿化法

第一条　为了绿化国土，制定本法。

第二条　申请移植树木的，应当在三十日前向园林主管部门提出，并说明理由。

主管部门应当自收到申请之日起十五个工作日内作出决定。

第三条　公民应当爱护公园、绿地、行道树和各种绿化设施，不得攀折花木，不得在树干上钉钉拴绳。
`
const draft = `# 某市绿化办法

第一条　移植树木，依照《中华人民共和国绿化法》第二条的规定，在二十日前提出。

第二条　主管部门依照《中华人民共和国绿化法》第二条第二款，在十五个工作日内作出决定。

第三条　公民应当爱护公园、绿地、行道树和各种绿化设施，不得攀折花木，不得在树干上钉钉、拴绳。

第四条　补种树木依照《中华人民共和国林木法》第九条办理。
`

/** What its basis says in other words, with another figure; a whole 款 with more around it; a matter of its own. */
const carrying = `# 某市实施《中华人民共和国绿化法》办法

第一条　为了实施《中华人民共和国绿化法》，制定本办法。

第二条　市、区园林主管部门收到移植树木的申请后，应当自收到申请之日起二十个工作日内作出决定。

第三条　本市公民应当爱护公园、绿地、行道树和各种绿化设施，不得攀折花木，不得在树干上钉钉拴绳。每年三月为全市植树月，各机关、团体、企业、事业单位和居民委员会应当组织居民参加义务植树活动，并公布当年的植树地点。

第四条　绿化经费由市财政安排。

第五条　本办法由市园林主管部门负责解释，主管部门应当自收到申请之日起答复。
`

function conformity(text = draft, title = '某市绿化办法') {
  const { tree } = parseRegulation(law)
  const version = { outline: outlineOfTree(tree), source: { kind: 'text' as const, file: '绿化法.md' } }
  const instruments: Instrument[] = [
    { title: '中华人民共和国绿化法', kind: '法律', shortNames: [], versions: [version] }
  ]
  const library = createLibrary(instruments)
  const own = parseRegulation(text)
  const links = linkDocument(own.tree, { library })
  return conformityOf({ tree: own.tree, links, library, source: text, draft: { title, kind: '规章' } })
}

describe('the conformity of a draft', () => {
  const { pairs, copies, withoutText } = conformity()

  it('sets each citing clause beside the words that it cites', () => {
    expect(pairs.map(({ clause, target, superior }) => `${clause} → ${target.from} ${superior}`)).toEqual([
      'art_1__para_1 → art_2 true',
      'art_2__para_1 → art_2__para_2 true'
    ])
    expect(pairs[1]!.target.text).toBe('主管部门应当自收到申请之日起十五个工作日内作出决定。')
  })

  it('shows lists with their numbers, which count for nothing', () => {
    const list = (first: string) =>
      `提交：\n\n${first}移植的理由和移植到什么地方的说明；\n\n（四）移植以后的养护方案。\n`
    const { tree } = parseRegulation(`# 中华人民共和国绿化法\n\n第一条　申请移植树木的，应当${list('（三）')}`)
    const versions = [{ outline: outlineOfTree(tree), source: { kind: 'text' as const, file: '绿化法.md' } }]
    const library = createLibrary([{ title: '中华人民共和国绿化法', kind: '法律', shortNames: [], versions }])
    const compared = (first: string) => {
      const source = `# 某市绿化办法\n\n第一条　依照《中华人民共和国绿化法》第一条，申请移植树木的，应当${list(first)}`
      const own = parseRegulation(source)
      return conformityOf({ tree: own.tree, links: linkDocument(own.tree, { library }), library, source })
    }
    const { pairs: listed, copies: repeated } = compared('（一）')
    expect(listed[0]!.target.text.split('\n')[1]).toBe('（三）移植的理由和移植到什么地方的说明；')
    expect(listed[0]!.text.split('\n')[1]).toBe('（一）移植的理由和移植到什么地方的说明；')
    expect(repeated[0]!.share).toBe(compared('（三）').copies[0]!.share)
  })

  it('tells numbers that differ from the cited clause, and no others', () => {
    expect(pairs.map(({ differences }) => differences)).toEqual([[{ own: '二十日', cited: ['三十日'] }], []])
  })

  it('finds clauses that repeat a cited instrument, cited there or not', () => {
    expect(copies.map(({ clause, original, cited }) => `${clause} = ${original.clause} ${cited}`)).toEqual([
      'art_3__para_1 = art_3 false'
    ])
    expect(copies[0]!.share).toBeGreaterThan(0.9)
  })

  it('lets a text repeat what it takes the place of', () => {
    const kept = law.replace('中华人民共和国绿化法', '中华人民共和国绿化法（修订草案）')
    const revised = `${kept}\n第四条　本法自2027年1月1日起施行。1998年公布的《中华人民共和国绿化法》同时废止。\n`
    expect(conformity(revised, '中华人民共和国绿化法（修订草案）').copies).toEqual([])
    const successor = revised.replace('绿化法（修订草案）', '园林绿化法')
    expect(conformity(successor, '中华人民共和国园林绿化法').copies).toEqual([])
    const follower = `${kept}\n第四条　其他事项适用《中华人民共和国绿化法》。\n`.replace('绿化法（修订草案）', '湿地法')
    expect(conformity(follower, '中华人民共和国湿地法').copies).not.toEqual([])
  })

  it('finds what carries out a clause of its basis without citing it, and where figures differ', () => {
    const { implied, copies: whole } = conformity(carrying, '某市实施《中华人民共和国绿化法》办法')
    expect(implied.map(({ clause, original, differences }) => [clause, original.clause, differences])).toEqual([
      ['art_2__para_1', 'art_2__para_2', [{ own: '二十个工作日', cited: ['十五个工作日'] }]],
      ['art_3__para_1', 'art_3__para_1', []]
    ])
    expect(whole).toMatchObject([{ clause: 'art_3__para_1', original: { clause: 'art_3__para_1' }, whole: true }])
    expect(whole[0]!.share).toBeLessThan(0.7)
  })

  it('says which texts are not there to compare', () => {
    expect(withoutText).toEqual([{ title: '中华人民共和国林木法', clauses: 1 }])
  })
})

describe('figures', () => {
  it('are numbers with units, not days of the calendar or ordinals', () => {
    const text = '自2020年5月1日起，三十日内缴纳2万元或者1.5亿元罚款，第三年起每年两次，不少于10%，由3名人员办理'
    expect(figuresIn(text).map(({ value, unit }) => `${value}${unit}`)).toEqual([
      '30日',
      '20000元',
      '150000000元',
      '2次',
      '10%',
      '3人'
    ])
  })

  it('differ only where the other text counts in the same unit', () => {
    expect(differentFigures('五日内', '三年内')).toEqual([])
    expect(differentFigures('5日内', '五日内答复，十日内送达')).toEqual([])
  })
})
