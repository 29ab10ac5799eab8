import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { command, drafts, folderWith, tiaoli } from './cli/tiaoli.js'

const wells = `---
stage: 初稿
---

# 东岭村水井管理办法

第一条　为了保护水井，制定本办法。

第二条　村民依照本办法第三条取水。

第三条　每户每日取水不得超过十桶。
`

describe('tiaoli build', () => {
  it('writes the workspace of the current folder as pages', () => {
    const folder = folderWith({ 'tiaoli.config.json': '{ "drafts": ["wells.md"] }', 'wells.md': wells })
    const run = tiaoli(['build', '--out', 'site'], { cwd: folder })
    expect(run).toMatchObject({ status: 0, stdout: '' })
    expect(run.stderr).toContain('请打开其中的 index.html')
    expect(readdirSync(join(folder, 'site')).sort()).toEqual([
      'app.css',
      'app.js',
      'data',
      'index.html',
      'tiaoli-site.json'
    ])
    expect(readFileSync(join(folder, 'site/data/site.js'), 'utf8')).toContain('东岭村水井管理办法')
  })

  it('takes files and folders of drafts, with a brief', () => {
    const folder = folderWith({})
    const out = join(folder, 'site')
    const run = tiaoli(['build', drafts, '--brief', 'seeds/organization-work-regulations.md', '--out', out])
    expect(run.status).toBe(0)
    const data = readdirSync(join(out, 'data'))
    expect(data.filter((name) => /^draft-\d+\.js$/.test(name))).toHaveLength(3)
    expect(data.filter((name) => /^coverage-\d+\.js$/.test(name))).toHaveLength(3)
  })

  it('refuses a folder that holds something else', () => {
    const folder = folderWith({ 'wells.md': wells })
    mkdirSync(join(folder, 'mine'))
    writeFileSync(join(folder, 'mine/notes.txt'), '我的笔记')
    const run = tiaoli(['build', 'wells.md', '--out', 'mine'], { cwd: folder })
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toContain('这个文件夹里已有别的文件')
    expect(readdirSync(join(folder, 'mine'))).toEqual(['notes.txt'])
  })

  it('says what is wrong with what was named', () => {
    const folder = folderWith({ 'wells.md': wells })
    const wrong = {
      没有写出草案: ['build', '--out', 'site'],
      没有对应的文件: ['build', 'nothing.md', '--out', 'site'],
      找不到这个文件: ['build', 'wells.md', '--brief', 'nothing.md', '--out', 'site']
    }
    for (const [reason, args] of Object.entries(wrong)) {
      const run = tiaoli(args, { cwd: folder })
      expect([reason, run.status]).toEqual([reason, 2])
      expect(run.stderr).toContain(reason)
    }
    expect(readdirSync(folder)).toEqual(['wells.md'])
  })
})

describe('tiaoli serve', () => {
  it('says where it can be opened, follows a draft, and ends with an interrupt', async () => {
    const folder = folderWith({ 'wells.md': wells })
    const child = spawn(command, ['serve', 'wells.md'], { cwd: folder, env: { ...process.env, TIAOLI_LANG: '' } })
    onTestFinished(() => {
      child.kill('SIGKILL')
    })
    let told = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      told += text
    })
    const address = /http:\/\/127\.0\.0\.1:\d+\//
    await expect.poll(() => told).toMatch(address)
    const text = async () => (await fetch(`${address.exec(told)![0]}data/draft-0.js`)).text()
    expect(await text()).toContain('不得超过十桶')
    writeFileSync(join(folder, 'wells.md'), wells.replace('十桶', '十二桶'))
    await expect.poll(text).toContain('不得超过十二桶')
    await expect.poll(() => told).toContain('已更新')
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGINT')
    expect(await ended).toBe(130)
  })

  it('refuses a port that is none', () => {
    const run = tiaoli(['serve', '--port', '99999'])
    expect(run.status).toBe(2)
    expect(run.stderr).toContain('--port 后面要写 1 到 65535 之间的数')
  })

  it('is explained', () => {
    for (const name of ['serve', 'build']) {
      expect(tiaoli(['help', name]).stdout).toContain(`用法： tiaoli ${name} [草案或文件夹...] [选项]`)
    }
  })
})
