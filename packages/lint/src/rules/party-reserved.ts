import { reviewClauses } from '../review.js'
import { documentRule } from '../rule.js'
import { partyMaking, source } from '../sources.js'

export default documentRule({
  id: 'party-reserved',
  group: 'party',
  summary: {
    zh: '核对：党组织的职权、党员的义务权利和纪律处分，只由党内法规规定。',
    en: 'Review: organ powers, member duties and discipline belong to Party regulations.'
  },
  rationale: '规范性文件不得规定应当由党内法规规定的事项。是否新设，要由人对照上位规定判断，所以只列出要核对的条文。',
  sources: [source(`${partyMaking}第四条`, 'A')],
  kinds: ['公文'],
  severity: 'info',
  fix: 'none',
  review: true,
  off: { because: '只列出要由人核对的条文，不作判断。' },
  good: [
    '# 关于样品登记的通知\n一、样品应当登记。',
    '# 关于样品登记的通知\n一、登记不收费。\n二、登记应当公示。',
    '# 关于样品登记的意见\n一、违反规定的，通报批评。'
  ],
  bad: [
    '# 关于样品登记的通知\n一、违反规定的，⟦给予警告处分⟧。',
    '# 关于样品登记的意见\n一、党员有⟦下列义务⟧：登记样品。',
    '# 关于样品登记的通知\n一、样品登记后公示。\n二、情节严重的，⟦开除党籍⟧。'
  ],
  check(document, report) {
    reviewClauses(
      document,
      /给予[^，。；]{0,8}处分|(?:撤销党内职务|留党察看|开除党籍)|(?<=党员[^，。；]{0,4})(?:下列|以下)(?:义务|权利)/g,
      {
        zh: '核对：这里是否新设了应当由党内法规规定的职权、义务、权利或者处分。',
        en: 'Review: does it create powers, duties, rights or discipline that only a Party regulation may?'
      },
      report
    )
  }
})
