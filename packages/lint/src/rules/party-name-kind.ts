import { documentRule } from '../rule.js'
import { partyMaking, source } from '../sources.js'

export default documentRule({
  id: 'party-name-kind',
  group: 'party',
  summary: {
    zh: '党内法规的名称是党章、准则、条例、规定、办法、规则、细则之一。',
    en: 'A Party regulation is called 党章, 准则, 条例, 规定, 办法, 规则 or 细则.'
  },
  rationale: '用“意见”“通知”等名称的是规范性文件，不是党内法规，应当按公文检查。',
  sources: [source(`${partyMaking}第五条`, 'A')],
  kinds: ['党内法规'],
  severity: 'error',
  fix: 'none',
  good: [
    '# 中共云川省委样品工作规定\n第一条　样品应当登记。',
    '# 中国共产党样品工作条例（研究稿）\n第一条　样品应当登记。',
    '# 中共云川省委样品工作实施细则（试行）\n第一条　样品应当登记。'
  ],
  bad: [
    '# ⟦中共云川省委关于样品工作的意见⟧\n第一条　样品应当登记。',
    '# ⟦中共云川省委样品工作方案⟧\n第一条　样品应当登记。',
    '# ⟦样品工作制度（试行）⟧\n第一条　样品应当登记。'
  ],
  check(document, report) {
    const { titleClause } = document
    const bare = document.title.replace(/(?:[（(][^（）()]*[）)])+$/, '')
    if (titleClause === undefined || /(?:章程|党章|准则|条例|规定|办法|规则|细则)$/.test(bare)) return
    report({
      clause: titleClause,
      reason: {
        zh: '党内法规的名称用准则、条例、规定、办法、规则、细则；其他名称的是规范性文件。',
        en: 'A Party regulation is called 准则, 条例, 规定, 办法, 规则 or 细则; anything else is a normative document.'
      }
    })
  }
})
