import { daysIn } from '../dates.js'
import { documentRule } from '../rule.js'
import { legislationLaw65, partyMaking, source } from '../sources.js'

const day = /(?:\d{4}|[〇○零一二三四五六七八九]{4})年/

export default documentRule({
  id: 'title-note',
  group: 'structure',
  summary: { zh: '题注写明制定机关和日期。', en: 'The note under the title names the maker and the dates.' },
  rationale:
    '法律的题注写明制定机关、通过日期，修改过的依次写明修改日期；党内法规的题注写明制定机关、批准和发布日期。front matter 写明 stage 的草案还没有通过，不检查。',
  sources: [source(legislationLaw65, 'A'), source(partyMaking, 'C')],
  kinds: ['法律', '党内法规'],
  severity: 'warning',
  fix: 'none',
  good: [
    '# 样品法\n（2026年3月2日云川会议通过）\n第一条　样品应当登记。',
    '---\nstage: 初稿\n---\n# 样品法\n第一条　样品应当登记。',
    {
      text: '# 中共云川省委样品工作规定\n（2026年3月2日中共云川省委批准，2026年3月9日发布）\n第一条　样品应当登记。',
      kind: '党内法规'
    }
  ],
  bad: [
    '# ⟦样品法⟧\n第一条　样品应当登记。',
    '# 样品法\n⟦（云川会议通过）⟧\n第一条　样品应当登记。',
    '# 样品法\n（2020年3月2日云川会议通过，2026年5月8日第二次修正，⟦2023年4月6日⟧第一次修正）\n第一条　样品应当登记。',
    { text: '# ⟦中共云川省委样品工作规定⟧\n第一条　样品应当登记。', kind: '党内法规' }
  ],
  check(document, report) {
    if (document.fields.has('stage') || document.titleClause === undefined) return
    const { notes } = document
    const days = notes.flatMap((note) =>
      daysIn(note.text)
        .filter(({ end }) => !/^\s*(?:起|施行|生效)/.test(note.text.slice(end)))
        .map((found) => ({ ...found, clause: note }))
    )
    const late = days.find(({ day }, index) => index > 0 && day < days[index - 1]!.day)
    if (late !== undefined)
      report({
        clause: late.clause,
        start: late.start,
        end: late.end,
        reason: { zh: '题注中的日期没有按先后排列。', en: 'The dates of the note are not in order.' }
      })
    if (notes.length === 0)
      report({
        clause: document.titleClause,
        reason: {
          zh: '标题之下没有题注：写明制定机关和通过、发布的日期。',
          en: 'No note under the title: name the maker and the days of passing and issue.'
        }
      })
    else if (!notes.some((note) => day.test(note.text)))
      report({ clause: notes[0]!, reason: { zh: '题注没有写明日期。', en: 'The note gives no date.' } })
  }
})
