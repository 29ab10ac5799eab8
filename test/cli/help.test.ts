import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root, tiaoli } from './tiaoli.js'

describe('tiaoli', () => {
  it('says in Chinese what it can do', () => {
    const run = tiaoli(['--help'])
    expect(run).toMatchObject({ status: 0, stderr: '' })
    expect(run.stdout).toContain('report [文件...]')
    expect(run.stdout).not.toMatch(/Usage|Options|display help|\boptions\b|\[query/)
  })

  it('speaks English with --lang en, before or after the command', () => {
    expect(tiaoli(['--lang', 'en', '--help']).stdout).toContain('check every reference of drafts')
    expect(tiaoli(['refs', 'nothing.md', '--lang=en']).stderr).toContain('there is no such file')
    expect(tiaoli(['--help'], { env: { TIAOLI_LANG: 'en' } }).stdout).toContain('Usage:')
  })

  it('tells its version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8')) as { version: string }
    expect(tiaoli(['--version']).stdout).toBe(`${version}\n`)
  })

  it.each(['report', 'refs', 'parse'])('explains %s', (name) => {
    const run = tiaoli(['help', name])
    expect(run.status).toBe(0)
    expect(run.stdout).toContain(`用法： tiaoli ${name}`)
  })

  it('has an example of every command', () => {
    const list = /命令：\n([\s\S]*?)\n\n/.exec(tiaoli(['--help']).stdout)![1]!
    const names = [...list.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name!).filter((name) => name !== 'help')
    expect(names.length).toBeGreaterThan(15)
    for (const name of names)
      expect([name, tiaoli(['help', name]).stdout]).toEqual([name, expect.stringMatching(/例子：|查询的写法：/)])
  })
})
