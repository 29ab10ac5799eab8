import { clauseRule, eachMatch } from '../rule.js'
import { source, technique1, technique2 } from '../sources.js'

const powers =
  /设立(?=[^，。；、]{0,6}?(?:行政许可|行政处罚|行政强制|行政审批|行政收费)(?!.{0,4}(?:机构|窗口|中心|大厅|部门|机关|场所|委员会)))/g
const bodies = /设定(?=[^，。；、的]{0,6}(?:委员会|办公室|分支机构|管理机构|工作机构|监督机构)(?!的))/g

export default clauseRule({
  id: 'create-word',
  group: 'words',
  summary: { zh: '许可、处罚用“设定”，机构用“设立”。', en: '设定 powers and penalties, 设立 bodies.' },
  rationale: '“设定”指首次创设权利义务、许可、处罚；“设立”指成立机构、组织；在已设定的范围内细化用“规定”。',
  sources: [source(technique1, 'B'), source(technique2, 'B')],
  kinds: 'all',
  severity: 'warning',
  fix: 'offer',
  good: ['规章不得设定行政许可。', '市样品局设立登记中心。', '设立行政许可服务窗口。'],
  bad: [
    { text: '规章不得⟦设立⟧行政许可。', fixed: '规章不得设定行政许可。' },
    { text: '不得自行⟦设立⟧新的行政处罚。', fixed: '不得自行设定新的行政处罚。' },
    { text: '市样品局可以⟦设定⟧分支机构。', fixed: '市样品局可以设立分支机构。' }
  ],
  check(clause, report) {
    eachMatch(clause, powers, report, () => ({
      reason: { zh: '许可、处罚、强制用“设定”。', en: 'Permits, penalties and coercive measures are “设定”.' },
      replace: '设定'
    }))
    eachMatch(clause, bodies, report, () => ({
      reason: { zh: '机构用“设立”。', en: 'Bodies are “设立”.' },
      replace: '设立'
    }))
  }
})
