import { formatNumeral, parseNumeral } from 'regast'
import { isQuoted, quotedStretches } from '../quotations.js'
import { documentRule } from '../rule.js'
import { legislationLaw65, practice, source } from '../sources.js'

const references = /第\s*([0-9０-９]{1,4})\s*(条|款|项|章|节|编)(?![件例约程目式能日])/g

export default documentRule({
  id: 'structural-numeral',
  group: 'structure',
  summary: {
    zh: '编、章、节、条的序号和引用用汉字数字。',
    en: 'Structural numbers and references to them are Chinese numerals.'
  },
  rationale: '编、章、节、条一律用中文数字编号，引用也这样写。',
  sources: [source(legislationLaw65, 'A'), source(practice, 'A')],
  kinds: 'all',
  severity: 'error',
  fix: 'safe',
  good: [
    '依照第十条第二款的规定办理。',
    '第一条　样品应当登记。\n第二条　登记依照第一条办理。',
    '1号样品库和第3批样品由专人管理。'
  ],
  bad: [
    { text: '依照⟦第10条⟧⟦第2款⟧的规定办理。', fixed: '依照第十条第二款的规定办理。' },
    {
      text: '第一条　样品应当登记。\n⟦第2条⟧　登记依照第一条办理。',
      fixed: '第一条　样品应当登记。\n第二条　登记依照第一条办理。'
    },
    { text: '适用⟦第３章⟧的规定。', fixed: '适用第三章的规定。' }
  ],
  check(document, report) {
    // Items that are numbered 79. are cited so; a judgment or a report is no regulation.
    const arabicItems = document.nodes('num').some(({ value }) => /^\d{2,}[.．、]/.test(value.trim()))
    const regulation = document.bodyArticles.length > 0 || document.kind !== undefined
    for (const clause of regulation ? document.bodyClauses : []) {
      const quoted = quotedStretches(clause.text)
      for (const match of clause.text.matchAll(references)) {
        const start = match.index
        const end = start + match[0].length
        const value = parseNumeral(match[1]!)
        if (value === undefined || isQuoted(quoted, start, end)) continue
        if (match[2] === '项' && arabicItems) continue
        report({
          clause,
          start,
          end,
          reason: { zh: `“${match[0]}”应当用汉字数字。`, en: `“${match[0]}” should be in Chinese numerals.` },
          replace: `第${formatNumeral(value)}${match[2]}`
        })
      }
    }
    for (const num of document.nodes('num')) {
      const match = /^第\s*([0-9０-９]{1,4})\s*([条章节编])$/.exec(num.value)
      const { position } = num
      if (match === null || position === undefined) continue
      const value = parseNumeral(match[1]!)
      if (value === undefined) continue
      const place = { start: position.start.offset!, end: position.end.offset! }
      report({
        source: place,
        reason: { zh: `“${num.value}”应当用汉字数字。`, en: `“${num.value}” should be in Chinese numerals.` },
        replace: `第${formatNumeral(value)}${match[2]}`
      })
    }
  }
})
