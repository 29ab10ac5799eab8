/** What each UTF-16 unit is in a numeral: a digit counts 1 more than its value, tens and scales are given below; 0 for any other. */
const kinds = new Uint8Array(65536)
const twenty = 11
const thirty = 12
const ten = 13
const hundred = 14
const thousand = 15
const tenThousand = 16
for (const [kind, forms] of [
  [1, '〇零○０0'],
  [2, '一１1'],
  [3, '二两２2'],
  [4, '三３3'],
  [5, '四４4'],
  [6, '五５5'],
  [7, '六６6'],
  [8, '七７7'],
  [9, '八８8'],
  [10, '九９9'],
  [twenty, '廿'],
  [thirty, '卅'],
  [ten, '十'],
  [hundred, '百'],
  [thousand, '千'],
  [tenThousand, '万']
] as const) {
  for (const form of forms) kinds[form.charCodeAt(0)] = kind
}
const values = [10, 100, 1000, 10_000]

/**
 * Value of a numeral as regulations write it (三十二, 一百零五, 二〇二六, 廿三, 12, １２), a whole number from 0;
 * `undefined` where the text is no numeral.
 */
export function parseNumeral(text: string): number | undefined {
  let total = 0
  let group = 0
  /** Value of the digits since the last scale, several of which are read in place notation; -1 where there are none. */
  let run = -1
  let scaled = false
  for (let index = 0; index < text.length; index++) {
    const kind = kinds[text.charCodeAt(index)]!
    if (kind === 0) return undefined
    if (kind < twenty) {
      run = (run === -1 ? 0 : run * 10) + kind - 1
      continue
    }
    if (kind < ten) {
      if (run !== -1) return undefined
      group += kind === twenty ? 20 : 30
      scaled = true
      continue
    }
    // 零五百 reads, 二六百 does not; 12万 does.
    if (run > 9 && !(kind === tenThousand && group === 0)) return undefined
    const scale = values[kind - ten]!
    if (kind === tenThousand) {
      if (total > 0 || (run === -1 && group === 0)) return undefined
      total = (group + (run === -1 ? 0 : run)) * scale
      group = 0
    } else {
      // Only 十 may stand without a digit: 十二, 一百十二.
      if (run === -1 && kind !== ten) return undefined
      group += (run === -1 ? 1 : run) * scale
    }
    run = -1
    scaled = true
  }
  if (run !== -1) return scaled && run > 9 ? undefined : total + group + run
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
