import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { command, drafts, folderWith, root, tiaoli } from './tiaoli.js'

const submission = `${drafts}/3-submission.md`
const source = readFileSync(join(root, submission), 'utf8')

const rules =
  '---\nstage: 初稿\n---\n\n# 借阅规定\n\n第一条  居民可以借阅图书三册。\n\n<!-- 落实: B-1 -->\n\n第二条  遗失图书的，应当赔偿。\n'

describe('tiaoli export and import', () => {
  test.each(['docx', 'xml'])('a draft that went out as %s and came back is the same file', (extension) => {
    const folder = folderWith({})
    const out = join(folder, `草案.${extension}`)
    const exported = tiaoli(['export', submission, '--out', out])
    expect([exported.status, exported.stderr]).toEqual([0, `已写入 ${out}\n`])
    const imported = tiaoli(['import', out, '--onto', submission])
    expect(imported.status).toBe(0)
    expect(imported.stdout).toBe(source)
  })

  test('changes between two drafts go to Word as tracked changes and come back as a list', () => {
    const folder = folderWith({ 'old.md': rules, 'new.md': rules.replace('三册', '五册') })
    const [old, next, out] = ['old.md', 'new.md', 'x.docx'].map((name) => join(folder, name))
    expect(
      tiaoli(['export', next!, '--tracked', old!, '--author', '李审', '--date', '2024-05-06', '--out', out!]).status
    ).toBe(0)
    const { stdout, status } = tiaoli(['import', out!, '--review'])
    expect(status).toBe(0)
    expect(stdout).toBe(
      `${out}：修订 2 处，批注 0 条。\n\n第一条第一款\n  删除（李审，2024-05-06）：“…第一条　居民可以借阅图书”之后“三册”\n  插入（李审，2024-05-06）：“…第一条　居民可以借阅图书”之后“五册”\n`
    )
    expect(tiaoli(['import', out!, '--onto', old!, '--changes', 'reject']).stdout).toBe(rules)
    const accepted = tiaoli(['import', out!, '--onto', old!])
    expect(accepted.stdout).toBe(rules.replace('三册', '五册'))
    expect(accepted.stderr).toContain('文件中有 2 处修订，已按接受读入')
    const listed = JSON.parse(tiaoli(['import', out!, '--json']).stdout)
    expect(listed.review).toHaveLength(2)
  })

  test("a cover and an office's template are printed, and do not come back as text", () => {
    const folder = folderWith({})
    const [template, plain, red] = ['模板.docx', 'a.docx', 'b.docx'].map((name) => join(folder, name)) as [
      string,
      string,
      string
    ]
    const number = ['--number', '某发〔2026〕5号']
    expect(tiaoli(['export', submission, '--cover', '--author', '起草组', ...number, '--out', plain]).status).toBe(0)
    // Any Word file serves as a template: without {正文} the draft stands behind what it holds.
    expect(tiaoli(['report', submission, '--out', template]).status).toBe(0)
    expect(tiaoli(['export', submission, '--template', template, ...number, '--out', red]).status).toBe(0)
    expect(readFileSync(red).length).toBeGreaterThan(readFileSync(template).length)
    for (const file of [plain, red]) expect(tiaoli(['import', file, '--onto', submission]).stdout).toBe(source)
  })

  test('what is printed as JSON is written as well where that is asked for', () => {
    const folder = folderWith({ 'a.html': '<h1>借阅规定</h1><p>第一条　甲。</p><p>第二条　乙。</p>' })
    const run = tiaoli(['import', 'a.html', '--out', 'a.md', '--json'], { cwd: folder })
    const { written, source } = JSON.parse(run.stdout)
    expect([written, readFileSync(join(folder, 'a.md'), 'utf8')]).toEqual([true, source])
    expect(JSON.parse(tiaoli(['import', 'a.html', '--json'], { cwd: folder }).stdout).written).toBe(false)
  })

  test('what is called doc is read by what it is', () => {
    const page = `<!-- office --><html><meta charset="utf-8"><h1>借阅规定</h1><p>第一条　甲。</p><p>第二条　乙。</p></html>`
    const folder = folderWith({ 'page.doc': page, 'text.doc': '{\\rtf1}', 'a.md': rules })
    const [pageFile, text, draft, out] = ['page.doc', 'text.doc', 'a.md', 'a.docx'].map((name) => join(folder, name))
    expect(tiaoli(['import', pageFile!]).stdout).toBe('# 借阅规定\n\n第一条　甲。\n\n第二条　乙。\n')
    const refused = tiaoli(['import', text!])
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('text.doc：这是 RTF 文档')])
    expect(tiaoli(['export', draft!, '--out', out!]).status).toBe(0)
    const renamed = join(folder, 'b.doc')
    writeFileSync(renamed, readFileSync(out!))
    expect(tiaoli(['import', renamed, '--onto', draft!]).stdout).toBe(rules)
  })

  test.each([
    [['--template', submission], 2, '这不是 Word 文档'],
    [['--template', 'missing.docx'], 2, '找不到'],
    [['--template', submission, '--cover'], 2, '不能同时用']
  ])('export with %j is refused', (args, status, reason) => {
    const out = join(folderWith({}), 'x.docx')
    const result = tiaoli(['export', submission, ...args, '--out', out])
    expect(result.status).toBe(status)
    expect(result.stderr).toContain(reason)
  })

  test('text formats go to the screen, the rest to a file or a pipe', () => {
    expect(JSON.parse(tiaoli(['export', submission, '--to', 'json']).stdout).formatVersion).toBe(1)
    expect(tiaoli(['export', submission, '--to', 'akn']).stdout).toContain('<akomaNtoso')
    expect(tiaoli(['export', submission, '--to', 'html']).stdout).toMatch(/^<!doctype html>/)
    expect(tiaoli(['export', submission, '--to', 'csv']).stdout).toContain('第一条第一款')
    const { stdout } = spawnSync(command, ['export', submission, '--to', 'xlsx'], { cwd: root })
    expect(stdout.subarray(0, 2).toString()).toBe('PK')
  })

  test.each([
    ['report', [submission]],
    ['diff', [`${drafts}/2-consultation.md`, submission]],
    ['cover', [submission, '--brief', 'seeds/organization-work-regulations.md']]
  ])('tiaoli %s writes Word files, too', (name, args) => {
    const out = join(folderWith({}), 'x.docx')
    expect(tiaoli([name, ...args, '--out', out]).status).toBe(0)
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK')
  })
})

describe('what cannot be exported or imported is told in Chinese, with exit code 2', () => {
  const files = {
    'a.docx': '# 规定\n',
    'b.docx': Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    'c.xml': '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>',
    'd.rtf': 'x',
    'e.docx': '',
    'f.md': rules
  }

  test.each([
    [['import', 'a.docx'], '不是 Word 文档'],
    [['import', 'b.docx'], '旧版 Word'],
    [['import', 'c.xml'], 'DOCTYPE'],
    [['import', 'd.rtf'], '不知道怎样读“.rtf”'],
    [['import', 'e.docx'], '空的'],
    [['import', 'g.docx'], '找不到这个文件'],
    [['import', 'a.docx', '--changes', 'maybe'], '--changes “maybe”'],
    [['export', 'f.md'], '没有写明导出成什么格式'],
    [['export', 'f.md', '--to', 'wps'], '不认识的格式“wps”'],
    [['export', 'f.md', '--to', 'html', '--tracked', 'f.md'], '只有 docx 能带修订'],
    [['export', 'f.md', '--to', 'docx', '--tracked', 'f.md', '--date', '昨天'], '不是日期'],
    [['export', 'f.md', '--to', 'docx', '--out', 'f.md'], '不能写到所读的文件本身'],
    [['export', 'f.md', '--out', 'x.wps'], '不认识的格式“wps”']
  ])('%s', (args, words) => {
    const cwd = folderWith({})
    for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content)
    const { status, stdout, stderr } = tiaoli(args, { cwd })
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
    expect(readFileSync(join(cwd, 'f.md'), 'utf8')).toBe(rules)
  })
})
