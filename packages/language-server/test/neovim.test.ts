import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { hasProgram } from './programs.js'

interface Answers {
  diagnostics: { code: string; line: number; severity: number }[]
  hover: string
  definition: { targetUri: string; targetSelectionRange: { start: { line: number } } }[]
  register: { targetUri: string }[]
  symbols: number
  renamed: [places: number, oldDefinitions: number]
  fixed: boolean
}

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

test.skipIf(!hasProgram('nvim'))('Neovim shows the shipped initial draft with its faults, and renames a term', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-neovim-'))
  try {
    cpSync(path('../../../corpus/drafts/organization-work-regulations/1-initial.md'), join(folder, '初稿.md'))
    const source = readFileSync(join(folder, '初稿.md'), 'utf8')
    const out = join(folder, 'answers.json')
    const env = {
      ...process.env,
      NODE: process.execPath,
      TIAOLI: path('../../cli/bin/tiaoli.js'),
      DRAFT: join(folder, '初稿.md'),
      OUT: out
    }
    const run = spawnSync(
      'nvim',
      ['--headless', '--clean', '-u', 'NONE', '-c', `luafile ${path('neovim.lua')}`, '-c', 'qall!'],
      {
        env,
        encoding: 'utf8',
        timeout: 110_000
      }
    )
    expect(run.stderr).not.toContain('Error')
    const answers = JSON.parse(readFileSync(out, 'utf8')) as Answers
    const lineOf = (words: string): number => source.split('\n').findIndex((line) => line.includes(words)) + 1
    const found = answers.diagnostics.map(({ code, line }) => `${line} ${code}`)
    expect(found).toContain(`${lineOf('其它组织工作')} qita`)
    expect(found).toContain(`${lineOf('《中国共产党党组工作条例（试行）》')} stale-external-ref`)
    expect(found).toContain(`${lineOf('本条例第×条')} ref-placeholder`)
    expect(found).toContain(`${lineOf('第六十二条所列情形')} dangling-ref`)
    expect(answers.hover).toContain('**第十条**')
    expect(answers.hover).toContain('组织部门在党中央或者同级党委领导下，履行下列职责：')
    expect(answers.definition[0]!.targetSelectionRange.start.line + 1).toBe(lineOf('第十条　'))
    expect(answers.register[0]!.targetUri).toMatch(/registers\/party-constitution\.yaml$/)
    expect(answers.symbols).toBeGreaterThan(8)
    // The full name that the term stands for keeps its last words.
    const times = source.split('责任清单').length - 1
    expect(answers.renamed).toEqual([times - 1, 0])
    expect(answers.fixed).toBe(true)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
