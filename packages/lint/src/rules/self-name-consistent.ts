import { createNameTable, scanClause } from '@tiaoli/citation'
import { isQuoted, quotedStretches } from '../quotations.js'
import { documentRule } from '../rule.js'
import { practice, source } from '../sources.js'

const noNames = createNameTable({})
const nouns = new Set(['法', '条例', '规定', '办法', '规则', '细则', '准则', '章程', '规程', '守则'])

export default documentRule({
  id: 'self-name-consistent',
  group: 'citation',
  summary: { zh: '自称“本X”与标题相符。', en: 'What the text calls itself fits its title.' },
  rationale: '《……办法》自称“本办法”。出现“本条例”“本法”，多半是从上位法移入文字时没有改。',
  sources: [source(practice, 'A')],
  kinds: 'all',
  severity: 'error',
  fix: 'offer',
  good: ['本办法适用于样品登记。', '依照本细则办理。', '# 样品管理暂行条例\n第一条　本条例所称样品，是指矿物。'].map(
    (text, index) => (index === 1 ? `# 云川市样品管理实施细则\n第一条　${text}` : text)
  ),
  bad: [
    { text: '⟦本条例⟧适用于样品登记。', fixed: '本办法适用于样品登记。' },
    '违反⟦本法⟧第三条规定的，责令改正。',
    {
      text: '# 云川市样品条例\n第一条　样品应当登记，⟦本规定⟧另有规定的除外。',
      fixed: '# 云川市样品条例\n第一条　样品应当登记，本条例另有规定的除外。'
    }
  ],
  *check(document, report) {
    const { titleNoun } = document
    const own = titleNoun === '法典' ? '法' : titleNoun === '实施细则' ? '细则' : titleNoun
    if (!nouns.has(own)) return
    for (const clause of document.bodyClauses) {
      if (!clause.text.includes('本') || clause.address.startsWith('att_')) continue
      yield
      let quoted: ReturnType<typeof quotedStretches> | undefined
      for (const { host, start } of scanClause(clause.text, noNames).mentions) {
        if (host.type !== 'self' || host.weak) continue
        const noun = host.name.slice(1)
        const last = [...nouns].find((candidate) => noun.endsWith(candidate))
        if (last === undefined || noun.endsWith(own)) continue
        const end = start + host.name.length
        // 本章程序 is 本章 and 程序; 所称本法…… cites the words of another text.
        if (host.name === '本章程' && clause.text[end] === '序') continue
        if (/所称[^，。；]*$/.test(clause.text.slice(0, start))) continue
        quoted ??= quotedStretches(clause.text)
        if (isQuoted(quoted, start, end)) continue
        report({
          clause,
          start,
          end,
          reason: {
            zh: `标题是“${titleNoun}”，这里却自称“${host.name}”；从别处移入的，写明那个文件的名称。`,
            en: `The title says “${titleNoun}”, the text here calls itself “${host.name}”; if it was taken over, name that instrument.`
          },
          // With a number it was surely copied, and the number is that of the other text.
          ...(clause.text[end] === '第' ? {} : { replace: `本${own}` })
        })
      }
    }
  }
})
