import { reviewClauses } from '../review.js'
import { documentRule } from '../rule.js'
import { source } from '../sources.js'

export default documentRule({
  id: 'party-state-law',
  group: 'party',
  summary: {
    zh: '核对：与宪法、法律一致，不设定行政处罚、许可和刑罚。',
    en: 'Review: consistent with the Constitution and the laws.'
  },
  rationale: '备案审查看合法合规性。党内法规不设定属于国家法律的处罚、许可和强制措施；是否只是衔接，要由人判断。',
  sources: [source('《中国共产党党内法规和规范性文件备案审查规定》第十一条', 'A')],
  kinds: ['党内法规'],
  severity: 'info',
  fix: 'none',
  review: true,
  off: { because: '只列出要由人核对的条文，不作判断。' },
  good: ['涉嫌犯罪的，移送司法机关处理。', '样品应当登记。', '违反规定的，给予批评教育。'],
  bad: ['擅自开封的，⟦处五百元罚款⟧。', '情节严重的，⟦吊销执照⟧。', '从事样品交易应当⟦取得行政许可⟧。'],
  check(document, report) {
    reviewClauses(
      document,
      /处[^，。；]{1,16}罚款|吊销[^，。；]{0,6}(?:许可证|执照)|责令停产停业|行政拘留|取得行政许可|设[定立]行政(?:许可|处罚|强制)|查封|扣押|冻结/g,
      {
        zh: '核对：这是国家法律规定的处罚、许可或者强制措施，党内法规只作衔接。',
        en: 'Review: penalties, permits and coercive measures belong to the law; a Party regulation only refers to it.'
      },
      report
    )
  }
})
