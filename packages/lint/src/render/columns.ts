import stringWidth from 'string-width'

/** Runs of one column a character, of two (ideographs, their punctuation, full-width forms), and of what has to be looked up. */
const runs = /([ -~]+)|([\u3000-\u303e\u3400-\u9fff\uff01-\uff60]+)|[^ -~\u3000-\u303e\u3400-\u9fff\uff01-\uff60]+/g

/** Columns that a text takes in a terminal; the characters that drafts consist of are counted without looking them up. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const [run, narrow, wide] of text.matchAll(runs)) {
    if (narrow !== undefined) columns += run.length
    else if (wide !== undefined) columns += run.length * 2
    else columns += stringWidth(run)
  }
  return columns
}
