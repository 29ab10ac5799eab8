import { closeSync, fstatSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { TextEncoding } from './decode.js'
import { decodeText } from './decode.js'
import type { Wording } from './errors.js'
import { InputError, systemCode } from './errors.js'
import { nearest } from './nearest.js'
import { readStandardInput, standardInput } from './standard-input.js'

/** A file as text. */
export interface TextFile {
  file: string
  /** Decoded, a byte order mark included. */
  text: string
  encoding: TextEncoding
}

/** Reads and decodes a text file; throws an `InputError` where it is missing, empty, binary or in an unknown encoding. */
export function readText(file: string): TextFile {
  return textOf(file, readBytes(file))
}

/** Decodes the bytes of a file that was read; throws as `readText` does. */
export function textOf(file: string, bytes: Uint8Array): TextFile {
  const decoded = decodeText(bytes)
  if ('text' in decoded) return { file, ...decoded }
  switch (decoded.failure) {
    case 'empty':
      throw new InputError('empty', {
        file,
        reason: { zh: '文件是空的，没有可读的文字。', en: 'the file is empty.' },
        cure: {
          zh: '请确认保存时内容没有丢失，或者换成有正文的文件。',
          en: 'check that its content was saved, or name another file.'
        }
      })
    case 'binary':
      throw binaryError(file, decoded.format)
    case 'encoding':
      throw new InputError('encoding', {
        file,
        place: { line: decoded.line },
        reason: {
          zh: '文字编码无法识别：既不是完好的 UTF-8，也不是 GB18030（GBK）。',
          en: 'the text encoding is neither sound UTF-8 nor GB18030.'
        },
        cure: {
          zh: '请在编辑器里用“另存为”，编码选 UTF-8，再试一次；如果文件曾被截断，请换用完整的备份。',
          en: 'save it again as UTF-8; if it was cut off, take an undamaged copy.'
        }
      })
  }
}

// The longest law in force has well under a million bytes; what is a hundred times that is some other file.
const largest = 64 * 1024 * 1024

/** The bytes of a file, of standard input for `-`; throws an `InputError` where it is missing, no file, not readable or far too large. */
export function readBytes(file: string): Uint8Array {
  let handle: number | undefined
  try {
    if (file === standardInput) {
      const bytes = readStandardInput(largest)
      if (bytes.length > largest) throw tooLarge(file)
      return bytes
    }
    handle = openSync(file, 'r')
    if (fstatSync(handle).size > largest) throw tooLarge(file)
    return readFileSync(handle)
  } catch (error) {
    throw error instanceof InputError ? error : readError(file, error)
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

function tooLarge(file: string): InputError {
  return new InputError('too-large', {
    file,
    reason: {
      zh: '文件太大（超过 64 MB），不像是法规文本。',
      en: 'over 64 MB, too large for the text of a regulation.'
    },
    cure: { zh: '请确认选对了文件。', en: 'check that it is the right file.' }
  })
}

/** The `InputError` for a failed read. */
export function readError(file: string, error: unknown): InputError {
  switch (systemCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR': {
      const near = neighbour(file)
      return new InputError('missing', {
        file,
        cause: error,
        reason: { zh: '找不到这个文件。', en: 'there is no such file.' },
        cure: near
          ? { zh: `是不是想用“${near}”？`, en: `did you mean “${near}”?` }
          : {
              zh: '请检查文件名和所在文件夹；名称里有空格时，要用引号括起来。',
              en: 'check the name and the folder; put quotes around a name with spaces.'
            }
      })
    }
    case 'EISDIR':
      return new InputError('folder', {
        file,
        cause: error,
        reason: { zh: '这是文件夹，不是文件。', en: 'this is a folder, not a file.' },
        cure: { zh: '请写出其中的文件，例如“文件夹/*.md”。', en: 'name the files in it, such as “folder/*.md”.' }
      })
    case 'EACCES':
    case 'EPERM':
      return new InputError('unreadable', {
        file,
        cause: error,
        reason: { zh: '没有读取这个文件的权限。', en: 'no permission to read this file.' },
        cure: { zh: '请检查文件权限，或者复制一份再试。', en: 'check its permissions, or work on a copy.' }
      })
    default:
      return new InputError('unreadable', {
        file,
        cause: error,
        reason: {
          zh: `文件读不出来（${error instanceof Error ? error.message : String(error)}）。`,
          en: `the file cannot be read (${error instanceof Error ? error.message : String(error)}).`
        },
        cure: { zh: '请检查磁盘或换一个位置再试。', en: 'check the disk, or try from another place.' }
      })
  }
}

/** A file of the same folder whose name is near, or differs only in its extension. */
function neighbour(file: string): string | undefined {
  try {
    const names = readdirSync(dirname(file))
    const wanted = basename(file)
    const found =
      nearest(wanted, names) ??
      names.find((name) => basename(name, extname(name)) === basename(wanted, extname(wanted)))
    return found === undefined || found === wanted ? undefined : join(dirname(file), found)
  } catch {
    return undefined
  }
}

function binaryError(file: string, format: 'docx' | 'doc' | 'pdf' | undefined): InputError {
  const names = { docx: ' Word 文档（docx）', doc: '旧版 Word 文档（doc）', pdf: ' PDF' }
  const saved = format === undefined ? undefined : names[format]
  return new InputError('binary', {
    file,
    reason: saved
      ? { zh: `这是${saved}，不是纯文本。`, en: `this is a ${format} file, not plain text.` }
      : { zh: '这是二进制文件，不是文本。', en: 'this is a binary file, not text.' },
    cure: saved
      ? readFirst(file, format!)
      : {
          zh: '请确认选对了文件：草案应当是 Markdown 或纯文本。',
          en: 'check that it is the right file: a draft is Markdown or plain text.'
        }
  })
}

/** How a file of another format becomes a draft. */
function readFirst(file: string, format: 'docx' | 'doc' | 'pdf'): Wording {
  if (format === 'doc') {
    return {
      zh: '请用 Word 打开，另存为 docx，再用 tiaoli import 读成草案。',
      en: 'save it as docx with Word, then read it as a draft with tiaoli import.'
    }
  }
  const quoted = (name: string): string => (/^[\p{L}\p{N}._/\\:-]+$/u.test(name) ? name : `"${name}"`)
  const stem = file.slice(0, file.length - extname(file).length)
  // The draft cannot take the place of a Word file that somebody called .md.
  const draft = `${stem}.md` === file ? `${stem}-草案.md` : `${stem}.md`
  const line = `tiaoli import ${quoted(file)} --out ${quoted(draft)}`
  return { zh: `请先读成草案：${line}`, en: `read it as a draft first: ${line}` }
}
