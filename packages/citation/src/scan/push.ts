import { namedBookAt } from '../grammar/named-steps.js'
import { placeListAt } from '../grammar/places.js'
import { isNumeral, numberAt, skipBlanks, toStep, unitAt } from '../grammar/tokens.js'
import type { Host, Locus, Mention } from '../mention.js'

/** Adds what a host at `start` … `end` points to, places behind it or the whole instrument; returns the index behind it. */
export function pushHosted(text: string, start: number, end: number, host: Host, mentions: Mention[]): number {
  let at = skipBlanks(text, end)
  if ((text[at] === '的' || text[at] === '中') && text[at + 1] === '第') at += 1
  const book = isCode(host) ? namedBookAt(text, at) : undefined
  const loci =
    book === undefined
      ? (placeListAt(text, at, { start, underHost: true }) ?? unmarkedArticleAt(text, start, at))
      : placeListAt(text, book.end, { heads: [book.step], start })
  if (loci !== undefined) return push(mentions, { form: 'loci', start, end: loci.at(-1)!.end, host, loci })
  return push(mentions, { form: 'whole', start, end, host, loci: [] })
}

const sourceBefore = /(?:依照|按照|依据|根据|违反|适用|参照|执行)$/
const goesOn = /^(?:第|[（(][一二三四五六七八九十]|[的，。；、）)和或及至]|办理|处理|处罚|执行|规定[，。：的]|$)/

/** 依照《甲条例》二十六条办理: an article without its 第; 《甲意见》十条 may as well be how many there are. */
function unmarkedArticleAt(text: string, start: number, at: number): Locus[] | undefined {
  if (isNumeral[text.charCodeAt(at)] !== 1 || text[at - 1] !== '》') return undefined
  const token = numberAt(text, at)
  const unit = token?.number && !token.bracketed ? unitAt(text, token.end) : undefined
  if (token === undefined || unit?.unit !== 'article' || !goesOn.test(text.slice(unit.end, unit.end + 4)))
    return undefined
  if (!/(?:法|条例|规定|办法|规则|细则|准则|章程)》$/.test(text.slice(Math.max(0, at - 4), at))) return undefined
  if (!sourceBefore.test(text.slice(Math.max(0, start - 2), start))) return undefined
  return placeListAt(text, unit.end, { heads: [toStep('article', token)], start })
}

/** Whether a host is a code, whose 编 are called by their headings: 民法典物权编. */
function isCode(host: Host): boolean {
  return (host.type === 'title' ? host.title : 'name' in host ? host.name : '').endsWith('法典')
}

/** Adds a mention; returns the index behind it. */
export function push(mentions: Mention[], mention: Mention): number {
  mentions.push(mention)
  return mention.end
}

/** Adds places that have no host of their own; returns the index behind them, `start` where there are none. */
export function pushLoci(mentions: Mention[], start: number, loci: Locus[] | undefined): number {
  if (loci === undefined) return start
  return push(mentions, { form: 'loci', start, end: loci.at(-1)!.end, host: { type: 'none' }, loci })
}
