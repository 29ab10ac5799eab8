import type { TextEncoding } from './decode.js'

/** Bytes of a text in the encoding that it was read in; `undefined` where a character has no place in that encoding. */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array | undefined {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text)
    case 'utf-16le':
      return Buffer.from(text, 'utf16le')
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16()
    case 'gb18030':
      return encodeGb18030(text)
  }
}

let table: Map<string, number[]> | undefined

/** The inverse of the platform's GB18030 decoder for one, two and four bytes of the basic plane, built when first needed. */
function gb18030Table(): Map<string, number[]> {
  if (table !== undefined) return table
  table = new Map()
  const decoder = new TextDecoder('gb18030')
  const add = (bytes: number[]) => {
    const char = decoder.decode(Uint8Array.from(bytes))
    if (char.length === 1 && char !== '\uFFFD' && !table!.has(char)) table!.set(char, bytes)
  }
  for (let byte = 0; byte < 0x80; byte++) add([byte])
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) add([lead, trail])
  }
  for (let pointer = 0; pointer <= 39_419; pointer++) add(fourBytes(pointer))
  return table
}

function fourBytes(pointer: number): number[] {
  return [
    0x81 + Math.floor(pointer / 12_600),
    0x30 + (Math.floor(pointer / 1260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10)
  ]
}

function encodeGb18030(text: string): Uint8Array | undefined {
  const known = gb18030Table()
  const bytes: number[] = []
  for (const char of text) {
    const code = char.codePointAt(0)!
    const encoded = code > 0xffff ? fourBytes(189_000 + code - 0x10000) : known.get(char)
    if (encoded === undefined) return undefined
    bytes.push(...encoded)
  }
  return Uint8Array.from(bytes)
}
