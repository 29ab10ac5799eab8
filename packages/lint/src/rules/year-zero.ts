import { clauseRule, eachMatch } from '../rule.js'
import { numbers, source } from '../sources.js'

const years = /[一二][〇○◯零OＯ0０一二三四五六七八九]{3}(?=年)/g

const short = /(?<![\d第年]|编号)(\d{2})年(?=\d{1,2}月\d{1,2}日)/g

export default clauseRule({
  id: 'year-zero',
  group: 'signs',
  summary: {
    zh: '年份写四位；汉字年份的零写“〇”。',
    en: 'Years have four digits; the zero of a year in Chinese numerals is 〇.'
  },
  rationale: '用汉字写年份时，零写作“〇”（U+3007），不用圆圈符号、字母或者“零”。',
  sources: [source(numbers, 'B')],
  kinds: 'all',
  severity: 'warning',
  fix: 'safe',
  levels: ['paragraph', 'point', 'indent', 'note', 'signature', 'title', 'heading'],
  good: ['本办法自二〇二六年七月一日起施行。', '二〇一九年以前的样品另行登记。', '期限为一百零五年。'],
  bad: [
    { text: '本办法自⟦二○二六⟧年七月一日起施行。', fixed: '本办法自二〇二六年七月一日起施行。' },
    { text: '⟦二零一九⟧年以前的样品另行登记。', fixed: '二〇一九年以前的样品另行登记。' },
    { text: '⟦二OO八⟧年以来的记录应当保存。', fixed: '二〇〇八年以来的记录应当保存。' },
    '⟦26年⟧7月1日以前的样品另行登记。'
  ],
  check(clause, report) {
    eachMatch(clause, short, report, () => ({ reason: { zh: '年份写全四位。', en: 'A year has four digits.' } }))
    eachMatch(clause, years, report, ([year]) => {
      const right = year!.replace(/[○◯零OＯ0０]/g, '〇')
      return right === year
        ? undefined
        : {
            reason: { zh: '汉字年份的零写“〇”。', en: 'The zero of a year in Chinese numerals is “〇”.' },
            replace: right
          }
    })
  }
})
