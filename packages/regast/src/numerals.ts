const digits = new Map<string, number>()
for (const [value, forms] of ['〇零○０0', '一１1', '二两２2', '三３3', '四４4', '五５5', '六６6', '七７7', '八８8', '九９9'].entries()) {
  for (const form of forms) digits.set(form, value)
}
const scales = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 10_000]
])
const twenties = new Map([
  ['廿', 20],
  ['卅', 30]
])

/**
 * Value of a numeral as regulations write it (三十二, 一百零五, 二〇二六, 廿三, 12, １２), a whole number from 0;
 * `undefined` where the text is no numeral.
 */
export function parseNumeral(text: string): number | undefined {
  if (text === '') return undefined
  let total = 0
  let group = 0
  let digit = -1
  let run = 0
  for (const char of text) {
    const value = digits.get(char)
    if (value !== undefined) {
      digit = digit === -1 ? value : digit * 10 + value
      run += 1
      continue
    }
    const twenty = twenties.get(char)
    if (twenty !== undefined) {
      if (digit !== -1) return undefined
      group += twenty
      continue
    }
    const scale = scales.get(char)
    if (scale === undefined || run > 4) return undefined
    if (scale === 10_000) {
      total += (group + Math.max(digit, 0)) * scale
      group = 0
    } else {
      group += (digit === -1 ? 1 : digit) * scale
    }
    digit = -1
  }
  if (digit !== -1) group += digit
  return total + group
}

const written = '零一二三四五六七八九'
const units = ['', '十', '百', '千']

/**
 * Chinese numeral of a whole number from 0 to 99 999 999 as regulations print it: 十二, 一百零五, 一千二百六十.
 * Throws a `RangeError` outside that range.
 */
export function formatNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99_999_999) throw new RangeError(`no numeral for ${value}`)
  if (value < 10) return written.charAt(value)
  if (value >= 10_000) {
    const rest = value % 10_000
    const tail = rest === 0 ? '' : rest < 1000 ? `零${below(rest)}` : below(rest)
    return `${formatNumeral(Math.floor(value / 10_000))}万${tail}`
  }
  const text = below(value)
  return value < 20 ? text.slice(1) : text
}

function below(value: number): string {
  let text = ''
  let gap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) {
      gap = text !== ''
      continue
    }
    text += (gap ? '零' : '') + written.charAt(digit) + units[place]
    gap = false
  }
  return text
}
