import type { IncomingMessage } from 'node:http'

/** Why a request is not answered: a status and a sentence. */
export interface Refusal {
  status: number
  reason: string
}

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Refuses what does not come from a page of this server: another host name (DNS rebinding), a page of another site,
 * a method that reads nothing.
 */
export function refusalOf(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  port: number
): Refusal | undefined {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, reason: '只能读取' }
  if (!isOwnHost(headers.host, port)) return { status: 403, reason: '主机名不对：请用 127.0.0.1 或 localhost 打开' }
  const { origin } = headers
  if (origin !== undefined && !isOwnOrigin(origin, port)) return { status: 403, reason: '不接受其他网站的请求' }
  const site = headers['sec-fetch-site']
  const navigation = headers['sec-fetch-mode'] === 'navigate'
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !navigation) {
    return { status: 403, reason: '不接受其他网站的请求' }
  }
  return undefined
}

function isOwnHost(host: string | undefined, port: number): boolean {
  if (host === undefined) return false
  const match = /^([^:]+|\[[^\]]*\])(?::(\d+))?$/.exec(host)
  return match !== null && loopbackNames.has(match[1]!.toLowerCase()) && Number(match[2] ?? 80) === port
}

function isOwnOrigin(origin: string, port: number): boolean {
  return origin.startsWith('http://') && isOwnHost(origin.slice('http://'.length), port)
}
