import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeText } from '@tiaoli/workspace'
import { describe, expect, it } from 'vitest'
import { folderWith, tiaoli } from './tiaoli.js'

const rough = '# 某市花园办法\r\n\r\n第一章 总则\r\n第一条 甲。\r\n第二条 乙。\r\n'

describe('tiaoli format', () => {
  it('shows what would change and leaves the file alone', () => {
    const folder = folderWith({ 'a.md': rough })
    const run = tiaoli(['format', 'a.md'], { cwd: folder })
    expect(run.status).toBe(0)
    expect(run.stdout).toMatch(/^-第一章 总则\r?$/m)
    expect(run.stdout).toMatch(/^\+## 第一章/m)
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(rough)
  })

  it('writes when told to, keeping encoding and line ends, and then has nothing left to do', () => {
    const folder = folderWith({ 'a.md': encodeText(rough, 'gb18030')! })
    expect(tiaoli(['format', 'a.md', '--check'], { cwd: folder }).status).toBe(1)
    expect(tiaoli(['format', 'a.md', '--write'], { cwd: folder }).status).toBe(0)
    const written = new TextDecoder('gb18030', { fatal: true }).decode(readFileSync(join(folder, 'a.md')))
    expect(written).toContain('\r\n\r\n## 第一章')
    expect(written).not.toMatch(/[^\r]\n/)
    expect(tiaoli(['format', 'a.md', '--check'], { cwd: folder })).toMatchObject({ status: 0, stdout: '' })
  })

  it('refuses to write and check at once', () => {
    const folder = folderWith({ 'a.md': rough })
    expect(tiaoli(['format', 'a.md', '--write', '--check'], { cwd: folder }).status).toBe(2)
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(rough)
  })

  it('keeps a byte order mark', () => {
    const folder = folderWith({})
    writeFileSync(join(folder, 'a.md'), `\uFEFF${rough}`)
    tiaoli(['format', 'a.md', '--write'], { cwd: folder })
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toMatch(/^\uFEFF# 某市花园办法/)
  })
})
