import type { ClauseNumber } from 'regast'
import { parseNumeral } from 'regast'

/** The number that a printed one means: 第一百三十三条之一, （三）, 1., ①, 附件2; `undefined` where it is none. */
export function numberOf(text: string): ClauseNumber | undefined {
  const circled = /[①-⑳]/.exec(text)
  if (circled !== null) return { value: circled[0].charCodeAt(0) - 0x2460 + 1 }
  const found =
    /([〇零○一二两三四五六七八九十百千万廿卅\d０-９]+)(?:[条编章节](?:之([一二三四五六七八九十\d]+))?)?/.exec(
      text.replace(/\s/g, '')
    )
  const value = found === null ? undefined : parseNumeral(found[1]!)
  if (value === undefined) return undefined
  const insert = found![2] === undefined ? undefined : parseNumeral(found![2])
  return insert === undefined ? { value } : { value, insert }
}
