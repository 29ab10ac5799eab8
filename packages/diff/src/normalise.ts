const blanks = /[\s\u200B-\u200D\u2060\uFEFF]+/g
const asciiBracket = /[()]/g

/** A clause text as it is compared: without blanks, round brackets in one width. */
export function normaliseText(text: string): string {
  return text.replace(blanks, '').replace(asciiBracket, (bracket) => (bracket === '(' ? '（' : '）'))
}

const clauseNumber =
  /第[〇零一二两三四五六七八九十百千0-9０-９]{1,9}(?=[编章节条款项目])(条之[一二三四五六七八九十]{1,3})?/g

/**
 * A normalised text with the numbers of clauses masked, so that an article that only follows a renumbering keeps its
 * masked text. What stands after 之 is a number as well: 第十条之一.
 */
export function maskNumbers(text: string): string {
  if (!text.includes('第')) return text
  return text.replace(clauseNumber, (_, insert) => (insert === undefined ? '第#' : '第#条之#'))
}
