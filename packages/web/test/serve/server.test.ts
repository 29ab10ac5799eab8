import { request } from 'node:http'
import { connect } from 'node:net'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { prepareSite } from '../../src/prepare/site.js'
import type { ReadingRoomServer } from '../../src/serve/server.js'
import { serveSite } from '../../src/serve/server.js'
import { buildClient } from '../client-build.js'
import { folderOf, garden, sourcesIn } from '../workshop.js'

beforeAll(buildClient)

async function served(): Promise<ReadingRoomServer> {
  const server = await serveSite(await prepareSite(await sourcesIn(folderOf(garden))), { port: 0 })
  onTestFinished(() => server.close())
  return server
}

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** A request as it is written, since `fetch` tidies paths and hosts up. */
function ask(
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {}
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, ...options }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => {
        body += piece
      })
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

describe('the server', () => {
  test('gives page, program, style and data, with a strict policy on each', async () => {
    const { port } = await served()
    const types = {
      '/': 'text/html; charset=utf-8',
      '/index.html': 'text/html; charset=utf-8',
      '/app.js': 'text/javascript; charset=utf-8',
      '/app.css': 'text/css; charset=utf-8',
      '/data/site.js': 'text/javascript; charset=utf-8',
      '/data/draft-0.js?v=3': 'text/javascript; charset=utf-8'
    }
    for (const [path, type] of Object.entries(types)) {
      const { status, headers } = await ask(port, path)
      expect([path, status, headers['content-type']]).toEqual([path, 200, type])
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    }
  })
  test('has nothing but the site, whatever a path looks like', async () => {
    const { port } = await served()
    const paths = [
      '/../package.json',
      '/data/../../brief.md',
      '/data/..%2f..%2fbrief.md',
      '/drafts/1.md',
      '/data/site',
      '/data/__proto__.js',
      '/data/constructor.js',
      '//etc/passwd',
      '/data/draft-99.js',
      '/%00',
      '/data/draft-0.js/'
    ]
    for (const path of paths) expect([path, (await ask(port, path)).status]).toEqual([path, 404])
  })
  test('refuses other hosts, other sites and methods that read nothing', async () => {
    const { port } = await served()
    const foreign = await ask(port, '/data/site.js', { headers: { host: 'evil.example' } })
    expect(foreign.status).toBe(403)
    expect(foreign.body).not.toContain('tiaoliData')
    const embedded = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }
    expect((await ask(port, '/data/site.js', { headers: embedded })).status).toBe(403)
    const posted = await ask(port, '/', { method: 'POST' })
    expect([posted.status, posted.headers.allow]).toEqual([405, 'GET, HEAD'])
  })
  test('HEAD has the headers and no body', async () => {
    const { port } = await served()
    const { status, body, headers } = await ask(port, '/app.css', { method: 'HEAD' })
    expect([status, body]).toEqual([200, ''])
    expect(Number(headers['content-length'])).toBeGreaterThan(1000)
  })
  test('survives what is no HTTP', async () => {
    const { port } = await served()
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.end('\u0000\u0001 nonsense\r\n\r\n'))
      socket.on('close', () => resolve())
      socket.on('error', () => resolve())
      socket.resume()
    })
    expect((await ask(port, '/')).status).toBe(200)
  })
  test('listens on loopback alone and says so when a port is taken', async () => {
    const { port, url } = await served()
    expect(url).toBe(`http://127.0.0.1:${port}/`)
    const site = await prepareSite(await sourcesIn(folderOf(garden)))
    await expect(serveSite(site, { port })).rejects.toMatchObject({
      code: 'usage',
      reason: { zh: `端口 ${port} 已被占用。` }
    })
  })
})
