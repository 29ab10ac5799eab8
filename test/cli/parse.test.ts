import { describe, expect, it } from 'vitest'
import { drafts, folderWith, tiaoli } from './tiaoli.js'

describe('tiaoli parse', () => {
  it('tells how many clauses of each level a draft has', () => {
    const { status, stdout } = tiaoli(['parse', `${drafts}/3-submission.md`])
    expect(status).toBe(0)
    expect(stdout).toContain('中国共产党组织工作条例（研究稿）')
    expect(stdout).toMatch(/^中国共产党组织工作条例（研究稿）：8 章、.*60 条、/m)
    expect(stdout).toMatch(/^ {2}第一章　总则　第一条至第五条，5 条、/m)
    expect(stdout).toMatch(/^ {4}第一节　领导班子建设　第二十一条至/m)
  })

  it('names the place of what is odd', () => {
    const folder = folderWith({ '办法.md': '# 某市花园办法\n\n第一条　甲。\n\n第三条　丙。\n' })
    const { stdout } = tiaoli(['parse', '办法.md'], { cwd: folder })
    expect(stdout).toMatch(/办法\.md:5:1: .+\(number-gap\)/)
  })

  it('prints tree and messages as JSON', () => {
    const folder = folderWith({ '办法.md': '# 某市花园办法\n\n第一条　甲。\n\n第三条　丙。\n', '空条.md': '第一条\n' })
    const [entry, other] = JSON.parse(tiaoli(['parse', '办法.md', '空条.md', '--json'], { cwd: folder }).stdout)
    expect(Object.keys(entry)).toEqual(['file', 'title', 'tree', 'messages'])
    expect(entry.title).toBe('某市花园办法')
    expect(entry.tree.type).toBe('root')
    expect(entry.tree.children.map(({ type }: { type: string }) => type)).toEqual(['title', 'article', 'article'])
    expect(entry.messages[0]).toMatchObject({
      ruleId: 'number-gap',
      source: 'remark-regast',
      place: { start: { line: 5 } }
    })
    expect(other.file).toBe('空条.md')
  })
})
