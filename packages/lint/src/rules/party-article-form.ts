import { documentRule } from '../rule.js'
import { partyMaking, source } from '../sources.js'

export default documentRule({
  id: 'party-article-form',
  group: 'party',
  summary: { zh: '党内法规用条款形式表述。', en: 'A Party regulation is written in articles.' },
  rationale: '“一、总体要求”一类的段落体是公文的写法。准则历来也有用段落体的，不检查。',
  sources: [source(`${partyMaking}（2012年）第五条`, 'A'), source(`${partyMaking}第六条`, 'B')],
  kinds: ['党内法规'],
  severity: 'error',
  fix: 'none',
  good: [
    '# 中共云川省委样品工作规定\n第一条　样品应当登记。',
    '# 关于样品工作的若干准则\n一、样品应当登记。',
    '# 中共云川省委样品工作规定\n## 第一章　总则\n第一条　样品应当登记。'
  ],
  bad: [
    '# ⟦中共云川省委样品工作规定⟧\n一、样品应当登记。\n二、登记不收费。',
    '# ⟦中共云川省委样品工作规定⟧\n样品应当登记。',
    '# ⟦中国共产党样品工作条例⟧\n一、总体要求\n样品应当登记。\n二、主要任务\n做好登记。'
  ],
  check(document, report) {
    const { titleClause } = document
    if (titleClause === undefined || document.titleNoun === '准则' || document.titleNoun === '章程') return
    const written = document.nodes('num').some((num) => /^第.+条/.test(num.value))
    if (written) return
    report({
      clause: titleClause,
      reason: {
        zh: '党内法规用条款形式表述，这里没有一条。',
        en: 'A Party regulation is written in articles; there is none here.'
      }
    })
  }
})
