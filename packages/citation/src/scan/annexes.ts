import { placeListAt } from '../grammar/places.js'
import { skipBlanks } from '../grammar/tokens.js'
import { verbBeforeAnnex } from '../lexicon.js'
import type { Mention } from '../mention.js'
import { pushLoci } from './push.js'

export function readAttachment(text: string, i: number, mentions: Mention[]): number {
  if (!/^附[件录表图]/.test(text.slice(i, i + 2))) return i
  const below = /^\s{0,2}第[^条款项]{1,8}[条款项]/.test(text.slice(i + 2, i + 14))
  const loci = placeListAt(text, i, { underHost: below })
  const deep = loci !== undefined && loci[0]!.steps.length > 1
  // 申请书的附件一 and 报告附件一 belong to another paper, with their clauses.
  if (
    i > 0 &&
    /[\u4e00-\u9fff]/.test(text[i - 1]!) &&
    !'见按照由及和与在于列入即为以对从或据合除反将条章款项'.includes(text[i - 1]!) &&
    !verbBeforeAnnex.test(text.slice(Math.max(0, i - 2), i))
  )
    return deep ? loci.at(-1)!.end : i
  // 附件第三条 is a clause of the annex; 附件第一批款项 is none.
  if (below && loci !== undefined && !deep && loci[0]!.steps[0]!.number === undefined) return i
  if (loci !== undefined && isLabel(text, i, loci[0]!.end)) return loci[0]!.end
  if (loci !== undefined) return pushLoci(mentions, i, loci)
  if (!/[见由按]$/.test(text.slice(Math.max(0, i - 1), i)) && !/^(?:所列|所附|规定)/.test(text.slice(i + 2, i + 4)))
    return i
  return pushLoci(mentions, i, [{ steps: [{ unit: 'attachment', label: text.slice(i, i + 2) }], start: i, end: i + 2 }])
}

/** 附件一　品种目录: blanks on both sides part the number of an annex that stands in a running text from its heading, as a line does 附录A. */
function isLabel(text: string, start: number, end: number): boolean {
  if (start > 0 && text[start - 1] !== '\n' && skipBlanks(text, start - 1) !== start) return false
  return skipBlanks(text, end) > end || (end === text.length && /[A-ZＡ-Ｚ]/.test(text[end - 1]!))
}
