import type { Mention } from '@tiaoli/citation'
import type { Edition, NamedInstrument } from './hosts.js'
import type { Instrument, InstrumentVersion } from './instrument.js'
import { textAt } from './text-at.js'
import { titleSuffix } from './titles.js'

/** What the words before a name can end with that say so: most names have none of it before them. */
const edged = '原旧前的年版'
/** What the words behind a place begin with that say so. */
const edgedBehind = '的被在经于其修变调原（('
/** 修改前的《甲法》. */
const beforeChange = /(?:修改|修订|修正)(?:以前|之前|前)的?$/
/** 原《甲法》, but not 草原法. */
const formerly = /(?:^|[^平草高中还病复开本])原$|(?:^|[^陈破仍])旧$/
/** 2018年修正的《甲法》, 2018年《甲法》; a day on which it was published tells no text. */
const ofYear = /((?:19|20)\d{2})年(?:版|修[正订改](?:公布|通过|发布)?)?的?$/

/** An instrument, read in the text that the words before its name and its title ask for. */
export function inEdition(named: NamedInstrument, mention: Mention, text: string): NamedInstrument {
  if (named.instruments.length !== 1) return named
  const edition = editionAround(text, mention) ?? editionOfTitle(mention)
  return edition === undefined ? named : { ...named, edition }
}

/** 第二条被修改前的规定, 第二条（修订前）, but not 第二条修改以前年度的规定. */
const behindChange = /^[（(]?的?(?:被|在|经|于|其)?(?:修改|修订|修正|变更|调整)(?:以前|之前|前)(?!年|期|款|条|项)/
/** 第二条原规定, 第二条原来的规定. */
const behindOld = /^的?原(?:来|先)?的?(?:规定|条文|内容|文本|表述)/

/** The text that the words behind an index ask for. */
export function editionBehind(text: string, end: number): Edition | undefined {
  if (!edgedBehind.includes(text[end] ?? '。')) return undefined
  const words = text.slice(end, end + 12)
  if (behindChange.test(words)) return 'before'
  return behindOld.test(words) ? 'old' : undefined
}

/** The text that the words on either side of a mention ask for. */
export function editionAround(text: string, { start, end }: Mention): Edition | undefined {
  return editionBefore(text, start) ?? editionBehind(text, end)
}

/** The text that the words before an index ask for. */
export function editionBefore(text: string, start: number): Edition | undefined {
  if (start === 0 || !edged.includes(text[start - 1]!)) return undefined
  const words = text.slice(Math.max(0, start - 16), start)
  if (beforeChange.test(words)) return 'before'
  if (formerly.test(words)) return 'old'
  const year = ofYear.exec(words)?.[1]
  return year === undefined ? undefined : { year }
}

/** 《甲法》（2018年修正）. */
function editionOfTitle({ host }: Mention): Edition | undefined {
  return host.type === 'title' && /[）)]$/.test(host.title) ? editionOf(titleSuffix(host.title)) : undefined
}

/** （2018年修正）, （2018年8月18日修订，以下简称《甲》）: a day on which a text was published tells none. */
const bracketOfYear =
  /^[（(](?:[^\s\d（）()]{0,2}法)?((?:19|20)\d{2})(?:年?(?:版|本|新?修[正订改](?:[版本]|文本)?)?|年\d{1,2}月(?:\d{1,2}日)?(?:第[一二三四五六]次)?修[正订改](?:[版本]|文本)?)(?:[，,、；;][^（）()]*)?[）)]$/

/** The text that a bracket behind a name tells. */
export function editionOf(bracket: string): Edition | undefined {
  const year = bracketOfYear.exec(bracket.trim())?.[1]
  return year === undefined ? undefined : { year }
}

/** The text that the brackets behind a name tell; 2020年版 needs none. */
export function editionIn(brackets: readonly string[]): Edition | undefined {
  for (const bracket of brackets) {
    const edition = editionOf(/^\d/.test(bracket) ? `（${bracket}）` : bracket)
    if (edition !== undefined) return edition
  }
  return undefined
}

/** The version that an edition is for a document of a day; `undefined` where the library does not have it for certain. */
export function versionOf(
  instrument: Instrument,
  edition: Edition,
  day: string | undefined
): InstrumentVersion | undefined {
  if (edition === 'old') return undefined
  if (edition === 'before') {
    const changed = textAt(instrument, day)?.version
    if (changed?.date === undefined || (changed.action !== 'amended' && changed.action !== 'revised')) return undefined
    const read = textAt(instrument, changed.date, true)
    return read === undefined || read.younger || read.doubt ? undefined : read.version
  }
  return instrument.versions.findLast(({ date, issued, effective }) =>
    [date, issued, effective].some((known) => known?.startsWith(edition.year))
  )
}

/** Why a place in another text than the one at hand is not told for certain. */
export function missingEdition(edition: Edition, title: string): string {
  const which = typeof edition === 'object' ? `${edition.year}年` : edition === 'before' ? '修改以前' : '从前'
  return `这里指《${title}》${which}的文本，文库中没有，或者不能确定是哪一个`
}
