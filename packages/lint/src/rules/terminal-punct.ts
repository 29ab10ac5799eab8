import type { Paragraph, Point } from 'regast'
import { documentRule } from '../rule.js'
import { counted, practice, source } from '../sources.js'

export default documentRule({
  id: 'terminal-punct',
  group: 'structure',
  summary: {
    zh: '各项以分号结尾，末项以句号结尾；款以句号或者冒号结尾。',
    en: '项 end in ；, the last in 。; 款 end in 。 or ：.'
  },
  rationale: '一款连同它的各项是一个句子：中间各项用分号，最后一项用句号。项内自成数句的，可以用句号。',
  inPractice: '多数是文集中断行的文本，其余是遗漏的句号。',
  sources: [source(`${counted}：各项合于此式的占百分之九十五至九十七`, 'A'), source(practice, 'B')],
  kinds: 'all',
  severity: 'warning',
  fix: 'safe',
  good: [
    '样品分为下列各类：\n（一）甲类；\n（二）乙类。',
    '样品应当登记。',
    '库长履行下列职责：\n（一）保管样品。确需外借的，办理手续；\n（二）定期盘点。'
  ],
  bad: [
    {
      text: '样品分为下列各类：\n（一）甲类⟦，⟧\n（二）乙类⟦；⟧',
      fixed: '样品分为下列各类：\n（一）甲类；\n（二）乙类。'
    },
    {
      text: '第一条　样品应当登记，并且公⟦示⟧\n第二条　登记应当公示。',
      fixed: '第一条　样品应当登记，并且公示。\n第二条　登记应当公示。'
    },
    {
      text: '样品分为下列各类：\n（一）甲类⟦、⟧\n（二）乙⟦类⟧',
      fixed: '样品分为下列各类：\n（一）甲类；\n（二）乙类。'
    }
  ],
  check(document, report) {
    if (/修改|修正/.test(document.title)) return
    // Members of an unnumbered list (主席，副主席若干人，) are joined by commas.
    const continuesList = (paragraph: Paragraph): boolean =>
      /，$/.test(document.textOf(paragraph)?.text.trimEnd() ?? '')
    const ends = (node: Paragraph | Point, wanted: string, allowed: RegExp, reason: string): void => {
      const clause = document.textOf(node)
      const text = clause?.text.replace(/[\s\u200b-\u200f\ufeff\ue000-\uf8ff]+$/, '') ?? ''
      // A half-width mark is another rule's business.
      if (clause === undefined || text === '' || allowed.test(text.replace(/;$/, '；').replace(/:$/, '：'))) return
      const last = text.length - 1
      const wrong = /[，、；：。,;:.]/.test(text[last]!)
      const insert = { start: last + 1, end: last + 1, text: wanted }
      report({
        clause,
        start: last,
        end: last + 1,
        reason,
        expected: [wanted],
        edits: [wrong ? { start: last, end: last + 1, text: wanted } : insert]
      })
    }
    for (const paragraph of document.paragraphs) {
      if (paragraph.quoted || !paragraph.address.startsWith('art_')) continue
      const points = paragraph.children.filter((child): child is Point => child.type === 'point' && !child.quoted)
      if (points.length === 0) {
        const hasBlock = paragraph.children.some((child) => child.type === 'block')
        // A few words without any mark are a heading that lost its place.
        const own = document.textOf(paragraph)?.text ?? ''
        if (!hasBlock && /[，。；：、]|.{11}/.test(own) && !continuesList(paragraph))
          ends(paragraph, '。', /[。：！？”）」…；]$/, '款末用句号。')
        continue
      }
      for (const [index, point] of points.entries()) {
        // A 项 that goes on in 目 or in further sentences ends as those do.
        if (point.children.some((child) => child.type === 'indent' || child.type === 'block')) continue
        const last = index === points.length - 1
        const own = document.textOf(point)?.text ?? ''
        if (own.slice(0, -1).includes('。')) ends(point, last ? '。' : '；', /[；。：”）]$/, '项末用分号或者句号。')
        else if (last) ends(point, '。', /[。：”）]$/, '末项以句号结尾。')
        else if (!everyPointIsSentence(points, document.textOf.bind(document)))
          ends(point, '；', /[；：”]$/, '末项以外的各项以分号结尾。')
      }
    }
  }
})

/** Lists whose every 项 is a sentence of its own end each in 。 throughout. */
function everyPointIsSentence(
  points: readonly Point[],
  textOf: (node: Point) => { text: string } | undefined
): boolean {
  return points.every((point) => /[。：]$/.test(textOf(point)?.text.trimEnd() ?? ''))
}
