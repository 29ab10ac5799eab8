import { clauseRule, eachMatch } from '../rule.js'
import { counted, source, technique2 } from '../sources.js'

export default clauseRule({
  id: 'qita',
  group: 'words',
  summary: { zh: '写“其他”，不写“其它”。', en: 'Write 其他, not 其它.' },
  rationale: '“其他”兼指人和事物，规范性文件一律用它；“其它”只见于个别旧文本。',
  inPractice: '规章的样本很小；“其它”集中在少数旧文本。',
  sources: [source(technique2, 'B'), source(`${counted}：法律中“其他”七千余处，“其它”三处`, 'A')],
  kinds: 'all',
  severity: 'warning',
  fix: 'safe',
  good: ['申请人还应当提交其他材料。', '办公厅和其他部门各负其责。', '引文“其它费用”照录原文。'],
  bad: [
    { text: '申请人还应当提交⟦其它⟧材料。', fixed: '申请人还应当提交其他材料。' },
    { text: '除⟦其它⟧规定外，适用本办法。', fixed: '除其他规定外，适用本办法。' },
    {
      text: '样品、标签和⟦其它⟧物品一并移交，⟦其它⟧人员不得接触。',
      fixed: '样品、标签和其他物品一并移交，其他人员不得接触。'
    }
  ],
  check(clause, report) {
    eachMatch(clause, /其它/g, report, () => ({
      reason: { zh: '规范用字是“其他”。', en: 'The standard word is “其他”.' },
      replace: '其他'
    }))
  }
})
