import { splitLines, takeComments } from './comments.js'
import type { SourceLine, SourceText } from './model.js'

/** A clause, heading or item begins here; so does a paragraph of its own. */
export const opensParagraph =
  /^[\s\u3000]*(?:第[〇零一二三四五六七八九十百千\d]+(?:编|分编|章|节|条)|[（(][一二三四五六七八九十百\d]{1,4}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,3}[.．、]|附\s*[件则录表]|目\s*录|序\s*言|总\s*[则纲])/
const ended = /[。；：！？;:!?”’》）)】]$/

/** Nothing but the number of a page, as print-outs have it between dashes or in words. */
const pageNumber =
  /^[\s\u3000]*(?:[—–―－─-]{1,2}[ \u3000]?\d{1,4}[ \u3000]?[—–―－─-]{1,2}|·[ \u3000]?\d{1,4}[ \u3000]?·|第[ \u3000]?\d{1,4}[ \u3000]?页(?:[ \u3000，,/]*共[ \u3000]?\d{1,4}[ \u3000]?页)?)[\s\u3000]*$/

/**
 * The paragraphs of a plain text. Old files break lines after a fixed width: where a text does so, lines are joined,
 * and the doubts say so. Numbers of pages between the lines are left out and told.
 */
export function readPlain(text: string): SourceText {
  const { text: bareText, comments } = takeComments(text.replace(/^\uFEFF/, ''))
  const { raw, dropped } = withoutPages(splitLines(bareText))
  const width = wrapWidth(raw.map(({ line }) => line))
  const lines: SourceLine[] = []
  let joined = 0
  let open: SourceLine | undefined
  /** Whether the line before is as long as lines are where they are broken. */
  let full = false
  /** How many comments have gone with a line. */
  let given = 0
  for (const { line, place } of raw) {
    const bare = line.replace(/[\s\u3000]+$/, '')
    if (bare.trim() === '') {
      open = undefined
      continue
    }
    const indented = /^(?:\u3000{2}|[ \u00A0]{2,}|\t)/.test(bare)
    if (open !== undefined && full && !indented && !opensParagraph.test(bare) && !ended.test(open.text)) {
      open.text += bare.trim()
      joined += 1
    } else {
      open = { text: bare.trim(), place, ...(/^[\s\u3000]{8,}/.test(bare) && { centered: true }) }
      lines.push(open)
    }
    const before = wordsUpTo(place)
    if (before.length > 0) open.before = [...(open.before ?? []), ...before]
    // Numbers and words that are not broken make a line shorter, but not by much.
    full = width !== undefined && columns(bare) >= width - 12
  }
  const after = wordsUpTo(Number.POSITIVE_INFINITY)
  if (after.length > 0) {
    if (lines.length === 0) lines.push({ text: '', before: after })
    else lines.at(-1)!.after = after
  }
  const doubts = joined === 0 ? [] : [`原文按固定宽度折行，合并了 ${joined} 处断行，请抽查`]
  return { lines, doubts, dropped }

  function wordsUpTo(place: number): string[] {
    const found: string[] = []
    while (comments[given] !== undefined && comments[given]!.line <= place) found.push(comments[given++]!.words)
    return found
  }
}

/** Lines with their numbers in the file, without those that number pages; a sentence that a page cut in two goes on. */
function withoutPages(all: readonly string[]): { raw: { line: string; place: number }[]; dropped: string[] } {
  const raw: { line: string; place: number }[] = []
  const dropped: string[] = []
  let skips = false
  const first = all.find((line) => line.trim() !== '')?.trim()
  for (const [index, line] of all.entries()) {
    // Over a page some print the title again.
    if (pageNumber.test(line) || (skips && line.trim() === first)) {
      dropped.push(line.trim())
      while (raw.at(-1)?.line.trim() === '') raw.pop()
      skips = true
    } else if (line.trim() !== '' || !skips) {
      raw.push({ line, place: index + 1 })
      skips = false
    }
  }
  return { raw, dropped }
}

/** The width of most lines that do not end a sentence; `undefined` where they are of no one width, which only a machine makes. */
function wrapWidth(lines: readonly string[]): number | undefined {
  const broken = lines
    .map((line) => line.trimEnd())
    .filter((line) => !ended.test(line))
    .map(columns)
    .filter((width) => width >= 40)
  if (broken.length < 4) return undefined
  const widths = new Map<number, number>()
  for (const width of broken) {
    // Punctuation that may not begin a line makes the one before it longer.
    for (let near = width - 2; near <= width + 2; near++) widths.set(near, (widths.get(near) ?? 0) + 1)
  }
  const most = Math.max(...widths.values())
  if (most < broken.length * 0.6) return undefined
  return [...widths].find(([, count]) => count === most)![0]
}

/** Width of a line in columns of a terminal: Chinese characters take two. */
function columns(line: string): number {
  let width = 0
  for (const char of line) width += char.charCodeAt(0) > 0x2e80 ? 2 : 1
  return width
}
