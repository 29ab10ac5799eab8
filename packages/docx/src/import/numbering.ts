import { child, elements, type XmlElement } from '@tiaoli/xml'
import { formatNumeral } from 'regast'

/** One level of a list. */
interface Level {
  start: number
  format: string
  /** Text with `%1`…`%9` for the numbers of the levels. */
  text: string
  suffix: string
  /** The level whose numbers start this one anew: 0 for none; absent for every level above. */
  restart: number | undefined
  /** Numbers of all levels in digits. */
  legal: boolean
  style: string | undefined
}

interface List {
  levels: Map<number, Level>
  styleLink: string | undefined
}

interface Numbering {
  list: string
  overrides: Map<number, { start?: number; level?: Level }>
}

/** The automatic number of a paragraph. */
export interface AutomaticNumber {
  label: string
  bullet: boolean
  /** Whether the format of the number is one that we do not know. */
  unknownFormat?: string
}

/** 第一条 and the like: a space sets them off however the list prints them, for without one they read as a reference. */
function isUnit(label: string): boolean {
  return /^第.+[编章节条]$/.test(label)
}

/** Counts automatic numbers in the order of the paragraphs, as Word does. */
export class NumberCounter {
  private readonly lists = new Map<string, List>()
  private readonly numberings = new Map<string, Numbering>()
  private readonly counters = new Map<string, (number | undefined)[]>()
  private readonly started = new Set<string>()

  constructor(part: XmlElement | undefined) {
    for (const element of part === undefined ? [] : elements(part)) {
      if (element.name === 'w:abstractNum') {
        this.lists.set(element.attributes['w:abstractNumId'] ?? '', {
          levels: new Map(
            elements(element).flatMap((lvl) => (lvl.name === 'w:lvl' ? [[level(lvl), readLevel(lvl)] as const] : []))
          ),
          styleLink: value(child(element, 'w:numStyleLink'))
        })
        const own = value(child(element, 'w:styleLink'))
        if (own !== undefined) this.styleLists.set(own, element.attributes['w:abstractNumId'] ?? '')
      } else if (element.name === 'w:num') {
        const overrides: Numbering['overrides'] = new Map()
        for (const override of elements(element)) {
          if (override.name !== 'w:lvlOverride') continue
          const start = value(child(override, 'w:startOverride'))
          const lvl = child(override, 'w:lvl')
          overrides.set(level(override), {
            ...(start !== undefined && { start: Number(start) }),
            ...(lvl && { level: readLevel(lvl) })
          })
        }
        this.numberings.set(element.attributes['w:numId'] ?? '', {
          list: value(child(element, 'w:abstractNumId')) ?? '',
          overrides
        })
      }
    }
  }

  private readonly styleLists = new Map<string, string>()

  /** The level of a list that belongs to a paragraph style. */
  levelOfStyle(numId: string, style: string): number | undefined {
    for (const [index, found] of this.list(numId)?.list.levels ?? []) if (found.style === style) return index
    return undefined
  }

  /** The number of the next paragraph of a list and level; `undefined` where it has none. */
  next(numId: string, index: number): AutomaticNumber | undefined {
    const numbering = this.numberings.get(numId)
    const found = this.list(numId)
    const own = numbering?.overrides.get(index)?.level ?? found?.list.levels.get(index)
    if (numbering === undefined || found === undefined || own === undefined) return undefined
    let counters = this.counters.get(found.id)
    if (counters === undefined) {
      counters = []
      this.counters.set(found.id, counters)
    }
    const override = numbering.overrides.get(index)?.start
    const key = `${numId} ${index}`
    const levelAt = (at: number) => numbering.overrides.get(at)?.level ?? found.list.levels.get(at)
    if (override !== undefined && !this.started.has(key)) counters[index] = override
    else counters[index] = counters[index] === undefined ? (override ?? own.start) : counters[index] + 1
    this.started.add(key)
    for (let below = index + 1; below < 9; below++) {
      const restart = levelAt(below)?.restart
      if (restart === undefined || (restart > 0 && index < restart)) counters[below] = undefined
    }
    if (own.format === 'bullet') return { label: '', bullet: true }
    if (own.format === 'none' && !/[^%\d\s]/.test(own.text)) return undefined
    let unknownFormat: string | undefined
    const label = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const level = at === index ? own : levelAt(at)
      // A level that has not been counted yet shows what it would begin with.
      const number = counters[at] ?? level?.start ?? 1
      const format = own.legal && at !== index ? 'decimal' : own.legal ? 'decimal' : (level?.format ?? 'decimal')
      const shown = formatNumber(number, format)
      if (shown === undefined) unknownFormat = format
      return shown ?? String(number)
    })
    if (label.trim() === '') return undefined
    return {
      label: isUnit(label) || (own.suffix !== 'nothing' && !/[、.．)）：:]$/.test(label)) ? `${label}　` : label,
      bullet: false,
      ...(unknownFormat !== undefined && { unknownFormat })
    }
  }

  /** A list, followed through a link to a list style. */
  private list(numId: string): { id: string; list: List } | undefined {
    const id = this.numberings.get(numId)?.list
    const list = id === undefined ? undefined : this.lists.get(id)
    if (list === undefined) return undefined
    const linked = list.styleLink === undefined ? undefined : this.styleLists.get(list.styleLink)
    const target = linked === undefined ? undefined : this.lists.get(linked)
    return target === undefined ? { id: id!, list } : { id: linked!, list: target }
  }
}

function readLevel(element: XmlElement): Level {
  const restart = value(child(element, 'w:lvlRestart'))
  // Chinese Word may put the format into an alternative for older readers.
  const format =
    child(element, 'w:numFmt') ??
    child(child(child(element, 'mc:AlternateContent') ?? element, 'mc:Choice') ?? element, 'w:numFmt')
  const legal = child(element, 'w:isLgl')
  return {
    start: Number(value(child(element, 'w:start')) ?? 1),
    format: value(format) ?? 'decimal',
    text: value(child(element, 'w:lvlText')) ?? '',
    suffix: value(child(element, 'w:suff')) ?? 'tab',
    restart: restart === undefined ? undefined : Number(restart),
    legal: legal !== undefined && !['0', 'false'].includes(value(legal) ?? '1'),
    style: value(child(element, 'w:pStyle'))
  }
}

function level(element: XmlElement): number {
  return Number(element.attributes['w:ilvl'] ?? 0)
}

function value(element: XmlElement | undefined): string | undefined {
  return element?.attributes['w:val']
}

const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'
const financial = '零壹贰叁肆伍陆柒捌玖'

/** A number in one of Word's formats; `undefined` for one that regulations do not use. */
export function formatNumber(number: number, format: string): string | undefined {
  switch (format) {
    case 'decimal':
    case 'decimalHalfWidth':
      return String(number)
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    // All of these print 一, 二, 三…; from a hundred on they differ, and regulations print 一百零一.
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return number >= 0 && number < 100_000_000 ? formatNumeral(number) : undefined
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return String(number).replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)]!)
    case 'chineseLegalSimplified':
    case 'japaneseLegal':
      return number > 0 && number < 100_000_000
        ? formatNumeral(number).replace(/[零一二三四五六七八九十百千]/g, (char) => {
            const at = '十百千'.indexOf(char)
            return at === -1 ? financial['零一二三四五六七八九'.indexOf(char)]! : '拾佰仟'[at]!
          })
        : undefined
    case 'ideographTraditional':
      return stems[(number - 1) % 10]
    case 'ideographZodiac':
      return branches[(number - 1) % 12]
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number >= 1 && number <= 20 ? String.fromCharCode(0x2460 + number - 1) : String(number)
    case 'decimalEnclosedParen':
      return `(${number})`
    case 'decimalEnclosedFullstop':
      return `${number}.`
    case 'ideographEnclosedCircle':
      return number >= 1 && number <= 10 ? String.fromCharCode(0x3280 + number - 1) : formatNumeral(number)
    case 'numberInDash':
      return `- ${number} -`
    case 'lowerLetter':
      return letters(number)
    case 'upperLetter':
      return letters(number).toUpperCase()
    case 'lowerRoman':
      return roman(number).toLowerCase()
    case 'upperRoman':
      return roman(number)
    case 'none':
      return ''
    default:
      return undefined
  }
}

/** a … z, aa … zz, as Word repeats letters. */
function letters(number: number): string {
  const letter = String.fromCharCode(97 + ((number - 1) % 26))
  return letter.repeat(Math.min(20, Math.floor((number - 1) / 26) + 1))
}

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number)
  const steps: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I']
  ]
  let left = number
  let text = ''
  for (const [value, sign] of steps) {
    while (left >= value) {
      text += sign
      left -= value
    }
  }
  return text
}
