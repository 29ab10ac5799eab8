import type { InstrumentKind } from './instrument.js'
import { instrumentKinds } from './instrument.js'
import { baseTitle } from './titles.js'

/** A kind with what it was concluded from; `sure` where nothing else is possible. */
export interface KindFinding {
  kind: InstrumentKind
  sure: boolean
  reason: string
}

/** Folders of public collections that hold one kind of instrument each. */
const folders: [RegExp, InstrumentKind][] = [
  [/^宪法$/, '宪法'],
  [/^(?:法律|宪法相关法|民法商法|民法典|民商法|行政法|经济法|社会法|刑法|诉讼与非诉讼程序法)$/, '法律'],
  [/^行政法规$/, '行政法规'],
  [/^监察法规$/, '监察法规'],
  [/^(?:地方性法规|地方法规)$/, '地方性法规'],
  [/^(?:部门规章|规章|地方政府规章)$/, '规章'],
  [/^司法解释$/, '司法解释']
]

/** Kinds of Party regulation that a title ends with. */
const partyNoun = /(准则|条例|规定|办法|规则|细则)$/

/**
 * The kind of an instrument by what its file states, its title, its issuers and the folders it lies in (innermost last);
 * `undefined` where none of them tells.
 */
export function kindOf(facts: {
  stated?: string | undefined
  title: string
  issuer?: readonly string[] | undefined
  folders?: readonly string[] | undefined
}): KindFinding | undefined {
  const stated = instrumentKinds.find((kind) => kind === facts.stated)
  if (stated !== undefined) return { kind: stated, sure: true, reason: '文件自己写明' }
  const base = baseTitle(facts.title)
  if (base === '中国共产党章程') return { kind: '党章', sure: true, reason: '名称' }
  if (base === '宪法') return { kind: '宪法', sure: true, reason: '名称' }
  if (/^中华人民共和国.+法$/.test(facts.title)) return { kind: '法律', sure: true, reason: '名称' }
  const noun = partyNoun.exec(base)?.[1]
  if (noun !== undefined && base.startsWith('中国共产党')) {
    return { kind: noun as InstrumentKind, sure: true, reason: '名称' }
  }
  return byFolder(facts.folders ?? []) ?? byIssuer(base, facts.issuer ?? [])
}

function byFolder(path: readonly string[]): KindFinding | undefined {
  for (const folder of path.toReversed()) {
    const known = folders.find(([pattern]) => pattern.test(folder))
    if (known !== undefined) return { kind: known[1], sure: false, reason: `所在文件夹“${folder}”` }
  }
  return undefined
}

function byIssuer(base: string, issuer: readonly string[]): KindFinding | undefined {
  const [first] = issuer
  const noun = /(条例|规定|办法|规则|细则|解释|批复|决定)$/.exec(base)?.[1]
  if (first === undefined || noun === undefined) return undefined
  const found = (kind: InstrumentKind): KindFinding => ({ kind, sure: false, reason: `制定机关“${first}”` })
  if (/^最高人民(?:法院|检察院)$/.test(first) && /解释|规定|批复|决定|规则/.test(noun)) return found('司法解释')
  if (first === '国务院' && /条例|规定|办法|细则/.test(noun)) return found('行政法规')
  if (first === '国家监察委员会' && /条例/.test(noun)) return found('监察法规')
  if (
    /^(?!全国).*(?:省|自治区|市|自治州|自治县|自治旗|特区)人民代表大会(?:常务委员会)?$/.test(first) &&
    /条例|规定|办法|规则|细则/.test(noun)
  )
    return found('地方性法规')
  if (/(?:部|总局|总署|(?:省|自治区|市|自治州)人民政府)$/.test(first) && /规定|办法|细则/.test(noun))
    return found('规章')
  return undefined
}
