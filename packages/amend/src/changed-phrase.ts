import type { ClauseChange } from '@tiaoli/diff'

/** Words that a decision changes, takes out, or puts others behind. */
export type Phrase = { type: 'replace' | 'insert'; from: string; to: string } | { type: 'delete'; from: string }

/** The words of a clause with one change, where they say without doubt which words are meant. */
export function phraseOf({ segments }: ClauseChange): Phrase | undefined {
  const changes = segments.filter(({ kind }) => kind === 'deleted' || kind === 'inserted')
  const deleted = changes.find(({ kind }) => kind === 'deleted')
  const inserted = changes.find(({ kind }) => kind === 'inserted')
  if (changes.length === 0 || changes.length > 2 || (changes.length === 2 && (!deleted || !inserted))) return undefined
  const old = segments
    .map((segment) => (segment.kind === 'reference' ? segment.old : segment.kind === 'inserted' ? '' : segment.text))
    .join('')
  const once = (text: string) => text !== '' && old.indexOf(text) === old.lastIndexOf(text)
  const plain = (text: string) => !/[“”"\n\u2029]/.test(text)
  const textOf = (segment: typeof deleted) =>
    segment === undefined || segment.kind === 'reference' ? '' : segment.text
  const [from, to] = [textOf(deleted), textOf(inserted)]
  if (!plain(from) || !plain(to)) return undefined
  if (deleted !== undefined && inserted !== undefined) {
    const [first, second] = [segments.indexOf(deleted), segments.indexOf(inserted)].sort((a, b) => a - b) as [
      number,
      number
    ]
    if (second - first !== 1) return undefined
    const [before, after] = [segments[first - 1], segments[second + 1]]
    return withContext(
      from,
      to,
      before?.kind === 'equal' ? before.text : '',
      after?.kind === 'equal' ? after.text : '',
      once,
      plain
    )
  }
  if (deleted !== undefined) return once(from) && from.length > 1 ? { type: 'delete', from } : undefined
  const before = segments[segments.indexOf(inserted!) - 1]
  if (before === undefined || before.kind !== 'equal') return undefined
  const anchor = anchorsIn(before.text).find((words) => plain(words) && once(words))
  return anchor === undefined ? undefined : { type: 'insert', from: anchor, to }
}

const longestAnchor = 12
let segmenter: Intl.Segmenter | undefined

/** Last words of a text by which a place behind them can be told, the best first: a few whole words, else what there is. */
function anchorsIn(text: string): string[] {
  const near = text.slice(-longestAnchor - 8)
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  const starts = Array.from(segmenter.segment(near), ({ index }) => index).filter(
    (index) => near.length - index <= longestAnchor
  )
  const whole = starts.map((index) => near.slice(index)).reverse()
  const any = Array.from({ length: Math.min(longestAnchor, near.length) - 1 }, (_, index) => near.slice(-index - 2))
  return [
    ...whole.filter((anchor) => lettersIn(anchor) >= 4),
    ...whole.filter((anchor) => lettersIn(anchor) >= 2),
    ...any
  ].filter((anchor) => !/^[，。；：、）」』》]/.test(anchor))
}

function lettersIn(anchor: string): number {
  return anchor.replace(/[^\p{L}\p{N}]/gu, '').length
}

/** Words that occur once: with as many of the neighbouring ones as that takes, whole phrases at most. */
function withContext(
  from: string,
  to: string,
  before: string,
  after: string,
  once: (text: string) => boolean,
  plain: (text: string) => boolean
): Phrase | undefined {
  for (let more = 0; more <= 8; more++) {
    const right = after.slice(0, more)
    const left = more > right.length ? before.slice(-(more - right.length)) : ''
    const [words, instead] = [left + from + right, left + to + right]
    if (!plain(words)) return undefined
    if (words.length > 1 && once(words)) return { type: 'replace', from: words, to: instead }
  }
  return undefined
}
