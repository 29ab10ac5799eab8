import { isUtf8, transcode } from 'node:buffer'

/** Encodings that texts are read in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** A decoded text, or why there is none; `line` is where UTF-8 first breaks. */
export type Decoded =
  | { text: string; encoding: TextEncoding }
  | { failure: 'empty' }
  | { failure: 'binary'; format?: 'docx' | 'doc' | 'pdf' }
  | { failure: 'encoding'; line: number }

/**
 * Decodes the bytes of a text; a byte order mark stays in the text.
 * GB18030 is recognised where UTF-8 fails and the characters are those of everyday Chinese.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { failure: 'empty' }
  const format = magicFormat(bytes)
  if (format !== undefined) return { failure: 'binary', format }
  const decoded = decodeBytes(bytes)
  if ('failure' in decoded) return decoded
  if (isBinary(decoded.text)) return { failure: 'binary' }
  if (decoded.text.replace(/^\uFEFF/, '').trim() === '') return { failure: 'empty' }
  return decoded
}

function decodeBytes(bytes: Uint8Array): Decoded {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  if (marked !== undefined) return { text: decode(bytes, marked)!, encoding: marked }
  const text = decode(bytes, 'utf-8')
  if (text !== undefined) return { text, encoding: 'utf-8' }
  if (bytes.includes(0)) return { failure: 'binary' }
  if (isEverydayChinese(bytes)) {
    const chinese = decode(bytes, 'gb18030')
    if (chinese !== undefined) return { text: chinese, encoding: 'gb18030' }
  }
  return { failure: 'encoding', line: firstBrokenLine(bytes) }
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  if (encoding === 'utf-8') return isUtf8(bytes) ? soundUtf8(bytes) : undefined
  // UTF-16 is never fatal here: a file cut in the middle of a character is still readable.
  const fatal = encoding === 'gb18030'
  try {
    return new TextDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Sound UTF-8 as text: the platform recodes it many times as fast as it decodes it. */
function soundUtf8(bytes: Uint8Array): string {
  return transcode(bytes, 'utf8', 'utf16le').toString('utf16le')
}

function magicFormat(bytes: Uint8Array): 'docx' | 'doc' | 'pdf' | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 5))
  if (head.startsWith('PK\u0003\u0004')) return 'docx'
  if (head.startsWith('\u00D0\u00CF\u0011\u00E0')) return 'doc'
  return head === '%PDF-' ? 'pdf' : undefined
}

/** Control characters that no text editor writes; a few of them are damage, many are another kind of file. */
function isBinary(text: string): boolean {
  let controls = 0
  const length = Math.min(text.length, 65_536)
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index)
    if (code >= 0x20 || (code >= 0x09 && code <= 0x0d)) continue
    if (code === 0) return true
    controls += 1
  }
  return controls > 4 && controls * 100 > length
}

/**
 * Whether the two-byte characters are nearly all punctuation and the 3,755 common characters of GB 2312;
 * damaged UTF-8 and Big5 read as GB18030 give rare ones.
 */
function isEverydayChinese(bytes: Uint8Array): boolean {
  let pairs = 0
  let common = 0
  for (let index = 0; index < bytes.length; index++) {
    const lead = bytes[index]!
    if (lead < 0x80) continue
    pairs += 1
    const trail = bytes[++index] ?? 0
    const row = trail >= 0xa1 && lead >= 0xa1
    if (row && (lead <= 0xa9 || (lead >= 0xb0 && lead <= 0xd7))) common += 1
  }
  return pairs > 0 && common >= pairs * 0.85
}

function firstBrokenLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let start = 0
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, start)
    try {
      decoder.decode(bytes.subarray(start, end === -1 ? bytes.length : end))
    } catch {
      return line
    }
    if (end === -1) return line
    start = end + 1
  }
}
