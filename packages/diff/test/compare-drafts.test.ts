import { changeNote, compareDrafts } from '@tiaoli/diff'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breaks, compare, draftOf, lines } from './drafts.js'

const purpose = '第一条　为了规范共享厨房的经营，保障公众健康，制定本办法。'
const permit = '第二条　开办共享厨房应当向区食品安全部门备案，备案材料应当真实完整。'
const hygiene = '第三条　共享厨房应当每日清洁灶台和排烟设施，并保存清洁记录三个月。'
const liability = '第四条　违反本办法第三条规定的，由区食品安全部门责令改正。'
const effect = '第五条　本办法自2027年1月1日起施行。'
const base = [purpose, permit, hygiene, liability, effect]
const renumber = (text: string, number: string) => text.replace(/^第.条/, `第${number}条`)

describe('articles of two drafts', () => {
  it('are unchanged where number and words are the same', () => {
    const same = compare(base, base)
    expect(lines(same)).toEqual(['unchanged 1>1', 'unchanged 2>2', 'unchanged 3>3', 'unchanged 4>4', 'unchanged 5>5'])
    expect(same.articles.every(({ similarity }) => similarity === 1)).toBe(true)
  })

  it('are renumbered where an insertion pushes them on, and a reference that follows is no change of substance', () => {
    const changed = compare(base, [
      purpose,
      '第二条　共享厨房应当安装可以回放的监控设备，公众有权查看。',
      renumber(permit, '三'),
      renumber(hygiene, '四'),
      '第五条　违反本办法第四条规定的，由区食品安全部门责令改正。',
      renumber(effect, '六')
    ])
    expect(lines(changed)).toEqual([
      'unchanged 1>1',
      'added >2',
      'renumbered 2>3',
      'renumbered 3>4',
      'renumbered 4>5',
      'renumbered 5>6'
    ])
    expect(changed.articles[4]!.references).toEqual([
      { old: '本办法第三条', new: '本办法第四条', in: 'art_5__para_1', follows: true }
    ])
    expect(changed.articles[4]!.clauses[0]!.segments).toEqual([
      { kind: 'equal', text: '违反' },
      { kind: 'reference', old: '本办法第三条', new: '本办法第四条' },
      { kind: 'equal', text: '规定的，由区食品安全部门责令改正。' }
    ])
  })

  it('are modified where a reference now means another clause', () => {
    const changed = compare(base, [purpose, permit, hygiene, liability.replace('第三条', '第二条'), effect])
    expect(lines(changed)[3]).toBe('modified 4>4')
    expect(changed.articles[3]!.references![0]!.follows).toBe(false)
    expect(changed.articles[3]!.referencesOnly).toBeUndefined()
  })

  it('are modified, for references only, where the number stays and the cited clause moved', () => {
    const changed = compare(
      [purpose, '第二条　清洁依照本办法第三条办理。', hygiene, effect],
      [
        purpose,
        '第二条　清洁依照本办法第四条办理。',
        '第三条　新增的检查制度由区食品安全部门制定。',
        renumber(hygiene, '四'),
        effect
      ]
    )
    expect(changed.articles[1]).toMatchObject({ kind: 'modified', referencesOnly: true, similarity: 1 })
  })

  it('are moved where they leave the order of their neighbours', () => {
    const changed = compare(base, [
      purpose,
      renumber(hygiene, '二'),
      renumber(liability, '三').replace('第三条规定', '第二条规定'),
      renumber(permit, '四'),
      effect
    ])
    expect(lines(changed)).toEqual(['unchanged 1>1', 'renumbered 3>2', 'renumbered 4>3', 'moved 2>4', 'unchanged 5>5'])
  })

  it('are split and merged where their text went to two places or came from two', () => {
    const long =
      '第二条　开办共享厨房应当向区食品安全部门备案，备案材料应当真实完整。\n\n从业人员应当取得健康证明，并且每年参加一次食品安全培训，培训由行业协会组织。'
    const two = [
      '第二条　开办共享厨房应当向区食品安全部门备案，备案材料应当真实完整。',
      '第三条　从业人员应当取得健康证明，并且每年参加一次食品安全培训，培训由行业协会组织。'
    ]
    expect(lines(compare([purpose, long, effect], [purpose, ...two, effect]))).toContain('split 2>2+3')
    expect(lines(compare([purpose, ...two, effect], [purpose, long, effect]))).toContain('merged 2+3>2')
  })

  it('keep twins apart by their order', () => {
    const twin = (number: string, who: string) =>
      `第${number}条　${who}应当每季度向区食品安全部门报告经营情况，报告应当附有账目。`
    const changed = compare(
      [twin('一', '共享厨房'), twin('二', '中央厨房'), effect],
      ['第一条　本办法适用于本市。', twin('二', '共享厨房'), twin('三', '中央厨房'), effect]
    )
    expect(lines(changed)).toEqual(['added >1', 'renumbered 1>2', 'renumbered 2>3', 'unchanged 5>5'])
  })
})

describe('chapters', () => {
  const chaptered = (first: string, second: string) => ['## 第一章　总则', first, '## 第二章　经营', second, effect]

  it('make an article moved that changes its chapter in place', () => {
    const changed = compare(
      ['## 第一章　总则', purpose, permit, '## 第二章　经营', hygiene, effect],
      ['## 第一章　总则', purpose, '## 第二章　经营', permit, hygiene, effect]
    )
    expect(lines(changed)).toEqual(['unchanged 1>1', 'moved 2>2', 'unchanged 3>3', 'unchanged 5>5'])
  })

  it('are renamed, added and deleted themselves', () => {
    const changed = compare(chaptered(purpose, hygiene), [
      '## 第一章　总则',
      purpose,
      '## 第二章　经营和清洁',
      hygiene,
      '## 第三章　附则',
      effect
    ])
    expect(changed.headings.map(({ kind }) => kind)).toEqual(['unchanged', 'renamed', 'added'])
  })
})

describe('clauses inside an article', () => {
  const listed = (...points: string[]) => ['第一条　共享厨房应当公示下列事项：', ...points]

  it('tell a point that was put in from those it pushed on', () => {
    const changed = compare(
      listed('（一）营业执照；', '（二）清洁记录。'),
      listed('（一）营业执照；', '（二）从业人员健康证明；', '（三）清洁记录。')
    )
    const kinds = changed.articles[0]!.clauses.map(({ kind, old, new: next }) => [kind, old[0], next[0]])
    expect(kinds).toEqual([
      ['unchanged', 'art_1__para_1', 'art_1__para_1'],
      ['unchanged', 'art_1__para_1__point_1', 'art_1__para_1__point_1'],
      ['added', undefined, 'art_1__para_1__point_2'],
      ['renumbered', 'art_1__para_1__point_2', 'art_1__para_1__point_3']
    ])
    expect(changed.addresses.toNew('art_1__para_1__point_2')).toEqual(['art_1__para_1__point_3'])
  })

  it('see a sentence that became a paragraph of its own as a change', () => {
    const changed = compare(
      ['第一条　灶台应当每日清洁。清洁记录应当保存三个月。'],
      ['第一条　灶台应当每日清洁。', '清洁记录应当保存三个月。']
    )
    expect(lines(changed)).toEqual(['modified 1>1'])
  })
})

describe('any change', () => {
  const words = [
    '灶台',
    '清洁',
    '备案',
    '公示',
    '记录',
    '检查',
    '培训',
    '责令',
    '改正',
    '报告',
    '账目',
    '监控',
    '材料',
    '健康'
  ]
  const sentence = fc
    .array(fc.constantFrom(...words), { minLength: 3, maxLength: 12 })
    .map((parts) => `${parts.join('')}。`)
  const articles = fc.array(sentence, { minLength: 1, maxLength: 14 })
  const numbered = (texts: string[]) => draftOf(...texts.map((text, index) => `第${index + 1}条　${text}`))

  it('puts every article of both drafts in exactly one place', () => {
    fc.assert(
      fc.property(articles, articles, (old, next) => {
        const { articles: changes } = compareDrafts({ tree: numbered(old) }, { tree: numbered(next) })
        const all = (side: 'old' | 'new') => changes.flatMap((change) => change[side]).sort()
        const expected = (texts: string[]) => texts.map((_, index) => `art_${index + 1}`).sort()
        expect(all('old')).toEqual(expected(old))
        expect(all('new')).toEqual(expected(next))
      }),
      { numRuns: 120 }
    )
  })

  it('has segments that spell both texts', () => {
    fc.assert(
      fc.property(sentence, sentence, (old, next) => {
        const change = compare([`第一条　${old}`], [`第一条　${next}`])
        const clauses = change.articles.flatMap((article) => article.clauses)
        const spell = (side: 'old' | 'new') =>
          clauses
            .flatMap(({ segments }) => segments)
            .map((segment) =>
              segment.kind === 'reference'
                ? segment[side]
                : segment.kind === 'equal' || segment.kind === (side === 'old' ? 'deleted' : 'inserted')
                  ? segment.text
                  : ''
            )
            .join('')
        expect(spell('old')).toBe(old)
        expect(spell('new')).toBe(next)
      }),
      { numRuns: 150 }
    )
  })
})

describe('parts of articles that went elsewhere', () => {
  const others = (from: number) =>
    ['灶台每日清洗两次并登记。', '冷藏柜的温度应当逐日记录。', '废油交由有资质的企业回收。'].map(
      (text, index) => `第${'一二三四五六七八九十'[from + index - 1]}条 ${text}`
    )

  it('are merged where a rule joined another that opens with the same words', () => {
    const opening = '经营者制定与公共灶台使用者切身利益密切相关的收费规则，应当'
    const old = [
      purpose,
      `第二条　${opening}在门店显著位置公示，并在收费单据上列明项目和金额，不得收取未经公示的费用。`,
      `第三条　${opening}为使用者留出不少于二十日的缓冲期，涉及燃气安全和公布后不立即执行将妨碍抢修的除外。`,
      renumber(effect, '四')
    ]
    const next = [
      purpose,
      `第二条　${opening}进行成本测算；在门店显著位置公示，并在收费单据上列明项目和金额，不得收取未经公示的费用；除涉及燃气安全或者必须立即执行的外，应当为入驻商户留出不少于二十日的缓冲期。`,
      renumber(effect, '三')
    ]
    expect(lines(compare(old, next))).toEqual(['unchanged 1>1', 'merged 2+3>2', 'renumbered 4>3'])
  })

  it('stay the same article where a rule was written anew between neighbours that were changed too', () => {
    const draft = (first: string, second: string, third: string) =>
      [
        first,
        second,
        third,
        '冷藏柜的温度应当逐日记录。',
        '废油交由有资质的企业回收。',
        '开办共享厨房应当向区食品安全部门备案，备案材料应当真实完整。',
        '共享厨房应当每日清洁灶台和排烟设施，并保存清洁记录三个月。',
        '违反共享厨房备案规定的，由区食品安全部门责令改正。',
        '共享厨房的从业人员应当取得健康证明。',
        '本办法自2027年1月1日起施行。'
      ].map((text, index) => `第${'一二三四五六七八九十'[index]}条　${text}`)
    const aim = '为了规范共享厨房的经营，保障公众健康，制定本办法。'
    const old = draft(aim, '共享厨房的经营遵循安全、洁净、共用的原则。', '灶台每日清洗两次并登记。')
    const after = (second: string) => draft(aim.replace('公众健康', '公众饮食健康'), second, '灶台每日清洗三次并登记。')
    const anew = '共享厨房经营坚持安全优先，做到洁净可靠、方便共用。'
    expect(lines(compare(old, after(anew)))[1]).toBe('modified 2>2')
    // The same with a new article behind it: the nearer of the two is the old one.
    const beside = after(anew)
    beside.splice(2, 0, '第三条　市政务数据机构开设投诉电话，接听时间向社会公告。')
    expect(lines(compare(old, beside)).slice(1, 3)).toEqual(['modified 2>2', 'added >3'])
    const unlike = '市政务数据机构每季度发布门店分布地图，居民可以在线提出勘误。'
    expect(lines(compare(old, after(unlike))).slice(1, 3)).toEqual(['deleted 2>', 'added >2'])
  })

  it('make a new article, also where most of it is new, part of a split', () => {
    const old = [
      ...others(1),
      '第四条 入驻厨房的厨师应当持有健康证明，并在操作前更换工作服。\n\n共享厨房应当在入口安装人脸识别闸机，未登记的人员不得进入操作区。'
    ]
    const next = [
      ...others(1),
      '第四条 入驻厨房的厨师应当持有健康证明，并在操作前更换工作服和手套。',
      '第五条 共享厨房应当设立值班室，二十四小时有人值守，并向派出所报送值班表。\n\n共享厨房应当在入口安装人脸识别闸机，未登记的人员不得进入操作区。'
    ]
    expect(lines(compare(old, next))).toContain('split 4>4+5')
  })

  it('join two articles that exchanged a whole paragraph', () => {
    const old = [
      ...others(1),
      '第四条 厨房使用燃气的，应当安装泄漏报警装置和自动切断阀门。\n\n报警装置每半年由计量机构检定一次，检定证书张贴在灶台旁。',
      '第五条 配送餐食的电动车应当停放在划定的区域，不得占用消防通道。'
    ]
    const next = [
      ...others(1),
      '第四条 厨房使用燃气的，应当安装泄漏报警装置、自动切断阀门和喷淋设施。',
      '第五条 报警装置每半年由计量机构检定一次，检定证书张贴在灶台旁。\n\n配送餐食的电动车应当停放在划定的区域，不得占用消防通道。'
    ]
    const comparison = compare(old, next)
    expect(lines(comparison)).toContain('merged 4+5>4+5')
    expect(comparison.counts.merged).toBe(1)
  })

  it('do not count where only a formula of legislation stayed', () => {
    const more = ['垃圾日产日清。', '灯具装防爆罩。', '墙面贴瓷砖。', '门口放灭火毯。', '菜刀上锁。'].map(
      (text, index) => `第${'四五六七八'[index]}条 ${text}`
    )
    const old = [
      ...others(1),
      ...more,
      '第九条 伪造健康证明的，由卫生部门收缴；构成犯罪的，依法追究刑事责任。',
      '第十条 本办法自2026年1月1日起施行。'
    ]
    const next = [
      ...others(1),
      ...more,
      '第九条 倾倒泔水，构成违反治安管理行为的，由公安机关依法给予治安管理处罚；构成犯罪的，依法追究刑事责任。',
      '第十条 伪造、变造健康证明的，由卫生部门收缴。',
      '第十一条 本办法自2026年1月1日起施行。'
    ]
    expect(lines(compare(old, next))).toEqual(expect.arrayContaining(['added >9', 'modified 9>10']))
  })
})

describe('a chapter that is mostly new', () => {
  it('is no other chapter under a new name, although it took an article over', () => {
    const chapter = (number: string, heading: string) => `## 第${number}章 ${heading}`
    const old = [
      chapter('一', '总则'),
      '第一条 为了规范共享厨房，制定本办法。',
      chapter('二', '厨师'),
      '第二条 厨师每年体检一次，体检表存档三年备查。',
      '第三条 厨师离岗的，平台应当在两日内注销其工牌。',
      '第四条 厨师可以要求平台说明派单规则。'
    ]
    const next = [
      chapter('一', '总则'),
      '第一条 为了规范共享厨房，制定本办法。',
      chapter('二', '消防'),
      '第二条 灶台上方设置喷淋。',
      '第三条 疏散通道宽度不小于一点二米。',
      '第四条 厨师每年体检一次，体检表存档三年备查。',
      '第五条 燃气瓶不得存放在地下室。',
      '第六条 每季度组织一次灭火演练。'
    ]
    const { headings } = compare(old, next)
    expect(headings.map(({ kind, oldText, newText }) => `${kind} ${oldText}>${newText}`)).toEqual([
      'unchanged 第一章 总则>第一章 总则',
      'deleted 第二章 厨师>',
      'added >第二章 消防'
    ])
  })
})

describe('an article that did not change', () => {
  it('has its clauses and its references when they are asked for', () => {
    const texts = ['第一条 灶台应当清洁。', '第二条 违反第一条的，责令改正。\n\n前款情形应当记录。']
    const comparison = compare(texts, texts)
    expect(comparison.articles[1]!.clauses.map(({ kind, new: next }) => `${kind} ${next}`)).toEqual([
      'unchanged art_2__para_1',
      'unchanged art_2__para_2'
    ])
    expect(comparison.referencePairs.map((pair) => `${pair.old.text} ${pair.new.targets[0]!.from}`)).toEqual([
      '第一条 art_1',
      '前款 art_2__para_1'
    ])
    expect(comparison.addresses.toNew('art_2__para_2')).toEqual(['art_2__para_2'])
    expect(comparison.addresses.toNew('art_2__para_3')).toBeUndefined()
  })
})

describe('clauses that went to another article', () => {
  const list = (number: string, lead: string, points: string[]) =>
    [
      `第${number}条　${lead}：`,
      ...points.map((text, at) => `（${'一二三四五六'[at]}）${text}${at === points.length - 1 ? '。' : '；'}`)
    ].join('\n\n')
  const setup = ['有不少于十五平方米的灶台区', '有两名以上持证的管理员', '有灭火毯和应急照明设备', '有独立的垃圾存放间']
  const duties = ['每日登记入驻人员', '保存监控录像一个月', '定期校准冷藏柜的温度计']
  const before = [
    purpose,
    list('二', '设立共享厨房应当具备下列条件', setup),
    list('三', '共享厨房的管理员履行下列职责', duties),
    '第四条　不具备本办法第二条第三项条件的，由区食品安全部门责令改正。',
    effect
  ]
  const after = [
    purpose,
    list(
      '二',
      '设立共享厨房应当具备下列条件',
      setup.filter((_, at) => at !== 2)
    ),
    list('三', '共享厨房的管理员履行下列职责', [...duties, setup[2]!]),
    '第四条　不具备本办法第二条第三项条件的，由区食品安全部门责令改正。',
    effect
  ]

  it('say where they are, and the map of addresses leads there', () => {
    const comparison = compare(before, after)
    const clauses = comparison.articles.flatMap((change) => change.clauses)
    expect(clauses.find((clause) => clause.movedTo)).toMatchObject({
      kind: 'deleted',
      old: ['art_2__para_1__point_3'],
      new: [],
      movedTo: 'art_3__para_1__point_4'
    })
    expect(clauses.find((clause) => clause.movedFrom)).toMatchObject({
      kind: 'added',
      new: ['art_3__para_1__point_4'],
      movedFrom: 'art_2__para_1__point_3'
    })
    expect(comparison.addresses.toNew('art_2__para_1__point_3')).toEqual(['art_3__para_1__point_4'])
    expect(comparison.addresses.toOld('art_3__para_1__point_4')).toEqual(['art_2__para_1__point_3'])
    expect(changeNote(comparison.articles[1]!)).toBe('第二条第一款第三项移至第三条第一款第四项')
  })

  it('are where a reference to them should lead', () => {
    const [found] = breaks(before, after)
    expect(found?.ruleId).toBe('reference-retargeted')
    expect(found?.expected).toEqual(['本办法第三条第四项'])
  })

  it('are not found in formulas that any list may close with', () => {
    const rest = '法律、法规规定的其他情形'
    const comparison = compare(
      [
        purpose,
        list('二', '设立共享厨房应当具备下列条件', [...setup, rest]),
        list('三', '管理员履行下列职责', duties),
        effect
      ],
      [
        purpose,
        list('二', '设立共享厨房应当具备下列条件', setup),
        list('三', '管理员履行下列职责', [...duties, rest]),
        effect
      ]
    )
    expect(comparison.articles.flatMap(({ clauses }) => clauses).some(({ movedTo }) => movedTo)).toBe(false)
  })
})
