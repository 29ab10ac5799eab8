import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { InputError } from '@tiaoli/workspace'
import { readClientFiles } from '../output/client-files.js'
import { dataScript } from '../output/data-script.js'
import { contentPolicy, indexPage } from '../output/page.js'
import type { Site } from '../prepare/site.js'
import { EventStream } from './event-stream.js'
import { refusalOf } from './guard.js'

/** A running reading room. */
export interface ReadingRoomServer {
  /** Address to open. */
  url: string
  port: number
  /** Shows another state of the drafts; open pages load it by themselves. */
  show(site: Site): void
  close(): Promise<void>
}

/** Where a server listens. */
export interface ServeOptions {
  /** 0 for any free port. */
  port: number
}

const headers = {
  'Content-Security-Policy': `${contentPolicy(true)}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store'
}

const types = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  text: 'text/plain; charset=utf-8'
} as const

/** Serves a site on loopback; rejects with an `InputError` where the port is taken. */
export async function serveSite(first: Site, options: ServeOptions): Promise<ReadingRoomServer> {
  const client = readClientFiles()
  const events = new EventStream()
  let site = first
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent)
        send(response, 500, 'text', `内部出错：${error instanceof Error ? error.message : String(error)}\n`)
      else response.destroy()
    })
  })
  const port = await listen(server, options.port)
  return {
    url: `http://127.0.0.1:${port}/`,
    port,
    show: (next) => {
      site = next
      events.send('changed')
    },
    close: () =>
      new Promise((resolve) => {
        events.close()
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refusalOf(request, port)
    if (refusal !== undefined) {
      if (refusal.status === 405) response.setHeader('Allow', 'GET, HEAD')
      return send(response, refusal.status, 'text', `${refusal.reason}\n`)
    }
    // Names are looked up in a table and never become paths, so nothing outside the site can be asked for.
    const name = (request.url ?? '/').split('?')[0]!
    if (name === '/' || name === '/index.html') return send(response, 200, 'html', indexPage(site.index.name, true))
    if (name === '/app.js') return send(response, 200, 'js', client.script)
    if (name === '/app.css') return send(response, 200, 'css', client.style)
    if (name === '/events' && request.method === 'GET') return events.open(response, headers)
    const key = /^\/data\/([a-z]+(?:-\d+)*)\.js$/.exec(name)?.[1]
    const data = key === undefined ? undefined : await site.data(key)
    if (key === undefined || data === undefined) return send(response, 404, 'text', '没有这个页面\n')
    send(response, 200, 'js', dataScript(key, data))
  }
}

function send(response: ServerResponse, status: number, type: keyof typeof types, body: string): void {
  const bytes = Buffer.from(body)
  response.writeHead(status, { ...headers, 'Content-Type': types[type], 'Content-Length': bytes.length })
  // For HEAD, Node leaves the body out by itself.
  response.end(bytes)
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        new InputError('usage', {
          cause: error,
          reason:
            error.code === 'EADDRINUSE'
              ? { zh: `端口 ${port} 已被占用。`, en: `port ${port} is in use.` }
              : {
                  zh: `不能在端口 ${port} 上提供服务（${error.message}）。`,
                  en: `cannot serve on port ${port} (${error.message}).`
                },
          cure: {
            zh: '请换一个端口，例如 --port 8090；不写 --port 时自动选择。',
            en: 'choose another --port, or none.'
          }
        })
      )
    })
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
