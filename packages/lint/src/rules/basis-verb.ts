import { clauseRule, eachMatch } from '../rule.js'
import { source, technique1 } from '../sources.js'

const norms =
  /(?<![未不])按照(?=(?:《[^》]{2,40}》(?:（[^（）]*）)?|本法|本条例|本规定|本办法|本规则|本细则|党章)第[一二三四五六七八九十百千零〇\d]+条|《[^》]{2,40}法》(?:的)?规定)/g
const bargains =
  /依照(?=(?:当事人|双方)?(?:的)?(?:约定|合同(?!法)|协议|计划|比例|份额)(?!、|[^，。；]{0,6}(?:或者?|和|以及)[^，。；]{0,14}(?:规定|法律|法规)))/g

export default clauseRule({
  id: 'basis-verb',
  group: 'words',
  summary: {
    zh: '以规范为依据用“依照”，以约定、计划、比例为依据用“按照”。',
    en: '依照 a norm, 按照 a contract, plan or share.'
  },
  rationale:
    '“依照”后面是法律和具体的条文；“按照”后面是约定、章程、计划、份额、比例；比照类似情形用“参照”。“按照本条例规定”“按照国家有关规定”一类概括的说法很常见，不检查；“按照”具体条文的，打开选项 norms 才检查。',
  sources: [source(technique1, 'B')],
  kinds: 'all',
  severity: 'warning',
  severityIn: { 党内法规: 'info' },
  fix: 'offer',
  options: {
    norms: {
      default: false,
      schema: { type: 'boolean' },
      description: '是否也检查“按照”具体条文的写法（现行法规中很常见）'
    }
  },
  good: [
    '依照本办法的规定处理。',
    '按照约定付款，按照份额承担责任。',
    '按照国家有关规定和本办法的规定办理。',
    '依照约定或者本办法的规定取得报酬。'
  ],
  bad: [
    { text: '⟦依照⟧约定付款。', fixed: '按照约定付款。' },
    { text: '⟦按照⟧本办法第三条的规定处理。', fixed: '依照本办法第三条的规定处理。', options: { norms: true } },
    {
      text: '⟦按照⟧《样品管理条例》第五条办理，费用⟦依照⟧比例分担。',
      fixed: '依照《样品管理条例》第五条办理，费用按照比例分担。',
      options: { norms: true }
    }
  ],
  check(clause, report, options) {
    if (options.norms === true) {
      eachMatch(clause, norms, report, () => ({
        reason: { zh: '以法规或者条文为依据用“依照”。', en: 'A norm or an article is followed with “依照”.' },
        replace: '依照'
      }))
    }
    eachMatch(clause, bargains, report, () => ({
      reason: { zh: '以约定、计划、比例为依据用“按照”。', en: 'A contract, plan or share is followed with “按照”.' },
      replace: '按照'
    }))
  }
})
