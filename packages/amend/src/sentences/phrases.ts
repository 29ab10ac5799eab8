import type { AmendedPlace, Operation } from '../operation.js'
import { placePattern, readPlaces } from '../places.js'
import type { PatternInput, PatternResult } from './pattern.js'
import { sentence } from './pattern.js'
import { quotationsOf, words } from './quotations.js'
import { changes, colon, count, heads, place, places, quote, quoted, quoteList, quotes } from './vocabulary.js'

/** 在第三条“甲”后增加“乙”，“丙”前增加“丁”. */
export const insertPhrase = sentence(
  `(?:在)?(?:${places('at')}(?:${quote})?(?:中)?(?:的)?(?:[：，])?)?(?:在)?(?<anchor>${quote})(?:一?[词句语])?(?:之)?(?<side>后|前)(?:面)?(?:增加|增写|增加规定|加上)(?:规定|一句|一段)?[，]?(?:内容为)?${colon}(?<text>${quote})(?<more>(?:[，、；和](?:并)?(?:在)?${quote}(?:之)?(?:后|前)(?:增加|增写)${quote})*)`,
  ({ groups, quotations, open }) => {
    const at = placesOr(groups.at, open)
    if (at === undefined) return undefined
    const insertions = [
      `${groups.anchor}${groups.side}${groups.text}`,
      ...(groups.more ?? '').split(/[，、；和](?=(?:并)?(?:在)?⟦)/)
    ]
    const operations = insertions.flatMap((insertion): Operation[] => {
      const match = /(⟦\d+⟧)[^⟦后前]*(后|前)[^⟦]*(⟦\d+⟧)/.exec(insertion)
      if (match === null) return []
      const side = match[2] === '后' ? 'after' : 'before'
      return [
        { type: 'insert-phrase', at, side, anchor: words(match[1], quotations), text: words(match[3], quotations) }
      ]
    })
    return { operations, open: at.at(-1) }
  }
)

/** 在第三条末尾增加：“…”. */
export const appendPhrase = sentence(
  `(?:在)?${place('at')}(?:(?:末尾|最后|开始|开头|条首)(?:部分)?(?:增加|增写)(?:规定)?|增加规定)${colon}(?<text>${quote})`,
  ({ groups, quotations, open }) => {
    const [at] = readPlaces(groups.at!, open)
    const start = /(?:开始|开头|条首)/.test(groups[0] ?? '')
    return (
      at && {
        operations: [
          {
            type: 'insert-phrase',
            at: [at],
            side: start ? 'before' : 'end',
            anchor: '',
            text: words(groups.text, quotations)
          }
        ],
        open: at
      }
    )
  }
)

/** 将第三条中的“甲”修改为“乙”，“丙”修改为“丁”; 全文 and 名称 may stand in place of the article. */
export const replacePhrase = sentence(
  `${heads}(?:(?<everywhere>全文|(?:各)?条文|本(?:法|条例|规定|办法|规则|细则|解释))(?:中)?|(?<title>名称、)?${places('at')}(?:${quote})?(?:(?:中|末尾|第${count}句|后[一二两三]句)(?:的)?|的)?[：，]?)?(?:中)?(?:的)?(?<from>${quoteList})(?:一?[词句语])?[，]?(?:分别)?${changes}${colon}${quoted('to')}(?<more>(?:[，；、](?:并)?(?:将)?${quoteList}(?:分别)?${changes}${colon}${quotes})*)`,
  readReplacePhrase
)

/** 删去第三条中的“甲”、第四条中的“乙”. */
export const deletePhrase = sentence(
  `(?:将)?删(?:去|除)${places('at')}(?:${quote})?(?:中|末尾|规定|规定中)?(?:的)?(?<text>${quote}(?:[、，和]${quote})*)(?<more>(?:[、，和]${placePattern}(?:中|末尾|规定)?(?:的)?${quote})*)`,
  readDeletePhrase
)

/** 将第三条中的“甲”删去. */
export const deletePhraseBehind = sentence(
  `(?:将|把)${places('at')}(?:${quote})?(?:中|末尾|规定|规定中)?(?:的)?(?<text>${quote}(?:[、，和]${quote})*)(?:一?[词句语])?(?:予以)?删(?:去|除)`,
  readDeletePhrase
)

/** …中的“甲”修改为“乙”，删去“丙”: the place is still open. */
export const deletePhraseOpen = sentence(
  `删(?:去|除)(?<text>${quote}(?:[、，和]${quote})*)`,
  ({ groups, quotations, open }) =>
    open === undefined
      ? undefined
      : {
          operations: quotationsOf(groups.text, quotations).map(
            (text): Operation => ({ type: 'delete-phrase', at: [open], text: text.join('\n') })
          ),
          open
        }
)

function readReplacePhrase({ groups, quotations, open }: PatternInput): PatternResult | undefined {
  const everywhere = groups.everywhere !== undefined || (groups.at === undefined && open === undefined)
  const flags = {
    ...(everywhere && { everywhere: true as const }),
    ...(groups.title !== undefined && { inTitle: true as const })
  }
  const at = everywhere ? [] : placesOr(groups.at, open)
  if (at === undefined) return undefined
  const operations: Operation[] = []
  const pairs = [
    `${groups.from}修改为${groups.to}`,
    ...(groups.more ?? '').split(/[，；、](?=(?:并)?(?:将)?⟦\d+⟧(?:分别)?[^⟦]{0,6}为)/)
  ]
  for (const pair of pairs) {
    const sides = /^[^⟦]*((?:⟦\d+⟧[，、；。]?)+)[^⟦]*((?:⟦\d+⟧[，、；。]?)+)$/.exec(pair)
    if (sides === null) continue
    const from = quotationsOf(sides[1], quotations)
    const to = quotationsOf(sides[2], quotations)
    // 甲、乙分别修改为丙、丁; otherwise whole paragraphs stand against whole paragraphs.
    if (from.length === to.length) {
      for (const [index, each] of from.entries()) {
        operations.push({ type: 'replace-phrase', at, ...flags, from: each.join('\n'), to: to[index]!.join('\n') })
      }
    } else {
      operations.push({ type: 'replace-phrase', at, ...flags, from: from.flat().join('\n'), to: to.flat().join('\n') })
    }
  }
  return operations.length === 0 ? undefined : { operations, open: at.at(-1) ?? open }
}

function readDeletePhrase({ groups, quotations, open }: PatternInput): PatternResult {
  const at = readPlaces(groups.at!, open)
  const operations: Operation[] = quotationsOf(groups.text, quotations).map((text) => ({
    type: 'delete-phrase',
    at,
    text: text.join('\n')
  }))
  let last = at.at(-1)
  for (const match of (groups.more ?? '').matchAll(new RegExp(`(${placePattern})[^⟦]*(⟦\\d+⟧)`, 'g'))) {
    const more = readPlaces(match[1]!, last)
    operations.push({ type: 'delete-phrase', at: more, text: words(match[2], quotations) })
    last = more.at(-1) ?? last
  }
  return { operations, open: last }
}

function placesOr(written: string | undefined, open: AmendedPlace | undefined): AmendedPlace[] | undefined {
  if (written !== undefined) return readPlaces(written, open)
  return open === undefined ? undefined : [open]
}
