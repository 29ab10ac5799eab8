import { join } from 'node:path'
import { importFile, libraryName } from '@tiaoli/importer'
import { encodeText } from '@tiaoli/workspace'
import { describe, expect, it } from 'vitest'
import { fileWith } from './temporary.js'

const wrapped = `               某镇绿道规定

（2019年2月3日某镇人民代表大会通过）

    第一条  为了管理绿道，根据《某省园林条例》第三条的规定，制
定本规定。
    第二条  绿道由镇管理，任何单位和个人不得占用绿道或者损坏绿
道设施，不得在绿道内从事与绿道功能无关的经营活动，更不得在绿
道内停放机动车辆，违反的由镇综合执法机构责令改正，拒不改正的
依法处理。
    第四条  本规定自公布之日起施行。
`

describe('a plain text', () => {
  it('with broken lines has them joined, and says so', async () => {
    const { markdown, doubts, recognised } = await importFile(fileWith('绿道.txt', encodeText(wrapped, 'gb18030')!))
    expect(markdown.split('\n\n')[3]).toBe(
      '第二条  绿道由镇管理，任何单位和个人不得占用绿道或者损坏绿道设施，不得在绿道内从事与绿道功能无关的经营活动，更不得在绿道内停放机动车辆，违反的由镇综合执法机构责令改正，拒不改正的依法处理。'
    )
    expect(doubts).toEqual(
      expect.arrayContaining([
        '按 GB18030（GBK）编码读取，已转成 UTF-8',
        '原文按固定宽度折行，合并了 4 处断行，请抽查',
        expect.stringContaining('中间缺第三条'),
        '看不出是哪一种法规'
      ])
    )
    expect(recognised).toMatchObject({ title: '某镇绿道规定', date: '2019-02-03', articles: 3, lastArticle: 4 })
  })

  it('printed on pages loses their numbers and the title above each, and goes on where a page cut a sentence', async () => {
    const wide = '绿道由镇管理，任何单位和个人不得占用绿道或者损坏绿道设施，不得在绿道内'
    const text = [
      '某镇绿道规定',
      '',
      ...['一', '二', '三'].flatMap((number) => [`    第${number}条  ${wide.slice(0, 26)}`, `${wide.slice(0, 31)}。`]),
      `    第四条  ${wide.slice(0, 26)}`,
      '',
      '— 3 —',
      '',
      '某镇绿道规定',
      '从事经营活动。',
      '第 4 页 共 9 页',
      '    绿道长6公里。'
    ].join('\n')
    const { markdown, dropped } = await importFile(fileWith('绿道.txt', text))
    expect(markdown.trimEnd().split('\n\n').slice(4)).toEqual([
      `第四条  ${wide.slice(0, 26)}从事经营活动。`,
      '绿道长6公里。'
    ])
    expect(dropped).toEqual(['— 3 —', '某镇绿道规定', '第 4 页 共 9 页'])
  })

  it('with broken lines keeps a short line, such as a title, to itself', async () => {
    const { markdown } = await importFile(fileWith('绿道.txt', wrapped.replace('\n\n（', '\n（').replace(/^ +/, '')))
    expect(markdown.split('\n\n').slice(0, 2)).toEqual(['# 某镇绿道规定', '（2019年2月3日某镇人民代表大会通过）'])
  })

  it('in which hardly a character is Chinese is told to be garbled', async () => {
    const garbled = Buffer.from(
      encodeText('第一条　社区花园由社区管理，开放的时间由社区公布。'.repeat(3), 'gb18030')!
    ).toString('latin1')
    const { doubts } = await importFile(fileWith('a.txt', garbled))
    expect(doubts).toContain('几乎没有汉字，多半是编码错了（乱码），请换一个来源')
  })

  it('with one paragraph a line stays as it is', async () => {
    const text =
      '某市花园办法\n\n第一条　为了管理花园，制定本办法。\n花园由社区管理。\n第二条　本办法自发布之日起施行。\n'
    const { markdown, doubts } = await importFile(fileWith('某市花园办法.txt', text))
    expect(markdown).toBe(
      '# 某市花园办法\n\n第一条　为了管理花园，制定本办法。\n\n花园由社区管理。\n\n第二条　本办法自发布之日起施行。\n'
    )
    expect(doubts).toEqual(['没有找到通过、公布或者修改的日期', '看不出是哪一种法规'])
  })
})

describe('a text of a public collection', () => {
  it('is taken unchanged, its facts from its name, folder and note', async () => {
    const text =
      '# 某某条例\n\n2019年5月6日 国务院令第700号公布\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n第一条 为了*规范*，制定本条例。\n'
    const { markdown, recognised, doubts } = await importFile(fileWith('某某条例(2021-01-02).md', text))
    expect(markdown).toBe(text)
    expect(recognised).toMatchObject({ title: '某某条例', date: '2021-01-02', articles: 1, kind: { kind: '行政法规' } })
    expect(doubts).toContain('文件名的日期是 2021-01-02，题注里最后的日期是 2019-05-06，按文件名')
  })

  it('that is a part of a longer one is kept beside the other parts', async () => {
    const part = '# 某市市容法典\n\n# 分则\n\n2021年1月1日 某市人民代表大会通过\n\n第十条　街道整洁。\n'
    const imported = await importFile(fileWith('分则.md', part))
    expect(imported.recognised).toMatchObject({ title: '某市市容法典', date: '2021-01-01', part: true })
    expect(libraryName(imported)).toBe(join('某市市容法典(2021-01-01)', '分则.md'))
  })
})

describe('a text that a word processor made of a draft', () => {
  it('keeps the comments of the draft, each with the clause that it traces', async () => {
    const text = [
      '<!-- 落实: A-1 -->某镇绿道规定',
      '<!-- 落实: A-2 --><!-- 待落实: A-3 -->第一条　为了管理绿道，制定本规定。',
      '绿道由镇管理。<!-- 待议：分段',
      '管理 -->镇综合执法机构负责巡查。',
      '没有合上的<!-- 后面还有话。',
      '<!-- 落实: A-4 -->第二条　本规定自公布之日起施行。',
      '<!-- 落实: A-5 -->',
      ''
    ].join('\n')
    const { markdown, recognised } = await importFile(fileWith('绿道.txt', text))
    expect(markdown.trimEnd().split('\n\n')).toEqual([
      '<!-- 落实: A-1 -->',
      '# 某镇绿道规定',
      '<!-- 落实: A-2 -->',
      '<!-- 待落实: A-3 -->',
      '第一条　为了管理绿道，制定本规定。',
      '绿道由镇管理。',
      '<!-- 待议：分段\n管理 -->',
      '镇综合执法机构负责巡查。',
      '没有合上的\\<!-- 后面还有话。',
      '<!-- 落实: A-4 -->',
      '第二条　本规定自公布之日起施行。',
      '<!-- 落实: A-5 -->'
    ])
    expect(recognised.articles).toBe(2)
  })

  it('has the name of an attachment behind its number, and not the first words of one without a name', async () => {
    const read = async (below: string) =>
      (
        await importFile(fileWith('绿道.txt', `某镇绿道规定\n第一条　绿道由镇管理。\n附件 1\n${below}\n名称和长度。\n`))
      ).markdown
        .trimEnd()
        .split('\n\n')
        .slice(2)
    expect(await read('绿道名录和管理单位一览表')).toEqual(['附件1　绿道名录和管理单位一览表', '名称和长度。'])
    expect(await read('东河绿道')).toEqual(['附件 1', '东河绿道', '名称和长度。'])
  })
})

describe('the title of a plain text', () => {
  const title = async (name: string, text: string) => {
    const { markdown, doubts } = await importFile(fileWith(name, text))
    return [markdown.split('\n')[0], doubts.filter((doubt) => doubt.includes('标题') || doubt.includes('第一行'))]
  }

  it('may be one that amends', async () => {
    expect(await title('a.txt', '某镇绿道规定修正案\n\n一、将第二条修改为：“绿道由镇管理。”\n')).toEqual([
      '# 某镇绿道规定修正案',
      []
    ])
  })

  it('is the first line where nothing else tells it, and that is said', async () => {
    expect(await title('a.txt', '甲诉乙案\n\n基本案情\n\n甲在绿道上停车。\n')).toEqual([
      '# 甲诉乙案',
      ['把第一行“甲诉乙案”当作了标题']
    ])
    expect(await title('甲诉乙占用绿道案.txt', '甲诉乙占用绿道案\n\n甲在绿道上停车。\n')).toEqual([
      '# 甲诉乙占用绿道案',
      []
    ])
    expect(await title('a.txt', '甲在绿道上停车。\n\n乙没有。\n')).toEqual(['甲在绿道上停车。', ['没有找到标题']])
  })
})
