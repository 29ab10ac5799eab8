import type { ClauseNumber } from './nodes.js'
import { formatNumeral } from './numerals.js'

/** A level of the clause tree that an address can name. */
export type Level =
  | 'attachment'
  | 'book'
  | 'part'
  | 'chapter'
  | 'section'
  | 'division'
  | 'article'
  | 'paragraph'
  | 'point'
  | 'indent'

/** One step of an address. */
export interface AddressStep {
  level: Level | 'preamble'
  number?: ClauseNumber
}

const prefixes: Record<Level, string> = {
  attachment: 'att',
  book: 'book',
  part: 'part',
  chapter: 'chp',
  section: 'sec',
  division: 'dvs',
  article: 'art',
  paragraph: 'para',
  point: 'point',
  indent: 'indent'
}
/** How many addresses each memory here holds: the same few thousand name the clauses of every regulation. */
const rememberedAddresses = 65_536
const levels = new Map(Object.entries(prefixes).map(([level, prefix]) => [prefix, level as Level]))
/** What the levels are called: 编, 条, 款. */
export const levelWords: Readonly<Record<Level, string>> = {
  attachment: '附件',
  book: '编',
  part: '分编',
  chapter: '章',
  section: '节',
  division: '部分',
  article: '条',
  paragraph: '款',
  point: '项',
  indent: '目'
}
/** The level that each of those words names: 条 is `article`, 分编 is `part`. */
export const levelsByWord: Readonly<Record<string, Level>> = Object.fromEntries(
  Object.entries(levelWords).map(([level, word]) => [word, level as Level])
)

/** The step of an address for one level, `art_133-1` for 第一百三十三条之一. */
export function addressStep(level: Level, number: ClauseNumber): string {
  return `${prefixes[level]}_${number.value}${number.insert === undefined ? '' : `-${number.insert}`}`
}

/** Joins a parent address (may be empty) and a child's step. */
export function joinAddress(parent: string, step: string): string {
  return parent === '' ? step : `${parent}__${step}`
}

/** The address down to the 条 that a clause belongs to; the address itself of a clause outside articles. */
export function articleOf(address: string): string {
  let article = articles.get(address)
  if (article === undefined) {
    const cut = address.indexOf('__para_')
    article = cut === -1 ? address : address.slice(0, cut)
    if (articles.size >= rememberedAddresses) articles.clear()
    articles.set(address, article)
  }
  return article
}

/** An editor asks about the same few thousand addresses after every keystroke, and what is looked up by a piece cut anew is slow to find. */
const articles = new Map<string, string>()

/** The steps of an address, outermost first; `undefined` where the text is no address. */
export function parseAddress(address: string): AddressStep[] | undefined {
  const steps: AddressStep[] = []
  for (const piece of address.split('__')) {
    if (piece === 'preamble') {
      steps.push({ level: 'preamble' })
      continue
    }
    const match = /^([a-z]+)_(\d+)(?:-(\d+))?$/.exec(piece)
    const level = match ? levels.get(match[1]!) : undefined
    if (!match || level === undefined) return undefined
    const number: ClauseNumber = { value: Number(match[2]) }
    if (match[3] !== undefined) number.insert = Number(match[3])
    steps.push({ level, number })
  }
  return steps
}

/** An address as a drafter writes it: `art_12__para_2__point_3` is 第十二条第二款第三项; the address itself where it is none. */
export function formatAddress(address: string): string {
  let name = written.get(address)
  if (name === undefined) {
    name = writeAddress(address)
    if (written.size >= rememberedAddresses) written.clear()
    written.set(address, name)
  }
  return name
}

/** Addresses written before. */
const written = new Map<string, string>()

function writeAddress(address: string): string {
  const steps = parseAddress(address)
  if (steps === undefined) return address
  return steps
    .map(({ level, number }) => {
      if (level === 'preamble' || number === undefined) return '序言'
      const numeral = formatNumeral(number.value)
      const insert = number.insert === undefined ? '' : `之${formatNumeral(number.insert)}`
      if (level === 'attachment') return `附件${numeral}${insert}`
      return `第${numeral}${levelWords[level]}${insert}`
    })
    .join('')
}

/** Orders clause numbers as they stand in a regulation: 第十条, 第十条之一, 第十一条. */
export function compareNumbers(left: ClauseNumber, right: ClauseNumber): number {
  return left.value - right.value || (left.insert ?? 0) - (right.insert ?? 0)
}
