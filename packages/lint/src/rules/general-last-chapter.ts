import type { Structure } from 'regast'
import { documentRule } from '../rule.js'
import { counted, source } from '../sources.js'

/** Headings that say no more than 总则 or 附则 do. */
const vague = /^(?:目的|总的规定|一般规定|一般原则|其他|其它|其他规定|其他事项|补充规定|附加规定)$/

export default documentRule({
  id: 'general-last-chapter',
  group: 'structure',
  summary: { zh: '分章的，第一章是总则，最后一章是附则。', en: 'With chapters, the first is 总则 and the last 附则.' },
  rationale: '总则放目的、适用范围和原则，附则放定义、解释机关和施行日期，读者到固定的地方去找。',
  inPractice: '多数是文集中丢失了“附则”标题的文本，其余是确有另外安排的法律。',
  sources: [source(`${counted}：七百一十八件分章的文本中，首章总则七百一十二件，末章附则七百一十件`, 'A')],
  kinds: ['法律', '行政法规', '地方性法规', '规章', '党内法规'],
  severity: 'warning',
  fix: 'offer',
  good: [
    '# 云川市样品管理办法\n## 第一章　总则\n第一条　样品应当登记。\n## 第二章　登记\n第二条　登记不收费。\n## 第三章　附则\n第三条　本办法自公布之日起施行。',
    '第一条　样品应当登记。\n第二条　本办法自公布之日起施行。',
    '# 云川市样品管理办法\n## 第一章　总 则\n第一条　样品应当登记。\n## 第二章　登记\n第二条　登记不收费。\n## 第三章　附 则\n第三条　本办法自公布之日起施行。'
  ],
  bad: [
    {
      text: '# 云川市样品管理办法\n## 第一章　⟦目的⟧\n第一条　样品应当登记。\n## 第二章　登记\n第二条　登记不收费。\n## 第三章　附则\n第三条　本办法自公布之日起施行。',
      fixed:
        '# 云川市样品管理办法\n## 第一章　总则\n第一条　样品应当登记。\n## 第二章　登记\n第二条　登记不收费。\n## 第三章　附则\n第三条　本办法自公布之日起施行。'
    },
    {
      text: '# 云川市样品管理办法\n## 第一章　总则\n第一条　样品应当登记。\n## 第二章　登记\n第二条　登记不收费。\n## 第三章　⟦其他⟧\n第三条　本办法自公布之日起施行。',
      fixed:
        '# 云川市样品管理办法\n## 第一章　总则\n第一条　样品应当登记。\n## 第二章　登记\n第二条　登记不收费。\n## 第三章　附则\n第三条　本办法自公布之日起施行。'
    },
    {
      text: '# 云川市样品管理办法\n## 第一章　⟦一般规定⟧\n第一条　样品应当登记。\n## 第二章　登记\n第二条　登记不收费。\n## 第三章　⟦补充规定⟧\n第三条　本办法自公布之日起施行。',
      fixed:
        '# 云川市样品管理办法\n## 第一章　总则\n第一条　样品应当登记。\n## 第二章　登记\n第二条　登记不收费。\n## 第三章　附则\n第三条　本办法自公布之日起施行。'
    }
  ],
  check(document, report) {
    if (document.nodes('book').length > 0) return
    const chapters = document.nodes('chapter').filter((chapter) => chapter.address.startsWith('chp_'))
    if (chapters.length < 3 || /章程|宪法$/.test(document.title)) return
    // A part of a code that stands in a file of its own.
    if (document.bodyArticles[0]?.number.value !== 1) return
    // Where a heading is lost, the numbers tell of it, and which chapter is the first or last is not known.
    if (chapters.some((chapter, index) => chapter.number.value !== index + 1)) return
    const expect = (chapter: Structure, name: string, which: string): void => {
      const heading = chapter.children.find((child) => child.type === 'heading')
      const clause = heading && document.textOf(heading)
      if (clause === undefined || clause.text.replace(/[\s\u3000]/g, '') === name) return
      // A chapter that was lost is not got back by renaming the one beside it.
      const renamed = vague.test(clause.text.replace(/[\s\u3000]/g, ''))
      report({
        clause,
        reason: {
          zh: `${which}应当是“${name}”。`,
          en: `The ${which === '第一章' ? 'first' : 'last'} chapter should be “${name}”.`
        },
        ...(renamed ? { replace: name } : {})
      })
    }
    // 议事规则 puts its first articles before all chapters.
    if ((document.bodyArticles[0].position?.start.offset ?? 0) > (chapters[0]!.position?.start.offset ?? 0))
      expect(chapters[0]!, '总则', '第一章')
    expect(chapters.at(-1)!, '附则', '最后一章')
  }
})
