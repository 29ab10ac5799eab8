import { parseAddress } from 'regast'

/** Lines in quotation marks as decisions have them: each paragraph opens with one, only the last closes. */
export function quoted(lines: readonly string[]): string {
  return `${lines.map((line) => `“${line}`).join('\n\n')}”`
}

export function numberOf(address: string): number {
  return parseAddress(address)?.at(-1)?.number?.value ?? 0
}

export function lastNumber(address: string): string {
  return address.slice(address.lastIndexOf('__') + 1)
}

export function isNumbered(address: string): boolean {
  return /(?:^|__)(?:book|part|chp|sec)_\d+$/.test(address)
}

export function unitName(address: string): string {
  const level = parseAddress(address)?.at(-1)?.level
  return level === 'section' ? '节' : level === 'book' ? '编' : level === 'part' ? '分编' : '章'
}
