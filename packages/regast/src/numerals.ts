const digits = new Map<string, number>()
for (const [value, forms] of [
  '〇零○０0',
  '一１1',
  '二两２2',
  '三３3',
  '四４4',
  '五５5',
  '六６6',
  '七７7',
  '八８8',
  '九９9'
].entries()) {
  for (const form of forms) digits.set(form, value)
}
const scales = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 10_000]
])
const tens = new Map([
  ['廿', 20],
  ['卅', 30]
])

/**
 * Value of a numeral as regulations write it (三十二, 一百零五, 二〇二六, 廿三, 12, １２), a whole number from 0;
 * `undefined` where the text is no numeral.
 */
export function parseNumeral(text: string): number | undefined {
  let total = 0
  let group = 0
  /** Digits since the last scale; several of them are read in place notation. */
  let run = ''
  let scaled = false
  for (const char of text) {
    const digit = digits.get(char)
    if (digit !== undefined) {
      run += digit
      continue
    }
    const ten = tens.get(char)
    const scale = scales.get(char)
    if (ten !== undefined) {
      if (run !== '') return undefined
      group += ten
      scaled = true
      continue
    }
    if (scale === undefined) return undefined
    // 零五百 reads, 二六百 does not; 12万 does.
    if (run.replace(/^0+/, '').length > 1 && !(scale === 10_000 && group === 0)) return undefined
    const count = run === '' ? undefined : Number(run)
    run = ''
    if (scale === 10_000) {
      if (total > 0 || (count === undefined && group === 0)) return undefined
      total = (group + (count ?? 0)) * scale
      group = 0
    } else {
      // Only 十 may stand without a digit: 十二, 一百十二.
      if (count === undefined && scale !== 10) return undefined
      group += (count ?? 1) * scale
    }
    scaled = true
  }
  if (run !== '') {
    if (scaled && run.replace(/^0+/, '').length > 1) return undefined
    return total + group + Number(run)
  }
  return scaled ? total + group : undefined
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
