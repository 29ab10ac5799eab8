import { documentRule } from '../rule.js'
import { partyMaking, source } from '../sources.js'

export default documentRule({
  id: 'party-issuer',
  group: 'party',
  summary: { zh: '省级以下党委制定的不是党内法规。', en: 'Below the provincial level there are no Party regulations.' },
  rationale:
    '有权制定党内法规的是党的中央组织、中央纪委、党中央工作机关和省、自治区、直辖市党委。市、县党委制定的是规范性文件；经批准的试点另当别论，可以用注释说明。',
  sources: [source(`${partyMaking}第三条`, 'A'), source(`例外：${partyMaking}第十条`, 'B')],
  kinds: ['党内法规'],
  severity: 'error',
  fix: 'none',
  good: [
    '# 中共云川省委样品工作规定\n第一条　样品应当登记。',
    '# 中共北京市委样品工作规定\n第一条　样品应当登记。',
    '# 中国共产党样品工作条例\n第一条　样品应当登记。'
  ],
  bad: [
    '# ⟦中共云川市委样品工作规定⟧\n第一条　样品应当登记。',
    '# ⟦中共青石县委样品管理办法⟧\n第一条　样品应当登记。',
    '# ⟦中共云川省青石市委样品工作细则⟧\n第一条　样品应当登记。'
  ],
  check(document, report) {
    const { titleClause, title } = document
    const committee = /^中共([\u4e00-\u9fff]{2,16}?)(市|县|区|州|旗|镇|乡)委(?:员会)?(?=[\u4e00-\u9fff])/.exec(title)
    if (titleClause === undefined || committee === null) return
    const [, place, level] = committee
    if (level === '市' && /^(?:北京|天津|上海|重庆)$/.test(place!)) return
    if (level === '区' && /(?:自治|^内蒙古|^广西|^西藏|^宁夏|^新疆)/.test(place!)) return
    report({
      clause: titleClause,
      reason: {
        zh: '省级以下党委制定的文件不是党内法规，是规范性文件。',
        en: 'Committees below the provincial level make normative documents, not Party regulations.'
      }
    })
  }
})
