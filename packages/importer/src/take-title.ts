import type { ImportFacts, SourceLine, SourceText } from './model.js'
import { opensParagraph } from './read-plain.js'

const titleNoun =
  /(?:法|法典|条例|规定|办法|规则|细则|准则|章程|解释|决定|决议|意见|通知|公告|批复|方案|标准|纲要|修正案|规程|通则|守则)(?:[（(][^（）()]{1,14}[）)])?$/
const dated = /^[（(]?\s*(?:根据\s*)?(?:[12]\d{3}|[〇○零一二三四五六七八九]{4})\s*[年-]/

/** Finds the title: what the source marks as one, or the first lines that read like one. */
export function takeTitle(
  { lines, statedTitle }: SourceText,
  facts: ImportFacts,
  doubts: string[]
): { title: string; above: readonly string[]; rest: readonly SourceLine[] } {
  const first = lines.findIndex(({ text }) => opensParagraph.test(text))
  const head = lines.slice(0, first === -1 ? 12 : first)
  const start = head.findIndex(
    ({ heading, text }) => (heading === 1 || titleNoun.test(clean(text))) && text.length <= 90 && !dated.test(text)
  )
  if (start !== -1) {
    const taken = titleLines(head, start)
    const title = taken.map(({ text }) => clean(text)).join('')
    const stated = statedTitle ?? facts.namedTitle
    if (stated !== undefined && !same(stated, title)) {
      doubts.push(`正文的标题是“${title}”，而${statedTitle === undefined ? '文件名' : '网页标题'}是“${stated}”`)
    }
    const before = head.slice(0, start)
    if (before.length > 0) doubts.push(`标题前面还有 ${before.length} 行文字，放在了标题之后`)
    const above = taken.flatMap((line) => [...(line.before ?? []), ...(line.after ?? [])])
    return { title, above, rest: [...before, ...lines.slice(start + taken.length)] }
  }
  const fallback = statedTitle ?? facts.namedTitle ?? ''
  const [opening] = head
  if (
    opening !== undefined &&
    lines.length > 1 &&
    (fallback === '' || same(fallback, clean(opening.text))) &&
    standsAlone(opening)
  ) {
    if (fallback === '') doubts.push(`把第一行“${opening.text}”当作了标题`)
    return { title: clean(opening.text), above: opening.before ?? [], rest: lines.slice(1) }
  }
  doubts.push(
    fallback === ''
      ? '没有找到标题'
      : `正文里没有找到标题，用了${statedTitle === undefined ? '文件名' : '网页标题'}“${fallback}”`
  )
  return { title: fallback, above: [], rest: lines }
}

/** A short line that is no sentence, clause or date. */
export function standsAlone({ text, table }: SourceLine): boolean {
  return (
    table === undefined &&
    text.length <= 60 &&
    !/[。；：，;:,！？]$/.test(text) &&
    !opensParagraph.test(text) &&
    !dated.test(text)
  )
}

/** A title may be printed over several lines: the issuer above, a long name broken in two. */
function titleLines(head: readonly SourceLine[], start: number): SourceLine[] {
  const taken = [head[start]!]
  for (const next of head.slice(start + 1)) {
    const joined = clean(taken.map(({ text }) => text).join(''))
    const marked = next.heading === head[start]!.heading && next.centered === head[start]!.centered
    if (titleNoun.test(joined) || !marked || dated.test(next.text) || joined.length + next.text.length > 90) break
    taken.push(next)
  }
  return taken
}

/** Words of a title without spaces and the marks around it. */
export function clean(text: string): string {
  return text.replace(/[\s\u3000]+/g, '').replace(/^《|》$/g, '')
}

function same(left: string, right: string): boolean {
  const bare = (text: string): string =>
    clean(text)
      .replace(/[（(].*$/, '')
      .replace(/^中华人民共和国/, '')
  return bare(left) === bare(right)
}
