import type { ClauseText } from 'regast'
import { isQuoted, quotations } from '../quotations.js'
import { documentRule } from '../rule.js'
import { practice, source } from '../sources.js'

/** What is still to be done, as drafters mark it. */
const open = '待(?:拟|定|补|填|写|议|核|商|确定|明确|研究|完善|细化|起草)'

/** Remarks that no text in force can have, wherever they stand. */
const remarks = new RegExp(
  [
    '【待[^【】]{1,60}】',
    `[【（(〔［[][^【】（）()〔〕［\\][，。；]{0,16}${open}[^【】（）()〔〕［\\][。；]{0,40}[】）)〕］\\]]`,
    `^(?:本条|此条|本款|内容|条文)?(?:${open}|暂缺|空缺)[^，。；]{0,4}。?$`,
    '^[…．.。·]{2,8}$',
    '(?<![A-Za-z])(?:TODO|TBD|FIXME)(?![A-Za-z])'
  ].join('|'),
  'g'
)

/** Signs for words or figures to come; forms in annexes have them for those who fill them in. */
const blanks = new RegExp(
  [
    '(?:\\d{0,3}[×✕╳]{1,4}年)?[×✕╳]{1,2}月(?:[×✕╳]{1,2}日)?',
    '\\d{0,3}[×✕╳*＊]{1,4}年(?!限)',
    '[×✕╳]{2,12}',
    '\\d{0,3}(?<![A-Za-z])[XxＸｘ]{2,12}(?![A-Za-z\\d])',
    '[＊*]{2,12}',
    '[_＿]{2,20}',
    '[□■]{2,12}',
    '(?<![\\d〇○零一二三四五六七八九十])[○◯〇]{2,8}(?![\\d〇○零一二三四五六七八九十])',
    '[（(〔][ \\u3000]{1,12}[）)〕]'
  ].join('|'),
  'g'
)

export default documentRule({
  id: 'placeholder-left',
  group: 'words',
  summary: {
    zh: '正文里没有留下待填的内容。',
    en: 'Nothing is left in the text that was to be filled in later.'
  },
  rationale:
    '“【待拟：…】”“（待定）”“××”一类记号是起草时给自己看的，送审以前都要换成条文。引号里的样式和附件里供人填写的表格不算；没有填写的条款序号由 ref-placeholder 检查。',
  sources: [source(practice, 'A')],
  kinds: 'all',
  severity: 'warning',
  fix: 'none',
  good: [
    '样品库的名称应当为“××样品库”。',
    '补偿金额＝样品单价×件数×2。',
    '二〇〇八年以前待定级的样品，由样品局核定。',
    '信封上写明××样品库收的字样。',
    '待遇（待岗期间的除外）按照规定执行。',
    '# 云川市样品管理办法\n第一条　样品登记表见附件。\n## 附件　样品登记表\n登记人：＿＿＿＿，××××年××月××日。',
    '依照第×条的规定办理。'
  ],
  bad: [
    '为了⟦【待拟：目的】⟧，根据⟦【待拟：依据】⟧，制定本办法。',
    '样品由⟦×××⟧局管理，费用为每件⟦XX⟧元。',
    '样品⟦（具体品种待定）⟧应当登记。',
    '⟦待拟。⟧',
    '⟦……⟧',
    '根据《⟦××⟧管理条例》，自⟦20××年×月×日⟧起施行。',
    '样品应当在⟦（　）⟧日内登记。',
    '# 云川市⟦□□⟧管理办法\n第一条　样品应当登记。\n## 附件　样品目录\n⟦【待补充】⟧'
  ],
  *check(document, report) {
    for (const clause of document.clauses) {
      if ('quoted' in clause.node && clause.node.quoted) continue
      const found = matchesOf(remarks, clause)
      if (!clause.address.startsWith('att_')) found.push(...matchesOf(blanks, clause))
      const quoted = found.length > 0 ? quotations(clause.text) : []
      for (const [index, { start, end }] of found.entries()) {
        if (isQuoted(quoted, start, end) || isNumberOfClause(clause.text, start, end)) continue
        if (isWording(clause.text, end)) continue
        // A blank inside a remark is part of it.
        if (found.slice(0, index).some((other) => other.start <= start && end <= other.end)) continue
        const text = clause.text.slice(start, end)
        report({
          clause,
          start,
          end,
          reason: { zh: `“${text}”还没有写成条文。`, en: `“${text}” is still to be written out.` }
        })
      }
      yield
    }
  }
})

function matchesOf(pattern: RegExp, { text }: ClauseText): { start: number; end: number }[] {
  return [...text.matchAll(pattern)].map(({ 0: match, index }) => ({ start: index, end: index + match.length }))
}

/** 第×条 has a rule of its own. */
function isNumberOfClause(text: string, start: number, end: number): boolean {
  return text[start - 1] === '第' && /^[条款项目章节编]/.test(text.slice(end, end + 1))
}

/** Words that are to stand on a thing, 写明××机构收的字样, are a pattern also where they are not in quotation marks. */
function isWording(text: string, end: number): boolean {
  return /^[^，。；：]{0,16}(?:字样|式样|样式)/.test(text.slice(end, end + 20))
}
