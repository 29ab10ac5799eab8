import type { LinkedReference } from '@tiaoli/library'

/** A piece of clause text that a difference never cuts. */
export interface Token {
  text: string
  /** What it is compared by; its text unless it is a reference that means something else than its words say. */
  key: string
  /** The reference that it is. */
  reference?: LinkedReference
}

/** A stretch of text that is one token, with the token's `key` and `reference`. */
export interface TokenSpan {
  start: number
  end: number
  key?: string
  reference?: LinkedReference
}

const numeral = '[0-9０-９〇零一二两三四五六七八九十百千万亿.．%％]'
const measure =
  '个工作日|工作日|个月|小时|分钟|周岁|万元|亿元|日|天|年|月|周|元|倍|人|名|次|个|项|条|款|岁|公里|米|吨|公斤|平方米|亩|成|期|届|级|批|份|以上|以下'
const units = new RegExp(
  [
    // A title in 《》, a place of a regulation, a numeral with its measure, a run of digits or letters.
    '《[^《》]{1,40}》',
    `第${numeral}{1,9}[编章节条款项目](?:之${numeral}{1,3})?(?:第${numeral}{1,6}[款项目])*`,
    `${numeral}{1,9}分之${numeral}{1,9}`,
    `${numeral}{1,12}(?:${measure})`,
    '[0-9０-９]+(?:[.．][0-9０-９]+)*[%％]?',
    '[A-Za-z]+'
  ].join('|'),
  'g'
)

let segmenter: Intl.Segmenter | undefined

/**
 * Cuts a clause text into words, with references, titles and quantities as units; `spans` (ascending, apart) are tokens
 * already found. Joined, the tokens are the text again.
 */
export function tokenise(text: string, spans: readonly TokenSpan[] = []): Token[] {
  const tokens: Token[] = []
  let at = 0
  for (const { start, end, key, reference } of spans) {
    if (start < at || end > text.length || start >= end) continue
    cutPlain(text.slice(at, start), tokens)
    const value = text.slice(start, end)
    const token: Token = { text: value, key: key ?? value }
    if (reference !== undefined) token.reference = reference
    tokens.push(token)
    at = end
  }
  cutPlain(text.slice(at), tokens)
  return tokens
}

function cutPlain(text: string, tokens: Token[]): void {
  let at = 0
  for (const match of text.matchAll(units)) {
    cutWords(text.slice(at, match.index), tokens)
    tokens.push({ text: match[0], key: match[0] })
    at = match.index + match[0].length
  }
  cutWords(text.slice(at), tokens)
}

/** Line by line: a segment keeps its whole input alive, and long inputs cost the segmenter more than their length. */
function cutWords(text: string, tokens: Token[]): void {
  if (text === '') return
  if (text.length === 1) {
    tokens.push({ text, key: text })
    return
  }
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  for (const line of text.split(/(?<=\n)/)) {
    for (const { segment } of segmenter.segment(line)) tokens.push({ text: segment, key: segment })
  }
}
