import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { formatOutline } from 'regast'
import { describe, expect, it } from 'vitest'
import { checkLossless, compileRegulation, formatRegulation, parseRegulation } from '../src/index.js'
import { parseMarkdown } from '../src/markdown.js'
import { parseSource } from '../src/parse.js'
import { sketch } from './sketch.js'

// Each folder is a small regulation with one irregularity and its tree. UPDATE=1 writes the trees anew: read the difference.
const folder = fileURLToPath(new URL('fixtures/', import.meta.url))
const cases = readdirSync(folder)

describe.each(cases)('%s', (name) => {
  const source = readFileSync(`${folder}${name}/input.md`, 'utf8')
  const { tree, messages } = parseRegulation(source)

  it('gives the tree and the messages', () => {
    const found = {
      messages: messages.map(({ ruleId, place, reason, expected }) => ({ ruleId, place, reason, expected })),
      tree
    }
    const path = `${folder}${name}/tree.json`
    if (process.env.UPDATE) writeFileSync(path, `${compact(found)}\n`)
    const wanted = JSON.parse(readFileSync(path, 'utf8'))
    // The sketch first: where a clause went elsewhere, it says so in a line.
    expect(sketch(tree)).toBe(sketch(wanted.tree))
    expect(JSON.parse(JSON.stringify(found))).toEqual(wanted)
  })

  it('is lossless', () => {
    expect(checkLossless(tree, source)).toEqual([])
  })

  it('gives the same tree when every block goes through remark', () => {
    expect(parseSource(source, parseMarkdown, false).tree).toEqual(tree)
  })

  it('keeps its structure in canonical form, which is final', () => {
    const canonical = compileRegulation(tree)
    const again = parseRegulation(canonical).tree
    expect(formatOutline(again)).toBe(
      formatOutline(tree).replace('第 二 条', '第二条').replace('第三 条', '第三条').replace('第十－条', '第十一条')
    )
    expect(compileRegulation(again)).toBe(canonical)
    const formatted = formatRegulation(source).value
    expect(formatRegulation(formatted).value).toBe(formatted)
  })
})

/** JSON with every position on a line of its own. */
function compact(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/\{\s+"start": \{[^}]*\},\s+"end": \{[^}]*\}\s+\}/g, (position) =>
    position.replace(/\s+/g, ' ')
  )
}
