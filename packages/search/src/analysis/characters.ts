const variants: Record<string, string> = { 帐: '账', 它: '他', 藉: '借', 〇: '零' }

/**
 * A text in the form that is compared: half width, small letters, one form of characters that are written in two.
 * Every UTF-16 unit stays where it is.
 */
export function fold(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000A-Z帐它藉〇]/g, (char) => {
    if (char === '\u3000') return ' '
    const code = char.charCodeAt(0)
    const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char
    return variants[half] ?? half.toLowerCase()
  })
}

/** Stretches of letters, digits and characters of words, punctuation left out. */
export const wordStretch = /[a-z0-9\u3400-\u9fff\uf900-\ufaff\ud840-\udfff]+/g

/** Whether a character is a Chinese one. */
export function isHan(character: string): boolean {
  return character >= '\u3400' && character <= '\u9fff'
}

/** A UTF-16 unit as `fold` writes it. */
export function foldUnit(code: number): number {
  return folded[code]!
}

/** Looked up, since ranking asks for every character of some hundred clauses a query. */
const folded = Uint16Array.from({ length: 0x1_0000 }, (_, code) => code)
for (let code = 0x41; code <= 0x5a; code++) folded[code] = code + 0x20
for (const [from, to] of Object.entries(variants)) folded[from.charCodeAt(0)] = to.charCodeAt(0)
for (let code = 0xff01; code <= 0xff5e; code++) folded[code] = folded[code - 0xfee0]!

/** The UTF-16 units that `fold` writes as a folded one, itself among them. */
export function unfoldUnit(code: number): readonly number[] {
  return unfolded.get(code) ?? [code]
}

const unfolded = new Map<number, number[]>()
for (let code = 0; code < folded.length; code++) {
  const to = folded[code]!
  if (code !== to) unfolded.set(to, [...(unfolded.get(to) ?? [to]), code])
}
