import type { Instrument, InstrumentKind } from './instrument.js'

/** Order of effect of the kinds of instrument: 1 is the highest; Party and state instruments are two ladders. */
const ladders: { system: 'state' | 'party'; kinds: InstrumentKind[][] }[] = [
  {
    system: 'state',
    // 立法法 (2023) 第九十八条 to 第一百零二条; 司法解释 and 规范性文件 stand below what they interpret or carry out.
    kinds: [['宪法'], ['法律'], ['行政法规', '监察法规'], ['地方性法规'], ['规章'], ['司法解释']]
  },
  {
    system: 'party',
    // 中国共产党党内法规制定条例 (2019) 第五条: what each name is for; 办法, 规则 and 细则 carry out what stands above them.
    kinds: [['党章'], ['准则'], ['条例'], ['规定', '办法', '规则', '细则'], ['规范性文件']]
  }
]

/** Where an instrument of some kind stands. */
export interface Rank {
  system: 'state' | 'party'
  /** 1 is the highest. */
  level: number
}

/** The rank of a kind; `undefined` where the kind is not known. */
export function rankOf(kind: InstrumentKind | undefined): Rank | undefined {
  for (const { system, kinds } of ladders) {
    const level = kinds.findIndex((step) => step.some((candidate) => candidate === kind))
    if (level !== -1) return { system, level: level + 1 }
  }
  return undefined
}

/** Kinds of one system, the highest first, those of one rank together. */
export function ladderOf(system: 'state' | 'party'): readonly (readonly InstrumentKind[])[] {
  return ladders.find((ladder) => ladder.system === system)!.kinds
}

/** How two instruments stand to each other; `reason` is one Chinese sentence. */
export interface Precedence {
  prevails: 'first' | 'second' | 'neither' | 'unknown'
  reason: string
}

/**
 * Which of two instruments prevails where they conflict: the higher one, else the newer of one issuer.
 * General against special is a judgement that no title decides, so it is only recalled in the reason.
 */
export function precedence(first: Instrument, second: Instrument): Precedence {
  const [left, right] = [rankOf(first.kind), rankOf(second.kind)]
  if (left === undefined || right === undefined) {
    return {
      prevails: 'unknown',
      reason: `不知道《${left === undefined ? first.title : second.title}》的种类，无法比较效力`
    }
  }
  if (left.system !== right.system)
    return { prevails: 'unknown', reason: '一件是党内法规，一件是国家法律法规，不分上下位' }
  if (left.level !== right.level) {
    const upper = left.level < right.level ? first : second
    return { prevails: upper === first ? 'first' : 'second', reason: `《${upper.title}》是上位（${upper.kind}）` }
  }
  const sameIssuer =
    first.issuer !== undefined && second.issuer !== undefined && first.issuer.join() === second.issuer.join()
  if (!sameIssuer) return { prevails: 'neither', reason: '同一位阶而机关不同，或者机关不明，须由有权机关裁决' }
  const [one, two] = [newestDay(first), newestDay(second)]
  if (one === undefined || two === undefined || one === two)
    return { prevails: 'neither', reason: '同一机关、同一位阶，日期不能区分新旧' }
  const newer = one > two ? first : second
  return {
    prevails: newer === first ? 'first' : 'second',
    reason: `同一机关、同一位阶，《${newer.title}》较新；另有特别规定的从特别规定`
  }
}

function newestDay({ versions }: Instrument): string | undefined {
  return versions.at(-1)?.date
}
