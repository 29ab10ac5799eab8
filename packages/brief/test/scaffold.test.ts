import { coverDraft, parseBrief, scaffoldDraft } from '@tiaoli/brief'
import { clauseTexts } from 'regast'
import { parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'
import { garden } from './garden.js'

/** The lines of a skeleton that a reader of the regulation sees. */
function visible(markdown: string): string[] {
  return markdown
    .replace(/<!--[\s\S]*?-->/g, '')
    .split('\n')
    .filter((line) => /^(#|第|（)/.test(line))
}

describe('a scaffold', () => {
  it('has the chapters of the brief, an article a requirement, and the obligatory provisions', () => {
    expect(visible(scaffoldDraft(garden()))).toEqual([
      '# 某市社区花园管理办法',
      '## 第一章　总则',
      '第一条　为了【待拟：目的】，根据【待拟：依据】，制定本办法。',
      '第二条　【待拟：某项工作】应当遵循下列原则：',
      '（一）【待拟：原则一】；',
      '（二）【待拟：原则二】。',
      '第三条　本办法适用于【待拟：适用范围】。',
      '第四条　【待拟：主管机关】履行下列职责：',
      '（一）【待拟：职责一】；',
      '（二）【待拟：职责二】。',
      '## 第二章　养护和公开',
      '第五条　【待拟：公开账目】',
      '第六条　【待拟：堆肥】',
      '第七条　【待拟：专门领域】另有规定的，依照其规定。',
      '第八条　本办法由【待拟：解释机关】负责解释。',
      '第九条　本办法自【待拟：年月日】起施行。'
    ])
  })

  it('says in notes what each article has to contain, cite and avoid', () => {
    const text = scaffoldDraft(garden())
    expect(text).toContain('<!-- 待落实: B-1.2, B-1.2.1, B-1.2.2 -->')
    expect(text).toContain('- B-1.2.2（宜备）鼓励志愿者参与养护。')
    expect(text).toContain('应当引用：《某省园林条例》第六条')
    expect(text).toContain('- B-1.3（禁止）不向居民收取任何费用。')
    expect(text).toContain('来源：2026年3月4日专题会议')
  })

  it('parses without a message and covers nothing yet', () => {
    const { tree, messages } = parseRegulation(scaffoldDraft(garden()))
    expect(messages.map(String)).toEqual([])
    expect(clauseTexts(tree).some(({ text }) => text.includes('起草提示'))).toBe(false)
    const coverage = coverDraft(garden(), tree)
    expect(coverage.messages).toEqual([])
    expect(coverage.total.must).toMatchObject({ total: 3, covered: 0, partly: 0, 'not-covered': 3 })
    expect(coverage.requirements.find(({ requirement }) => requirement.id === 'B-1.1')!.answers).toHaveLength(1)
  })

  it('gives a brief without chapters a first and a last one', () => {
    const { value } = parseBrief(
      '# 《甲县用水规定》任务书\n\n## B-1 节水\n\n节约用水 --> 从我做起。\n\n- 强度：必备\n- 来源：会议\n'
    )
    const text = scaffoldDraft(value)
    expect(visible(text).filter((line) => line.startsWith('##'))).toEqual(['## 第一章　总则', '## 第二章　附则'])
    expect(visible(text).at(-1)).toBe('第七条　本规定自【待拟：年月日】起施行。')
    expect(text).toContain('- B-1（必备）节约用水 ——＞ 从我做起。')
  })
})
