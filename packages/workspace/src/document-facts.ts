import { basename } from 'node:path'
import type { Root } from 'regast'
import { clauseText, parseNumeral } from 'regast'

/** What a file says about the regulation in it, beside its clauses. */
export interface DocumentFacts {
  /** Title without 《》. */
  title?: string
  /** ISO day on which this text was adopted or last amended, or of the draft. */
  date?: string
  /** 初稿, 征求意见稿, 送审稿… */
  stage?: string
  version?: string
  kind?: string
  shortNames?: string[]
}

/** Facts from the front matter, the name of the file, the title and the note under it, in this order of trust. */
export async function documentFacts(tree: Root, file: string): Promise<DocumentFacts> {
  const stated = await frontMatter(tree)
  const name = basename(file).replace(/\.[^.]*$/, '')
  const dated = /^(.*?)[（(](\d{4}-\d{2}-\d{2})[）)]$/.exec(name)
  const title = stated.title ?? titleOf(tree) ?? dated?.[1] ?? name
  const date = stated.date ?? dated?.[2] ?? noteDate(tree)
  return { ...stated, title, ...(date !== undefined && { date }) }
}

function titleOf(tree: Root): string | undefined {
  const node = tree.children.find((child) => child.type === 'title')
  const text = node && clauseText(node, '').text.replace(/\s+/g, '')
  return text === '' ? undefined : text
}

/** The last day that the note under the title states, days from which it applies aside. */
function noteDate(tree: Root): string | undefined {
  let last: string | undefined
  for (const child of tree.children) {
    if (child.type !== 'note') continue
    const text = clauseText(child, '').text
    for (const match of text.matchAll(
      /([\d〇○零一二三四五六七八九]{4})\s*年\s*([\d一二三四五六七八九十]{1,3})\s*月\s*([\d一二三四五六七八九十]{1,3})\s*日(?!\s*(?:起|施行|实施|生效))/g
    )) {
      const day = isoDay(match[1]!, match[2]!, match[3]!)
      if (day !== undefined && (last === undefined || day > last)) last = day
    }
  }
  return last
}

function isoDay(year: string, month: string, day: string): string | undefined {
  const [years, months, days] = [year, month, day].map(parseNumeral)
  if (years === undefined || !months || !days || months > 12 || days > 31) return undefined
  return `${years}-${String(months).padStart(2, '0')}-${String(days).padStart(2, '0')}`
}

async function frontMatter(tree: Root): Promise<DocumentFacts> {
  const node = tree.children.find((child) => child.type === 'frontMatter')
  if (node === undefined) return {}
  const fields = plainFields(node.value) ?? (await yamlFields(node.value))
  const facts: DocumentFacts = {}
  for (const key of ['title', 'date', 'stage', 'version', 'kind'] as const) {
    const value = fields[key]
    if (typeof value === 'string' || typeof value === 'number') facts[key] = String(value)
  }
  if (Array.isArray(fields.shortNames)) facts.shortNames = fields.shortNames.map(String)
  if (facts.date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(facts.date)) delete facts.date
  return facts
}

/** Front matter of `key: plain words` lines only, which needs no YAML reader; `undefined` for anything richer. */
function plainFields(value: string): Record<string, unknown> | undefined {
  const fields: Record<string, unknown> = {}
  for (const line of value.replace(/^---$/gm, '').split(/\r?\n/)) {
    if (line.trim() === '') continue
    const match = /^([A-Za-z]+):[ \t]+(?:"([^"\\]*)"[ \t]*|([^\s[{&*!|>'"%@`#,?:-][^#:]*))$/.exec(line)
    if (match === null) return undefined
    fields[match[1]!] = (match[2] ?? match[3]!).trim()
  }
  return fields
}

async function yamlFields(value: string): Promise<Record<string, unknown>> {
  const { parseDocument } = await import('yaml')
  const parsed: unknown = parseDocument(value).toJS()
  return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {}
}
