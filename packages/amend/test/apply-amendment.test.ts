import { applyAmendment, readDecision } from '@tiaoli/amend'
import { describe, expect, it } from 'vitest'

const old = `---
stage: 现行文本
---

# 某市集市管理办法

## 第一章　总则

第一条　为了规范集市，制定本办法。

第二条　市商务局主管集市工作。

## 第二章　经营

第三条　开办集市应当具备下列条件：

（一）有固定场所；

（二）有消防设施。

不具备前款第二项条件的，不得开办。

第四条　摊主应当亮证经营，并书面承诺守法。

第五条　违反本办法第三条第一款、第四条规定的，由市商务局责令改正。

第六条　本办法自2020年1月1日起施行。
`

function apply(...items: string[]) {
  const numerals = ['一', '二', '三', '四', '五']
  const body = items.map((item, index) => `${numerals[index]}、${item}`).join('\n\n')
  const { value, messages } = readDecision(
    `# 关于修改《某市集市管理办法》的决定\n\n${body}\n\n此外，对条文顺序作相应调整。\n`
  )
  expect(messages.map(String)).toEqual([])
  return applyAmendment(old, value.amendments[0]!)
}

function text(...items: string[]): string {
  const { value, messages } = apply(...items)
  expect(messages.map(String)).toEqual([])
  return value!
}

describe('carrying out a decision', () => {
  it('renumbers what follows an added article and lets references follow', () => {
    const result = text('增加一条，作为第三条：“集市实行登记制度。”')
    expect(result).toContain('第三条　集市实行登记制度。\n\n## 第二章　经营\n\n第四条　开办集市')
    expect(result).toContain('第六条　违反本办法第四条第一款、第五条规定的')
    expect(result).toContain('第七条　本办法自2020年1月1日起施行。')
  })

  it('puts an added article into the chapter that it names', () => {
    expect(text('在第二章增加一条，作为第三条：“集市实行登记制度。”')).toContain(
      '## 第二章　经营\n\n第三条　集市实行登记制度。'
    )
  })

  it('deletes an article and closes the gap', () => {
    const result = text('删去第二条。')
    expect(result).not.toContain('主管集市工作')
    expect(result).toContain('第四条　违反本办法第二条第一款、第三条规定的')
  })

  it('reads every place in the old numbering, whatever came before', () => {
    const result = text('删去第二条。', '将第四条改为第三条，其中的“亮证经营”修改为“持证经营”。')
    expect(result).toContain('第三条　摊主应当持证经营，并书面承诺守法。')
  })

  it('adds a point, numbers the list anew and puts ； and 。 where they belong', () => {
    const result = text('第三条第一款增加一项，作为第二项：“（二）有水电设施”。')
    expect(result).toContain('（一）有固定场所；\n\n（二）有水电设施；\n\n（三）有消防设施。')
    expect(result).toContain('不具备前款第三项条件的')
  })

  it('adds and deletes words', () => {
    expect(text('在第四条“亮证经营”后增加“、明码标价”。')).toContain('亮证经营、明码标价，并书面承诺守法')
    expect(text('删去第四条中的“书面”。')).toContain('并承诺守法')
    expect(text('将本办法中的“市商务局”统一修改为“市市场监管局”。').match(/市市场监管局/g)).toHaveLength(2)
  })

  it('merges, splits, moves and promotes', () => {
    expect(text('将第三条、第四条合并，作为第三条，修改为：“开办集市应当有固定场所，摊主应当亮证。”')).toContain(
      '第四条　违反'
    )
    const split = text(
      '将第四条分为二条，作为第四条、第五条，修改为：“第四条　摊主应当亮证经营。\n\n“第五条　摊主应当书面承诺守法。”'
    )
    expect(split).toContain('第五条　摊主应当书面承诺守法。\n\n第六条　违反本办法')
    expect(text('将第四条移至第一章，作为第三条。')).toContain(
      '第三条　摊主应当亮证经营，并书面承诺守法。\n\n## 第二章　经营\n\n第四条　开办'
    )
    expect(text('将第三条第二款改为第四条。')).toContain('第四条　不具备')
  })

  it('keeps numbers where 之一 is put in', () => {
    const result = text('在第四条后增加一条，作为第四条之一：“摊主不得转租摊位。”')
    expect(result).toMatch(
      /第四条　[^第]*第四条之一　摊主不得转租摊位。\n\n第五条　违反本办法第三条第一款、第四条规定的/
    )
  })

  it('renames chapters and the text, and keeps the front matter', () => {
    const result = text('将名称修改为“某市集市和摊区管理办法”。', '将第二章章名修改为“开办和经营”。')
    expect(result.startsWith('---\nstage: 现行文本\n---\n\n# 某市集市和摊区管理办法\n')).toBe(true)
    expect(result).toContain('## 第二章　开办和经营')
  })
})

describe('comments of the drafters', () => {
  it('stay in front of the clauses that they trace', () => {
    const traced = old
      .replace('第四条　摊主', '<!-- 落实：甲一 -->\n\n第四条　摊主')
      .replace('（二）有消防', '<!-- 落实：甲二 -->\n\n（二）有消防')
    const { value } = readDecision(
      '# 关于修改《某市集市管理办法》的决定\n\n一、删去第二条。\n\n此外，对条文顺序作相应调整。\n'
    )
    const result = applyAmendment(traced, value.amendments[0]!).value!
    expect(result).toContain('<!-- 落实：甲一 -->\n\n第三条　摊主')
    expect(result).toContain('<!-- 落实：甲二 -->\n\n（二）有消防设施。')
  })
})

describe('a decision that does not fit the old text', () => {
  const reasons = (item: string) => {
    const { value, messages } = apply(item)
    expect(value).toBeUndefined()
    return messages.map(({ reason }) => reason)
  }

  it('is refused with what is missing and the sentence that assumes it', () => {
    expect(reasons('将第九条修改为：“摊主应当亮证。”')).toEqual(['原文没有第九条（“将第九条修改为：“…””）'])
    expect(reasons('删去第四条第二款。')).toEqual(['原文没有第四条第二款（“删去第四条第二款”）'])
    expect(reasons('将第四条中的“市场局”修改为“商务局”。')).toEqual([
      '第四条中没有“市场局”（“将第四条中的“…”修改为“…””）'
    ])
    expect(reasons('删去第三条第一款第五项。')).toEqual(['原文没有第三条第一款第五项（“删去第三条第一款第五项”）'])
  })

  it('is refused where words to insert after occur twice', () => {
    expect(reasons('在第三条“条件”后增加“和资质”。')[0]).toContain('出现2次')
  })
})

describe('a decision that contradicts itself', () => {
  it('is carried out, and says which number or neighbour it missed', () => {
    const { value, messages } = apply(
      '增加一条，作为第九条：“摊主不得转租摊位。”',
      '在第四条后增加一条，作为第二条：“集市应当整洁。”'
    )
    expect(value).toContain('第八条　摊主不得转租摊位。')
    expect(value).toContain('第二条　集市应当整洁。')
    expect(messages.map(({ reason }) => reason)).toEqual([
      '写明加在第四条之后的条文，按写明的条号成为第二条，没有紧跟在该条之后，请核对',
      '写明作为第九条的条文，在新文本中是第八条，请核对决定的条号'
    ])
  })
})

describe('inserted numbers', () => {
  it('stay without a sentence that renumbers', () => {
    const { value } = readDecision(
      '# 关于修改《某市集市管理办法》的决定\n\n一、在第四条后增加一条，作为第四条之一：“摊主不得转租摊位。”\n'
    )
    const result = applyAmendment(old, value.amendments[0]!).value
    expect(result).toContain('第四条之一　摊主不得转租摊位。\n\n第五条　违反本办法第三条第一款、第四条规定的')
  })
})

describe('headings and attachments in a decision', () => {
  const chapters = (source: string) => source.split('\n').filter((line) => line.startsWith('## '))

  it('come with the number of a chapter, and with its articles in one quotation', () => {
    const result = text(
      '增加一章，作为第二章：“第二章　登记\n\n“第三条　集市实行登记制度。\n\n“第四条　登记每年更新。”',
      '第二章改为第三章。'
    )
    expect(chapters(result)).toEqual(['## 第一章　总则', '## 第二章　登记', '## 第三章　经营'])
    expect(result).toContain(
      '## 第二章　登记\n\n第三条　集市实行登记制度。\n\n第四条　登记每年更新。\n\n## 第三章　经营\n\n第五条　开办集市'
    )
  })

  it('are renamed without saying their number twice', () => {
    expect(chapters(text('第二章的章名修改为：“第二章　开办与经营”。'))).toEqual([
      '## 第一章　总则',
      '## 第二章　开办与经营'
    ])
  })

  it('stand in the contents in their order, before an attachment that has no text', () => {
    const source = `# 某市集市管理办法

目　录

第一章　总则

第二章　经营

附件一　摊位图例

## 第一章　总则

第一条　为了规范集市，制定本办法。

## 第二章　经营

第二条　摊主应当亮证经营。

附件一

摊位图例
`
    const { value } = readDecision(
      '# 关于修改《某市集市管理办法》的决定\n\n一、增加一章，作为第二章：“第二章　登记\n\n“第二条　集市实行登记制度。”\n\n二、第二章改为第三章。\n\n三、将附件一修改为：“附件一　摊位新图例\n\n“摊位以蓝线为界。”\n\n此外，对条文顺序作相应调整。\n'
    )
    const applied = applyAmendment(source, value.amendments[0]!)
    expect(applied.messages.map(String)).toEqual([])
    expect(applied.value!.match(/^## .*|^(?:第.章|附件一)　.*/gm)).toEqual([
      '第一章　总则',
      '第二章　登记',
      '第三章　经营',
      '附件一　摊位新图例',
      '## 第一章　总则',
      '## 第二章　登记',
      '## 第三章　经营',
      '## 附件一　摊位新图例'
    ])
    expect(applied.value).toContain('## 附件一　摊位新图例\n\n摊位以蓝线为界。')
  })
})

describe('references to merged articles', () => {
  it('follow to the article that they became part of, and ask for a look where both were cited', () => {
    const law = old
      .replace('第三条第一款、第四条规定的', '第三条、第四条规定的')
      .replace('市商务局主管集市工作。', '市商务局主管集市工作，依照本办法第四条检查。')
    const { value } = readDecision(
      '# 关于修改《某市集市管理办法》的决定\n\n一、将第三条、第四条合并，作为第三条，修改为：“开办集市应当有固定场所，摊主应当亮证经营。”\n\n此外，对条文顺序作相应调整。\n'
    )
    const applied = applyAmendment(law, value.amendments[0]!)
    expect(applied.value).toContain('依照本办法第三条检查')
    expect(applied.messages.map(({ reason }) => reason)).toEqual(['“本办法第三条、第四条”所引的条文已经合并，请核对'])
  })
})
