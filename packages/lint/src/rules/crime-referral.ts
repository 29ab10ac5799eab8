import { clauseRule, eachMatch } from '../rule.js'
import { counted, practice, source } from '../sources.js'

const crimes = /以[^，。；：、以]{1,14}罪(?:论处|处罚|追究)|处[^，。；：]{0,12}(?:有期徒刑|无期徒刑|死刑)/g

export default clauseRule({
  id: 'crime-referral',
  group: 'words',
  summary: { zh: '法律以下的文件不规定犯罪和刑罚。', en: 'Below statute, no crimes and no criminal penalties.' },
  rationale: '犯罪和刑罚只能由法律规定。其他文件只作衔接，写“构成犯罪的，依法追究刑事责任”。',
  sources: [source(`${counted}：行政法规用衔接写法九百余处`, 'A'), source(practice, 'B')],
  kinds: ['行政法规', '规章', '地方性法规', '党内法规'],
  severity: 'error',
  fix: 'offer',
  good: ['构成犯罪的，依法追究刑事责任。', '被判处有期徒刑的，开除公职。', '涉嫌犯罪的，移送司法机关处理。'],
  bad: [
    { text: '盗窃样品，⟦以盗窃罪论处⟧。', fixed: '盗窃样品，构成犯罪的，依法追究刑事责任。' },
    '伪造样品记录的，⟦以伪造文书罪处罚⟧。',
    { text: '情节严重的，⟦处三年以下有期徒刑⟧。', kind: '规章' }
  ],
  check(clause, report) {
    eachMatch(clause, crimes, report, (match) =>
      clause.text[match.index - 1] === '判'
        ? undefined
        : {
            reason: {
              zh: '犯罪和刑罚只能由法律规定，这里写“构成犯罪的，依法追究刑事责任”。',
              en: 'Only a law defines crimes and penalties; write “构成犯罪的，依法追究刑事责任”.'
            },
            replace: /构成犯罪的?，?$/.test(clause.text.slice(0, match.index))
              ? '依法追究刑事责任'
              : '构成犯罪的，依法追究刑事责任'
          }
    )
  }
})
