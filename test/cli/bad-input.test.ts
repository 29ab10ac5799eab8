import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { encodeText } from '@tiaoli/workspace'
import { describe, expect, it } from 'vitest'
import { troubled } from './disks.js'
import { command, folderWith, tiaoli } from './tiaoli.js'

const draft =
  '# 某市社区花园管理办法\n\n第一条　为了规范社区花园，根据党章第十条制定本办法。\n\n第二条　依照第一条办理。\n'

describe.each(['report', 'refs', 'parse'])('tiaoli %s', (name) => {
  it.each([
    ['没有.md', '找不到这个文件', undefined],
    ['空.md', '文件是空的', ''],
    ['图片.md', '二进制文件', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ['文档.docx', 'Word 文档', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0])],
    ['坏.md', '文字编码无法识别', Uint8Array.from([0xe7, 0xac, 0xac, 0xff, 0xfe, 0xfd, 0xe7])]
  ])('answers %s with: %s', (file, message, content) => {
    const folder = folderWith(content === undefined ? {} : { [file]: content })
    const args = name === 'report' ? [name, file, '--out', 'out.html'] : [name, file]
    const run = tiaoli(args, { cwd: folder })
    expect(run.status).toBe(2)
    expect(run.stdout).toBe('')
    expect(run.stderr).toMatch(new RegExp(`^错误：${file}.*：.*${message}.*\n {2}怎么办：.+\n$`))
    expect(readdirSync(folder)).toEqual(content === undefined ? [] : [file])
  })

  it('reads GB18030', () => {
    const folder = folderWith({ '国标.txt': encodeText(draft, 'gb18030')!, 'utf8.txt': draft })
    const [chinese, unicode] = ['国标.txt', 'utf8.txt'].map((file) => tiaoli([name, file, '--json'], { cwd: folder }))
    expect(chinese!.status).toBe(0)
    expect(chinese!.stdout.replaceAll('国标.txt', 'utf8.txt')).toBe(unicode!.stdout)
  })
})

describe('what can only be read after something else was done', () => {
  it('says which command makes a draft of a Word file', () => {
    const folder = folderWith({ '我的 稿.docx': Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]) })
    expect(tiaoli(['report', '我的 稿.docx'], { cwd: folder }).stderr).toContain(
      '请先读成草案：tiaoli import "我的 稿.docx" --out "我的 稿.md"'
    )
  })

  it('reads a Word file that is called otherwise, and names a file for the draft that may be written', () => {
    const folder = folderWith({ '稿.md': '# 某市花园办法\n\n第一条　花园由社区管理。\n' })
    expect(tiaoli(['export', '稿.md', '--out', '稿.docx'], { cwd: folder }).status).toBe(0)
    renameSync(join(folder, '稿.docx'), join(folder, '花园.md'))
    const { stderr } = tiaoli(['report', '花园.md'], { cwd: folder })
    const [, line] = /请先读成草案：tiaoli (.+)/.exec(stderr)!
    expect(tiaoli(line!.split(' '), { cwd: folder }).status).toBe(0)
    expect(readFileSync(join(folder, '花园-草案.md'), 'utf8')).toContain('第一条　花园由社区管理。')
  })

  it('says what may be meant where a name with a blank was not put in quotation marks', () => {
    const { stderr, status } = tiaoli(['renumber', '我的', '稿.md'])
    expect(status).toBe(2)
    expect(stderr).toContain('参数太多：最多写 1 个，现在写了 2 个。\n  怎么办：文件名里有空格时，要用引号括起来；')
  })

  it('does not say that the numbers of what has none are in order', () => {
    const folder = folderWith({ '便条.txt': '各位同事：请带上材料。\n' })
    expect(tiaoli(['renumber', '便条.txt'], { cwd: folder }).stderr).toBe(
      '便条.txt：没有读到“第一条”这样的条文，没有编号可改。\n'
    )
  })

  it('does not say that nothing is wrong with what is no regulation, or was not read', () => {
    const folder = folderWith({ '便条.txt': '各位同事：请带上材料。\n', '空.md': '' })
    for (const name of ['report', 'refs', 'check'])
      expect(tiaoli([name, '便条.txt'], { cwd: folder }).stderr).toContain('没有读到“第一条”这样的条文')
    expect(tiaoli(['check', '空.md'], { cwd: folder })).toMatchObject({ status: 2, stdout: '' })
  })

  it('does not put an import in the place of a draft with another text', () => {
    const page = '<html><body><h1>某市花园办法</h1><p>第一条　花园由社区管理。</p></body></html>'
    const folder = folderWith({ '稿.html': page, '稿.md': '# 我改过的稿子\n' })
    const refused = tiaoli(['import', '稿.html', '--out', '稿.md'], { cwd: folder })
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('稿.md：已经有这个文件，内容不同') })
    expect(readFileSync(join(folder, '稿.md'), 'utf8')).toBe('# 我改过的稿子\n')
    expect(tiaoli(['import', '稿.html', '--out', '稿.md', '--force'], { cwd: folder }).status).toBe(0)
    expect(readFileSync(join(folder, '稿.md'), 'utf8')).toContain('第一条　花园由社区管理。')
    expect(tiaoli(['import', '稿.html', '--out', '稿.md'], { cwd: folder }).status).toBe(0)
  })
})

describe('a path through a file, or a name that is too long', () => {
  const long = `${'长'.repeat(300)}.md`
  it.each([
    ['report', 'a.md/b.md'],
    ['report', long],
    ['report', 'a.md/b.md', 'a.md'],
    ['check', 'a.md/b.md'],
    ['build', 'a.md/b.md', '--out', '阅览室'],
    ['library', 'list', '--folder', 'a.md/b'],
    ['library', 'add', 'a.md/b.md'],
    ['search', '花园', '--library', 'a.md/b'],
    ['amend', 'draft', 'a.md', 'b.md', '--out', 'a.md/c.md'],
    ['export', 'a.md', '--out', `${long}.docx`]
  ])('is bad input: %s %s', (...args) => {
    const run = tiaoli(args, { cwd: folderWith({ 'a.md': draft, 'b.md': draft.replace('依照', '按照') }) })
    expect(run).toMatchObject({ status: 2, stderr: expect.stringMatching(/^错误：/) })
  })

  it('is no file of a workspace, and the advice speaks of no configuration where there is none', () => {
    const run = tiaoli(['build', '没有.md', '--out', '阅览室'], { cwd: folderWith({}) })
    expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining('“没有.md”没有对应的文件或文件夹') })
    expect(run.stderr).not.toContain('配置文件')
  })
})

describe('what cannot be written', () => {
  it('to a full disk is told in a sentence, and is no finding', ({ skip }) => {
    if (!existsSync('/dev/full')) {
      if (process.env.CI === 'true') throw new Error('/dev/full is absent, which CI must have')
      skip('this system has no /dev/full')
    }
    const folder = folderWith({ 'a.md': draft })
    const run = spawnSync('sh', ['-c', `"${command}" refs a.md > /dev/full`], { cwd: folder, encoding: 'utf8' })
    expect(run).toMatchObject({ status: 2, stderr: '错误：结果写不出去：磁盘已满。\n' })
  })
})

describe('a folder that nothing may be written to', () => {
  const run = (args: string[]) => {
    const folder = folderWith({ 'a.md': `${draft}\n第九条　甲。\n` })
    return tiaoli(args, { cwd: folder, env: { ...troubled(folder, 'read-only'), TIAOLI_CACHE: 'off' } })
  }

  it('is what is said, with advice that fits a command without --out', () => {
    const { status, stderr } = run(['renumber', 'a.md', '--write'])
    expect(status).toBe(2)
    expect(stderr).toContain('这个位置是只读的。\n  怎么办：原有内容没有改动。请查看这个文件夹能不能写入')
    expect(stderr).not.toContain('--out')
  })

  it('is no place for a reading room', () => {
    expect(run(['build', 'a.md', '--out', '阅览室'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('没有写入这里的权限')
    })
  })
})

describe('a configuration', () => {
  it('with a slip stops the work and says where and how to put it right', () => {
    const folder = folderWith({
      'tiaoli.config.json': '{\n  "instrument": ["文库"]\n}\n',
      'a.md': draft,
      'b.md': draft
    })
    const run = tiaoli(['refs', 'a.md', 'b.md'], { cwd: folder })
    expect(run.status).toBe(2)
    expect(run.stderr).toContain(`${join(folder, 'tiaoli.config.json')}:2:3：不认识的配置项“instrument”`)
    expect(run.stderr).toContain('是不是“instruments”')
    expect(run.stderr.match(/错误/g)).toHaveLength(1)
  })
})

describe('usage', () => {
  it.each([
    [['reprot', 'a.md'], '是不是想用 report'],
    [['library', 'lst'], '是不是想用 list？运行 tiaoli library --help'],
    [['amend', 'aply'], '是不是想用 apply？运行 tiaoli amend --help'],
    [['amend', 'apply', 'a.md'], '运行 tiaoli amend apply --help'],
    [['library', 'add', '--jsn', 'a.md'], '是不是想用 --json？运行 tiaoli library add --help'],
    [['parse'], '缺少参数：要处理的文件'],
    [['report'], '没有可以核对的草案'],
    [['report', 'a.md', '--formt', 'md'], '没有“--formt”这个选项'],
    [['report', 'a.md', '--format', 'pdf'], '可以写：md、html、docx'],
    [['report', 'a.md', '--out', './a.md'], '--out 不能写到所读的文件本身'],
    [['report', 'a.md', '--out', 'a.odt'], '看不出扩展名“.odt”'],
    [['report', 'a.md', '--out'], '后面要写一个值'],
    [['refs', 'a.md', '--lang', 'fr'], '不认识的语言']
  ])('%j', (args, message) => {
    const folder = folderWith({ 'a.md': draft })
    const run = tiaoli(args, { cwd: folder })
    expect(run.status).toBe(2)
    expect(run.stderr).toContain(message)
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(draft)
  })
})
