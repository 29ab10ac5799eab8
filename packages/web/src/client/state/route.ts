import { signal } from '@preact/signals'
import { parseAddress } from 'regast'

/** The pages of the reading room, as they are called in addresses. */
export const pageNames = [
  'home',
  'draft',
  'instrument',
  'library',
  'compare',
  'findings',
  'coverage',
  'search',
  'links'
] as const
export type PageName = (typeof pageNames)[number]

/** What the part of an address behind `#` says. */
export interface Route {
  page: PageName
  /** Behind the name of the page, decoded. */
  path: string
  query: URLSearchParams
  /** A clause of the newest draft, where nothing but the address of a clause is written: `#art_12__para_2`. */
  bare?: string
}

/** Reads the part of an address behind `#`; what is no address of a page leads to the first page. */
export function parseRoute(hash: string): Route {
  const written = hash.replace(/^#/, '')
  const [path = '', search = ''] = splitOnce(written, '?')
  const query = new URLSearchParams(search)
  if (path !== '' && !path.startsWith('/') && parseAddress(path) !== undefined)
    return { page: 'home', path: '', query, bare: path }
  const [name = '', rest = ''] = splitOnce(path.replace(/^\//, ''), '/')
  const page = pageNames.find((candidate) => candidate === name) ?? 'home'
  return { page, path: page === 'home' ? '' : decode(rest), query }
}

/** The address of a page. */
export function formatRoute(page: PageName, path = '', query: Record<string, string | undefined> = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(name, value)
  const tail = search.size > 0 ? `?${search}` : ''
  return page === 'home' ? `#/${tail}` : `#/${page}${path === '' ? '' : `/${encode(path)}`}${tail}`
}

/** A path cut into the longest of the given ids and the address behind it. */
export function splitSubject(path: string, ids: readonly string[]): { id: string; address: string } | undefined {
  const id = ids
    .filter((candidate) => path === candidate || path.startsWith(`${candidate}/`))
    .sort((left, right) => right.length - left.length)[0]
  return id === undefined ? undefined : { id, address: path.slice(id.length + 1) }
}

/** A path that names a version of an instrument and a clause of it: `某某条例@2020-01-31/art_3`. */
export function splitInstrument(path: string): { title: string; date: string | undefined; address: string } {
  const cut = path.lastIndexOf('/')
  const tail = path.slice(cut + 1)
  const isAddress = cut > 0 && parseAddress(tail) !== undefined
  const subject = isAddress ? path.slice(0, cut) : path
  const dated = /^(.+)@(\d{4}(?:-\d{2}(?:-\d{2})?)?)$/.exec(subject)
  return { title: dated?.[1] ?? subject, date: dated?.[2], address: isAddress ? tail : '' }
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator)
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)]
}

/** Only what would be read as something else is encoded, so that Chinese addresses can be read. */
function encode(path: string): string {
  return path.replace(/[%?#\s"<>\\^`{|}]/g, (char) => encodeURIComponent(char))
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Where the reader is. */
export const route = signal<Route>(parseRoute(''))

/** Follows the address of the page. */
export function followAddress(): void {
  const read = () => {
    route.value = parseRoute(location.hash)
  }
  addEventListener('hashchange', read)
  read()
}

/** Goes to an address; `replace` leaves no step to come back to. */
export function goTo(href: string, replace = false): void {
  if (replace) {
    history.replaceState(null, '', href)
    route.value = parseRoute(href)
  } else location.hash = href
}
