import { definitionsIn } from '@tiaoli/citation'
import type { ClauseText } from 'regast'
import { documentRule } from '../rule.js'
import { source, technique1 } from '../sources.js'

const said =
  /(?<=本(?:法|条例|规定|办法|规则|细则|准则|章程))(?:中)?所(?:指|说|述)(?:的)?(?=[^，。；]{1,20}，?(?:是指|包括|指))|(?:就|即)是指|(?<=，)(?:系指|即指)/g

const circular =
  /所称(?:的)?“?([^，。；“”]{2,20})”?，?(?:是指|即|指)((?:各类|各种|一切|所有|有关|相关|本[市省县区])?\1(?:的总称)?)(?=[，。；])/g

export default documentRule({
  id: 'definition-form',
  group: 'clauses',
  summary: {
    zh: '定义写“本X所称甲，是指……”；一个术语只定义一次。',
    en: 'Definitions read 本X所称甲，是指…, one for each term.'
  },
  rationale: '固定的句式便于查找定义；同一术语定义两次，或者用自己解释自己，会使适用产生争议。',
  sources: [source(technique1, 'B')],
  kinds: 'all',
  severity: 'warning',
  fix: 'offer',
  good: [
    '本办法所称样品，是指矿物和化石。',
    '本办法所称样品，包括矿物和化石。',
    '前款所称样品库，是指专门存放样品的场所。',
    '第一条　本办法所称样品，是指矿物和化石。\n第二条　本办法所称样品包括标本。',
    '本办法所称专管样品，是指由专人保管的样品。'
  ],
  bad: [
    { text: '本办法⟦所指的⟧样品，是指矿物和化石。', fixed: '本办法所称样品，是指矿物和化石。' },
    { text: '本办法所称样品，⟦就是指⟧矿物和化石。', fixed: '本办法所称样品，是指矿物和化石。' },
    { text: '样品库⟦就是指⟧存放样品的场所。', fixed: '样品库是指存放样品的场所。' },
    '第一条　本办法所称样品，是指矿物和化石。\n第二条　本办法所称⟦样品⟧，是指标本。',
    '本办法所称样品，是指⟦各类样品⟧。'
  ],
  check(document, report) {
    const first = new Map<string, { clause: ClauseText; start: number; end: number }>()
    for (const clause of document.bodyClauses) {
      if (!/[指称]/.test(clause.text)) continue
      for (const match of clause.text.matchAll(said)) {
        const replace = match[0].includes('所') ? '所称' : '是指'
        report({
          clause,
          start: match.index,
          end: match.index + match[0].length,
          reason: { zh: '定义写“本X所称甲，是指……”。', en: 'A definition reads “本X所称甲，是指……”.' },
          replace
        })
      }
      for (const match of clause.text.matchAll(circular)) {
        const end = match.index + match[0].length
        report({
          clause,
          start: end - match[2]!.length,
          end,
          reason: { zh: `“${match[1]}”用自己解释自己。`, en: `“${match[1]}” is explained by itself.` }
        })
      }
      for (const { name, start, end, form } of definitionsIn(clause.text)) {
        if (
          form !== 'definition' ||
          !/本(?:法|条例|规定|办法|规则|细则|准则|章程)(?:中)?所称/.test(
            clause.text.slice(Math.max(0, start - 12), start)
          )
        )
          continue
        const known = first.get(name)
        if (known === undefined) first.set(name, { clause, start, end })
        // 本办法所称甲包括…… says more of what was defined before.
        else if (known.clause !== clause && !/^[”，]{0,2}(?:还|也)?包括/.test(clause.text.slice(end))) {
          report({
            clause,
            start,
            end,
            reason: { zh: `“${name}”前面已经定义过。`, en: `“${name}” was defined before.` },
            related: [{ ...known, reason: { zh: '前一个定义', en: 'the definition before' } }]
          })
        }
      }
    }
  }
})
