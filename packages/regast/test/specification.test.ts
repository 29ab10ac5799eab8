import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { RegastNode } from 'regast'
import { compileRegulation, parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8')
const page = read('../../../docs/regast.md')
const types = read('../src/nodes.ts')
const messages = read('../../remark-regast/src/messages.ts')

/** Rows of the table under a heading, as cells. */
function table(heading: string): string[][] {
  const section = page.split(`\n## ${heading}\n`)[1]!.split('\n## ')[0]!
  const rows = section.split('\n').filter((line) => line.startsWith('|'))
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
  )
}
const codes = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]!)

/** Node types of the sources with their own fields; `children` comes from Parent, `value` from Literal. */
function declared(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [, base, body] of types.matchAll(
    /export interface \w+ extends (Literal|Parent|Node) \{\n([\s\S]*?)\n\}/g
  )) {
    const type = /^ {2}type: (.+)$/m.exec(body!)![1]!
    const fields = [...body!.matchAll(/^ {2}(\w+\??):/gm)].map((match) => match[1]!).filter((field) => field !== 'type')
    if (base === 'Parent' && !fields.includes('children')) fields.push('children')
    const names = type === 'StructureUnit' ? ['book', 'part', 'chapter', 'section'] : [type.replace(/'/g, '')]
    for (const name of names) found.set(name, fields.sort())
  }
  return found
}

describe('docs/regast.md', () => {
  it('lists every node type with its fields', () => {
    const documented = new Map<string, string[]>()
    for (const [names, , fields] of table('Nodes'))
      for (const name of codes(names!)) documented.set(name, codes(fields!).sort())
    expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(declared()))
  })

  it('lists every rule of the parser', () => {
    const rules = [...messages.matchAll(/^ {2}\| '([a-z-]+)'$/gm)].map((match) => match[1]!)
    expect(table('Messages').map(([rule]) => codes(rule!)[0])).toHaveLength(rules.length)
    expect(new Set(table('Messages').map(([rule]) => codes(rule!)[0]))).toEqual(new Set(rules))
  })

  it('shows the tree that its example yields, in canonical form', () => {
    const example = page.split('```markdown\n')[1]!.split('```')[0]!
    const shown = JSON.parse(page.split('```json\n')[1]!.split('```')[0]!)
    const { tree, messages: reported } = parseRegulation(example)
    expect(reported).toEqual([])
    expect(JSON.parse(JSON.stringify(tree, (key, value) => (key === 'position' ? undefined : value)))).toEqual(shown)
    expect(compileRegulation(tree)).toBe(example)
  })

  it('names children that trees have: the content model holds for every fixture', () => {
    const model = contentModel()
    const folder = '../../remark-regast/test/fixtures'
    for (const name of [
      'canonical',
      'amendment',
      'books-and-parts',
      'comments',
      'contents',
      'decision-headings',
      'inline',
      'markdown-lists',
      'tables-and-attachments',
      'signature',
      'other-blocks',
      'preamble',
      'footnotes'
    ]) {
      check(parseRegulation(read(`${folder}/${name}/input.md`)).tree, model, name)
    }
  })
})

/** What each node may hold, read from the content model of the page. */
function contentModel(): Map<string, Set<string>> {
  const block = page.split('## Content model\n')[1]!.split('```')[1]!
  const rules = new Map<string, string[]>()
  let name = ''
  for (const line of block.split('\n')) {
    const rule = /^(\w+)\s+→(.*)$/.exec(line)
    if (rule) name = rule[1]!
    const words = (rule ? rule[2]! : line).match(/[a-zA-Z]+/g) ?? []
    if (name !== '') rules.set(name, [...(rules.get(name) ?? []), ...words])
  }
  const expand = (word: string): string[] =>
    ['body', 'phrasing'].includes(word)
      ? rules.get(word)!.flatMap(expand)
      : word === 'structure'
        ? ['book', 'part', 'chapter', 'section']
        : [word]
  const model = new Map<string, Set<string>>()
  for (const [rule, words] of rules) {
    if (rule === 'body' || rule === 'phrasing') continue
    const names = rule === 'structure' ? ['book', 'part', 'chapter', 'section'] : [rule]
    for (const each of names) model.set(each, new Set(words.flatMap(expand)))
  }
  return model
}

function check(node: RegastNode, model: Map<string, Set<string>>, name: string): void {
  if (!('children' in node)) return
  const allowed = model.get(node.type) ?? model.get('body') ?? new Set(['text', 'break', 'inline', 'comment'])
  for (const child of node.children as RegastNode[]) {
    expect([...allowed], `${name}: ${child.type} in ${node.type}`).toContain(child.type)
    check(child, model, name)
  }
}
