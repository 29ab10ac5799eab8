import { placeListAt } from '../grammar/places.js'
import { skipBlanks } from '../grammar/tokens.js'
import type { LocusStep, Mention } from '../mention.js'
import { push, pushLoci } from './push.js'

/** Measures after which 以下 is a limit (三年以下), not an announcement. */
const measure =
  '年月日时分秒元角岁人级倍吨米里亩次个条名件户口度克升％%十百千万亿处科局厅部省市县乡镇之股数半折批路代岗层段期成档等位辆艘台只头头匹公斤寸尺点'

/** 下列, 以下 or 如下 that announces a list. */
export function readForward(text: string, i: number, mentions: Mention[]): number {
  const two = text.slice(i, i + 2)
  if (text[i] === '下' && two !== '下列' && two !== '下述') return readNext(text, i, mentions)
  if (two !== '下列' && two !== '下述' && two !== '以下' && two !== '如下') return i
  const end = i + 2
  const rest = text.slice(end, end + 60)
  // 以下列材料为准 is 以 and 下列.
  if (two === '以下' && text[end] === '列') return i
  if (text[i] !== '下') {
    if (/^(?:简称|统称|合称|并称|称|分别|均|一并|级)/.test(rest)) return i
    if (two === '以下' && i > 0 && measure.includes(text[i - 1]!)) return i
    const after = text.slice(end, end + 240)
    // 有以下行为的，责令改正；拒不改正的，处罚款：
    const opened =
      /^[^。；]*[：:]/.test(after) || ('有按照事取'.includes(text[i - 1] ?? '。') && /^[^。]*[：:]/.test(after))
    if (!opened) return i
  }
  // 下列第（一）至（三）项 names its points; 下列各项 only announces them.
  if (/^[第（(]/.test(rest)) {
    const heads: LocusStep[] = [{ unit: 'paragraph', relative: { by: 'this' } }]
    const loci = placeListAt(text, end, { heads, start: i })
    if (loci !== undefined && loci[0]!.steps.length > 1) return pushLoci(mentions, i, loci)
  }
  const count = /^([二两三四五六七八九十]{1,3})[个项条类种方]/.exec(rest)?.[1]
  const mention: Mention = { form: 'forward-list', start: i, end, host: { type: 'none' }, loci: [] }
  if (count !== undefined) mention.noun = count
  return push(mentions, mention)
}

const following = /^下一?([条款])(?=(?:的?规定|所列|所称|第|另有|中))/

/** 下款规定的, 下一条: the clause that follows; 如下条件 and 名下款项 are none. */
function readNext(text: string, i: number, mentions: Mention[]): number {
  const found = following.exec(text.slice(i, i + 6))
  if (found === null || (i > 0 && '以之如名项地当条'.includes(text[i - 1]!))) return i
  const step: LocusStep = { unit: found[1] === '条' ? 'article' : 'paragraph', relative: { by: 'next' } }
  return pushLoci(mentions, i, placeListAt(text, i + found[0].length, { heads: [step], start: i }))
}

/** 上述权利, 前述第三款. */
export function readBack(text: string, i: number, mentions: Mention[]): number {
  const end = i + 2
  const loci = placeListAt(text, skipBlanks(text, end), { start: i })
  if (loci !== undefined)
    return push(mentions, { form: 'loci', start: i, end: loci.at(-1)!.end, host: { type: 'none' }, loci })
  const noun = /^[\u4e00-\u9fff]{2,8}/.exec(text.slice(end, end + 8))?.[0]
  if (noun === undefined) return i
  return push(mentions, { form: 'back-reference', start: i, end, host: { type: 'none' }, loci: [], noun })
}
