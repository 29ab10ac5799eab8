import { placeListAt } from '../grammar/places.js'
import { privatePaper } from '../lexicon.js'
import type { ClauseMentions, Mention } from '../mention.js'
import type { NameTable } from '../names.js'
import { bareNameBefore } from './names-before.js'
import { push, pushLoci } from './push.js'

/** 第三条 and the like, with the bare name of an instrument that may stand right before it. */
export function readPlaces(text: string, i: number, names: NameTable, found: ClauseMentions): number {
  const { mentions } = found
  const loci = placeListAt(text, i)
  if (loci === undefined) return i
  const top = loci[0]!.steps[0]!
  // （一）项 at the head of its own text, 第一项目 and the like never reach here; a lone 第一目 does not refer.
  if (top.unit === 'indent' && loci.length === 1 && loci[0]!.steps.length === 1) return i
  if (privatePaper.test(text.slice(Math.max(0, i - 6), i)) || isOfPaper(text, i, mentions.at(-1)))
    return loci.at(-1)!.end
  const high = top.unit === 'article' || top.unit === 'chapter' || top.unit === 'book'
  // 《甲法》第三条, 其第四条, 前引第四条
  if (high && /(?:^|[^尤极何与])其$|前引$/.test(text.slice(Math.max(0, i - 2), i)))
    return push(mentions, { form: 'loci', start: i, end: loci.at(-1)!.end, host: { type: 'that', noun: '' }, loci })
  const number = high ? numberBefore(text, i, found) : undefined
  if (number !== undefined)
    return push(mentions, {
      form: 'loci',
      start: i,
      end: loci.at(-1)!.end,
      host: { type: 'name', name: number, known: false },
      loci
    })
  const bare = high
    ? (interpretationBefore(text, i, mentions) ?? bareNameBefore(text, i, mentions.at(-1)?.end ?? 0, names))
    : undefined
  if (bare === undefined) return pushLoci(mentions, i, loci)
  loci[0]!.start = bare.start
  return push(mentions, {
    form: 'loci',
    start: bare.start,
    end: loci.at(-1)!.end,
    host: { type: 'name', name: bare.name, known: bare.known },
    loci
  })
}

/** 市府发〔2010〕5号文件第三条, 国务院令第12号第二条: the number of the paper whose clause it is, where no title stands before. */
function numberBefore(text: string, i: number, { documentNumbers, mentions }: ClauseMentions): string | undefined {
  const number = documentNumbers.at(-1)
  if (number === undefined || i - number.end > 6) return undefined
  const between = text.slice(number.end, i)
  if (!/^(?:文件?|令|通知|公告|决定|批复|规定)?[）)]?(?:中?的)?$/.test(between)) return undefined
  // 《甲办法》（市府发〔2010〕5号）第三条
  const last = mentions.at(-1)
  if (/[）)]/.test(between) && last !== undefined && /^\s*[（(][^）)]*$/.test(text.slice(last.end, number.start)))
    return undefined
  return text.slice(number.start, number.end)
}

/** 双方订立《某某协议书》，其中第六条约定: a clause of a paper in title marks that was named right before. */
function isOfPaper(text: string, i: number, last: Mention | undefined): boolean {
  if (last?.host.type !== 'title' || !last.host.form || i - last.end > 40) return false
  return /^[^。；]*，(?:其中|该(?:合同|协议)?)$/.test(text.slice(last.end, i))
}

/** 民法典担保制度解释第三条: the name that a law's name begins; the mention of the law is taken back. */
function interpretationBefore(
  text: string,
  i: number,
  mentions: Mention[]
): { name: string; start: number; known: boolean } | undefined {
  const last = mentions.at(-1)
  if (last?.form !== 'whole' || last.host.type !== 'name' || text[i - 1] !== '释') return undefined
  if (!/^[\u4e00-\u9fff]{0,14}解释$/.test(text.slice(last.end, i)) || /[的和与及]/.test(text.slice(last.end, i)))
    return undefined
  mentions.pop()
  return { name: text.slice(last.start, i), start: last.start, known: false }
}
