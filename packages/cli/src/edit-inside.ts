import { diffArrays } from 'diff'

/** A character that says something, and what stands in front of it that only lays it out. */
interface Sign {
  before: string
  raw: string
}

/** The words of `next` in the layout of `old`: blanks, marks of headings and escapes stay where the words do. */
export function editInside(old: string, next: string): string {
  const olds = signsOf(old)
  const news = signsOf(next)
  const written: string[] = []
  let o = 0
  let n = 0
  for (const { added, removed, count } of diffArrays(olds.signs.map(meaning), news.signs.map(meaning))) {
    if (added) {
      for (const end = n + count; n < end; n += 1) written.push(news.signs[n]!.before, news.signs[n]!.raw)
    } else if (removed) o += count
    else {
      for (const end = o + count; o < end; o += 1) written.push(olds.signs[o]!.before, olds.signs[o]!.raw)
      n += count
    }
  }
  return written.join('') + olds.rest
}

function signsOf(text: string): { signs: Sign[]; rest: string } {
  const signs: Sign[] = []
  let end = 0
  // The dashes below the head of a table are as many as somebody liked.
  for (const match of text.matchAll(
    /(^#+[\s\u3000]*|[\s\u3000\u200B]*)(\\[^\w\s]|(?<=\|[ :]*)-+(?=[ :]*\|)|[^\s\u3000\u200B])/g
  )) {
    signs.push({ before: match[1]!, raw: match[2]! })
    end = match.index + match[0].length
  }
  return { signs, rest: text.slice(end) }
}

function meaning({ raw }: Sign): string {
  return raw.length > 1 && raw.startsWith('\\') ? raw.slice(1) : raw[0]!
}

/** How much two texts have in common: 1 where their pairs of neighbouring characters are the same, 0 where none is. */
export function likeness(left: string, right: string): number {
  const pairs = (text: string) =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
  const counts = new Map<string, number>()
  for (const pair of pairs(left)) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  let common = 0
  for (const pair of pairs(right)) {
    const still = counts.get(pair) ?? 0
    if (still === 0) continue
    counts.set(pair, still - 1)
    common += 1
  }
  const all = left.length + right.length - 2
  return all <= 0 ? (left === right ? 1 : 0) : (2 * common) / all
}
