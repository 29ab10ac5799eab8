import type { Paragraph, Point } from 'regast'
import type { Said } from '../finding.js'
import { documentRule } from '../rule.js'
import { counted, practice, source } from '../sources.js'

export default documentRule({
  id: 'terminal-punct',
  group: 'structure',
  summary: {
    zh: '各项以分号结尾，末项以句号结尾；款以句号或者冒号结尾。',
    en: '项 end in ；, the last in 。; 款 end in 。 or ：.'
  },
  rationale:
    '一款连同它的各项是一个句子：中间各项用分号，最后一项用句号。项内自成数句的，可以用句号。用错的标点自动更正；没有标点的，可能是一句话断成了两段，只给出建议。',
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
      text: '第一条　为了管理样品，制定本办法⟦.⟧\n第二条　样品应当登记。',
      fixed: '第一条　为了管理样品，制定本办法。\n第二条　样品应当登记。'
    },
    {
      text: '样品分为下列各类：\n（一）甲类⟦、⟧\n（二）乙⟦类⟧',
      fixed: '样品分为下列各类：\n（一）甲类；\n（二）乙类。'
    }
  ],
  *check(document, report) {
    if (/修改|修正/.test(document.title)) return
    const lastOfArticle = new Set(document.bodyArticles.map((article) => article.children.at(-1)))
    // Members of an unnumbered list (主席，副主席若干人，) are joined by commas.
    const continuesList = (paragraph: Paragraph): boolean =>
      /，$/.test(document.textOf(paragraph)?.text.trimEnd() ?? '')
    const ends = (node: Paragraph | Point, { wanted, allowed, reason, unsure }: Ending): void => {
      const clause = document.textOf(node)
      const text = bare(clause?.text)
      // A half-width mark is another rule's business.
      if (clause === undefined || text === '' || allowed.test(fullWidth(text))) return
      const end = text.length
      const start = end - 1
      const mark = /[，、；：。,;:.]/.exec(text[start]!)?.[0]
      const doubt = unsure !== undefined && (mark === undefined || mark === '；')
      report({
        clause,
        start,
        end,
        reason: doubt ? (mark === undefined ? noMark : unsure) : reason,
        expected: [wanted],
        edits: [{ start: mark === undefined ? end : start, end, text: wanted }],
        // A sentence or a list may go on in the paragraph behind it.
        ...(doubt || mark === undefined ? { fix: 'offer' as const } : {})
      })
    }
    for (const paragraph of document.paragraphs) {
      yield
      if (paragraph.quoted || !paragraph.address.startsWith('art_')) continue
      const followed = !lastOfArticle.has(paragraph)
      const points = paragraph.children.filter((child): child is Point => child.type === 'point' && !child.quoted)
      if (points.length === 0) {
        const hasBlock = paragraph.children.some((child) => child.type === 'block')
        const own = bare(document.textOf(paragraph)?.text)
        if (!hasBlock && isSentence(own) && !continuesList(paragraph)) ends(paragraph, paragraphEnding(followed))
        continue
      }
      const sentences = everyPointIsSentence(points, document.textOf.bind(document))
      for (const [index, point] of points.entries()) {
        // A 项 that goes on in 目 or in further sentences ends as those do.
        if (point.children.some((child) => child.type === 'indent' || child.type === 'block')) continue
        const last = index === points.length - 1
        const own = document.textOf(point)?.text ?? ''
        // （六）其他 above a paragraph is a heading.
        if (last && followed && !isSentence(own) && !/[，、；：。]$/.test(own)) continue
        if (last || own.slice(0, -1).includes('。') || !sentences) ends(point, pointEnding(own, last, followed))
      }
    }
  }
})

const noMark = {
  zh: '末尾没有标点：补句号；与下一段是一句话的，接成一段。',
  en: 'It ends without a mark: add “。”, or join it with the next paragraph if they are one sentence.'
}

/** How a clause should end. */
interface Ending {
  wanted: string
  allowed: RegExp
  reason: Said
  /** What is said where something behind it may belong to it. */
  unsure?: Said | undefined
}

function paragraphEnding(followed: boolean): Ending {
  const unsure = followed ? noMark : undefined
  return {
    wanted: '。',
    allowed: /[。：！？”）」…；]$/,
    reason: { zh: '款末用句号。', en: 'A 款 ends in “。”.' },
    unsure
  }
}

function pointEnding(text: string, last: boolean, followed: boolean): Ending {
  const unsure =
    last && followed
      ? {
          zh: '末项以句号结尾；下一段也是一项的，补上序号。',
          en: 'The last 项 ends in “。”; if the next paragraph is a 项 too, give it its number.'
        }
      : undefined
  if (text.slice(0, -1).includes('。'))
    return {
      wanted: last ? '。' : '；',
      allowed: /[；。：”）]$/,
      reason: { zh: '项末用分号或者句号。', en: 'A 项 ends in “；” or “。”.' },
      unsure
    }
  if (last)
    return {
      wanted: '。',
      allowed: /[。：”）]$/,
      reason: { zh: '末项以句号结尾。', en: 'The last 项 ends in “。”.' },
      unsure
    }
  return {
    wanted: '；',
    allowed: /[；：”）]$/,
    reason: { zh: '末项以外的各项以分号结尾。', en: 'All 项 but the last end in “；”.' }
  }
}

function fullWidth(text: string): string {
  return text.replace(/;$/, '；').replace(/:$/, '：').replace(/\)$/, '）')
}

/** A text without the invisible characters at its end. */
function bare(text: string | undefined): string {
  return text?.replace(/[\s\u200b-\u200f\ufeff\ue000-\uf8ff]+$/, '') ?? ''
}

/** Whether a text says something: a heading that lost its place, a formula and a list of addressees do not. */
function isSentence(text: string): boolean {
  if (/[=＝≤≥×÷]/.test(text)) return false
  return /[。；：]|应当|不得|可以|必须|禁止|予以|是指|适用|施行|负责|的$|[\u4e00-\u9fff]\.$/.test(text)
}

/** Lists whose every 项 is a sentence of its own end each in 。 throughout. */
function everyPointIsSentence(
  points: readonly Point[],
  textOf: (node: Point) => { text: string } | undefined
): boolean {
  return points.every((point) => /[。：]$/.test(textOf(point)?.text.trimEnd() ?? ''))
}
