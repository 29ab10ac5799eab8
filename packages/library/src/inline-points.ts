import type { ClauseNumber, Paragraph, Point, RegastNode } from 'regast'
import { clauseText, parseNumeral } from 'regast'

/** （一）, （1）, ①, 1. or 一、 in running text; a number in a citation (第（一）项, 前款（二）项) is none. */
const enumerator =
  /(?<!第)(?:[（(]([一二三四五六七八九十]{1,3})[）)]|[（(](\d{1,2})[）)]|([①-⑳]))(?![项目款（(第]|[和或、至到及与][（(第])|(?<=^|[：:；;，,。\s])(?:(\d{1,2})[.．、](?!\d)|([一二三四五六七八九十]{1,3})、)/g

/** What a list of two items has in any style: a quick look for most texts, which have none. */
const second = /二[）)、]|②|2[）).．、]/

const known = new WeakMap<Paragraph | Point, readonly number[]>()
const none: readonly number[] = []

/**
 * The numbers of the items that run in the text of a 款 or 项 which has no clauses below it: 应当具备下列条件：（一）…；（二）…。 Only a list
 * that counts from one is told, in the style of its first number. Asked for what is not found otherwise, since most texts have none.
 */
export function inlinePoints(node: Paragraph | Point): readonly number[] {
  let numbers = known.get(node)
  if (numbers === undefined) {
    numbers = countIn(clauseText(node, '').text)
    known.set(node, numbers)
  }
  return numbers
}

function countIn(text: string): readonly number[] {
  if (!second.test(text)) return none
  let style = 0
  let count = 0
  for (const match of text.matchAll(enumerator)) {
    const group = match.findIndex((part, index) => index > 0 && part !== undefined)
    if (style !== 0 && group !== style) continue
    const value = group === 3 ? match[3]!.charCodeAt(0) - 0x245f : parseNumeral(match[group]!)
    if (value !== count + 1) continue
    style = group
    count += 1
  }
  return count < 2 ? none : Array.from({ length: count }, (_, index) => index + 1)
}

/** Whether one of the items that run in a text has a number. */
export function runsInline(node: Paragraph | Point | undefined, number: ClauseNumber): boolean {
  return node !== undefined && number.insert === undefined && inlinePoints(node).includes(number.value)
}

/** How many items run in the text of each 项 of a 款. */
export function inlineIndents(paragraph: Paragraph): number[] {
  return paragraph.children.flatMap((child) => (child.type === 'point' ? [inlinePoints(child).length] : []))
}

/** The 款 of an article with a number, counted from one. */
export function paragraphNode(article: { children: RegastNode[] } | undefined, number: number): Paragraph | undefined {
  let count = 0
  for (const child of article?.children ?? []) if (child.type === 'paragraph' && ++count === number) return child
  return undefined
}

/** The 项 of a 款 with a number. */
export function pointNode(paragraph: Paragraph | undefined, number: ClauseNumber): Point | undefined {
  return paragraph?.children.find(
    (child): child is Point => child.type === 'point' && child.number.value === number.value
  )
}
