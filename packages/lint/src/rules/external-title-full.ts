import type { DocumentView } from '../document-view.js'
import type { DocumentFinding } from '../finding.js'
import { documentRule } from '../rule.js'
import { source, technique1 } from '../sources.js'

const constitution = /《(?:中华人民共和国)?宪法》/g
const title = /《([^《》〈〉]{2,30}法)》/g

export default documentRule({
  id: 'external-title-full',
  group: 'citation',
  summary: {
    zh: '首次引用法律写全称；引用宪法不加书名号。',
    en: 'The first mention of a law gives its full title; 宪法 takes no marks.'
  },
  rationale:
    '首次提到法律时写带书名号的全称，可以同时约定简称；宪法不加书名号。不加书名号的简称打开选项 bareNames 才检查。只检查文库认得的法律。',
  inPractice: '不少地方性法规的第一条写《中华人民共和国宪法》；规章的样本很小，其中的旧文本写《劳动法》。',
  sources: [source(technique1, 'B')],
  kinds: ['法律', '行政法规', '规章', '地方性法规', '党内法规'],
  severity: 'warning',
  fix: 'offer',
  needs: 'library',
  options: {
    bareNames: {
      default: false,
      schema: { type: 'boolean' },
      description: '首次引用法律不加书名号的（依照森林法的规定），是否也检查；现行法规中很常见'
    }
  },
  good: [
    { text: '依照《中华人民共和国样品法》办理。', library: [{ title: '中华人民共和国样品法' }] },
    { text: '根据宪法，制定本办法。' },
    { text: '依照样品法第三条的规定处理。', library: [{ title: '中华人民共和国样品法' }] },
    {
      text: '依照《中华人民共和国样品法》（以下简称样品法）登记，违反样品法第三条的，责令改正。',
      library: [{ title: '中华人民共和国样品法' }],
      options: { bareNames: true }
    },
    { text: '《中华人民共和国样品法》施行前的样品，适用《样品法》。', library: [{ title: '中华人民共和国样品法' }] }
  ],
  bad: [
    {
      text: '依照⟦《样品法》⟧办理。',
      fixed: '依照《中华人民共和国样品法》办理。',
      library: [{ title: '中华人民共和国样品法' }]
    },
    { text: '根据⟦《中华人民共和国宪法》⟧，制定本办法。', fixed: '根据宪法，制定本办法。' },
    {
      text: '样品登记适用⟦《样品登记法》⟧，检验适用⟦《检验法》⟧。',
      fixed: '样品登记适用《中华人民共和国样品登记法》，检验适用《中华人民共和国检验法》。',
      library: [{ title: '中华人民共和国样品登记法' }, { title: '中华人民共和国检验法' }]
    },
    {
      text: '依照⟦样品法⟧第三条的规定处理。',
      fixed: '依照《中华人民共和国样品法》第三条的规定处理。',
      library: [{ title: '中华人民共和国样品法' }],
      options: { bareNames: true }
    }
  ],
  check(document, report, options) {
    const { library } = document.input
    if (options.bareNames === true) bareNames(document, report)
    const named = new Set<string>()
    for (const clause of document.bodyClauses) {
      if (!clause.text.includes('法》')) continue
      for (const match of clause.text.matchAll(constitution)) {
        // The book itself, on which an oath is taken.
        if (/[按抚持捧置]$|文本$/.test(clause.text.slice(Math.max(0, match.index - 2), match.index))) continue
        report({
          clause,
          start: match.index,
          end: match.index + match[0].length,
          reason: { zh: '引用宪法不加书名号。', en: 'The Constitution is cited without title marks.' },
          replace: '宪法'
        })
      }
      for (const match of clause.text.matchAll(title)) {
        const words = match[1]!
        if (words.startsWith('中华人民共和国')) {
          named.add(words)
          continue
        }
        const full = `中华人民共和国${words}`
        const known = library?.find(full).instruments.some((instrument) => instrument.title === full)
        if (!known || named.has(full) || words === '宪法') continue
        named.add(full)
        report({
          clause,
          start: match.index,
          end: match.index + match[0].length,
          reason: { zh: '首次引用法律写全称。', en: 'The first mention of a law gives its full title.' },
          replace: `《${full}》`
        })
      }
    }
  }
})

/** First mentions of a law by a name without 《》 that the draft has not introduced. */
function bareNames(document: DocumentView, report: (finding: DocumentFinding) => void): void {
  const told = new Set<string>()
  const whole = document.bodyClauses.map(({ text }) => text).join('\n')
  for (const { reference, clause, start } of document.references) {
    const name = /^[\u4e00-\u9fff]{2,20}?法(?!律)/.exec(reference.text)?.[0]
    const full = `中华人民共和国${name}`
    if (name === undefined || told.has(name) || reference.targets[0]?.instrument !== full) continue
    told.add(name)
    if (whole.includes(`《${full}》`) || new RegExp(`[简统]称“?${name}`).test(whole)) continue
    report({
      clause,
      start,
      end: start + name.length,
      reason: { zh: '首次引用法律写全称。', en: 'The first mention of a law gives its full title.' },
      replace: `《${full}》`
    })
  }
}
