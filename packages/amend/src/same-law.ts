import type { ClauseNumber } from 'regast'
import type { LawItem, LawText } from './law-text.js'
import { linesOf, pathOf, printLaw } from './law-text.js'

export function itemsByAddress(law: LawText): Map<string, LawItem> {
  const found = new Map<string, LawItem>()
  for (const item of law.items) {
    if (item.type === 'article' && item.origin !== undefined && !found.has(item.origin)) found.set(item.origin, item)
  }
  return found
}

export function sameItem(left: LawItem | undefined, right: LawItem | undefined): boolean {
  if (left === undefined || right === undefined) return false
  return plainText(linesOf(left).join('\n')) === plainText(linesOf(right).join('\n'))
}

/** The structures, and which articles each holds. */
export function structuresAlike(left: LawText, right: LawText): boolean {
  const outline = (law: LawText) =>
    law.items
      .filter(({ type }) => type === 'article')
      .map(
        (item) =>
          `${pathOf(item)
            .map(({ printed, heading }) => `${printed}${heading}`)
            .join('/')} ${numberKey(item.number)}`
      )
      .join('\n')
  return plainText(outline(left)) === plainText(outline(right))
}

function numberKey(number: ClauseNumber | undefined): string {
  return number === undefined ? '' : `${number.value}-${number.insert ?? ''}`
}

/** Title and body for comparing, without the notes on who adopted it when. */
export function bodyOf(law: LawText): string {
  const { frontMatter: _, ...rest } = law
  return plainText(printLaw({ ...rest, notes: [] }).replace(/<!--[\s\S]*?-->/g, ''))
}

function plainText(text: string): string {
  return text
    .replace(/[\s\u3000\u200B-\u200D\uFEFF]+/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
}
