import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drafts, folderWith, tiaoli } from './tiaoli.js'

const old =
  '# 某市茶摊办法\n\n第一条　茶摊由街道登记。\n\n第二条　登记满三年的，重新登记。\n\n第三条　违反第二条规定的，责令改正。\n'
const decision =
  '# 关于修改《某市茶摊办法》的决定\n\n一、增加一条，作为第二条：“茶摊应当公示价格。”\n\n二、将第二条改为第三条，其中的“三年”修改为“五年”。\n\n此外，对条文顺序作相应调整。\n\n本决定自2027年1月1日起施行。\n'

describe('tiaoli amend', () => {
  it('reads a decision into operations', () => {
    const folder = folderWith({ '决定.md': decision })
    const run = tiaoli(['amend', 'read', '决定.md'], { cwd: folder })
    expect(run.status).toBe(0)
    expect(run.stdout).toContain('《某市茶摊办法》：4项修改')
    const { amendments, effective } = JSON.parse(tiaoli(['amend', 'read', '决定.md', '--json'], { cwd: folder }).stdout)
    expect(effective).toBe('2027年1月1日')
    expect(amendments[0].operations[2].operation).toEqual({
      type: 'replace-phrase',
      at: [{ article: { value: 2 } }],
      from: '三年',
      to: '五年'
    })
  })

  it('applies a decision and writes the new text', () => {
    const folder = folderWith({ 'old.md': old, '决定.md': decision })
    const run = tiaoli(['amend', 'apply', 'old.md', '决定.md', '-o', 'new.md'], { cwd: folder })
    expect(run.status).toBe(0)
    expect(readFileSync(join(folder, 'new.md'), 'utf8')).toBe(
      '# 某市茶摊办法\n\n第一条　茶摊由街道登记。\n\n第二条　茶摊应当公示价格。\n\n第三条　登记满五年的，重新登记。\n\n第四条　违反第三条规定的，责令改正。\n'
    )
  })

  it('writes nothing where the old text is not as the decision assumes, and says why', () => {
    const folder = folderWith({ 'old.md': old.replace('三年', '二年'), '决定.md': decision })
    const run = tiaoli(['amend', 'apply', 'old.md', '决定.md'], { cwd: folder })
    expect(run.status).toBe(1)
    expect(run.stdout).toBe('')
    expect(run.stderr).toContain('决定.md:5:1: 第二条中没有“三年”')
  })

  it('hands sentences that it does not understand to a person', () => {
    const folder = folderWith({ 'old.md': old, '决定.md': `${decision}\n三、第一条从宽掌握。\n` })
    const run = tiaoli(['amend', 'apply', 'old.md', '决定.md'], { cwd: folder })
    expect(run.status).toBe(1)
    expect(run.stdout).toContain('第三条　登记满五年的')
    expect(run.stderr).toContain('没有读懂：“第一条从宽掌握”')
  })

  it('drafts a decision that brings about the next draft', () => {
    const folder = folderWith({})
    const [from, to] = [`${drafts}/2-consultation.md`, `${drafts}/3-submission.md`]
    const out = join(folder, '决定.md')
    expect(tiaoli(['amend', 'draft', from, to, '--effective', '2027年1月1日', '-o', out]).status).toBe(0)
    const applied = join(folder, 'new.md')
    expect(tiaoli(['amend', 'apply', from, out, '-o', applied]).status).toBe(0)
    const { counts } = JSON.parse(tiaoli(['diff', applied, to, '--json']).stdout)
    expect(counts.unchanged).toBe(60)
    expect(counts.modified + counts.added + counts.deleted).toBe(0)
  })

  it('prints as JSON what it made and what it left, and writes the text where that is asked for', () => {
    const next = old.replace('三年', '五年')
    const folder = folderWith({ 'old.md': old, 'next.md': next, '决定.md': `${decision}\n三、第一条从宽掌握。\n` })
    const run = (args: string[]) => tiaoli(['amend', ...args, '--json'], { cwd: folder })
    const applied = run(['apply', 'old.md', '决定.md', '--out', 'new.md'])
    expect(applied).toMatchObject({ status: 1, stderr: '已写入 new.md\n' })
    const { messages, ...facts } = JSON.parse(applied.stdout)
    const text = readFileSync(join(folder, 'new.md'), 'utf8')
    expect(facts).toEqual({ file: 'old.md', decision: '决定.md', title: '某市茶摊办法', written: true, text })
    expect(messages).toEqual([expect.objectContaining({ reason: expect.stringContaining('第一条从宽掌握') })])
    const drafted = run(['draft', 'old.md', 'next.md'])
    expect(drafted).toMatchObject({ status: 0, stderr: '' })
    const { text: words, ...rest } = JSON.parse(drafted.stdout)
    expect(words).toContain('“五年”')
    expect(rest).toEqual({ old: 'old.md', new: 'next.md', written: false, exact: true, exceptions: [] })
  })

  it('prints no text as JSON where the old text is not as the decision assumes', () => {
    const folder = folderWith({ 'old.md': old.replace('三年', '二年'), '决定.md': decision })
    const run = tiaoli(['amend', 'apply', 'old.md', '决定.md', '--out', 'new.md', '--json'], { cwd: folder })
    expect(run).toMatchObject({ status: 1, stderr: '' })
    const result = JSON.parse(run.stdout)
    expect(result).toMatchObject({ written: false, messages: [{ reason: expect.stringContaining('没有“三年”') }] })
    expect(result.text).toBeUndefined()
  })

  it('never writes over its input', () => {
    const folder = folderWith({ 'old.md': old, '决定.md': decision })
    const run = tiaoli(['amend', 'apply', 'old.md', '决定.md', '-o', 'old.md'], { cwd: folder })
    expect(run.status).toBe(2)
    expect(readFileSync(join(folder, 'old.md'), 'utf8')).toBe(old)
  })

  it.each([
    ['apply', ['amend', 'apply', 'old.md', '决定.md']],
    ['draft', ['amend', 'draft', 'old.md', 'next.md']]
  ])('%s takes the place of no text that somebody works on, unless told to', (_, args) => {
    const next = old.replace('三年', '五年')
    const folder = folderWith({ 'old.md': old, 'next.md': next, '决定.md': decision, 'out.md': '# 我改过的稿子\n' })
    const refused = tiaoli([...args, '--out', 'out.md'], { cwd: folder })
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('out.md：已经有这个文件，内容不同') })
    expect(readFileSync(join(folder, 'out.md'), 'utf8')).toBe('# 我改过的稿子\n')
    expect(tiaoli([...args, '--out', 'out.md', '--force'], { cwd: folder }).status).toBe(0)
    expect(readFileSync(join(folder, 'out.md'), 'utf8')).toBe(tiaoli(args, { cwd: folder }).stdout)
    expect(tiaoli([...args, '--out', 'out.md'], { cwd: folder }).status).toBe(0)
  })

  it('says where it cannot write', () => {
    const folder = folderWith({ 'old.md': old, '决定.md': decision })
    mkdirSync(join(folder, '夹'))
    for (const out of ['夹', 'old.md/new.md']) {
      const run = tiaoli(['amend', 'apply', 'old.md', '决定.md', '--out', out], { cwd: folder })
      expect(run).toMatchObject({ status: 2, stderr: expect.stringMatching(/^错误：.+\n {2}怎么办：/) })
    }
  })
})
