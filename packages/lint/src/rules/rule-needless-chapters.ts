import { numOf } from 'regast'
import { documentRule } from '../rule.js'
import { source } from '../sources.js'

export default documentRule({
  id: 'rule-needless-chapters',
  group: 'structure',
  summary: { zh: '内容简单的规章不分章。', en: 'A short rule has no chapters.' },
  rationale: '除内容复杂的以外，规章一般不分章、节。条数的界限可以用选项调整。',
  sources: [source('《规章制定程序条例》第八条', 'A')],
  kinds: ['规章'],
  severity: 'info',
  fix: 'none',
  options: {
    articles: { default: 15, schema: { type: 'integer', minimum: 1 }, description: '条数不超过多少就提示' }
  },
  good: [
    '第一条　样品应当登记。\n第二条　本办法自公布之日起施行。',
    {
      text: '# 云川市样品管理办法\n## 第一章　总则\n第一条　样品应当登记。\n第二条　登记不收费。',
      options: { articles: 1 }
    },
    {
      text: '# 云川市样品管理办法\n## 第一章　总则\n第一条　样品应当登记。\n第二条　登记不收费。\n## 第二章　附则\n第三条　本办法自公布之日起施行。',
      options: { articles: 2 }
    }
  ],
  bad: [
    '# 云川市样品管理办法\n## ⟦第一章⟧　总则\n第一条　样品应当登记。\n## 第二章　附则\n第二条　本办法自公布之日起施行。',
    '# 云川市样品管理办法\n## ⟦第一章⟧　总则\n第一条　样品应当登记。\n## 第二章　登记\n第二条　登记不收费。\n## 第三章　附则\n第三条　本办法自公布之日起施行。',
    {
      text: '# 云川市样品管理办法\n## ⟦第一章⟧　总则\n第一条　样品应当登记。\n第二条　登记不收费。\n## 第二章　附则\n第三条　本办法自公布之日起施行。',
      options: { articles: 3 }
    }
  ],
  check(document, report, options) {
    const [first] = document.nodes('chapter')
    const num = first && numOf(first)
    const count = document.bodyArticles.length
    if (first === undefined || num?.position === undefined || count > Number(options.articles)) return
    report({
      source: { start: num.position.start.offset!, end: num.position.end.offset!, address: first.address },
      reason: {
        zh: `全文只有${count}条，规章内容不复杂的，一般不分章。`,
        en: `Only ${count} articles: a simple rule has no chapters.`
      }
    })
  }
})
