/** A comment of a draft, and the line of the text that it ends in, from 1. */
export interface TakenComment {
  words: string
  line: number
}

const lineEnd = /\r\n|[\n\r\f\u2028\u2029]/

/** The lines of a text. */
export function splitLines(text: string): string[] {
  return text.split(lineEnd)
}

/**
 * Takes `<!-- … -->` out of a text: what saves a Word file of ours as text writes the hidden comments of the draft in
 * front of its clauses. Lines keep their numbers; an opening that another follows before an end is none.
 */
export function takeComments(text: string): { text: string; comments: TakenComment[] } {
  const comments: TakenComment[] = []
  let kept = ''
  let line = 1
  let done = 0
  let end = -1
  for (let start = text.indexOf('<!--'); start !== -1; ) {
    if (end < start + 4) end = text.indexOf('-->', start + 4)
    if (end === -1) break
    const next = text.indexOf('<!--', start + 4)
    if (next === -1 || next > end) {
      const before = text.slice(done, start)
      const inside = text.slice(start + 4, end)
      const broken = splitLines(inside).length - 1
      line += splitLines(before).length - 1 + broken
      if (inside.trim() !== '') comments.push({ words: inside.trim(), line })
      kept += before + '\n'.repeat(broken)
      done = end + 3
    }
    start = next
  }
  return { text: kept + text.slice(done), comments }
}
