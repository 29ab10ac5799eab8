const scripts = {
  superscript: { from: '0123456789+-−=()（）ni', to: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾⁽⁾ⁿⁱ' },
  subscript: { from: '0123456789+-−=()（）', to: '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎₍₎' }
} as const

/** Words in raised or lowered type as characters that look like it: 10 above a line is no 10 in it; `undefined` where there are none. */
export function raised(text: string, script: keyof typeof scripts): string | undefined {
  const { from, to } = scripts[script]
  let found = ''
  for (const char of text) {
    const at = from.indexOf(char)
    if (at === -1) return undefined
    found += to[at]!
  }
  return found
}
