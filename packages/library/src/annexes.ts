import type { ClauseNumber } from 'regast'
import { formatAddress, formatNumeral } from 'regast'
import { type Finding, missing } from './finding.js'
import type { Outline, StructureOutline } from './outline.js'
import { type Place, placeOf } from './place.js'

/**
 * 附表1, 附件第三条: an annex by its number and by what it is called, since 附件1 may stand beside 附表1; `locate` looks a place
 * up in it that no longer says what it is called.
 */
export function locateAnnex(outline: Outline, place: Place, title: string, locate: (place: Place) => Finding): Finding {
  const { label, attachment, ...rest } = place
  if (/[A-ZＡ-Ｚ]$/.test(label!))
    return { state: 'unrecorded', address: '', reason: `${title}的${label}以字母编号，无法核对` }
  const annexes = [...outline.structures.values()].filter(({ address }) => isAnnex.test(address))
  if (annexes.length === 0) return locate({ ...rest, attachment: attachment! })
  const numbered = attachment
    ? annexes.filter(({ address }) => numberOfAnnex(address).value === attachment.value)
    : annexes
  const cited = `${label}${attachment ? formatNumeral(attachment.value) : ''}`
  const called = numbered.filter((annex) => annex.label === undefined || annex.label === label)
  const within = (annex: StructureOutline): Finding => {
    const number = numberOfAnnex(annex.address)
    const found = locate({ ...rest, attachment: number })
    // The address of a second annex of one number does not tell its kind.
    if (number.insert === undefined || found.state !== 'present' || found.reason !== undefined) return found
    return { ...found, reason: `${formatAddress(annex.address)}是${title}的${label}${formatNumeral(number.value)}` }
  }
  if (called.length === 1) return within(called[0]!)
  if (numbered.length === 0) {
    const none = locate({ ...rest, attachment: attachment! })
    return { ...none, reason: `${title}没有${cited}` }
  }
  if (called.length === 0) {
    const number = attachment ? formatNumeral(attachment.value) : ''
    const others = [...new Set(numbered.map((annex) => `${annex.label}${number}`))].join('、')
    const reason = `${title}没有${cited}，只有${others}`
    // 附件 is also what every annex is, and 附录 another word for one; no number makes them certain.
    const loose = label === '附件' || (label === '附录' && numbered[0]!.label === '附件')
    if (attachment || !loose || numbered.length > 1) return { ...missing(outline, '', reason), address: '' }
    return { ...within(numbered[0]!), state: 'ambiguous', reason }
  }
  const [first, ...rivals] = called.map(within)
  return {
    state: 'ambiguous',
    address: first!.address,
    others: rivals.map(({ address }) => address),
    reason: `${title}有${formatNumeral(called.length)}个${cited}，没有写明是哪一个`
  }
}

const isAnnex = /^att_[\d-]+$/

function numberOfAnnex(address: string): ClauseNumber {
  return placeOf(address).attachment!
}
