import type { SourceLine, SourceText } from './model.js'

/** A clause, heading or item begins here; so does a paragraph of its own. */
export const opensParagraph =
  /^[\s\u3000]*(?:第[〇零一二三四五六七八九十百千\d]+(?:编|分编|章|节|条)|[（(][一二三四五六七八九十百\d]{1,4}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,3}[.．、]|附\s*[件则录表]|目\s*录|序\s*言|总\s*[则纲])/
const ended = /[。；：！？;:!?”’》）)】]$/

/**
 * The paragraphs of a plain text. Old files break lines after a fixed width: where a text does so, lines are joined,
 * and the doubts say so.
 */
export function readPlain(text: string): SourceText {
  const raw = text.replace(/^\uFEFF/, '').split(/\r\n|[\n\r\f\u2028\u2029]/)
  const wrapped = isWrapped(raw)
  const lines: SourceLine[] = []
  let joined = 0
  let open: SourceLine | undefined
  for (const [index, line] of raw.entries()) {
    const bare = line.replace(/[\s\u3000]+$/, '')
    if (bare.trim() === '') {
      open = undefined
      continue
    }
    const indented = /^(?:\u3000{2}|[ \u00A0]{2,}|\t)/.test(bare)
    if (open !== undefined && wrapped && !indented && !opensParagraph.test(bare) && !ended.test(open.text)) {
      open.text += bare.trim()
      joined += 1
      continue
    }
    open = { text: bare.trim(), place: index + 1, ...(/^[\s\u3000]{8,}/.test(bare) && { centered: true }) }
    lines.push(open)
  }
  const doubts = joined === 0 ? [] : [`原文按固定宽度折行，合并了 ${joined} 处断行，请抽查`]
  return { lines, doubts, dropped: [] }
}

/** Whether most lines that do not end a sentence are of about one width, which only a machine makes. */
function isWrapped(lines: readonly string[]): boolean {
  const broken = lines
    .map((line) => line.trimEnd())
    .filter((line) => !ended.test(line))
    .map(columns)
    .filter((width) => width >= 40)
  if (broken.length < 4) return false
  const widths = new Map<number, number>()
  for (const width of broken) {
    // Punctuation that may not begin a line makes the one before it longer.
    for (let near = width - 2; near <= width + 2; near++) widths.set(near, (widths.get(near) ?? 0) + 1)
  }
  return Math.max(...widths.values()) >= broken.length * 0.6
}

/** Width of a line in columns of a terminal: Chinese characters take two. */
function columns(line: string): number {
  let width = 0
  for (const char of line) width += char.charCodeAt(0) > 0x2e80 ? 2 : 1
  return width
}
