import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { folderWith, tiaoli } from './tiaoli.js'

const garden =
  '# 临江市社区花园管理办法\n\n2023年5月1日 临江市人民政府公布\n\n第一条　为了规范社区花园，制定本办法。\n\n第二条　养护人应当每季度公开账目。\n\n第三条　禁止遛犬不清理粪便。\n'
const leave = '# 远山省职工年休假条例\n\n第一条　职工连续工作满一年的，用人单位应当安排带薪年休假。\n'
const small = { '花园.md': garden, '年假.txt': leave }

/** A cache of its own for each test. */
function cache(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-cache-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function search(args: string[], cwd: string, TIAOLI_CACHE: string, env: Record<string, string> = {}) {
  return tiaoli(['search', ...args], { cwd, env: { TIAOLI_CACHE, ...env } })
}

describe('tiaoli search', () => {
  it('finds clauses of a plain folder and leaves it as it is', () => {
    const cwd = folderWith(small)
    const run = search(['养护人', '账目', '--library', '.'], cwd, cache())
    expect(run.status, run.stderr).toBe(0)
    expect(run.stdout).toMatch(
      /^1\. 《临江市社区花园管理办法》第二条（2023-05-01）\n {3}养护人应当每季度公开账目。\n {3}花园\.md:7\n/
    )
    expect(readdirSync(cwd).sort()).toEqual(Object.keys(small).sort())
  })

  it('prints one line of JSON a query', () => {
    const cwd = folderWith({ ...small, 'q.list': '\uFEFF社区花园管理办法第二条\r\n\r\n老板不给年假\r\n没有的事"\r\n' })
    const run = search(['--queries', 'q.list', '--library', '.', '--json', '--limit', '2'], cwd, cache())
    expect(run.status, run.stderr).toBe(0)
    const answers = run.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers.map(({ query }) => query)).toEqual(['社区花园管理办法第二条', '老板不给年假', '没有的事"'])
    expect(answers[0].hits[0]).toMatchObject({
      instrument: '临江市社区花园管理办法',
      version: '2023-05-01',
      address: 'art_2',
      number: '第二条',
      score: expect.any(Number),
      snippet: '养护人应当每季度公开账目。',
      file: '花园.md',
      line: 7
    })
    expect(answers[1].hits[0]).toMatchObject({ instrument: '远山省职工年休假条例', version: null, address: 'art_1' })
    for (const { hits } of answers) expect(hits.length).toBeLessThanOrEqual(2)
  })

  it('reads again only what has changed', () => {
    const cwd = folderWith(small)
    const kept = cache()
    const old = new Date(Date.now() - 60_000)
    for (const file of Object.keys(small)) utimesSync(join(cwd, file), old, old)
    const first = (words: string) => search([words, '--library', '.', '--json'], cwd, kept).stdout
    expect(first('石榴')).toContain('"hits":[]')
    writeFileSync(join(cwd, '花园.md'), garden.replace('遛犬不清理粪便', '采摘石榴'))
    expect(JSON.parse(first('石榴')).hits[0]).toMatchObject({ address: 'art_3', snippet: '禁止采摘石榴。' })
    rmSync(join(cwd, '花园.md'))
    expect(first('石榴')).toContain('"hits":[]')
    expect(JSON.parse(first('年休假')).hits).toHaveLength(1)
  })

  it('searches the drafts and texts of a workspace', () => {
    const cwd = folderWith({
      ...small,
      'tiaoli.config.json': '{ "drafts": ["花园.md"], "instruments": ["年假.txt"], "shippedRegisters": false }'
    })
    const run = search(['年休假', '--json'], cwd, cache())
    expect(run.status, run.stderr).toBe(0)
    expect(JSON.parse(run.stdout).hits).toMatchObject([{ file: '年假.txt' }])
  })

  it('does without a cache, and makes a damaged one anew', () => {
    const cwd = folderWith(small)
    expect(search(['账目', '--library', '.'], cwd, 'off').stdout).toContain('第二条')
    const kept = cache()
    search(['账目', '--library', '.'], cwd, kept)
    const [name] = readdirSync(kept)
    const file = join(kept, name!, 'clauses.db')
    expect(existsSync(file)).toBe(true)
    writeFileSync(file, '坏了'.repeat(5000))
    expect(search(['账目', '--library', '.'], cwd, kept).stdout).toContain('第二条')
  })

  it('takes synonyms of one’s own and says which lines it cannot use', () => {
    const cwd = folderWith({ ...small, '同义词.list': '毛孩子 => 犬 遛犬\n孤单\n' })
    const run = search(['毛孩子', '--library', '.', '--synonyms', '同义词.list'], cwd, cache())
    expect(run.stdout).toContain('第三条')
    expect(run.stderr).toBe('同义词.list:2：只有一个词，没有同义的词。\n')
  })

  it('reports a text that cannot be read and searches the others', () => {
    const cwd = folderWith({ ...small, '空.md': '' })
    const run = search(['账目', '--library', '.'], cwd, cache())
    expect(run.status).toBe(0)
    expect(run.stdout).toContain('第二条')
    expect(run.stderr).toContain('空.md：文件是空的')
  })

  it.each([['AND "( NOT *'], ['"""'], ["'; DROP TABLE texts; --"], ['😀'], ['押金 '.repeat(2500)], ['--', '-x --y']])(
    'answers %s',
    (...args) => {
      const cwd = folderWith(small)
      const run = search(['--library', '.', '--json', ...args], cwd, cache())
      expect(run.status, run.stderr).toBe(0)
      expect(JSON.parse(run.stdout).hits).toEqual([])
    }
  )

  it.each([
    [['账目'], '没有说在哪里查找'],
    [['--library', '.'], '没有写要找什么'],
    [['账目', '--library', '没有'], '没有：找不到这个文件夹'],
    [['账目', '--library', '花园.md'], '这不是文件夹'],
    [['账目', '--library', '空夹'], '没有可以查找的法规文本'],
    [['账目', '--library', '.', '--limit', '0'], '--limit 后面要写 1 到 1000 之间的数'],
    [['--queries', '没有.txt', '--library', '.'], '没有.txt：找不到这个文件']
  ])('%j: %s', (args, message) => {
    const cwd = folderWith(small)
    rmSync(join(cwd, '空夹'), { recursive: true, force: true })
    if (args.includes('空夹')) return expectEmptyFolder(cwd, args, message)
    const run = search(args, cwd, cache())
    expect(run.status).toBe(2)
    expect(run.stdout).toBe('')
    expect(run.stderr).toContain(message)
  })
})

function expectEmptyFolder(cwd: string, args: string[], message: string): void {
  const empty = mkdtempSync(join(cwd, '空夹'))
  const run = search(
    args.map((arg) => (arg === '空夹' ? empty : arg)),
    cwd,
    cache()
  )
  expect(run.status).toBe(2)
  expect(run.stderr).toContain(message)
}
