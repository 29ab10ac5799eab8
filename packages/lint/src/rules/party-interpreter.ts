import { documentRule } from '../rule.js'
import { source } from '../sources.js'

const inner =
  /由((?:本委|省委|市委|区委|自治区党委|中央纪委|中央[\u4e00-\u9fff]{2,6}部)?(?:的)?(?:办公厅|办公室|研究室|法规室|政策研究室|法规局))(?:负责)?解释/

export default documentRule({
  id: 'party-interpreter',
  group: 'party',
  summary: {
    zh: '解释由制定机关负责，内设机构只承担具体工作。',
    en: 'The maker interprets; an inner unit only does the work.'
  },
  rationale: '党中央的党内法规可以授权有关部委解释；其他制定机关的由自己解释，具体工作可以由内设机构承担。',
  sources: [source('《中国共产党党内法规解释工作规定》第三条', 'A')],
  kinds: ['党内法规'],
  severity: 'error',
  fix: 'none',
  good: [
    '# 中共云川省委样品工作规定\n第一条　本规定由中共云川省委负责解释，具体工作由省委办公厅承担。',
    '# 中国共产党样品工作条例\n第一条　本条例由中央组织部负责解释。',
    '# 中共云川省委样品工作规定\n第一条　样品应当登记。'
  ],
  bad: [
    '# 中共云川省委样品工作规定\n第一条　本规定⟦由省委办公厅负责解释⟧。',
    '# 中共云川省委样品管理办法\n第一条　本办法⟦由本委办公室负责解释⟧。',
    '# 中共云川省委样品工作规则\n第一条　本规则⟦由省委政策研究室解释⟧。'
  ],
  check(document, report) {
    for (const clause of document.bodyClauses) {
      const match = inner.exec(clause.text)
      if (match === null || /^中国共产党|^中共中央/.test(document.title)) continue
      report({
        clause,
        start: match.index,
        end: match.index + match[0].length,
        reason: {
          zh: `解释由制定机关负责，写“由……负责解释，具体工作由${match[1]}承担”。`,
          en: `The maker interprets; write “由……负责解释，具体工作由${match[1]}承担”.`
        }
      })
    }
  }
})
