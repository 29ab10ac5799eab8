import type { ClauseText } from 'regast'
import type { DocumentView } from '../document-view.js'
import { documentRule } from '../rule.js'
import { counted, source, technique1 } from '../sources.js'

export default documentRule({
  id: 'purpose-article',
  group: 'clauses',
  summary: { zh: '第一条写“为了……，（根据……，）制定本X。”', en: 'Article 1 reads 为了…，(根据…，)制定本X。' },
  rationale: '立法目的用“为了”，不用“为”；写“制定”，不写“特制定”“制订”。',
  inPractice: '约十分之一的文本第一条写“为”，新起草的写“为了”。',
  sources: [source(technique1, 'B'), source(`${counted}：法律中“为了”二百七十七处，“为”三十处，“特制定”六处`, 'A')],
  kinds: 'all',
  severity: 'warning',
  fix: 'offer',
  good: ['为了规范样品管理，制定本办法。', '为了规范样品管理，根据《样品管理条例》，制定本办法。', '样品应当登记。'],
  bad: [
    { text: '⟦为⟧规范样品管理，制定本办法。', fixed: '为了规范样品管理，制定本办法。' },
    { text: '为了规范样品管理，⟦特制定⟧本办法。', fixed: '为了规范样品管理，制定本办法。' },
    {
      text: '⟦为⟧规范样品管理，根据《样品管理条例》，⟦特制订⟧本办法。',
      fixed: '为了规范样品管理，根据《样品管理条例》，制定本办法。'
    }
  ],
  check(document, report) {
    const clause = purposeClause(document)
    if (clause === undefined) return
    if (/^为(?!了|贯彻|此)/.test(clause.text))
      report({
        clause,
        start: 0,
        end: 1,
        reason: { zh: '立法目的用“为了”。', en: 'The purpose opens with “为了”.' },
        replace: '为了'
      })
    const made = /特(?:制定|制订|订定)(?=本|如下)/.exec(clause.text)
    if (made !== null) {
      report({
        clause,
        start: made.index,
        end: made.index + made[0].length,
        reason: { zh: '写“制定”，不写“特制定”。', en: 'Write “制定”, not “特制定”.' },
        replace: '制定'
      })
    }
  }
})

/** The first 款 of the first article, where it says why the instrument is made. */
export function purposeClause(document: DocumentView): ClauseText | undefined {
  const paragraph = document.bodyArticles[0]?.children.find((child) => child.type === 'paragraph')
  const clause = paragraph && document.textOf(paragraph)
  return clause !== undefined && /制[定订]本|订定本|制定如下/.test(clause.text) ? clause : undefined
}
