import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  symlinkSync
} from 'node:fs'
import { join } from 'node:path'
import { InputError, writeFileAtomic } from '@tiaoli/workspace'
import { describe, expect, it } from 'vitest'
import { folderWith } from './temporary.js'

describe('writeFileAtomic', () => {
  it('writes, makes folders, and leaves nothing else behind', () => {
    const folder = folderWith({})
    writeFileAtomic(join(folder, '输出', '报告.html'), '内容')
    expect(readFileSync(join(folder, '输出', '报告.html'), 'utf8')).toBe('内容')
    expect(readdirSync(join(folder, '输出'))).toEqual(['报告.html'])
  })

  it('keeps the permissions of the file that it replaces', () => {
    const folder = folderWith({ 'a.md': '旧' })
    chmodSync(join(folder, 'a.md'), 0o640)
    writeFileAtomic(join(folder, 'a.md'), '新')
    expect(statSync(join(folder, 'a.md')).mode & 0o777).toBe(0o640)
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('新')
  })

  it.skipIf(process.platform === 'win32')('writes into a pipe or a device, and never in its place', () => {
    const pipe = join(folderWith({}), '管道')
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0)
    const end = openSync(pipe, 'r+')
    try {
      writeFileAtomic(pipe, '内容')
      const read = Buffer.alloc(20)
      expect(read.toString('utf8', 0, readSync(end, read))).toBe('内容')
      expect(statSync(pipe).isFIFO()).toBe(true)
    } finally {
      closeSync(end)
    }
  })

  it('writes through a symbolic link', () => {
    const folder = folderWith({ 'a.md': '旧' })
    symlinkSync(join(folder, 'a.md'), join(folder, 'link.md'))
    writeFileAtomic(join(folder, 'link.md'), '新')
    expect(lstatSync(join(folder, 'link.md')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('新')
  })

  it('says so where it cannot write, and leaves no temporary file', () => {
    const folder = folderWith({ 'a.md': '旧', 'out/b.md': '' })
    expect(() => writeFileAtomic(join(folder, 'a.md', 'b.html'), '新')).toThrow(InputError)
    expect(() => writeFileAtomic(join(folder, 'out'), '新')).toThrow(InputError)
    expect(readdirSync(folder)).toEqual(['a.md', 'out'])
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('旧')
  })
})
