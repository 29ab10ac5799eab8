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

  it.each([
    [['help', 'nosuch'], '没有“nosuch”这个命令', '运行 tiaoli --help'],
    [['nosuch', '--help'], '没有“nosuch”这个命令', '运行 tiaoli --help'],
    [['library', 'shwo', '某法'], '没有“shwo”这个命令', '运行 tiaoli library --help'],
    [['report', '--out'], '选项“--out <文件>”后面要写一个值', '运行 tiaoli report --help'],
    [['amend', 'read'], '缺少参数：决定', '运行 tiaoli amend read --help']
  ])('answers %j with what is wrong, not with a help page', (args, reason, cure) => {
    const run = tiaoli(args)
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toContain(reason)
    expect(run.stderr).toContain(cure)
  })

  it('explains a command of a group, in Chinese throughout', () => {
    const { stdout } = tiaoli(['help', 'library', 'show'])
    expect(stdout).toContain('用法： tiaoli library show <名称>')
    for (const name of ['cover', 'init', 'import', 'amend', 'diff', 'search'])
      expect(tiaoli(['help', name]).stdout).not.toMatch(/<(?:file|date|old|new|words|decision|revision)\b|default:/)
  })

  it('has an example of every command', () => {
    const list = /命令：\n([\s\S]*?)\n\n/.exec(tiaoli(['--help']).stdout)![1]!
    const names = [...list.matchAll(/^ {2}([\w-]+)/gm)].map(([, name]) => name!).filter((name) => name !== 'help')
    expect(names.length).toBeGreaterThan(15)
    for (const name of names)
      expect([name, tiaoli(['help', name]).stdout]).toEqual([name, expect.stringMatching(/例子：|查询的写法：/)])
  })
})
