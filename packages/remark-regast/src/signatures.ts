import { type Line, lineText } from './lines.js'

const date =
  /^(?:\d{4}|[〇○零一二三四五六七八九]{4}|[×xX]{2,4})\s*年\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[×xX]{1,2})\s*月\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[×xX]{1,2})\s*日$/

/**
 * Index of the line after a list of attachments such as 附件：1.申请表, which names what comes later: it is followed by the
 * signature or by the attachments themselves. `start` where the line opens an attachment.
 */
export function announcementEnd(lines: Line[], start: number, source: string): number {
  if (!/^附[件录表图]?\s*[：:]\s*\S/.test(lineText(lines[start]!, source))) return start
  let end = start + 1
  let looked = 0
  for (let index = start + 1; index < lines.length && looked < 5; index++) {
    const line = lines[index]!
    if (line.kind !== 'text') continue
    const text = lineText(line, source)
    if (looked === 0 && /^\d{1,2}[.．、]/.test(text) && text.length <= 60) {
      end = index + 1
      continue
    }
    if (/^附[件录表图]\s*[\d一二三四五六七八九十]*(?:[：:\s]|$)/.test(text) || date.test(text)) return end
    if (line.depth > 0 || text.length > 30 || /[，。；：]/.test(text)) return start
    looked += 1
  }
  return start
}

/** Marks the lines that sign and date a document where its body ends: before its first attachment, or at its end. */
export function markSignatures(lines: Line[], source: string): void {
  let end = lines.findIndex((line) => line.kind === 'text' && line.marker?.kind === 'attachment')
  if (end === -1) end = lines.length
  let dated = false
  let looked = 0
  for (let index = end - 1; index >= 0 && looked < 6; index--) {
    const line = lines[index]!
    if (line.kind === 'comment') continue
    if (line.kind !== 'text' || line.role !== 'body' || line.depth > 0 || line.quoted) return
    looked += 1
    const text = lineText(line, source)
    if (!dated) {
      if (text.length > 20 || !date.test(text)) {
        // One remark in brackets may stand below the date.
        if (/^[（(][^（）()]{2,30}[）)]$/.test(text) && line.marker === undefined && looked === 1) continue
        return
      }
      dated = true
      line.role = 'signature'
      line.marker = undefined
      for (let at = index + 1; at < end; at++) if (lines[at]!.kind === 'text') lines[at]!.role = 'signature'
    } else {
      if (line.marker !== undefined || text.length > 30 || /[，。；：、！？]/.test(text)) return
      line.role = 'signature'
    }
  }
}
