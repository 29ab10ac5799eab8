import { decodeText, encodeText } from '@tiaoli/workspace'
import { describe, expect, it } from 'vitest'

const draft = '第一条　为了规范社区花园的管理，制定本办法。\n\n第二条　本办法自2027年1月1日起施行。\n'

describe('decodeText', () => {
  it('reads UTF-8 and keeps a byte order mark in the text', () => {
    expect(decodeText(encodeText(draft, 'utf-8')!)).toEqual({ text: draft, encoding: 'utf-8' })
    expect(decodeText(encodeText(`\uFEFF${draft}`, 'utf-8')!)).toEqual({ text: `\uFEFF${draft}`, encoding: 'utf-8' })
  })

  it.each(['utf-16le', 'utf-16be'] as const)('reads %s by its byte order mark', (encoding) => {
    const bytes = encodeText(`\uFEFF${draft}`, encoding)!
    expect(decodeText(bytes)).toEqual({ text: `\uFEFF${draft}`, encoding })
  })

  it('recognises GB18030', () => {
    expect(decodeText(encodeText(draft, 'gb18030')!)).toEqual({ text: draft, encoding: 'gb18030' })
  })

  it('does not take UTF-8 that was cut in a character for GB18030', () => {
    const bytes = encodeText(draft, 'utf-8')!
    const cut = bytes.subarray(0, bytes.length - 5)
    expect(decodeText(cut)).toEqual({ failure: 'encoding', line: 3 })
  })

  it('does not take Big5 for GB18030', () => {
    // 第一條為了規範社區花園的管理 in Big5.
    const big5 = Uint8Array.from(
      [
        'b2c4',
        'a440',
        'b1f8',
        'acb0',
        'a446',
        'b357',
        'bd64',
        'aac0',
        'b0cf',
        'aae1',
        'b6e9',
        'aaba',
        'bade',
        'b27a'
      ].flatMap((pair) => [Number.parseInt(pair.slice(0, 2), 16), Number.parseInt(pair.slice(2), 16)])
    )
    expect(decodeText(big5)).toMatchObject({ failure: 'encoding' })
  })

  it('knows what is no text', () => {
    expect(decodeText(new Uint8Array())).toEqual({ failure: 'empty' })
    expect(decodeText(encodeText(' \n\u3000\n', 'utf-8')!)).toEqual({ failure: 'empty' })
    expect(decodeText(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]))).toEqual({ failure: 'binary', format: 'docx' })
    expect(decodeText(encodeText('%PDF-1.7\n', 'utf-8')!)).toEqual({ failure: 'binary', format: 'pdf' })
    expect(decodeText(Uint8Array.from([1, 0, 2, 255, 0, 3]))).toEqual({ failure: 'binary' })
  })
})

describe('encodeText', () => {
  it('gives back the bytes of a GB18030 file', () => {
    const text = '〇一二㐀𠀀€￥·——“”《》①㎡é\r\n'
    expect(new TextDecoder('gb18030').decode(encodeText(text, 'gb18030'))).toBe(text)
  })

  it('encodes the whole basic plane so that it reads back as it was', () => {
    const decoder = new TextDecoder('gb18030')
    const wrong: string[] = []
    for (let code = 1; code < 0x10000; code++) {
      // Surrogates are no characters, private use has no agreed bytes, and U+FFFD stands for what has none.
      if ((code >= 0xd800 && code < 0xf900) || code === 0xfffd) continue
      const char = String.fromCharCode(code)
      const bytes = encodeText(char, 'gb18030')
      if (bytes === undefined || decoder.decode(bytes).replace(/^$/, '\uFEFF') !== char) wrong.push(code.toString(16))
    }
    expect(wrong).toEqual([])
  })
})
