import { isQuoted, quotedStretches } from '../quotations.js'
import { documentRule } from '../rule.js'
import type { AvoidedTerm, PreferredTerm } from '../settings.js'
import { source } from '../sources.js'

export default documentRule({
  id: 'house-terms',
  group: 'words',
  summary: { zh: '本单位词表：统一用词和不用的词。', en: 'The house dictionary: terms to prefer and to avoid.' },
  rationale: '在 tiaoli.config.json 的 dictionary 里写明统一用哪个词、不用哪些词。没有词表就不检查。',
  sources: [source('本单位的约定', 'C')],
  kinds: 'all',
  severity: 'warning',
  fix: 'offer',
  good: [
    { text: '由承办单位办理。', options: { prefer: [{ term: '承办单位', instead: ['主办部门'] }] } },
    { text: '引文“主办部门”照录。', options: { prefer: [{ term: '承办单位', instead: ['主办部门'] }] } },
    '由主办部门办理。'
  ],
  bad: [
    {
      text: '由⟦主办部门⟧办理。',
      fixed: '由承办单位办理。',
      options: { prefer: [{ term: '承办单位', instead: ['主办部门'] }] }
    },
    { text: '样品库要⟦做大做强⟧。', options: { avoid: [{ term: '做大做强', reason: '宣传用语' }] } },
    {
      text: '由⟦主办部门⟧会同⟦协办部门⟧办理。',
      fixed: '由承办单位会同配合单位办理。',
      options: {
        prefer: [
          { term: '承办单位', instead: ['主办部门'] },
          { term: '配合单位', instead: ['协办部门'] }
        ]
      }
    }
  ],
  check(document, report, options) {
    const prefer = (options.prefer ?? []) as PreferredTerm[]
    const avoid = (options.avoid ?? []) as AvoidedTerm[]
    const words = [
      ...prefer.flatMap(({ term, instead, reason }) => instead.map((word) => ({ word, term, reason: reason ?? '' }))),
      ...avoid.map(({ term, reason }) => ({ word: term, term: undefined, reason }))
    ].filter(({ word }) => word !== '')
    for (const clause of document.clauses) {
      let quoted: ReturnType<typeof quotedStretches> | undefined
      for (const { word, term, reason } of words) {
        for (let at = clause.text.indexOf(word); at !== -1; at = clause.text.indexOf(word, at + word.length)) {
          quoted ??= quotedStretches(clause.text)
          if (isQuoted(quoted, at, at + word.length)) continue
          // A word to avoid can be part of the one to use: 部门 in 主管部门.
          if (term?.includes(word) && clause.text.startsWith(term, at - term.indexOf(word))) continue
          const because = reason === '' ? '' : `（${reason}）`
          const since = reason === '' ? '' : ` (“${reason}”)`
          report({
            clause,
            start: at,
            end: at + word.length,
            reason:
              term === undefined
                ? { zh: `词表中不用“${word}”${because}。`, en: `The house does not use “${word}”${since}.` }
                : { zh: `词表中统一用“${term}”${because}。`, en: `The house writes “${term}”${since}.` },
            ...(term === undefined ? {} : { replace: term })
          })
        }
      }
    }
  }
})
