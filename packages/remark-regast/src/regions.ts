/**
 * End of the YAML in front of a draft, its last line break left out; `start` where there is none. A draft that opens with
 * dashes and never closes them is Markdown's to judge as a whole.
 */
export function frontMatterEnd(source: string, start: number): number {
  if (!source.startsWith('---', start)) return start
  const fence = /---[ \t]*(?:\r\n|\n|\r|$)/y
  fence.lastIndex = start
  if (!fence.test(source)) return start
  let index = fence.lastIndex
  while (index < source.length) {
    const end = lineEnd(source, index)
    if (/^---[ \t]*$/.test(source.slice(index, Math.min(end, index + 200)))) return end
    index = afterBreak(source, end)
  }
  return source.length
}

/**
 * End of the stretch from a block at `start` that Markdown has to read as one: the block, further blocks that may belong to a
 * list, a footnote or indented code in it, and for what can swallow blank lines (a fence, raw HTML) all the rest.
 */
export function regionEnd(source: string, start: number): number {
  let list = false
  let indented = false
  let index = start
  while (index < source.length) {
    const end = lineEnd(source, index)
    const first = skipSpaces(source, index, end)
    if (first === end) {
      const next = nextBlock(source, end)
      if (next === source.length) return next
      const code = source.charCodeAt(next)
      // Indented code stays open over blank lines, and what opens right after it is read as if it interrupted it.
      if (code !== 0x20 && code !== 9 && !indented && !(list && opensItem(source, next))) return next
      indented = false
      index = next
      continue
    }
    if (first - index > 3 || source.charCodeAt(index) === 9 || source.charCodeAt(first - 1) === 9) indented = true
    if (opensItem(source, first)) list = true
    const open = opensRaw(source, first, end)
    if (open !== undefined) {
      if (open > first || !source.startsWith('<!--', first)) return source.length
      const close = source.indexOf('-->', first + 4)
      if (close === -1) return source.length
      if (close > end) {
        index = afterBreak(source, lineEnd(source, close))
        continue
      }
    }
    index = afterBreak(source, end)
  }
  return source.length
}

const raw = /[ \t]*(?:(?:[-+*>]|\d{1,9}[.)])[ \t]*)*(?=(`{3}|~{3}|<(?:[!?]|script|pre|style|textarea)))/iy

/** Where a fence or raw HTML opens on a line, which may swallow blank lines; markers of lists and quotations may precede it. */
function opensRaw(source: string, first: number, end: number): number | undefined {
  raw.lastIndex = first
  return raw.test(source) && raw.lastIndex < end ? raw.lastIndex : undefined
}

/** Index of the end of the line that `start` is in, its line break not included. */
export function lineEnd(source: string, start: number): number {
  let index = start
  while (index < source.length) {
    const code = source.charCodeAt(index)
    if (code === 10 || code === 13) return index
    index++
  }
  return index
}

function afterBreak(source: string, end: number): number {
  if (end >= source.length) return source.length
  return end + (source.charCodeAt(end) === 13 && source.charCodeAt(end + 1) === 10 ? 2 : 1)
}

function skipSpaces(source: string, start: number, end: number): number {
  let index = start
  while (index < end && (source.charCodeAt(index) === 0x20 || source.charCodeAt(index) === 9)) index++
  return index
}

/** Start of the next line that is not blank, its spaces included. */
function nextBlock(source: string, from: number): number {
  let index = from
  while (index < source.length) {
    const end = lineEnd(source, index)
    if (skipSpaces(source, index, end) < end) return index
    index = afterBreak(source, end)
  }
  return index
}

function opensItem(source: string, start: number): boolean {
  return /^(?:[-+*]|\d{1,9}[.)])(?:[ \t\r\n]|$)/.test(source.slice(start, start + 12))
}
