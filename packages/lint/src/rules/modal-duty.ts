import { clauseRule, eachMatch } from '../rule.js'
import { counted, source, technique1 } from '../sources.js'

// A condition (必须捕捉的，……时，) and a reported duty (规定必须……) set no duty here.
const must =
  /(?<!规定|要求|依法|确因|认为|对|凡|需要，?|情况|确有|不|一切[^，。；]{0,12}都)必须(?!的|品|是)(?![^，。；：]{0,60}(?:的|时)[，；：])/g
const single =
  /(?<![必无急仍务尚均方])须(?!知)|(?<![相适反响供对呼感顺照因效理一不策内回报有本])应(?![当该用急对付税收邀诉聘届纳变声考验答战试允季然选力承得有运激许])/g

export default clauseRule({
  id: 'modal-duty',
  group: 'words',
  summary: { zh: '一般义务用“应当”，不用“必须”“应该”。', en: 'An ordinary duty is 应当.' },
  rationale:
    '“应当”是设定义务的通用词。“必须”语气更重，只在强调没有例外时用；“应该”是口语。单字“应”“须”也不合要求，但是旧文本中很多，又容易与“适应”“必需”相混，打开选项 single 才检查。法律、行政法规中“必须”的强调用法不少，默认不检查。其他文件确需强调时可以保留“必须”，并用注释说明理由。',
  inPractice:
    '党章和较早的党内法规多用“必须”表示强调，所以对党内法规只作提示；地方性法规约百分之二的条文用“必须”；法律、行政法规默认只检查“应该”。',
  sources: [source(technique1, 'B'), source(`${counted}：法律中“应当”一万八千余处，“必须”一千余处，“应该”没有`, 'A')],
  kinds: 'all',
  severity: 'warning',
  severityIn: { 党内法规: 'info' },
  fix: 'offer',
  options: {
    must: {
      default: 'by-kind',
      schema: { enum: ['by-kind', 'always', 'never'] },
      description: '何时检查“必须”：by-kind 除法律、行政法规以外都检查；always 都检查；never 都不检查'
    },
    single: { default: false, schema: { type: 'boolean' }, description: '是否也检查单字“应”“须”' }
  },
  good: ['申请人应当提交样品清单。', '应急处置和相应措施由样品局负责。', '因科学研究必须开封的，应当经市样品局批准。'],
  bad: [
    { text: '申请人⟦必须⟧提交样品清单。', fixed: '申请人应当提交样品清单。' },
    { text: '保管员⟦应该⟧每日检查。', fixed: '保管员应当每日检查。' },
    {
      text: '领取样品⟦须⟧出示证件，保管员⟦应⟧核对。',
      fixed: '领取样品应当出示证件，保管员应当核对。',
      options: { single: true }
    }
  ],
  check(clause, report, options) {
    const say = ([word]: RegExpExecArray) => ({
      reason:
        word === '必须'
          ? {
              zh: '一般义务用“应当”；“必须”只在强调没有例外时用。',
              en: 'An ordinary duty is “应当”; “必须” only stresses that there is no exception.'
            }
          : { zh: `一般义务用“应当”，不用“${word}”。`, en: `An ordinary duty is “应当”, not “${word}”.` },
      replace: '应当'
    })
    const emphatic =
      options.must === 'always' || (options.must === 'by-kind' && clause.kind !== '法律' && clause.kind !== '行政法规')
    if (emphatic) eachMatch(clause, must, report, say)
    eachMatch(clause, /应该/g, report, say)
    if (options.single === true) eachMatch(clause, single, report, say)
  }
})
