import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importAkn } from '@tiaoli/akn'
import { applyAmendment, readDecision } from '@tiaoli/amend'
import { parseBrief } from '@tiaoli/brief'
import { compareDrafts, findBreaks } from '@tiaoli/diff'
import { importDocx } from '@tiaoli/docx'
import { applyEdits, planRenumbering } from '@tiaoli/edit'
import { readHtml, readPlain } from '@tiaoli/importer'
import { linkDocument } from '@tiaoli/library'
import { applyFixes, createLinter } from '@tiaoli/lint'
import { buildReport, renderHtml } from '@tiaoli/report'
import { regulationSource } from '@tiaoli/test-utils'
import { decodeText, InputError, openWorkspace } from '@tiaoli/workspace'
import fc from 'fast-check'
import { checkLossless, formatRegulation, parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'
import { drafts, root } from '../cli/tiaoli.js'

/** How many files are made; `TIAOLI_RANDOM_FILES=10000` for a long look. */
const files = Number(process.env.TIAOLI_RANDOM_FILES ?? 240)
/** Milliseconds that one file may take on a busy machine, all steps together. */
const patience = 500
const shipped = ['1-initial.md', '2-consultation.md', '3-submission.md'].map((name) =>
  readFileSync(join(root, drafts, name), 'utf8')
)
const workspace = await openWorkspace(join(root, 'nowhere.md'))
const library = await workspace.library()
const linter = createLinter({ preset: '党内法规' })

/** What tends to break readers of regulations, and of text. */
const shards = [
  '第',
  '第一条',
  '第X条　',
  '第三百条之一',
  '（一）',
  '(1)',
  '①',
  '《',
  '》',
  '“',
  '”',
  '〈',
  '```',
  '|',
  '<!--',
  '-->',
  '<table>',
  '[^1]: ',
  '---\n',
  '# ',
  '###### ',
  '> ',
  '    ',
  '\t',
  '\r\n',
  '\r',
  '\u2028',
  '\u200b',
  '\ufeff',
  '\u3000',
  '\u0000',
  '\ud83d',
  '😀',
  '前款',
  '前两款第三项',
  '本条例第一条至第九百条',
  '以下简称',
  '目录',
  '附件',
  '修改为：“',
  '删去第三条',
  '&#x110000;',
  '\\',
  '*'.repeat(40),
  '（'.repeat(40)
]

/** A piece of a shipped draft with shards put in, pieces left out, and lines in another order. */
const mutated = fc
  .record({
    source: fc.constantFrom(...shipped),
    from: fc.nat(12_000),
    length: fc.integer({ min: 0, max: 2500 }),
    changes: fc.array(fc.record({ at: fc.nat(2500), drop: fc.nat(30), shard: fc.constantFrom('', ...shards) }), {
      maxLength: 12
    }),
    turned: fc.boolean()
  })
  .map(({ source, from, length, changes, turned }) => {
    let text = source.slice(from, from + length)
    for (const { at, drop, shard } of changes) text = text.slice(0, at) + shard + text.slice(at + drop)
    return turned ? text.split('\n').reverse().join('\n') : text
  })

const anyText = fc.oneof(
  { weight: 6, arbitrary: mutated },
  { weight: 2, arbitrary: regulationSource() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 600 }) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...shards), { maxLength: 120 }).map((parts) => parts.join('')) }
)

describe(`${files} random files`, { timeout: 60_000 + files * patience }, () => {
  it('are parsed, linked, checked, reported, renumbered and formatted without a failure, and nothing of them is lost', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { tree, messages } = parseRegulation(text)
        expect(checkLossless(tree, text)).toEqual([])
        const links = linkDocument(tree, { library })
        const findings = linter.lint({ tree, source: text, parserMessages: messages, links, library })
        applyFixes(text, findings)
        renderHtml(buildReport({ tree, links, library, title: '随机', file: 'random.md' }))
        applyEdits(text, planRenumbering({ source: text }).edits)
        const formatted = formatRegulation(text).value
        expect(formatRegulation(formatted).value).toBe(formatted)
      }),
      { numRuns: files }
    )
  })

  it('are compared, and read as decisions and briefs, without a failure', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const [old, next] = [parseRegulation(one).tree, parseRegulation(other).tree]
        findBreaks(compareDrafts({ tree: old }, { tree: next }), { old, new: next })
        for (const amendment of readDecision(other).value.amendments) applyAmendment(one, amendment)
        parseBrief(one)
      }),
      { numRuns: files }
    )
  })

  it('are imported, or refused with a reason', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.uint8Array({ maxLength: 2000 }), (text, bytes) => {
        allowRefusal(() => readHtml(text))
        allowRefusal(() => readPlain(text))
        allowRefusal(() => decodeText(bytes))
        for (const { value, messages } of [importAkn(text), importDocx(bytes)]) {
          if (value === undefined) expect(messages.length).toBeGreaterThan(0)
        }
        return Promise.resolve()
      }),
      { numRuns: files }
    )
  })
})

function allowRefusal(work: () => unknown): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
  }
}
