import type { ClauseText } from 'regast'
import { articleOf } from 'regast'
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
    '将第三条修改为：“样品应当登记。”',
    '税率表：\n（注一：样品不计税。\n注二：标本减半。）'
  ],
  bad: [
    '甲类样品⟦（⟧以下简称样品应当登记。',
    '依照样品管理条例⟦》⟧办理。',
    '依照⟦《⟧样品管理条例办理，标签写“样品⟦（⟧”。'
  ],
  *check(document, report) {
    const odd: OddMarks[] = []
    for (const clause of document.clauses) {
      // Notes are often cut into lines at their brackets.
      odd.push({ clause, marks: clause.node.type === 'note' ? [] : oddMarks(clause) })
      yield
    }
    for (const [index, { clause, marks }] of odd.entries()) {
      const next = odd[index + 1]?.clause
      for (const { at, open } of marks) {
        if (closesNearby(odd, index, at, open)) continue
        const mark = clause.text[at]!
        // A quotation of several paragraphs closes in a later one.
        if (mark === '“' && next !== undefined && 'quoted' in next.node && next.node.quoted) continue
        if ((mark === '”' || mark === '“') && 'quoted' in clause.node && clause.node.quoted) continue
        const missing = open ? openings.get(mark) : closings.get(mark)
        report({
          clause,
          start: at,
          end: at + 1,
          reason: { zh: `“${mark}”没有对应的“${missing}”。`, en: `“${mark}” has no “${missing}” to go with it.` }
        })
      }
    }
  }
})

/** A remark in brackets, or a title set in two lines, reaches over so many paragraphs at most. */
const reach = 3

interface OddMarks {
  clause: ClauseText
  marks: { at: number; open: boolean }[]
}

/** Whether a mark left open is closed by the first odd mark of a near paragraph of the same article, or the other way round. */
function closesNearby(odd: readonly OddMarks[], index: number, at: number, open: boolean): boolean {
  const { clause, marks } = odd[index]!
  // Only what is odd at the outer end can pair with another paragraph.
  if (marks[open ? marks.length - 1 : 0]!.at !== at) return false
  const wanted = (open ? openings : closings).get(clause.text[at]!)
  const around = articleOf(clause.address)
  for (let step = 1; step <= reach; step++) {
    const other = odd[open ? index + step : index - step]
    if (other === undefined || articleOf(other.clause.address) !== around) return false
    const mark = open ? other.marks[0] : other.marks.at(-1)
    if (mark === undefined) continue
    return mark.open !== open && other.clause.text[mark.at]!.replace(')', '）').replace('(', '（') === wanted
  }
  return false
}

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
