/** A source in which numbers left open were filled in, so that it can be read, and the way back to the real offsets. */
export interface ReadableSource {
  text: string
  /** Offset in the real source. */
  back(offset: number): number
}

const marks = '[ \\t\\u3000]*(?:#{1,6}[ \\t]+)?(?:\\*\\*|__)?'
const open = '[×xXＸ＊*＿_…□△○?？NnＮ]{1,3}'
const unnumbered = new RegExp(
  `^(${marks}第)(${open})?([编章节条])(?=[ \\t\\u3000*_]|$)|^(${marks}[（(])(${open})(?=[）)])`,
  'gm'
)

/**
 * Reads 第X条, 第×章, 第条 and （X） at the beginning of a line as clauses numbered 〇, of the same length where something
 * stands between; where nothing does, a character is put in and taken out again by `back`.
 */
export function readableSource(source: string): ReadableSource {
  if (last?.source !== source) last = { source, readable: read(source) }
  return last.readable
}

/** The last one: whoever plans a renumbering asks for it more than once. */
let last: { source: string; readable: ReadableSource } | undefined

function read(source: string): ReadableSource {
  const put: number[] = []
  const text = source.replace(unnumbered, (_, lead, mark, unit, pointLead, pointMark, offset: number) => {
    if (pointLead !== undefined) return pointLead + fill(pointMark)
    if (mark !== undefined) return lead + fill(mark) + unit
    put.push(offset + lead.length + put.length)
    return `${lead}〇${unit}`
  })
  return {
    text,
    back: (offset) => offset - put.filter((place) => place < offset).length
  }
}

/** Zeros as long as what they take the place of. */
function fill(mark: string): string {
  return '〇'.repeat(mark.length)
}
