import type { Element } from 'hast'
import { formatNumeral } from 'regast'

const kinds: Record<string, string> = { '1': 'decimal', a: 'lower-alpha', A: 'upper-alpha', i: 'roman', I: 'roman' }

/** Counts the items of lists as a browser does, list by list. */
export class ListNumbers {
  private readonly counted = new Map<Element, number>()

  /** What is printed before an item: `2.`, `二、`, `b.`; `''` where a list has no numbers, or others than these. */
  next(item: Element, list: Element | undefined): string {
    if (list?.tagName !== 'ol') return ''
    const { type = '1', start, style } = list.properties
    const number = this.counted.has(list) ? this.counted.get(list)! + 1 : Number(start) || 1
    this.counted.set(list, number)
    const stated = /list-style(?:-type)?\s*:\s*([a-z-]+)/.exec(`${item.properties.style ?? ''};${style ?? ''}`)?.[1]
    switch (stated ?? kinds[String(type)]) {
      case 'decimal':
        return `${number}.`
      case 'cjk-ideographic':
      case 'simp-chinese-informal':
      case 'trad-chinese-informal':
        return `${formatNumeral(number)}、`
      case 'lower-alpha':
      case 'lower-latin':
        return number > 26 ? '' : `${String.fromCharCode(96 + number)}.`
      case 'upper-alpha':
      case 'upper-latin':
        return number > 26 ? '' : `${String.fromCharCode(64 + number)}.`
      default:
        return ''
    }
  }
}
