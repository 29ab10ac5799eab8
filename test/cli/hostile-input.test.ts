import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { archive, p, wordFile } from '../../packages/docx/test/word-file.js'
import { lockedPdf, pdfOf } from '../../packages/importer/test/pdf.js'
import { disks, onDisk } from './disks.js'
import { command, folderWith, tiaoli } from './tiaoli.js'

const entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(40).fill(0)]
const utf16 = (name: string) => [...name].flatMap((char) => [char.charCodeAt(0), 0])

/** An archive that says its one part is small, and unpacks to 80 MB. */
function liar(): Uint8Array {
  const bytes = Buffer.from(archive({ 'word/document.xml': new Uint8Array(80_000_000) }))
  for (const [sign, at] of [
    ['PK\u0001\u0002', 24],
    ['PK\u0003\u0004', 22]
  ] as const)
    bytes.writeUInt32LE(900, bytes.indexOf(sign, 0, 'latin1') + at)
  return bytes
}

const whole = wordFile(p('某市花园办法') + p('第一条　花园由社区管理。'))
const good = '# 某市公园办法\n\n（2021年1月1日某市人民政府令第3号公布）\n\n第一条　公园由社区管理。\n'
const hostile: [file: string, content: string | Uint8Array, message: string][] = [
  ['截断.docx', whole.subarray(0, whole.length - 30), '不完整或已损坏'],
  ['加密.docx', new Uint8Array([...compound, ...utf16('EncryptedPackage')]), '打开密码'],
  ['旧版.docx', new Uint8Array([...compound, ...utf16('WordDocument')]), '旧版 Word'],
  ['炸弹.docx', archive({ 'word/document.xml': new Uint8Array(120_000_000) }), '解压后过大'],
  ['谎报.docx', liar(), '损坏'],
  ['实体.docx', archive({ 'word/document.xml': `${entity}<document><body>&e;</body></document>` }), 'DOCTYPE'],
  ['实体.xml', `${entity}<akomaNtoso><act><body><p>&e;</p></body></act></akomaNtoso>`, 'DOCTYPE'],
  ['加密.pdf', lockedPdf([[{ x: 72, y: 700, size: 12, text: '第一条　花园由社区管理，时间由社区公布。' }]]), '有密码'],
  ['截断.pdf', pdfOf([[{ x: 72, y: 700, size: 12, text: '第一条　甲。' }]]).subarray(0, 60), '损坏'],
  ['套娃.html', `${'<div>'.repeat(60_000)}第一条　深。`, '层次深得不正常']
]

describe('hostile files', () => {
  it.each(hostile)('%s is refused by name, and the library stays as it was', (file, content, message) => {
    const folder = folderWith({ [file]: content, '公园.md': good })
    mkdirSync(join(folder, '文库'))
    writeFileSync(join(folder, '文库/旧.md'), '# 旧办法\n\n第一条　旧。\n')
    const run = tiaoli(['import', file, '--out', '稿.md'], { cwd: folder })
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toMatch(new RegExp(`^错误：${file}.*${message}`))
    expect(run.stderr).not.toContain('    at ')
    // One bad file does not keep the others out, and nothing of it comes in.
    const add = tiaoli(['library', 'add', file, '公园.md', '--folder', '文库'], { cwd: folder })
    expect(add.status).toBe(2)
    expect(add.stderr).toMatch(new RegExp(`^错误：${file}.*${message}`))
    expect(readdirSync(folder).sort()).toEqual([file, '公园.md', '文库'].sort())
    expect(readdirSync(join(folder, '文库'), { recursive: true }).sort()).toEqual(
      ['旧.md', '规章', '规章/某市公园办法(2021-01-01).md'].sort()
    )
  })

  it('of 200 MB are not read into memory', () => {
    const folder = folderWith({})
    for (const extension of ['docx', 'pdf', 'html', 'md', 'xml']) {
      const file = `大.${extension}`
      writeFileSync(join(folder, file), '')
      truncateSync(join(folder, file), 200_000_000)
      expect(tiaoli(['import', file], { cwd: folder })).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining('文件太大（超过 64 MB）')
      })
    }
  })

  it('that are folders are told to be folders', () => {
    const folder = folderWith({})
    for (const file of ['夹.docx', '夹.md', '夹.html', '夹.pdf', '夹.xml']) {
      mkdirSync(join(folder, file))
      expect(tiaoli(['import', file], { cwd: folder })).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('这是文件夹，不是文件')
      })
    }
    expect(tiaoli(['report', '夹.md', '--out', '夹.html'], { cwd: folder })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('这个文件夹里没有草案')
    })
    expect(readdirSync(join(folder, '夹.html'))).toEqual([])
  })
})

const config = '{"drafts": ["稿.md"], "instruments": ["文库"], "shippedRegisters": false}'
const draft = '# 某市街心花园办法\n\n第一条　根据《某市公园办法》第一条，制定本办法。\n'

/** A workspace with one text in its library and one draft. */
function workspace(more: Record<string, string | Uint8Array> = {}): string {
  const folder = folderWith({ 'tiaoli.config.json': config, '稿.md': draft })
  mkdirSync(join(folder, '文库'))
  for (const [name, content] of Object.entries({ '公园.md': good, ...more }))
    writeFileSync(join(folder, '文库', name), content)
  return folder
}

describe('a library', () => {
  it('with files that cannot be read tells them and has the rest', () => {
    const cwd = workspace({ '空.md': '', '图.md': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), '大.md': '' })
    truncateSync(join(cwd, '文库/大.md'), 200_000_000)
    mkdirSync(join(cwd, '文库/夹.md'))
    const { status, stdout, stderr } = tiaoli(['library', 'list'], { cwd })
    expect(status).toBe(0)
    expect(stdout).toMatch(/^《某市公园办法》 .*\n共 1 件\n$/)
    for (const message of ['空.md：文件是空的', '图.md：这是二进制文件', '大.md：文件太大'])
      expect(stderr).toContain(message)
  })

  it('with two texts of one title keeps both apart by their days, and tells those of one day', () => {
    const later = good.replace('2021年1月1日', '2023年5月6日').replace('社区', '街道')
    const cwd = workspace({ '公园二.md': later, '公园三.md': later.replace('街道', '物业') })
    const { status, stdout } = tiaoli(['library', 'check'], { cwd })
    expect(status).toBe(1)
    expect(stdout).toContain('同一版本有两个文件（1）\n  《某市公园办法》2023-05-06\n')
    expect(stdout.match(/文库\/公园[二三]\.md/g)).toHaveLength(2)
    const [entry] = JSON.parse(tiaoli(['library', 'list', '--json'], { cwd }).stdout) as { versions: string[] }[]
    expect(entry!.versions).toEqual(['2021-01-01', '2023-05-06'])
  })

  it('serves two processes that read it for the first time at once', async () => {
    const texts: Record<string, string> = {}
    for (let index = 0; index < 60; index++) texts[`${index}.md`] = good.replace('公园办法', `${index}号公园办法`)
    const cwd = workspace(texts)
    const env = { ...process.env, NO_COLOR: '1', TIAOLI_LANG: '' }
    const runs = await Promise.all([0, 1, 2].map(() => printed(spawn(command, ['library', 'list'], { cwd, env }))))
    const once = tiaoli(['library', 'list'], { cwd })
    expect(once.stdout).toContain('共 61 件')
    for (const run of runs) expect(run).toEqual({ status: 0, stdout: once.stdout, stderr: '' })
  })

  it('whose cache is damaged is read again, and says so', () => {
    const cwd = workspace()
    const first = tiaoli(['refs', '稿.md'], { cwd })
    expect(first.stdout).toContain('[已对应] “《某市公园办法》第一条”')
    const packs = readdirSync(join(cwd, '.tiaoli'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.pack')
    )
    expect(packs.length).toBeGreaterThan(0)
    for (const pack of packs) {
      const file = join(cwd, '.tiaoli', pack)
      writeFileSync(file, readFileSync(file).subarray(0, 40))
    }
    const again = tiaoli(['refs', '稿.md'], { cwd })
    expect(again).toMatchObject({ status: 0, stdout: first.stdout, stderr: expect.stringContaining('损坏') })
    expect(tiaoli(['refs', '稿.md'], { cwd })).toMatchObject({ status: 0, stdout: first.stdout, stderr: '' })
  })
})

function printed(child: ReturnType<typeof spawn>): Promise<{ status: number | null; stdout: string; stderr: string }> {
  let [stdout, stderr] = ['', '']
  child.stdout!.on('data', (chunk) => (stdout += String(chunk)))
  child.stderr!.on('data', (chunk) => (stderr += String(chunk)))
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })))
}

describe.each(disks)('a file system (%s)', (how) => {
  it('that is full costs nothing that was there, and says so', async () => {
    const folder = workspace()
    writeFileSync(join(folder, '旧.html'), '旧报告')
    const script = `
      "$TIAOLI" refs 稿.md; echo "refs $?"
      "$TIAOLI" report --out 旧.html; echo "report $?"
      "$TIAOLI" library add "$FOLDER/花园.html"; echo "add $?"
      cat 旧.html; echo; find . -type f | sort`
    writeFileSync(
      join(folder, '花园.html'),
      `<title>花园办法</title><p>第一条　甲。</p><p>第二条　${'乙'.repeat(9000)}。</p>`
    )
    const { stdout, stderr } = await onDisk(how, 'full', folder, script, { TIAOLI: command })
    expect(stdout).toContain('[已对应] “《某市公园办法》第一条”')
    expect(stdout).toMatch(/refs 0\n/)
    expect(stdout).toMatch(/report 2\n/)
    expect(stdout).toMatch(/add 2\n旧报告\n/)
    expect(stderr).toContain('磁盘已满，读过的内容没有存下来')
    expect(stderr).toMatch(/错误：旧\.html：磁盘已满/)
    expect(stderr).toMatch(/错误：.*花园办法\.md：磁盘已满/)
    expect(stdout).not.toContain('.tmp')
    expect(stdout).not.toContain('花园办法.md\n')
  })

  it('that is read-only is read all the same, and not written', async () => {
    const folder = workspace()
    const script = `
      "$TIAOLI" refs 稿.md; echo "refs $?"
      "$TIAOLI" report --out 报告.html; echo "report $?"
      "$TIAOLI" library add 稿.md; echo "add $?"`
    const { stdout, stderr } = await onDisk(how, 'read-only', folder, script, {
      TIAOLI: command,
      XDG_CACHE_HOME: folderWith({})
    })
    expect(stdout).toContain('[已对应] “《某市公园办法》第一条”')
    expect(stdout).toMatch(/refs 0\nreport 2\n/)
    expect(stdout).toMatch(/add 2\n$/)
    expect(stderr.match(/只读/g)).toHaveLength(2)
    expect(readdirSync(folder).sort()).toEqual(['tiaoli.config.json', '文库', '稿.md'].sort())
  })
})
