import type { ClauseMentions, LocusStep, Mention } from '../src/index.js'
import { createNameTable, scanClause, toReference } from '../src/index.js'

const short: Record<string, string> = {
  attachment: 'att',
  book: 'book',
  chapter: 'chp',
  section: 'sec',
  article: 'art',
  paragraph: 'para'
}

/** One step as the cases write it: art3, art10-1, this.para, previous2.para, every.point, 总则, open.art. */
function step({ unit, number, relative, heading, placeholder, decimal }: LocusStep): string {
  const name = short[unit] ?? unit
  if (decimal !== undefined) return `${name}${decimal}`
  if (heading !== undefined) return heading
  if (placeholder) return `open.${name}`
  if (relative !== undefined) return `${relative.by}${relative.count ?? ''}.${name}`
  if (number === undefined) return name
  return `${name}${number.value}${number.insert === undefined ? '' : `-${number.insert}`}`
}

/** What a mention means, as the cases write it: `本条例 art3/para2…para4 + art8`. */
export function meaning(mention: Mention): string {
  const { host, targets } = toReference(mention)
  const name =
    host.type === 'none' ? '' : 'title' in host ? `《${host.title}》` : 'name' in host ? host.name : `~${host.noun}`
  const places = targets.map(({ steps, upTo }) => {
    const from = steps.map(step).join('/')
    if (upTo === undefined) return from
    const same = steps.findIndex((one, index) => step(one) !== step(upTo[index]!))
    return `${from}…${upTo.slice(same).map(step).join('/')}`
  })
  const form = mention.form === 'loci' || mention.form === 'whole' ? '' : `<${mention.form}>`
  return [form, name, places.join(' + ')].filter((part) => part !== '').join(' ')
}

/** The text with «» around each mention. */
export function marked(text: string, { mentions }: ClauseMentions): string {
  let out = ''
  let at = 0
  for (const { start, end } of mentions) {
    out += `${text.slice(at, start)}«${text.slice(start, end)}»`
    at = end
  }
  return out + text.slice(at)
}

export const names = createNameTable({
  instruments: ['党章', '宪法', '刑法', '民法典', '公务员法', '条例', '园林法', '草案'],
  terms: ['园林单位'],
  knows: (title) => title === '中华人民共和国园林法' || title === '花木价格法'
})

/** Scans a text written with «» marks; returns the text as marked by the scan, and the meanings. */
export function scanMarked(text: string): { marked: string; meanings: string[] } {
  const plain = text.replace(/[«»]/g, '')
  const found = scanClause(plain, names)
  return { marked: marked(plain, found), meanings: found.mentions.map(meaning) }
}
