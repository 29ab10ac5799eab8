import { applyEdits, followRenumbering, planRenumbering } from '@tiaoli/edit'
import fc from 'fast-check'
import { formatNumeral } from 'regast'
import { describe, expect, it } from 'vitest'

const rough = `# 某市自习室管理办法

目　录

第一章　总则

第三章　附则

## 第一章　总则

第一条　为了规范自习室，制定本办法。

第X条　自习室免费开放，预约依照第三条办理。

第条　读者应当保持安静。

第三条　预约按照下列方式办理：

（一）网上预约；

（三）电话预约；

（X）到馆登记。

第三条之一　逾期不到的，取消预约；违反第一条和第三条第一款第（三）项的，适用第9条。

## 第三章　附则

**第9条** 本办法自2027年3月1日起施行，由第三章以外的规定补充。
`

describe('renumbering a rough draft', () => {
  const plan = planRenumbering({ source: rough })
  const result = applyEdits(rough, plan.edits)

  it('numbers articles, points and chapters in order, open numbers included', () => {
    expect(result.match(/^\**(?:第.{1,3}条|（.）)/gm)).toEqual([
      '第一条',
      '第二条',
      '第三条',
      '第四条',
      '（一）',
      '（二）',
      '（三）',
      '第五条',
      '**第6条'
    ])
    expect(result).toContain('## 第二章　附则')
    expect(result).toContain('第二章　附则\n\n## 第一章')
  })

  it('lets references follow in the style in which they were written', () => {
    expect(result).toContain('预约依照第四条办理')
    expect(result).toContain('违反第一条和第四条第一款第（二）项的，适用第6条')
    expect(result).toContain('由第二章以外的规定补充')
  })

  it('touches nothing but numbers', () => {
    const words = (text: string) => text.replace(/[第条项章（）0-9〇零一二三四五六七八九十X之]/g, '')
    expect(words(result)).toBe(words(rough))
  })

  it('finds nothing to do in its own result', () => {
    expect(planRenumbering({ source: result }).edits).toEqual([])
  })

  it('says where each number changes', () => {
    expect(plan.numbers).toContainEqual({ level: 'article', from: '第X条', to: '第二条', line: 13 })
    expect(plan.references).toContainEqual({ from: '第三条', to: '第四条', in: 'art_0__para_1', line: 13 })
  })
})

describe('what cannot be known', () => {
  it('leaves a reference to a number that two articles bear, and says so', () => {
    const source = '# 某办法\n\n第一条　甲。\n\n第二条　乙。\n\n第二条　丙。\n\n第五条　依照第二条和第一条办理。\n'
    const plan = planRenumbering({ source })
    expect(applyEdits(source, plan.edits)).toContain('第四条　依照第二条和第一条办理')
    expect(plan.messages.map(({ ruleId, reason }) => [ruleId, reason])).toEqual([
      ['reference-ambiguous', '引用“第二条和第一条”有一处没有改动：有2处第二条，不能确定指哪一处，请人工核对']
    ])
  })

  it('updates the sure part of a list and names the number that does not exist', () => {
    const source = '# 某办法\n\n第一条　甲。\n\n第三条　依照第三条、第八条办理。\n'
    const plan = planRenumbering({ source })
    expect(applyEdits(source, plan.edits)).toContain('第二条　依照第二条、第八条办理')
    expect(plan.messages.map(({ ruleId }) => ruleId)).toEqual(['reference-dangling'])
  })

  it('never gives a range one new end and one old one', () => {
    const source = '# 某办法\n\n第二条　甲。\n\n第四条　乙。\n\n第六条　适用第二条至第九条。\n'
    const plan = planRenumbering({ source })
    expect(applyEdits(source, plan.edits)).toContain('第三条　适用第二条至第九条')
    expect(plan.messages).toHaveLength(1)
  })

  it('leaves references to other instruments alone', () => {
    const source = '# 某办法\n\n第二条　依照《某市花坛条例》第二条办理。\n'
    expect(applyEdits(source, planRenumbering({ source }).edits)).toBe(
      '# 某办法\n\n第一条　依照《某市花坛条例》第二条办理。\n'
    )
  })
})

describe('inserted numbers', () => {
  const source = '# 某法\n\n第一条　甲。\n\n第一条之一　乙。\n\n第三条　依照第一条之一、第三条办理。\n'

  it('are numbered on by default', () => {
    expect(applyEdits(source, planRenumbering({ source }).edits)).toBe(
      '# 某法\n\n第一条　甲。\n\n第二条　乙。\n\n第三条　依照第二条、第三条办理。\n'
    )
  })

  it('stay where that is wanted', () => {
    expect(applyEdits(source, planRenumbering({ source }, { keepInserted: true }).edits)).toBe(
      '# 某法\n\n第一条　甲。\n\n第一条之一　乙。\n\n第二条　依照第一条之一、第二条办理。\n'
    )
  })
})

describe('sibling drafts', () => {
  it('follow where they cite the renumbered draft by its title', () => {
    const plan = planRenumbering({ source: rough })
    const source =
      '# 某市自习室预约细则\n\n第一条　依照《某市自习室管理办法》第三条第一款第三项、第三条之一和本细则第一条办理。\n'
    expect(applyEdits(source, followRenumbering({ source }, plan).edits)).toBe(
      '# 某市自习室预约细则\n\n第一条　依照《某市自习室管理办法》第四条第一款第二项、第五条和本细则第一条办理。\n'
    )
  })
})

describe('any order of articles', () => {
  it('ends numbered 1 to n, with every reference on the article it named', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 25 })
    fc.assert(
      fc.property(numbers, fc.nat(), (order, pick) => {
        const cited = order[pick % order.length]!
        const articles = order.map((value) => `第${formatNumeral(value)}条　内容编号${value}。`)
        const source = `# 某办法\n\n${articles.join('\n\n')}\n\n第一百九十九条　依照第${formatNumeral(cited)}条办理。\n`
        const result = applyEdits(source, planRenumbering({ source }).edits)
        const place = order.indexOf(cited) + 1
        expect(result).toContain(`依照第${formatNumeral(place)}条办理`)
        expect(result.match(/^第.+?条/gm)).toEqual([...order, 0].map((_, index) => `第${formatNumeral(index + 1)}条`))
      }),
      { numRuns: 60 }
    )
  })
})

describe('applying edits', () => {
  it('refuses edits that overlap', () => {
    const edits = [
      { start: 0, end: 2, text: 'x' },
      { start: 1, end: 3, text: 'y' }
    ]
    expect(() => applyEdits('abcd', edits)).toThrow(RangeError)
  })
})
