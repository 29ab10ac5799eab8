import type { Paragraph } from 'regast'
import { clauseText } from 'regast'
import { documentRule } from '../rule.js'
import { partyMaking, source } from '../sources.js'

/** Shorter sentences are alike by necessity. */
const shortest = 20

export default documentRule({
  id: 'party-no-restate',
  group: 'party',
  summary: { zh: '细化上位规定，不照抄条文。', en: 'Implementing text adds detail and does not copy.' },
  rationale: '照抄的条文不增加内容，上位规定修改以后反而互相抵触。只与文库中有全文、草案又引用到的文件比较。',
  sources: [source(`${partyMaking}第十四条`, 'B')],
  kinds: ['党内法规'],
  severity: 'info',
  fix: 'none',
  needs: 'library',
  good: [
    {
      text: '依照《样品规定》办理。\n样品应当在入库之日登记，由专人核对名称、来源和数量。',
      library: [{ title: '样品规定', text: '第一条　样品应当登记。' }]
    },
    {
      text: '样品应当在入库之日起三日内登记，由专人核对名称、来源和数量。',
      library: [{ title: '样品规定', text: '第一条　样品应当在入库之日起三日内登记，由专人核对名称、来源和数量。' }]
    },
    { text: '依照《样品规定》办理。', library: [{ title: '样品规定' }] }
  ],
  bad: [
    {
      text: '依照《样品规定》办理。\n⟦样品应当在入库之日起三日内登记，由专人核对名称、来源和数量。⟧',
      library: [{ title: '样品规定', text: '第一条　样品应当在入库之日起三日内登记，由专人核对名称、来源和数量。' }]
    },
    {
      text: '第一条　⟦样品库实行双人双锁，钥匙由不同的人员分别保管。⟧\n第二条　《样品规定》的其他规定继续适用。',
      library: [{ title: '样品规定', text: '第三条　样品库实行双人双锁，钥匙由不同的人员分别保管。' }]
    },
    {
      text: '第一条　根据《样品规定》，制定本规定。\n第二条　样品库应当安静。\n⟦参观样品库的人员应当登记姓名和所在单位，由库长陪同进入。⟧',
      library: [
        {
          title: '样品规定',
          text: '第五条　样品库应当安静。\n参观样品库的人员应当登记姓名和所在单位，由库长陪同进入。'
        }
      ]
    }
  ],
  check(document, report) {
    const { library } = document.input
    if (library === undefined) return
    const cited = new Set<string>()
    for (const clause of document.bodyClauses) {
      for (const match of clause.text.matchAll(/《([^《》]{2,60})》/g)) cited.add(match[1]!)
    }
    const known = new Map<string, { title: string; label: string }>()
    for (const title of cited) {
      const { instruments } = library.find(title)
      const outline = instruments.length === 1 ? instruments[0]!.versions.at(-1)?.outline : undefined
      for (const article of outline?.articles.values() ?? []) {
        for (const child of article.node?.children ?? []) {
          if (child.type !== 'paragraph') continue
          const text = plain(clauseText(child as Paragraph, '').text)
          if (text.length >= shortest) known.set(text, { title: instruments[0]!.title, label: article.address })
        }
      }
    }
    if (known.size === 0) return
    for (const clause of document.bodyClauses) {
      if (clause.node.type !== 'paragraph') continue
      const source = known.get(plain(clause.text))
      if (source !== undefined)
        report({
          clause,
          reason: {
            zh: `与《${source.title}》的条文一字不差，细化或者改为引用。`,
            en: `It is letter by letter a clause of 《${source.title}》: add detail, or cite it.`
          }
        })
    }
  }
})

function plain(text: string): string {
  return text.replace(/[\s\u3000]/g, '')
}
