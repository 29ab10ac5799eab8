import { formatAddress } from 'regast'
import type { Outline } from './outline.js'

/** A clause as a drafter writes it, where an annex keeps the word that the text calls it by: 附表三第一条, not 附件三第一条. */
export function nameOfClause(address: string, outline: Pick<Outline, 'structures'> | undefined): string {
  if (outline === undefined || !address.startsWith('att_')) return formatAddress(address)
  const [annex] = address.split('__', 1) as [string]
  const label = outline.structures.get(annex)?.label
  if (label === undefined) return formatAddress(address)
  return formatAddress(isAlone(annex, label, outline) ? withoutInsert(address, annex) : address).replace('附件', label)
}

/** The second annex of a number is 附表一 beside 附件一, and 附表一之二 beside another 附表一. */
function isAlone(annex: string, label: string, { structures }: Pick<Outline, 'structures'>): boolean {
  const [first, insert] = annex.split('-')
  if (insert === undefined) return false
  const before = Array.from({ length: Number(insert) - 1 }, (_, at) => (at === 0 ? first! : `${first}-${at + 1}`))
  return before.every((other) => structures.get(other)?.label !== label)
}

function withoutInsert(address: string, annex: string): string {
  return annex.replace(/-\d+$/, '') + address.slice(annex.length)
}
