import type { Outline } from '@tiaoli/library'
import { nameOfClause } from '@tiaoli/library'
import { formatAddress } from 'regast'

/**
 * A clause or range as a drafter writes it: 第六条第二项至第四项. The 款 is left out of an article that is known
 * to have but one, and a preamble goes by its own heading.
 */
export function clauseLabel(from: string, to: string | undefined, outline: Outline | undefined): string {
  const first = singleLabel(from, outline)
  if (to === undefined || to === from) return first
  const shared = sharedParent(from, to)
  const last = shared === '' ? singleLabel(to, outline) : formatAddress(to.slice(shared.length + 2))
  return `${first}至${last}`
}

/** Address of the article that a clause belongs to; `undefined` outside articles. */
export function articleAddress(address: string): string | undefined {
  return /^(?:att_[\d-]+__)?art_[\d-]+/.exec(address)?.[0]
}

function singleLabel(address: string, outline: Outline | undefined): string {
  const article = articleAddress(address)
  if (article !== undefined) {
    const only = outline?.articles.get(article)?.paragraphs?.length === 1
    return nameOfClause(only ? address.replace(/__para_1(?=__|$)/, '') : address, outline)
  }
  const heading = outline?.structures.get('preamble')?.heading?.trim()
  const label = nameOfClause(address, outline)
  if (!address.startsWith('preamble')) return label
  return label.replace('序言', heading && heading.length <= 4 ? heading : '序言').replace(/款$/, '自然段')
}

function sharedParent(left: string, right: string): string {
  const parent = left.slice(0, Math.max(0, left.lastIndexOf('__')))
  return parent !== '' && right.startsWith(`${parent}__`) && !right.slice(parent.length + 2).includes('__')
    ? parent
    : ''
}

/** The start of a text, cut at `length` characters with an ellipsis. */
export function excerpt(text: string, length: number): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length <= length ? flat : `${flat.slice(0, length - 1)}…`
}
