import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { tiaoli } from './tiaoli.js'

/** What bash offers for a line that ends where the cursor is. */
function offered(...line: string[]): string[] {
  const script = tiaoli(['completion', 'bash']).stdout
  const words = line.map((word) => JSON.stringify(word)).join(' ')
  const { stdout, status, stderr } = spawnSync(
    'bash',
    [
      '--norc',
      '-c',
      `${script}\nCOMP_WORDS=(${words}); COMP_CWORD=${line.length - 1}; _tiaoli; printf '%s\\n' "\${COMPREPLY[@]}"`
    ],
    { encoding: 'utf8' }
  )
  expect([status, stderr]).toEqual([0, ''])
  return stdout.split('\n').filter((word) => word !== '')
}

describe('tiaoli completion', () => {
  it('offers commands, those below a command, options and the values of options', () => {
    expect(offered('tiaoli', 're')).toEqual(
      ['report', 'refs', 'renumber', 'rename-term'].filter((name) => name.startsWith('re'))
    )
    expect(offered('tiaoli', 'amend', '')).toEqual(expect.arrayContaining(['read', 'apply', 'draft']))
    expect(offered('tiaoli', 'export', '草案.md', '--t')).toEqual(expect.arrayContaining(['--to', '--tracked']))
    expect(offered('tiaoli', 'export', '草案.md', '--to', 'd')).toEqual(['docx'])
    expect(offered('tiaoli', 'report', '草案')).toEqual([])
  })

  it.each(['zsh', 'fish'])('has a script for %s too', (shell) => {
    const run = tiaoli(['completion', shell])
    expect(run.status).toBe(0)
    expect(run.stdout).toContain('renumber')
  })

  it('refuses other shells', () => {
    expect(tiaoli(['completion', 'cmd'])).toMatchObject({ status: 2 })
  })
})
