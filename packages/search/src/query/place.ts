import { splitWords, Vocabulary } from '../analysis/words.js'
import type { TitledText, TitleIndex, TitleMention } from '../titles/title-index.js'
import type { ParsedQuery } from './parse-query.js'

/** Where a query looks, as the titles in it say. */
export interface Place {
  /** Ids that the answer is limited to. */
  scope?: Set<string>
  /** Ids that come first. */
  named: Set<string>
  /** Free text without the titles that are understood. */
  words: string
  /** Where in the words an instrument is named. */
  title?: { start: number; end: number }
  messages: string[]
}

/** Characters from which a title that differs a little from a known one is taken for it. */
const longTitle = 5

/** What the titles in a query say about where to look. */
export function placeOf(parsed: ParsedQuery, titles: TitleIndex): Place {
  const messages: string[] = []
  let words = parsed.text
  let scope: Set<string> | undefined
  for (const title of parsed.titles) {
    const found = titles.find(title)
    if (found.length > 0) {
      scope = new Set([...(scope ?? []), ...idsOf(found)])
      continue
    }
    const near = titles.suggest(title)
    const likely = near.length > 0 ? `《${near.join('》《')}》` : ''
    // 公司法 and 公证法 differ in one character too: of a short title that is no slip of the pen.
    if (near.length > 0 && title.length >= longTitle) {
      messages.push(`没有找到《${title}》，是不是${likely}？先按《${near[0]}》查找。`)
      scope = new Set([...(scope ?? []), ...idsOf(titles.find(near[0]!))])
    } else {
      messages.push(`没有找到《${title}》，按普通的词查找${likely === '' ? '' : `；名称相近的有${likely}`}。`)
      words += ` ${title}`
    }
  }
  if (scope !== undefined) return { scope, named: new Set(), words, messages }
  const mention = mentionIn(parsed, titles)
  if (mention === undefined) {
    const unknown = parsed.numberAt === undefined ? undefined : titleBefore.exec(words.slice(0, parsed.numberAt))?.[0]
    if (unknown !== undefined) messages.push(`文库中没有《${unknown}》，按普通的词查找。`)
    return { named: new Set(), words, messages }
  }
  const { start, end } = mention
  const named = new Set(idsOf(mention.texts))
  // With a number the title has done its work; without one the words of the title may be the subject too.
  if (parsed.number !== undefined)
    return { named, words: words.slice(0, start) + ' '.repeat(end - start) + words.slice(end), messages }
  return { named, words, title: { start, end }, messages }
}

const titleBefore = /[\u4e00-\u9fff]{2,40}(?:法|条例|规定|办法|解释|规则|章程|准则|细则)(?=\s*$)/

const titleLike =
  /(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,40}?(?:法|条例|规定|办法|解释|规则|章程|准则|细则)(?![\u4e00-\u9fff])/g

function mentionIn({ text, number, numberAt }: ParsedQuery, titles: TitleIndex): TitleMention | undefined {
  const exact = titles.mention(text)
  const mention = exact !== undefined && endsWord(text, exact.end) ? exact : undefined
  if (number !== undefined) {
    // 民法典继承编解释 is another instrument than the one that its first words name.
    const likely = titles.likely(text, numberAt!)
    return mention === undefined || (likely !== undefined && likely.end - likely.start > mention.end - mention.start)
      ? (likely ?? mention)
      : mention
  }
  if (mention !== undefined) return mention
  for (const match of text.matchAll(titleLike)) {
    const found = titles.likely(text, match.index + match[0].length)
    if (found !== undefined) return found
  }
  return undefined
}

/** 公司法 in 公司法定代表人 is no title: the text has to have a border between words there. */
function endsWord(text: string, end: number): boolean {
  if (end >= text.length) return true
  return splitWords(text.slice(Math.max(0, end - 12), end + 8), noWords).every(({ start, text: word }) => {
    const from = start + Math.max(0, end - 12)
    return !(from < end && from + word.length > end)
  })
}

const noWords = new Vocabulary()

function idsOf(texts: readonly TitledText[]): string[] {
  return texts.map(({ text }) => text.id)
}
