import { expect, test } from 'vitest'
import { refusalOf } from '../../src/serve/guard.js'

const port = 8123
const own = { host: `127.0.0.1:${port}` }

test.each([
  ['its own page', { method: 'GET', headers: { ...own, 'sec-fetch-site': 'same-origin' } }],
  ['an address that was typed', { method: 'GET', headers: { ...own, 'sec-fetch-site': 'none' } }],
  ['localhost', { method: 'HEAD', headers: { host: `LOCALHOST:${port}` } }],
  ['IPv6', { method: 'GET', headers: { host: `[::1]:${port}` } }],
  [
    'a link on another page',
    { method: 'GET', headers: { ...own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } }
  ],
  ['a program without such headers', { method: 'GET', headers: { ...own, origin: `http://127.0.0.1:${port}` } }]
])('answers %s', (_, request) => {
  expect(refusalOf(request, port)).toBeUndefined()
})

test.each([
  ['another host name (DNS rebinding)', 403, { method: 'GET', headers: { host: `evil.example:${port}` } }],
  [
    'a host that only begins like loopback',
    403,
    { method: 'GET', headers: { host: `127.0.0.1.evil.example:${port}` } }
  ],
  ['another port', 403, { method: 'GET', headers: { host: '127.0.0.1:80' } }],
  ['no port where the port is not 80', 403, { method: 'GET', headers: { host: '127.0.0.1' } }],
  ['no host at all', 403, { method: 'GET', headers: {} }],
  [
    'a script tag on another site',
    403,
    { method: 'GET', headers: { ...own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' } }
  ],
  ['another port of the same machine', 403, { method: 'GET', headers: { ...own, 'sec-fetch-site': 'same-site' } }],
  ['a foreign origin', 403, { method: 'GET', headers: { ...own, origin: 'https://evil.example' } }],
  ['an opaque origin', 403, { method: 'GET', headers: { ...own, origin: 'null' } }],
  ['POST', 405, { method: 'POST', headers: own }],
  ['OPTIONS', 405, { method: 'OPTIONS', headers: own }],
  ['an invented method', 405, { method: 'BREW', headers: own }]
])('refuses %s', (_, status, request) => {
  expect(refusalOf(request, port)?.status).toBe(status)
})
