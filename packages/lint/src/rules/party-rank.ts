import { reviewClauses } from '../review.js'
import { documentRule } from '../rule.js'
import { partyMaking, source } from '../sources.js'

export default documentRule({
  id: 'party-rank',
  group: 'party',
  summary: {
    zh: '核对：不与效力更高的党内法规相抵触，不放宽其要求。',
    en: 'Review: no conflict with a higher Party regulation.'
  },
  rationale:
    '党章最高，中央党内法规次之，然后是中央纪委和党中央工作机关的，再后是省级党委的；同一机关的，特别规定优于一般规定，新规定优于旧规定。是否抵触要由人判断。',
  sources: [source(`${partyMaking}第三十一条`, 'A')],
  kinds: ['党内法规'],
  severity: 'info',
  fix: 'none',
  review: true,
  off: { because: '只列出要由人核对的条文，不作判断。' },
  good: ['样品应当登记。', '登记依照党章和中央有关规定办理。', '登记期限为七日。'],
  bad: [
    '本省样品登记⟦不受《样品工作条例》的限制⟧。',
    '可以⟦适当放宽⟧登记条件。',
    '与上级规定⟦不一致的，以本规定为准⟧。'
  ],
  check(document, report) {
    reviewClauses(
      document,
      /不受[^，。；]{0,30}限制|(?:适当|可以)放宽|(?:适当)?降低[^，。；]{0,8}(?:标准|要求|条件)(?=[的，。；])|不一致的，以本[^，。；]{2,4}为准/g,
      {
        zh: '核对：是否与效力更高的党内法规相抵触，或者放宽了它的要求。',
        en: 'Review: does it conflict with a higher Party regulation, or relax what that asks for?'
      },
      report
    )
  }
})
