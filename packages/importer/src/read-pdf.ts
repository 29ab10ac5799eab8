import { InputError } from '@tiaoli/workspace'
import type { SourceLine, SourceText } from './model.js'
import { restoreRadicals } from './radicals.js'
import { opensParagraph } from './read-plain.js'

/** A printed line of a page. */
interface PrintedLine {
  text: string
  page: number
  left: number
  right: number
  /** Height above the foot of the page, in points. */
  top: number
  size: number
}

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')
let loading: Promise<Pdfjs> | undefined

/** Loads pdfjs, which asks for classes that draw; reading words needs none of them. */
function loadPdfjs(): Promise<Pdfjs> {
  loading ??= (async () => {
    const scope = globalThis as Record<string, unknown>
    for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) scope[name] ??= class {}
    const { warn } = console
    // It says on loading that it cannot draw.
    console.warn = () => {}
    try {
      return await import('pdfjs-dist/legacy/build/pdf.mjs')
    } finally {
      console.warn = warn
    }
  })()
  return loading
}

/** The paragraphs of a PDF that has a text layer; rejects with an `InputError` where it has none, is damaged or locked. */
export async function readPdf(file: string, bytes: Uint8Array): Promise<SourceText> {
  const { getDocument } = await loadPdfjs()
  const task = getDocument({
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    verbosity: 0
  })
  try {
    const document = await task.promise
    const lines: PrintedLine[] = []
    let restored = 0
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      for (const line of printedLines(items as Item[], number)) {
        const { text, restored: count } = restoreRadicals(line.text)
        restored += count
        lines.push({ ...line, text })
      }
      page.cleanup()
    }
    if (lines.reduce((sum, { text }) => sum + text.length, 0) < 20 * document.numPages) throw scanned(file)
    const text = paragraphsOf(lines, document.numPages)
    if (restored > 0) text.doubts.push(`有 ${restored} 个字在 PDF 里存成了部首，已经换回汉字`)
    return text
  } catch (error) {
    throw error instanceof InputError ? error : unreadable(file, error)
  } finally {
    await task.destroy()
  }
}

interface Item {
  str: string
  transform: number[]
  width: number
  height: number
}

/** The lines of a page from the top, each with its words from the left. */
function printedLines(items: readonly Item[], page: number): PrintedLine[] {
  const rows: { top: number; size: number; items: Item[] }[] = []
  for (const item of items) {
    if (item.str === '' || (item.str.trim() === '' && item.width === 0)) continue
    const top = item.transform[5]!
    const size = Math.abs(item.transform[3]!) || item.height || 12
    const row = rows.find((candidate) => Math.abs(candidate.top - top) < Math.min(candidate.size, size) * 0.5)
    if (row === undefined) rows.push({ top, size, items: [item] })
    else row.items.push(item)
  }
  return rows
    .sort((upper, lower) => lower.top - upper.top)
    .map(({ top, size, items: words }) => {
      words.sort((one, other) => one.transform[4]! - other.transform[4]!)
      const last = words.findLast(({ str }) => str.trim() !== '') ?? words.at(-1)!
      return {
        text: joinWords(words, size),
        page,
        top,
        size,
        left: (words.find(({ str }) => str.trim() !== '') ?? words[0]!).transform[4]!,
        right: last.transform[4]! + last.width
      }
    })
}

/** The little space that word processors print between Chinese and Latin letters or digits; it is no character of the text. */
const besideLatin =
  /(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])[ \u00a0](?=[\dA-Za-z])|(?<=[\dA-Za-z%])[ \u00a0](?=[\u4e00-\u9fff\uff00-\uffef])/g

function joinWords(words: readonly Item[], size: number): string {
  let text = ''
  let end = Number.NaN
  for (const { str, transform, width } of words) {
    const start = transform[4]!
    if (start - end > size * 0.6) text += '\u3000'
    text += str
    end = start + width
  }
  return text
    .replace(/[ \u00a0]*\u3000[ \u00a0]*/g, '\u3000')
    .replace(/[ \u00a0]{2,}/g, ' ')
    .replace(besideLatin, '')
    .trim()
}

const pageNumber = /^[\s\-—–·.]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／]\s*\d{1,4}|\s*共\s*\d+\s*页)?[\s\-—–·.]*$/

/** What browsers print at the edges of a page: the time, and the address with the page. */
const printedByBrowser = /^(?:\d{1,4}[/-]\d{1,2}[/-]\d{1,4},? \d{1,2}:\d{2}(?: [AP]M)?|(?:file|https?):\/\/)/

/** Lines joined to paragraphs: a line that is indented, or follows one that ends early, opens one. */
function paragraphsOf(lines: readonly PrintedLine[], pages: number): SourceText {
  const repeated = runningHeads(lines, pages)
  const edges = lines.filter(({ text }) => repeated.has(text) || printedByBrowser.test(text))
  const kept = lines.filter((line) => line.text !== '' && !edges.includes(line) && !pageNumber.test(line.text))
  const dropped = [...new Set(edges.map(({ text }) => text))]
  if (lines.some(({ text }) => pageNumber.test(text))) dropped.push('页码')
  const body = mode(kept.map(({ size }) => Math.round(size)))
  const left = mode(kept.map((line) => Math.round(line.left)))
  const right = Math.max(...kept.map((line) => line.right))
  const paragraphs: SourceLine[] = []
  let previous: PrintedLine | undefined
  let guessed = 0
  for (const line of kept) {
    const indented = line.left - left > line.size * 1.2
    const full = previous !== undefined && right - previous.right < previous.size * 2.2
    const sameSize = previous !== undefined && Math.abs(previous.size - line.size) < 1
    const goesOn = previous !== undefined && sameSize && full && !indented
    // A paragraph without indent that opens with a number ends a line that happens to be full.
    const opens = opensParagraph.test(line.text) && /[。；：]$/.test(previous?.text ?? '。')
    const last = paragraphs.at(-1)
    if (goesOn && !opens && last !== undefined) {
      last.text += line.text
      if (previous!.page !== line.page) guessed += 1
    } else {
      const centered = indented && Math.abs(line.left - left - (right - line.right)) < line.size * 3
      paragraphs.push({
        text: line.text,
        place: line.page,
        ...(centered && { centered }),
        ...(line.size > body * 1.25 && { heading: 1 })
      })
    }
    previous = line
  }
  const doubts = guessed === 0 ? [] : [`有 ${guessed} 段跨页，已经接上，请抽查`]
  return { lines: paragraphs, doubts, dropped }
}

/** Words that stand at the head or foot of most pages. */
function runningHeads(lines: readonly PrintedLine[], pages: number): Set<string> {
  const found = new Set<string>()
  if (pages < 3) return found
  const counts = new Map<string, Set<number>>()
  for (let page = 1; page <= pages; page++) {
    const own = lines.filter((line) => line.page === page)
    for (const line of [own[0], own.at(-1)]) {
      if (line === undefined) continue
      const on = counts.get(line.text) ?? new Set()
      on.add(page)
      counts.set(line.text, on)
    }
  }
  for (const [text, on] of counts) if (on.size >= pages * 0.5) found.add(text)
  return found
}

function mode(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0
}

function scanned(file: string): InputError {
  return new InputError('binary', {
    file,
    reason: { zh: '这份 PDF 没有文字层，多半是扫描件。', en: 'this PDF has no text layer; it is probably a scan.' },
    cure: {
      zh: '请先做文字识别（OCR），或者换用网页、Word 版本。',
      en: 'run OCR first, or take a web page or Word file.'
    }
  })
}

function unreadable(file: string, error: unknown): InputError {
  const name = error instanceof Error ? error.name : ''
  const locked = name === 'PasswordException'
  return new InputError(locked ? 'unreadable' : 'binary', {
    file,
    cause: error,
    reason: locked
      ? { zh: '这份 PDF 有密码。', en: 'this PDF is protected by a password.' }
      : { zh: '这份 PDF 已经损坏，读不出来。', en: 'this PDF is damaged and cannot be read.' },
    cure: locked
      ? { zh: '请去掉密码后再试。', en: 'remove the password.' }
      : { zh: '请重新下载，或者换一个来源。', en: 'download it again, or from elsewhere.' }
  })
}
