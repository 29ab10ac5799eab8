import type { Root } from 'regast'
import { clauseText, parseNumeral } from 'regast'

/** What a draft says about itself, as far as linking and labels need it. */
export interface DraftFacts {
  title?: string
  /** ISO day of the draft. */
  date?: string
  stage?: string
}

/** Facts from the front matter, the name of the file, the title and the note under it, in this order of trust. */
export function factsOf(tree: Root, uri: string): DraftFacts {
  const stated = statedFacts(tree)
  const name = fileName(uri)
  const dated = /^(.*?)[（(](\d{4}-\d{2}-\d{2})[）)]$/.exec(name)
  const title = stated.title ?? titleOf(tree) ?? dated?.[1] ?? name
  const date = stated.date ?? dated?.[2] ?? noteDate(tree)
  return { ...stated, title, ...(date !== undefined && { date }) }
}

/** Whether only the name of its file says what a draft is called. */
export function isNamedByFile(tree: Root): boolean {
  return statedFacts(tree).title === undefined && titleOf(tree) === undefined
}

/** The title in the text, without blanks. */
export function titleOf(tree: Root): string | undefined {
  const node = tree.children.find((child) => child.type === 'title')
  const text = node && clauseText(node, '').text.replace(/\s+/g, '')
  return text === '' ? undefined : text
}

/** The name of the file behind a URI, without its ending. */
export function fileName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

function statedFacts(tree: Root): DraftFacts {
  const node = tree.children.find((child) => child.type === 'frontMatter')
  const facts: DraftFacts = {}
  if (node === undefined) return facts
  for (const line of node.value.split(/\r\n|\n|\r/)) {
    const match = /^(title|date|stage):[ \t]+(?:"([^"]*)"|'([^']*)'|([^#]+))/.exec(line)
    const value = (match?.[2] ?? match?.[3] ?? match?.[4])?.trim()
    if (match === null || !value) continue
    const key = match[1] as keyof DraftFacts
    if (key !== 'date' || /^\d{4}-\d{2}-\d{2}$/.test(value)) facts[key] = value
  }
  return facts
}

/** The last day that the note under the title states, days from which it applies aside. */
function noteDate(tree: Root): string | undefined {
  let last: string | undefined
  for (const child of tree.children) {
    if (child.type !== 'note') continue
    for (const match of clauseText(child, '').text.matchAll(
      /([\d〇○零一二三四五六七八九]{4})\s*年\s*([\d一二三四五六七八九十]{1,3})\s*月\s*([\d一二三四五六七八九十]{1,3})\s*日(?!\s*(?:起|施行|实施|生效))/g
    )) {
      const [year, month, day] = match.slice(1).map((numeral) => parseNumeral(numeral))
      if (year === undefined || !month || !day || month > 12 || day > 31) continue
      const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      if (last === undefined || iso > last) last = iso
    }
  }
  return last
}
