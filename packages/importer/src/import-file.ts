import { basename, dirname, extname, join, sep } from 'node:path'
import { InputError, readBytes, textOf } from '@tiaoli/workspace'
import { describeMarkdown, draftOfLines } from './draft-of-lines.js'
import type { Imported, ImportFacts, SourceText } from './model.js'
import { readPlain } from './read-plain.js'

/** Endings of files that can be imported here. */
export const importedExtensions = ['html', 'htm', 'txt', 'md', 'markdown', 'pdf'] as const

/** Imports one published text; rejects with an `InputError` where it cannot be read. */
export async function importFile(file: string): Promise<Imported> {
  const bytes = readBytes(file)
  const facts = factsOfPath(file)
  if (!/\.(?:md|markdown)$/i.test(file)) return draftOfLines(await sourceOf(file, bytes), facts)
  const { text, encoding } = textOf(file, bytes)
  return describeMarkdown(text.replace(/^\uFEFF/, ''), facts, encodingDoubts(encoding))
}

async function sourceOf(file: string, bytes: Uint8Array): Promise<SourceText> {
  const extension = extname(file).slice(1).toLowerCase()
  if (extension === 'pdf' || startsWith(bytes, '%PDF-')) return (await import('./read-pdf.js')).readPdf(file, bytes)
  const { text, encoding } = textOf(file, bytes)
  const source =
    extension === 'html' ||
    extension === 'htm' ||
    /^\uFEFF?\s*(?:<!--[^>]{0,200}-->\s*|<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype html|html|head|meta|body)\b/i.test(
      text.slice(0, 1000)
    )
      ? await readPage(file, text)
      : readPlain(text)
  return { ...source, doubts: [...encodingDoubts(encoding), ...source.doubts] }
}

async function readPage(file: string, text: string): Promise<SourceText> {
  const { readHtml } = await import('./read-html.js')
  try {
    return readHtml(text)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new InputError('syntax', {
      file,
      cause: error,
      reason: { zh: '网页的层次深得不正常，没有读。', en: 'the page is nested too deeply.' },
      cure: { zh: '请在浏览器里打开，把正文复制成纯文本再导入。', en: 'copy its text from a browser.' }
    })
  }
}

function encodingDoubts(encoding: string): string[] {
  return encoding === 'gb18030' ? ['按 GB18030（GBK）编码读取，已转成 UTF-8'] : []
}

function startsWith(bytes: Uint8Array, words: string): boolean {
  return Buffer.from(bytes.subarray(0, words.length)).toString('latin1') === words
}

/** What the path of a file states: 某某条例(2020-01-31).md in a folder 地方性法规. */
export function factsOfPath(file: string): ImportFacts {
  const name = basename(file, extname(file))
  const dated = /^(.*?)[（(](\d{4}-\d{2}-\d{2})[）)]$/.exec(name)
  const namedTitle = dated?.[1] ?? (/[\u4e00-\u9fff]{3}/.test(name) ? name : undefined)
  return {
    file,
    folders: dirname(file)
      .split(sep)
      .filter((folder) => folder !== '')
      .slice(-4),
    ...(namedTitle !== undefined && { namedTitle }),
    ...(dated?.[2] !== undefined && { namedDate: dated[2] })
  }
}

/** The name under which an imported text is kept: 某某条例(2020-01-31).md; parts of a long text lie in a folder of that name. */
export function libraryName({ file, recognised: { title, date, part } }: Imported): string {
  const name = `${fileName(title) || '未命名'}${date === undefined ? '' : `(${date})`}`
  return part ? join(name, `${fileName(basename(file, extname(file)))}.md`) : `${name}.md`
}

function fileName(words: string): string {
  return words.replace(/[/\\:*?"<>|\p{Cc}]/gu, '').slice(0, 80)
}
