import { boundaryBeforeName, instrumentNoun, noInstrument, partedName } from '../lexicon.js'
import type { Mention } from '../mention.js'
import type { NameTable } from '../names.js'
import { push } from './push.js'

const isSourceOf = /^(?:所称|(?:的(?:有关|相关)?|没有|未作?|另有)?规定)/

/** 认定为园林法所称“毁坏”, 除园林法规定的以外: a known name that is the source of what follows. */
export function readNameBefore(text: string, i: number, names: NameTable, mentions: Mention[]): number {
  const limit = Math.max(mentions.at(-1)?.end ?? 0, i - 32)
  if (limit === i || !isSourceOf.test(text.slice(i, i + 5))) return i
  const found = bareNameBefore(text, i, limit, names)
  if (found === undefined || (!found.known && !isPlainName(text, found, i))) return i
  // 外国园林法规定 may be another one.
  if (found.known && !/^(?:.*我国)?$/su.test(text.slice(limit, found.start).replace(boundaryBeforeName, ''))) return i
  return push(mentions, {
    form: 'whole',
    start: found.start,
    end: i,
    host: { type: 'name', name: found.name, known: found.known },
    loci: []
  })
}

/** Whether an unknown name before 规定的 can be nothing but one: it stands at the beginning of its words, and no word in it parts it. */
function isPlainName(text: string, { name, start }: { name: string; start: number }, end: number): boolean {
  if (!/^(?:的?规定的|所称)/.test(text.slice(end, end + 4)) || !/^[\u4e00-\u9fff]{2,16}(?:法|条例)$/.test(name))
    return false
  if (
    noInstrument.test(name) ||
    partedName.test(name) ||
    /^(?:[外我各他本两美英德日]国|所在国|当地|传统|现代|近代)/.test(name)
  )
    return false
  return (
    start === 0 ||
    /(?:[，。；、：（）]|属于|符合|违反|构成|有|为|除|非|对|由|与|和|及|或者|经|按|依|照)$/.test(
      text.slice(Math.max(0, start - 2), start)
    )
  )
}

const nameEnd = /[法例则定程释约典案书章]$/

/** The bare name of an instrument that ends right before an index and begins no earlier than `limit`. */
export function bareNameBefore(
  text: string,
  i: number,
  limit: number,
  names: NameTable
): { name: string; start: number; known: boolean } | undefined {
  let end = i
  while (end > limit && text[end - 1] === ' ') end--
  const from = Math.max(limit, end - 32)
  const before = text.slice(from, end)
  if (!nameEnd.test(before) || !instrumentNoun.test(before)) return undefined
  // A title that the library knows wins, the longest first.
  for (let cut = 0; cut < before.length - 1; cut++) {
    if (/[\u4e00-\u9fff]/.test(before[cut]!) && names.knows(before.slice(cut))) {
      return { name: before.slice(cut), start: from + cut, known: true }
    }
  }
  const name = before.replace(boundaryBeforeName, '')
  const noun = instrumentNoun.exec(name)?.[0]
  if (noun === undefined || /^(?:有关|相关|本|该|其|上述|前述|国家|下列)/.test(name)) return undefined
  // 条例第三条 in the rules that implement a 条例; 规定第三条 and 办法第三条 are too often everyday words.
  if (name === noun)
    return /^(?:条例|细则|规则|准则|党章|民法[总通]则)$/.test(noun)
      ? { name, start: end - name.length, known: false }
      : undefined
  // …的规定第三条 and 作出决定第二项 name no instrument.
  if (/^(?:规定|决定|解释|办法|意见)$/.test(noun) || /(?:[方做用立执]|(?<!公)司)法$/.test(name)) return undefined
  if (name.length > 20) return undefined
  return { name, start: end - name.length, known: false }
}
