import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { crc32, statedChecksums } from './import/checksums.js'

const properties = 'docProps/custom.xml'
const property = 'tiaoli.seal'

/** A Word file of ours with a seal in its properties, by which it is known again as long as nobody has saved it since. */
export function sealDocx(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes)
  const existing = files[properties]
  if (existing === undefined) return bytes
  // A template may be an export itself, with a seal that it no longer deserves.
  const text = strFromU8(existing).replace(/<property [^>]*name="tiaoli\.seal"[^>]*>.*?<\/property>/s, '')
  const next = Math.max(1, ...[...text.matchAll(/\bpid="(\d{1,9})"/g)].map(([, pid]) => Number(pid))) + 1
  const entry = `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${next}" name="${property}"><vt:lpwstr xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${sumOf(bytes)}</vt:lpwstr></property>`
  files[properties] = strToU8(withEntry(text, entry))
  return zipSync(files)
}

/** Properties with one more; where there are none, the element that holds them is empty. */
function withEntry(text: string, entry: string): string {
  const empty = /<((?:\w{1,20}:)?Properties)\b([^<>]*)\/>\s*$/.exec(text)
  if (empty === null) return text.replace(/<\/(\w+:)?Properties>\s*$/, (end) => entry + end)
  return `${text.slice(0, empty.index)}<${empty[1]}${empty[2]}>${entry}</${empty[1]}>`
}

/** Whether a Word file is as it was when it was sealed: word processors write every part anew when they save. */
export function isSealedDocx(bytes: Uint8Array): boolean {
  try {
    const existing = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === properties && originalSize < 1e7
    })[properties]
    const text = existing === undefined ? '' : strFromU8(existing)
    return new RegExp(`name="${property}"[^>]*><vt:lpwstr[^>]*>${sumOf(bytes)}<`).test(text)
  } catch {
    // What is no Word file at all is not ours either.
    return false
  }
}

/** One checksum over the parts of a file, but for the one that holds the seal. */
function sumOf(bytes: Uint8Array): string {
  const sums = [...statedChecksums(bytes)].filter(([name]) => name !== properties && !name.endsWith('/'))
  const lines = sums.map(([name, sum]) => `${name} ${sum}`).sort()
  return crc32(strToU8(lines.join('\n')))
    .toString(16)
    .padStart(8, '0')
}
