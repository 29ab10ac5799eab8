import type { ClauseText } from 'regast'
import { documentRule } from '../rule.js'
import { punctuation, source } from '../sources.js'

const openings = new Map([
  ['（', '）'],
  ['(', '）'],
  ['《', '》'],
  ['〈', '〉'],
  ['〔', '〕'],
  ['【', '】'],
  ['“', '”'],
  ['‘', '’']
])
const closings = new Map([
  ['）', '（'],
  [')', '（'],
  ['》', '《'],
  ['〉', '〈'],
  ['〕', '〔'],
  ['】', '【'],
  ['”', '“'],
  ['’', '‘']
])

export default documentRule({
  id: 'unbalanced-pairs',
  group: 'signs',
  summary: { zh: '引号、括号、书名号成对。', en: 'Quotation marks, brackets and title marks come in pairs.' },
  rationale: '少一半的标点会改变引用和定义的范围。跨段的引文每段开头有前引号、只在末段有后引号，不算差错。',
  sources: [source(punctuation, 'B')],
  kinds: 'all',
  severity: 'error',
  fix: 'none',
  good: [
    '甲类样品（以下简称样品）应当登记。',
    '依照《样品管理条例》（试行）办理。',
    '将第三条修改为：“样品应当登记。”'
  ],
  bad: [
    '甲类样品⟦（⟧以下简称样品应当登记。',
    '依照样品管理条例⟦》⟧办理。',
    '依照⟦《⟧样品管理条例办理，标签写“样品⟦（⟧”。'
  ],
  check(document, report) {
    for (const [index, clause] of document.clauses.entries()) {
      // Notes are often cut into lines at their brackets.
      if (clause.node.type === 'note') continue
      const next = document.clauses[index + 1]
      for (const { at, open } of oddMarks(clause)) {
        const mark = clause.text[at]!
        // A quotation of several paragraphs closes in a later one.
        if (mark === '“' && next !== undefined && 'quoted' in next.node && next.node.quoted) continue
        if ((mark === '”' || mark === '“') && 'quoted' in clause.node && clause.node.quoted) continue
        const missing = open ? openings.get(mark) : closings.get(mark)
        report({ clause, start: at, end: at + 1, reason: `“${mark}”没有对应的“${missing}”。` })
      }
    }
  }
})

/** No sentence nests deeper; a mark left open long before is not looked for again and again. */
const deepest = 32

function lastOpen(stack: readonly { close: string }[], wanted: string): number {
  for (let at = stack.length - 1; at >= Math.max(0, stack.length - deepest); at--) {
    if (stack[at]!.close === wanted) return at
  }
  return -1
}

function oddMarks({ text }: ClauseText): { at: number; open: boolean }[] {
  const odd: { at: number; open: boolean }[] = []
  const stack: { close: string; at: number }[] = []
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    const close = openings.get(char)
    if (close !== undefined) {
      stack.push({ close, at })
      continue
    }
    if (!closings.has(char)) continue
    const wanted = char === ')' ? '）' : char
    const match = lastOpen(stack, wanted)
    if (match === -1) {
      // 1) and a) number something.
      if (!(wanted === '）' && /[\da-zA-Z一二三四五六七八九十]/.test(text[at - 1] ?? ''))) odd.push({ at, open: false })
      continue
    }
    for (const left of stack.splice(match).slice(1)) odd.push({ at: left.at, open: true })
  }
  odd.push(...stack.map(({ at }) => ({ at, open: true })))
  return odd.sort((left, right) => left.at - right.at)
}
