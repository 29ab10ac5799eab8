import type { Library, LinkTarget, Outline } from '@tiaoli/library'
import { articleOf, formatAddress, formatNumeral } from 'regast'

/** Clauses that a number that leads nowhere may have meant: the words to replace, and what with. */
export function nearClauses({ from, to }: LinkTarget, outline: Outline | undefined): { from: string; to: string }[] {
  if (outline === undefined || from === null) return []
  const missing = [from, to].find((address) => address !== undefined && !outline.articles.has(articleOf(address)))
  if (missing !== undefined) {
    const number = /art_(\d+)$/.exec(articleOf(missing))?.[1]
    if (number === undefined) return []
    const value = Number(number)
    const numeral = formatNumeral(value)
    return [...outline.articles.values()]
      .filter((article) => article.address.startsWith('art_'))
      .map((article) => ({
        label: formatAddress(article.address),
        cost: likeness(numeral, value, article.number.value)
      }))
      .sort((left, right) => left.cost - right.cost)
      .slice(0, 3)
      .map(({ label }) => ({ from: `第${numeral}条`, to: label }))
  }
  const paragraphs = outline.articles.get(articleOf(from))?.paragraphs ?? []
  const paragraph = Number(/para_(\d+)/.exec(from)?.[1] ?? 0)
  const point = Number(/point_(\d+)/.exec(from)?.[1] ?? 0)
  if (paragraph > paragraphs.length && paragraphs.length > 1) {
    return [{ from: `第${formatNumeral(paragraph)}款`, to: `第${formatNumeral(paragraphs.length)}款` }]
  }
  const points = paragraphs[paragraph - 1]?.points ?? []
  if (point === 0) return []
  const found =
    points.length > 0 ? [{ from: `第${formatNumeral(point)}项`, to: `第${formatNumeral(points.length)}项` }] : []
  const holder = paragraphs.findIndex((other) => other.points.some(({ number }) => number.value === point))
  if (holder !== -1 && holder !== paragraph - 1) {
    found.push({ from: `第${formatNumeral(paragraph)}款`, to: `第${formatNumeral(holder + 1)}款` })
  }
  return found
}

/** How unlikely it is that one number was written for another: characters that differ count most, then the distance. */
function likeness(numeral: string, value: number, other: number): number {
  return editDistance(numeral, formatNumeral(other)) * 1000 + Math.abs(value - other)
}

/** Titles of the library that differ from a title in a few characters. */
export function nearTitles(title: string, library: Library): string[] {
  const most = Math.max(1, Math.floor(title.length / 5))
  return library.instruments
    .filter((instrument) => Math.abs(instrument.title.length - title.length) <= most)
    .map((instrument) => ({ title: instrument.title, cost: editDistance(title, instrument.title) }))
    .filter(({ cost }) => cost <= most)
    .sort((left, right) => left.cost - right.cost)
    .slice(0, 3)
    .map((near) => near.title)
}

function editDistance(left: string, right: string): number {
  let before = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row++) {
    const now = [row]
    for (let column = 1; column <= right.length; column++) {
      const change = before[column - 1]! + (left[row - 1] === right[column - 1] ? 0 : 1)
      now.push(Math.min(change, before[column]! + 1, now[column - 1]! + 1))
    }
    before = now
  }
  return before[right.length]!
}
