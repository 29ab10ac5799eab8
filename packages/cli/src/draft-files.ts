import { extname } from 'node:path'
import type { ReviewItem } from '@tiaoli/docx'
import type { Imported } from '@tiaoli/importer'
import { InputError, readBytes, textOf } from '@tiaoli/workspace'
import type { VFileMessage } from 'vfile-message'

/** A draft that was read from a file of another format. */
export interface ImportedDraft {
  /** The text as Markdown, what was recognised in it, and what was not understood or left out. */
  imported: Imported
  /** Tracked changes and comments, where the format has them. */
  review?: ReviewItem[]
}

/** How one kind of file becomes a draft. */
export interface DraftReader {
  extensions: readonly string[]
  read(file: string, options: { changes: 'accept' | 'reject' }): Promise<ImportedDraft>
}

const word: DraftReader = {
  extensions: ['docx'],
  async read(file, options) {
    const { importDocx } = await import('@tiaoli/docx')
    const { value, messages } = importDocx(readBytes(file), options)
    if (value === undefined) throw refusal(file, messages)
    const { source, review } = value
    // What the parser says of the text is found again when it is described.
    const notes = messages.filter((message) => message.source === 'docx').map(sentence)
    return { imported: await described(file, source, [...notes, ...reviewNotes(review, options.changes)]), review }
  }
}

const akomaNtoso: DraftReader = {
  extensions: ['xml', 'akn'],
  async read(file) {
    const [{ importAkn }, { compileRegulation }] = await Promise.all([import('@tiaoli/akn'), import('remark-regast')])
    const { value, messages } = importAkn(textOf(file, readBytes(file)).text)
    if (value === undefined) throw refusal(file, messages)
    return { imported: await described(file, compileRegulation(value.tree), messages.map(sentence)) }
  }
}

const published: DraftReader = {
  extensions: ['html', 'htm', 'txt', 'pdf', 'md', 'markdown'],
  async read(file, options) {
    if (isArchive(readBytes(file))) return word.read(file, options)
    const { importFile } = await import('@tiaoli/importer')
    return { imported: await importFile(file) }
  }
}

/** Whether a file is a zip archive, as Word files are, whatever it is called. */
function isArchive(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 3, 4].every((byte, index) => bytes[index] === byte)
}

/** Names that office systems give to web pages and to new Word files as well; which one it is, the content tells. */
const calledWord: DraftReader = {
  extensions: ['docm', 'dotx', 'doc', 'wps'],
  async read(file, options) {
    const bytes = readBytes(file)
    return isPage(bytes) ? published.read(file, options) : word.read(file, options)
  }
}

/** Whether a file begins as a web page does, in any encoding that pages have. */
function isPage(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 1000)).toString('latin1').replaceAll('\0', '')
  return /^[^<]{0,3}\s*(?:<!--[^>]{0,200}-->\s*|<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype html|html|head|meta|body)\b/i.test(
    start
  )
}

/** Every kind of file that `tiaoli import` reads. */
export const draftReaders: readonly DraftReader[] = [word, akomaNtoso, published]

/** The reader for a file, by its extension. */
export function readerOf(file: string): DraftReader {
  const extension = extname(file).slice(1).toLowerCase()
  const known = [...draftReaders, calledWord].find(({ extensions }) => extensions.includes(extension))
  if (known !== undefined) return known
  const all = draftReaders.flatMap(({ extensions }) => extensions)
  throw new InputError('usage', {
    file,
    reason: { zh: `不知道怎样读“.${extension}”文件。`, en: `“.${extension}” files cannot be read.` },
    cure: { zh: `可以读：${all.join('、')}。旧版 doc 请另存为 docx。`, en: `known: ${all.join(', ')}.` }
  })
}

async function described(file: string, source: string, notes: string[]): Promise<Imported> {
  const { describeMarkdown, factsOfPath } = await import('@tiaoli/importer')
  return describeMarkdown(source, factsOfPath(file), notes)
}

function reviewNotes(review: readonly ReviewItem[], changes: 'accept' | 'reject'): string[] {
  const comments = review.filter(({ kind }) => kind === 'comment').length
  const tracked = review.length - comments
  return [
    ...(tracked === 0
      ? []
      : [
          `文件中有 ${tracked} 处修订，已按${changes === 'accept' ? '接受' : '拒绝'}读入，可以用 tiaoli import --review 逐处查看`
        ]),
    ...(comments === 0 ? [] : [`文件中有 ${comments} 条批注，没有读入正文，可以用 tiaoli import --review 查看`])
  ]
}

function refusal(file: string, messages: readonly VFileMessage[]): InputError {
  const [message] = messages
  const { reason = '读不了这个文件。', line, column } = message ?? {}
  return new InputError('binary', {
    file,
    ...(line !== undefined && { place: { line, ...(column !== undefined && { column }) } }),
    reason: { zh: reason, en: reason }
  })
}

function sentence({ reason, line }: VFileMessage): string {
  return line === undefined ? reason : `第 ${line} 行：${reason}`
}
