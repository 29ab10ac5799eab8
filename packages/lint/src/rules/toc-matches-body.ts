import { documentRule } from '../rule.js'
import { source, technique1 } from '../sources.js'

export default documentRule({
  id: 'toc-matches-body',
  group: 'structure',
  summary: { zh: '目录与正文的标题一致。', en: 'The table of contents equals the headings.' },
  rationale: '目录逐章列出标题；改动章节以后，目录要跟着改。',
  sources: [source(technique1, 'B')],
  kinds: 'all',
  severity: 'error',
  fix: 'offer',
  good: [
    '# 云川市样品管理办法\n目录\n第一章　总则\n第二章　附则\n## 第一章　总则\n第一条　样品应当登记。\n## 第二章　附则\n第二条　本办法自公布之日起施行。',
    '# 云川市样品管理办法\n## 第一章　总则\n第一条　样品应当登记。',
    '# 云川市样品管理办法\n目录\n第一章 总 则\n第二章 附 则\n## 第一章　总则\n第一条　样品应当登记。\n## 第二章　附则\n第二条　本办法自公布之日起施行。'
  ],
  bad: [
    {
      text: '# 云川市样品管理办法\n目录\n第一章　总则\n⟦第二章　登记管理⟧\n第三章　附则\n## 第一章　总则\n第一条　样品应当登记。\n## 第二章　登记\n第二条　登记不收费。\n## 第三章　附则\n第三条　本办法自公布之日起施行。',
      fixed:
        '# 云川市样品管理办法\n目录\n第一章　总则\n第二章　登记\n第三章　附则\n## 第一章　总则\n第一条　样品应当登记。\n## 第二章　登记\n第二条　登记不收费。\n## 第三章　附则\n第三条　本办法自公布之日起施行。'
    },
    '# 云川市样品管理办法\n目录\n第一章　总则\n⟦第二章　附则⟧\n## 第一章　总则\n第一条　样品应当登记。',
    '# 云川市样品管理办法\n目录\n第一章　总则\n## 第一章　总则\n第一条　样品应当登记。\n## ⟦第二章⟧　附则\n第二条　本办法自公布之日起施行。'
  ],
  check(document, report) {
    for (const message of document.parserMessages('contents-disagree')) {
      const [heading] = message.expected ?? []
      const written = heading?.replace(/^(第[^章节编]+(?:分编|[编章节]))/, '$1　')
      report({ ...message, ...(written === undefined ? {} : { expected: [written], replace: written }) })
    }
  }
})
