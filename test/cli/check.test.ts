import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeText } from '@tiaoli/workspace'
import { describe, expect, it } from 'vitest'
import { command, drafts, folderWith, tiaoli } from './tiaoli.js'

const initial = `${drafts}/1-initial.md`
const consultation = `${drafts}/2-consultation.md`
const submission = `${drafts}/3-submission.md`
const garden =
  '# 云川市社区花园管理办法\n\n第一条　花园由其它单位养护，单位必须登记。\n\n第二条　本办法自2026年7月1日起施行。\n'

interface Told {
  files: { file: string; findings: { ruleId: string; severity: string }[] }[]
  summary: { errors: number; warnings: number; infos: number; fixable: number }
}
const told = (args: string[], cwd?: string): Told =>
  JSON.parse(tiaoli(['check', ...args, '--json'], cwd ? { cwd } : {}).stdout)

describe('tiaoli check', () => {
  it('finds nothing in the submission draft', () => {
    const run = tiaoli(['check', submission, '--against', consultation, '--max-warnings', '0'])
    expect(run).toEqual({ status: 0, stdout: '1 个文件，没有发现问题。\n', stderr: '' })
  })

  it('shows clause, marker, reason and page of what is wrong in the initial draft, and exits with 1', () => {
    const run = tiaoli(['check', initial])
    expect(run.status).toBe(1)
    expect(run.stdout).toContain(`${initial}:119:16  第八条第一款第七项  提醒 qita\n`)
    expect(run.stdout).toContain(
      `│ ${' '.repeat(30)}^^^^\n  规范用字是“其他”。 可自动更正：“其他”\n  说明：tiaoli check --explain qita\n`
    )
  })

  it('says of how many references nothing is known, but not of those that a finding speaks of', () => {
    const text =
      '# 云川市社区花园管理办法\n\n第一条　花园依照《云川市花坛条例》、《云川市花圃条例》登记，不得违反第九条。\n\n第二条　本办法自2026年7月1日起施行。\n'
    const folder = folderWith({ 'a.md': text })
    const closing = '另有 2 处引用未能核对（所引文件不在文库中 2 处），逐处见 tiaoli report。'
    const run = tiaoli(['check', 'a.md'], { cwd: folder })
    expect([run.status, run.stdout.trimEnd().split('\n').at(-1)]).toEqual([1, closing])
    writeFileSync(join(folder, 'a.md'), text.replace('，不得违反第九条', ''))
    const clean = tiaoli(['check', 'a.md', '--max-warnings', '0'], { cwd: folder })
    expect(clean).toEqual({ status: 0, stdout: `1 个文件，没有发现问题。\n${closing}\n`, stderr: '' })
    expect(JSON.parse(tiaoli(['check', 'a.md', '--json'], { cwd: folder }).stdout)).toEqual({
      files: [{ file: 'a.md', findings: [], unverified: { 'unknown-instrument': 2 } }],
      summary: { files: 1, errors: 0, warnings: 0, infos: 0, fixable: 0, unverified: 2 }
    })
    expect(tiaoli(['check', 'a.md', '--quiet'], { cwd: folder }).stdout).toBe('1 个文件，没有发现问题。\n')
  })

  it('checks all drafts that the configuration names, and takes its rules and words', () => {
    const folder = folderWith({
      'tiaoli.config.json': JSON.stringify({
        drafts: ['*.md'],
        preset: '规章',
        rules: { qita: 'error', 'modal-duty': 'off' },
        dictionary: { prefer: [{ term: '管护', instead: ['养护'] }] }
      }),
      '甲.md': garden,
      '乙.md': garden
    })
    const { files, summary } = told([], folder)
    expect(files.map(({ file }) => file)).toEqual(['乙.md', '甲.md'])
    expect(files[0]!.findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`)).toEqual([
      'qita error',
      'house-terms warning'
    ])
    expect(summary).toMatchObject({ errors: 2, warnings: 2 })
  })

  it('fails on more warnings than are allowed, and else only on errors', () => {
    const folder = folderWith({ 'a.md': garden })
    const run = (...more: string[]) => tiaoli(['check', 'a.md', ...more], { cwd: folder }).status
    expect([run(), run('--max-warnings', '5'), run('--max-warnings', '0')]).toEqual([0, 0, 1])
  })

  it('prints each format for machines', () => {
    const format = (name: string) => tiaoli(['check', initial, '--format', name]).stdout
    expect(JSON.parse(format('sarif')).runs[0].results).toHaveLength(told([initial]).files[0]!.findings.length)
    expect(format('github')).toMatch(/^::notice file=.+,line=47,.*title=modal-duty::第三条第二款：/)
    expect(format('junit')).toMatch(/^<\?xml [\s\S]*<testsuite [\s\S]*<\/testsuites>\n$/)
  })

  it('speaks English', () => {
    const { stdout } = tiaoli(['check', initial, '--lang', 'en'])
    expect(stdout).toContain('  The standard word is “其他”. Fixable: “其他”\n')
    expect(stdout).not.toContain('规范用字')
    expect(tiaoli(['check', initial, '--format', 'github', '--lang', 'en']).stdout).toContain(
      'The standard word is “其他”.'
    )
  })

  it('explains a rule', () => {
    expect(tiaoli(['check', '--explain', 'zuo-chu']).stdout).toMatch(/^# zuo-chu\n/)
    const run = tiaoli(['check', '--explain', 'zuochu'])
    expect(run.status).toBe(2)
    expect(run.stderr).toContain('是不是“zuo-chu”？')
  })

  it('explains rules to programs', () => {
    const rule = JSON.parse(tiaoli(['check', '--explain', 'zuo-chu', '--json']).stdout)
    expect(rule).toMatchObject({ id: 'zuo-chu', summary: { zh: expect.any(String), en: expect.any(String) } })
    const all = JSON.parse(tiaoli(['check', '--explain', 'all', '--json']).stdout) as unknown[]
    expect(all).toContainEqual(rule)
    expect(all).toHaveLength(tiaoli(['check', '--explain', 'all']).stdout.trimEnd().split('\n').length)
  })
})

describe('tiaoli check --fix', () => {
  it('writes what is safe, keeps the rest, and has nothing to do the second time', () => {
    const folder = folderWith({ 'a.md': garden })
    const first = tiaoli(['check', 'a.md', '--fix', '--kind', '规章'], { cwd: folder })
    expect(first.stderr).toBe('已更正 a.md：1 处\n')
    const mended = garden.replace('其它', '其他')
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(mended)
    // A word that a person has to choose is only offered.
    expect(first.stdout).toContain('建议改为：“应当”')
    const second = tiaoli(['check', 'a.md', '--fix', '--kind', '规章'], { cwd: folder })
    expect(second.stderr).toBe('')
    expect(second.stdout).toBe(first.stdout)
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(mended)
    expect(readdirSync(folder)).toEqual(['a.md'])
  })

  it('keeps the encoding of the file', () => {
    const folder = folderWith({ 'a.txt': encodeText(garden, 'gb18030')! })
    expect(tiaoli(['check', 'a.txt', '--fix'], { cwd: folder }).stderr).toContain('已更正')
    expect(readFileSync(join(folder, 'a.txt'))).toEqual(
      Buffer.from(encodeText(garden.replace('其它', '其他'), 'gb18030')!)
    )
  })

  it('leaves the shipped drafts’ other faults to people', () => {
    const folder = folderWith({ 'a.md': readFileSync(initial) })
    const before = told(['a.md'], folder).summary
    tiaoli(['check', 'a.md', '--fix'], { cwd: folder })
    const after = told(['a.md'], folder).summary
    expect(after.fixable).toBe(0)
    expect(after.errors + after.warnings + after.infos).toBe(
      before.errors + before.warnings + before.infos - before.fixable
    )
  })
})

describe('bad input to tiaoli check', () => {
  it.each([
    [['a.md', '--format', 'xml'], '不认识的格式“xml”'],
    [['a.md', '--max-warnings', '三'], '--max-warnings 后面要写一个数'],
    [['a.md', '--kind', '法令'], '不认识的文件种类“法令”'],
    [['没有.md'], '找不到这个文件'],
    [[], '没有写出文件，配置里也没有草案']
  ])('%j', (args, message) => {
    const run = tiaoli(['check', ...args], { cwd: folderWith({ 'a.md': garden }) })
    expect(run.status).toBe(2)
    expect(run.stderr).toContain(message)
    expect(run.stderr).toContain(args.includes('--max-warnings') ? '错误' : '怎么办')
  })

  it('a rule of the configuration that does not exist', () => {
    const folder = folderWith({ 'tiaoli.config.json': '{ "rules": { "qta": "off" } }', 'a.md': garden })
    const run = tiaoli(['check', 'a.md'], { cwd: folder })
    expect(run.status).toBe(2)
    expect(run.stderr).toContain('tiaoli.config.json:1:14：不认识的配置项“qta”')
    expect(run.stderr).toContain('是不是“qita”')
  })
})

describe('tiaoli check --watch', () => {
  it('checks again when the file is saved', async () => {
    const folder = folderWith({ 'a.md': garden })
    const child = spawn(command, ['check', 'a.md', '--watch'], { cwd: folder, env: { ...process.env, NO_COLOR: '1' } })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    try {
      await expect.poll(() => stderr).toContain('正在留意改动')
      await expect.poll(() => stdout).toContain('qita')
      const seen = stdout.length
      writeFileSync(join(folder, 'a.md'), garden.replace('其它', '其他'))
      // The file may be read when it has been emptied and not yet been written.
      await expect.poll(() => stdout.slice(seen)).toMatch(/modal-duty[\s\S]*个文件/)
      expect(stdout.slice(seen)).not.toContain('qita')
    } finally {
      child.kill('SIGINT')
      await once(child, 'exit')
    }
    expect(child.exitCode).toBe(130)
  })
})
