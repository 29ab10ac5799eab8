import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse } from 'scslre'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { root } from '../cli/tiaoli.js'
import { reviewedPatterns } from './reviewed-patterns.js'

interface Pattern {
  file: string
  line: number
  source: string
  flags: string
}

const files = execFileSync('git', ['ls-files', 'packages/*/src/*.ts', 'packages/*/src/*.tsx'], {
  cwd: root,
  encoding: 'utf8'
})
  .trim()
  .split('\n')
const patterns = files.flatMap(patternsIn)

describe('regular expressions', () => {
  it('are all found', () => {
    expect(files.length).toBeGreaterThan(300)
    expect(patterns.length).toBeGreaterThan(500)
  })

  it('are none of them worse than linear, save those whose input is known to be short', () => {
    const slow = patterns.filter(({ source, flags }) => isSlow(source, flags))
    const unknown = slow.filter((pattern) => reviewedPatterns[keyOf(pattern)] === undefined)
    expect(unknown.map(({ file, line, source }) => `${file}:${line} ${source}`)).toEqual([])
    const keys = new Set(slow.map(keyOf))
    expect(Object.keys(reviewedPatterns).filter((key) => !keys.has(key))).toEqual([])
  })

  it('are told apart by this test', () => {
    expect(isSlow('(?:a+)+b', '')).toBe(true)
    expect(isSlow('^a*b?a*c$', '')).toBe(true)
    expect(isSlow('^第[一二三]+条', '')).toBe(false)
  })
})

/** Whether a text exists on which a single attempt to match takes more than linear time. */
function isSlow(source: string, flags: string): boolean {
  return (
    analyse({ source, flags }, { reportTypes: { Move: false, Self: true, Trade: true }, assumeRejectingSuffix: false })
      .reports.length > 0
  )
}

function keyOf({ file, source }: Pattern): string {
  return `${file} ${source}`
}

/** The patterns that stand in a file as literals, and those that `new RegExp` is given whole as a string or template. */
function patternsIn(file: string): Pattern[] {
  const text = readFileSync(join(root, file), 'utf8')
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
  const found: Pattern[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart())
      found.push({ file, line: line + 1, source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}
