import type { DraftComparison } from '@tiaoli/diff'
import { formatAddress } from 'regast'
import { isNumbered, quoted } from './decision-words.js'
import type { LawItem, LawText } from './law-text.js'
import { linesOf } from './law-text.js'

/** What a decision says of text outside of articles: preambles and attachments. */
export function passageItems(comparison: DraftComparison, next: LawText): string[] {
  const items: string[] = []
  for (const change of comparison.passages) {
    const [oldAddress] = change.old
    if (change.kind === 'unchanged') continue
    const isLead = (address: string | undefined) => address === '' || address === 'preamble'
    if (change.new.length === 0) {
      if (isLead(oldAddress)) items.push('删去引言。')
      else if (isNumbered(oldAddress!)) items.push(`删去${formatAddress(oldAddress!)}引言。`)
      continue
    }
    const holder = (item: LawItem) => item.type === 'passage' && (item.holder?.origin ?? '') === change.new[0]
    const lines = next.items.filter(holder).flatMap((item) => linesOf(item))
    if (lines.length === 0) continue
    if (oldAddress === undefined) {
      if (isLead(change.new[0])) items.push(`增加引言：${quoted(lines)}`)
    } else if (isLead(oldAddress)) items.push(`将引言修改为：${quoted(lines)}`)
    else if (isNumbered(oldAddress)) items.push(`将${formatAddress(oldAddress)}引言修改为：${quoted(lines)}`)
    else if (/^att_\d+$/.test(oldAddress)) items.push(`将${formatAddress(oldAddress)}修改为：${quoted(lines)}`)
  }
  return items
}
