import { clauseRule } from '../rule.js'
import { counted, punctuation, source } from '../sources.js'

export default clauseRule({
  id: 'title-mark-nesting',
  group: 'citation',
  summary: { zh: '书名号里面再用书名号，里面的用单书名号〈〉。', en: 'A title inside a title takes 〈〉.' },
  rationale: '外双内单，读者才分得清哪一个是被引文件的名称。',
  sources: [source(punctuation, 'B'), source(`${counted}：法律中外双内单二百一十八处，没有例外`, 'A')],
  kinds: 'all',
  severity: 'error',
  fix: 'safe',
  insideQuotations: true,
  levels: ['paragraph', 'point', 'indent', 'note', 'title', 'heading'],
  good: [
    '依照《云川市实施〈样品管理条例〉办法》办理。',
    '《甲办法》和《乙办法》同时适用。',
    '《关于修改〈样品登记规定〉的决定》自公布之日起施行。'
  ],
  bad: [
    { text: '依照《云川市实施⟦《样品管理条例》⟧办法》办理。', fixed: '依照《云川市实施〈样品管理条例〉办法》办理。' },
    {
      text: '《关于修改⟦《样品登记规定》⟧的决定》自公布之日起施行。',
      fixed: '《关于修改〈样品登记规定〉的决定》自公布之日起施行。'
    },
    {
      text: '《关于废止⟦《甲办法》⟧和⟦《乙办法》⟧的决定》继续有效。',
      fixed: '《关于废止〈甲办法〉和〈乙办法〉的决定》继续有效。'
    }
  ],
  check({ text }, report) {
    const open: number[] = []
    const last = text.lastIndexOf('》')
    for (let at = text.indexOf('《'); at !== -1 && at < text.length; at++) {
      if (/[《〈<＜]/.test(text[at]!)) open.push(at)
      if (!/[》〉>＞]/.test(text[at]!) || open.length === 0) continue
      const start = open.pop()!
      if (text[start] !== '《' || text[at] !== '》') continue
      // The third level is double again: 《……〈……《……》……〉……》.
      if (text[open.at(-1) ?? -1] !== '《' || last <= at) continue
      report({
        start,
        end: at + 1,
        reason: { zh: '书名号里面的书名号用单书名号〈〉。', en: 'A title inside a title takes 〈〉.' },
        replace: `〈${text
          .slice(start + 1, at)
          .replace(/《/g, '〈')
          .replace(/》/g, '〉')}〉`
      })
    }
  }
})
