/** Characters of the two fonts of signs that Word offers for insertion, by their code in the font. */
const signs: Record<string, Record<number, string>> = {
  symbol: {
    163: '≤',
    176: '°',
    177: '±',
    179: '≥',
    180: '×',
    183: '•',
    184: '÷',
    185: '≠',
    109: 'μ',
    87: 'Ω',
    83: 'Σ'
  },
  wingdings: {
    108: '●',
    110: '■',
    111: '□',
    113: '□',
    168: '□',
    117: '◆',
    161: '○',
    251: '✗',
    252: '✓',
    253: '☒',
    254: '☑'
  },
  'wingdings 2': { 80: '✓', 79: '✗', 82: '☑', 81: '☒', 163: '□' }
}

/** A sign of a font of signs as a character; `undefined` where it is not known. */
export function signOf(font: string | undefined, code: string | undefined): string | undefined {
  const number = Number.parseInt(code ?? '', 16)
  // Fonts of signs lie in the private area, at F000.
  return signs[(font ?? '').toLowerCase()]?.[number >= 0xf000 ? number - 0xf000 : number]
}
