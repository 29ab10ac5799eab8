import { documentRule } from '../rule.js'
import { partyMaking, source } from '../sources.js'

export default documentRule({
  id: 'party-kind-fit',
  group: 'party',
  summary: {
    zh: '省级党委、中央纪委和党中央工作机关不用“准则”“条例”。',
    en: 'Provincial committees, the CCDI and central working organs issue no 准则 or 条例.'
  },
  rationale:
    '准则规定全党的基本行为，条例规定某一领域或者重大工作，由党的中央组织制定；其他制定机关用规定、办法、规则、细则。',
  sources: [source(`${partyMaking}（2012年）第四条`, 'A'), source(`${partyMaking}第五条`, 'B')],
  kinds: ['党内法规'],
  severity: 'error',
  fix: 'none',
  good: [
    '# 中共云川省委样品工作规定\n第一条　样品应当登记。',
    '# 中国共产党样品工作条例\n第一条　样品应当登记。',
    '# 中央纪律检查委员会样品检查规则\n第一条　样品应当登记。'
  ],
  bad: [
    '# ⟦中共云川省委样品工作条例⟧\n第一条　样品应当登记。',
    '# ⟦中共云川省委样品工作准则（试行）⟧\n第一条　样品应当登记。',
    '# ⟦中央样品工作部监督条例⟧\n第一条　样品应当登记。'
  ],
  check(document, report) {
    const { titleClause } = document
    const bare = document.title.replace(/(?:[（(][^（）()]*[）)])+$/, '')
    const kind = /(?:准则|条例)$/.exec(bare)?.[0]
    if (titleClause === undefined || kind === undefined) return
    if (
      !/^中共[\u4e00-\u9fff]{2,10}(?:省|市|区|州|县)委|^中央[\u4e00-\u9fff]{2,8}(?:部|委员会|办公厅|办公室)/.test(bare)
    )
      return
    report({
      clause: titleClause,
      reason: {
        zh: `“${kind}”由党的中央组织制定，这里用规定、办法、规则或者细则。`,
        en: `Only central organizations make “${kind}”; use 规定, 办法, 规则 or 细则.`
      }
    })
  }
})
