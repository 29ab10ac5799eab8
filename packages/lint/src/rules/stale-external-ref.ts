import { nameOfTarget } from '../reference-loci.js'
import { documentRule } from '../rule.js'
import { practice, source } from '../sources.js'

export default documentRule({
  id: 'stale-external-ref',
  group: 'citation',
  summary: { zh: '所引的文件没有废止，也没有改名。', en: 'The cited instrument is neither repealed nor renamed.' },
  rationale: '上位法修订、废止、改名之后，草案中的引用要跟着改。只能发现文库中登记了变动的文件。',
  sources: [source(practice, 'B')],
  kinds: 'all',
  severity: 'error',
  fix: 'offer',
  needs: 'links',
  good: [
    { text: '依照《样品登记规定》办理。', library: [{ title: '样品登记规定' }] },
    { text: '依照《样品登记规定》办理。' },
    { text: '《旧样品规定》同时废止。', library: [{ title: '旧样品规定', status: 'repealed' }] }
  ],
  bad: [
    {
      text: '依照⟦《旧样品规定》⟧办理。',
      fixed: '依照《样品登记规定》办理。',
      library: [{ title: '旧样品规定', status: 'repealed', replacedBy: '样品登记规定' }, { title: '样品登记规定' }]
    },
    { text: '根据⟦《旧样品规定》⟧，制定本办法。', library: [{ title: '旧样品规定', status: 'repealed' }] },
    {
      text: '依照⟦《样品登记规定（试行）》⟧办理。',
      fixed: '依照《样品登记规定》办理。',
      library: [
        { title: '样品登记规定（试行）', status: 'repealed', replacedBy: '样品登记规定' },
        { title: '样品登记规定' }
      ]
    }
  ],
  check(document, report) {
    for (const { reference, clause, start, end } of document.references) {
      for (const target of reference.targets) {
        if (target.status !== 'superseded' || target.instrument === null) continue
        if (/^[^。；]{0,200}废止/.test(clause.text.slice(end))) continue
        const [instrument] = document.input.library?.find(target.instrument).instruments ?? []
        const title = /^《[^《》]+》(?:（[^（）]*）)?/.exec(reference.text)?.[0]
        const next = instrument?.replacedBy
        report({
          clause,
          start,
          end,
          reason: {
            zh: `${target.reason ?? '所引的文件已经失效'}。`,
            en: `${nameOfTarget({ ...target, from: null })} was repealed, renamed or renumbered.`
          },
          ...(next === undefined || title === undefined
            ? {}
            : { expected: [`《${next}》`], edits: [{ start, end: start + title.length, text: `《${next}》` }] })
        })
        break
      }
    }
  }
})
