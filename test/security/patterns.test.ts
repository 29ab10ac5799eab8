import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse } from 'scslre'
import ts from 'typescript'
import { describe, expect, it, vi } from 'vitest'
import { drafts, root } from '../cli/tiaoli.js'
import { reviewedPatterns, reviewedTemplates } from './reviewed-patterns.js'

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

  it('that are put together at run time are none of them worse than linear', async () => {
    const made = new Map<string, RegExp>()
    class Recording extends RegExp {
      constructor(pattern: string | RegExp, flags?: string) {
        super(pattern, flags)
        made.set(`${this.source} ${this.flags}`, this)
      }
    }
    vi.stubGlobal('RegExp', Recording)
    await useEverything()
    vi.unstubAllGlobals()
    expect(made.size).toBeGreaterThan(15)
    const slow = [...made.values()].filter(({ source, flags }) => isSlow(source, flags)).map(({ source }) => source)
    expect(slow.filter((source) => !reviewedTemplates.some(({ begins }) => source.startsWith(begins)))).toEqual([])
  })

  it('are told apart by this test', () => {
    expect(isSlow('(?:a+)+b', '')).toBe(true)
    expect(isSlow('^a*b?a*c$', '')).toBe(true)
    expect(isSlow('^第[一二三]+条', '')).toBe(false)
  })
})

/** Loads every package that reads text, and has each do its work once: many patterns are made when they are first needed. */
async function useEverything(): Promise<void> {
  const { parseRegulation } = await import('remark-regast')
  const { createLibrary, linkDocument } = await import('@tiaoli/library')
  const { createLinter } = await import('@tiaoli/lint')
  const { compareDrafts, findBreaks } = await import('@tiaoli/diff')
  const { planRenumbering } = await import('@tiaoli/edit')
  const { applyAmendment, draftDecision, readDecision } = await import('@tiaoli/amend')
  const { createLunrIndex, createSearcher, clauseDocuments } = await import('@tiaoli/search')
  await import('@tiaoli/brief')
  await import('@tiaoli/importer')
  const [source, next] = ['1-initial.md', '3-submission.md'].map((name) =>
    readFileSync(join(root, drafts, name), 'utf8')
  )
  const [old, tree] = [parseRegulation(source!).tree, parseRegulation(next!).tree]
  const library = createLibrary([])
  const links = linkDocument(tree, { library })
  createLinter({ preset: '规章' }).lint({ tree, source: next!, parserMessages: [], links, library })
  findBreaks(compareDrafts({ tree: old }, { tree }), { old, new: tree })
  planRenumbering({ source: source!.replace('第三条', '第X条') })
  const drafted = draftDecision(source!, next!).value
  for (const amendment of readDecision(drafted).value.amendments) applyAmendment(source!, amendment)
  const index = createLunrIndex()
  await index.add([{ text: { id: 'a', title: '某省花坛条例' }, clauses: clauseDocuments(tree, 'a') }])
  await createSearcher(index).search('花坛条例第三条 date:2020..2024 维护')
}

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

/** The patterns that stand in a file as literals. */
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
