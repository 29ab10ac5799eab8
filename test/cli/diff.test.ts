import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drafts, folderWith, tiaoli } from './tiaoli.js'

const [first, second, third] = ['1-initial', '2-consultation', '3-submission'].map((name) => `${drafts}/${name}.md`)
const old =
  '# 某市雨水花园办法\n\n第一条　为了建设雨水花园，制定本办法。\n\n第二条　花园由街道维护。\n\n第三条　违反第二条规定的，责令改正。\n'
const next =
  '# 某市雨水花园办法\n\n第一条　为了建设雨水花园，制定本办法。\n\n第二条　花园应当公示维护单位和经费。\n\n第三条　花园由街道维护。\n\n第四条　违反第二条规定的，责令改正。\n'

describe('tiaoli diff', () => {
  it('prints the JSON that scripts rely on', () => {
    const { status, stdout } = tiaoli(['diff', first!, second!, '--json'])
    expect(status).toBe(0)
    const { articles, counts, breaks, old: before } = JSON.parse(stdout)
    expect(before).toMatchObject({ file: first, stage: '初稿' })
    expect(articles[0]).toMatchObject({ kind: 'unchanged', old: ['art_1'], new: ['art_1'], similarity: 1 })
    expect(articles.find(({ kind }: { kind: string }) => kind === 'split')).toMatchObject({
      old: ['art_26'],
      new: ['art_26', 'art_27']
    })
    const total = Object.values(counts as Record<string, number>).reduce((sum, count) => sum + count, 0)
    expect(total).toBe(articles.length)
    expect(breaks[0]).toMatchObject({ ruleId: 'relative-ref-shifted', severity: 'warning', in: 'art_6__para_3' })
  })

  it('shows no table of nothing where only changes are asked for', () => {
    const folder = folderWith({ 'a.md': old, 'b.md': old })
    const run = tiaoli(['diff', 'a.md', 'b.md', '--changed'], { cwd: folder })
    expect(run).toMatchObject({ status: 0, stdout: '# 《某市雨水花园办法》新旧条文对照表\n\n旧稿 → 新稿：未变3条。\n' })
  })

  it('writes the table of two drafts as Markdown, the summary first', () => {
    const { stdout } = tiaoli(['diff', first!, second!])
    const lines = stdout.split('\n').filter(Boolean)
    expect(lines[0]).toBe('# 《中国共产党组织工作条例（研究稿）》新旧条文对照表')
    expect(lines[1]).toMatch(/^初稿 → 征求意见稿：新增\d+条，删去\d+条，修改\d+条/)
    expect(stdout).toContain('| 初稿 | 征求意见稿 | 修改情况 |')
  })

  it('puts three drafts side by side in a page', () => {
    const folder = folderWith({})
    const out = join(folder, '对照表.html')
    expect(tiaoli(['diff', first!, second!, third!, '--out', out]).status).toBe(0)
    const page = readFileSync(out, 'utf8')
    for (const name of ['初稿', '征求意见稿', '送审稿']) expect(page).toContain(`<th scope="col">${name}</th>`)
    expect(page).not.toContain('<script')
  })

  it('writes CSV by the extension of --out', () => {
    const folder = folderWith({ 'a.md': old, 'b.md': next })
    expect(tiaoli(['diff', 'a.md', 'b.md', '--out', 'c.csv'], { cwd: folder }).status).toBe(0)
    expect(readFileSync(join(folder, 'c.csv'), 'utf8')).toMatch(/^\uFEFF类别,旧稿条号/)
  })

  it('exits with 1 where a change broke a reference and that is asked for', () => {
    const folder = folderWith({ 'a.md': old, 'b.md': next, 'c.md': next.replace('违反第二条', '违反第三条') })
    const run = tiaoli(['diff', 'a.md', 'b.md', '--check', '--format', 'terminal'], { cwd: folder })
    expect(run.status).toBe(1)
    expect(run.stdout).toContain('建议写作“第三条”')
    expect(tiaoli(['diff', 'a.md', 'c.md', '--check'], { cwd: folder }).status).toBe(0)
  })

  it('compares with a committed version', () => {
    const folder = folderWith({ '办法.md': old })
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd: folder, encoding: 'utf8' })
    git('init', '-q')
    git('add', '.')
    expect(git('commit', '-qm', 'x').status).toBe(0)
    writeFileSync(join(folder, '办法.md'), next)
    const run = tiaoli(['diff', '--git', 'HEAD', '办法.md', '--format', 'terminal'], { cwd: folder })
    expect(run.stderr).toBe('')
    expect(run.stdout.split('\n')[0]).toBe('某市雨水花园办法：新增1条，仅条号变动2条，未变1条')
    const wrong = tiaoli(['diff', '--git', '没有', '办法.md'], { cwd: folder })
    expect(wrong.status).toBe(2)
    expect(wrong.stderr).toContain('版本 没有 中取不出这个文件')
  })

  it.each([
    [['diff', 'a.md'], '比较需要两个或者三个文件，现在写了1个'],
    [['diff', 'a.md', 'b.md', '--format', 'xlsx'], '不认识的格式“xlsx”'],
    [['diff', 'a.md', 'b.md', '--out', 'a.md'], '--out 不能写到所读的文件本身'],
    [['diff', 'a.md', '没有.md'], '找不到这个文件']
  ])('refuses %j', (args, message) => {
    const folder = folderWith({ 'a.md': old, 'b.md': next })
    const run = tiaoli(args, { cwd: folder })
    expect(run.status).toBe(2)
    expect(run.stderr).toContain(message)
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(old)
  })
})
