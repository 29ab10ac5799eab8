import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

interface Answers {
  mode: string
  hooked: boolean
  diagnostics: string[]
  definition: number[]
  references: number
  renamed: [before: number, after: number]
}

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/** Whether there is an Emacs with what the guide asks for; on the build machine its absence is an error. */
function hasEmacs(): boolean {
  const needed = "(progn (package-initialize) (require 'eglot) (require 'markdown-mode))"
  if (spawnSync('emacs', ['--batch', '--eval', needed], { stdio: 'ignore' }).status === 0) return true
  const reason = 'there is no Emacs with eglot and markdown-mode'
  if (process.env.CI === 'true') throw new Error(`${reason} on the build machine`)
  console.info(`skipped: ${reason}`)
  return false
}

test.skipIf(!hasEmacs())(
  'Emacs, set as its guide says, shows the shipped initial draft with its faults',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'tiaoli-emacs-'))
    try {
      const draft = join(folder, '初稿.md')
      cpSync(path('../../../corpus/drafts/organization-work-regulations/1-initial.md'), draft)
      const source = readFileSync(draft, 'utf8')
      const [, config] = /```elisp\n([\s\S]*?)```/.exec(readFileSync(path('../../../docs/editors/emacs.md'), 'utf8'))!
      // The brief that the guide names.
      cpSync(path('../../../seeds/organization-work-regulations.md'), join(folder, '任务书.md'))
      writeFileSync(join(folder, 'config.el'), config!)
      const programs = join(folder, 'programs')
      mkdirSync(programs)
      writeFileSync(
        join(programs, 'tiaoli'),
        `#!/bin/sh\nexec '${process.execPath}' '${path('../../cli/bin/tiaoli.js')}' "$@"\n`
      )
      chmodSync(join(programs, 'tiaoli'), 0o755)
      const out = join(folder, 'answers.json')
      const run = spawnSync('emacs', ['--batch', '-l', path('emacs.el')], {
        cwd: folder,
        env: {
          ...process.env,
          HOME: folder,
          LANG: 'C.UTF-8',
          PATH: `${programs}:${process.env.PATH}`,
          CONFIG: join(folder, 'config.el'),
          DRAFT: draft,
          OUT: out
        },
        encoding: 'utf8',
        timeout: 170_000
      })
      expect(run.status, run.stderr).toBe(0)
      const answers = JSON.parse(readFileSync(out, 'utf8')) as Answers
      const lineOf = (words: string): number => source.split('\n').findIndex((line) => line.includes(words)) + 1
      expect(answers).toMatchObject({ mode: 'markdown-mode', hooked: true })
      const found = (words: string, code: string): boolean =>
        answers.diagnostics.some((text) => text.startsWith(`${lineOf(words)} `) && text.includes(`[${code}]`))
      expect(found('《中国共产党党组工作条例（试行）》', 'stale-external-ref')).toBe(true)
      expect(found('第六十二条所列情形', 'dangling-ref')).toBe(true)
      expect(answers.definition).toEqual([lineOf('第十条　')])
      expect(answers.references).toBeGreaterThan(1)
      const times = source.split('责任清单').length - 1
      // The full name that the term stands for keeps its last words.
      expect(answers.renamed).toEqual([times, times - 1])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  180_000
)
