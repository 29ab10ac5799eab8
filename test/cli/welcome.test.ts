import { describe, expect, it } from 'vitest'
import { folderWith, tiaoli } from './tiaoli.js'

const draft =
  '# 示例街道议事规则\n\n第一条　为了方便议事，制定本规则。\n\n第二条　议事每月一次。\n\n第三条　本规则自公布之日起施行。\n'

describe('tiaoli without arguments', () => {
  it('names the drafts of the folder, and the commands for them, ready to be copied', () => {
    const folder = folderWith({
      '规则 一稿.md': draft,
      '规则 二稿.md': draft,
      'README.md': '# 说明\n\n见第一条。\n',
      '旧稿.docx': 'x'
    })
    const run = tiaoli([], { cwd: folder })
    expect(run).toMatchObject({ status: 0, stderr: '' })
    expect(run.stdout).toContain('有2件草案：规则 一稿.md、规则 二稿.md')
    expect(run.stdout).toContain('tiaoli report "规则 二稿.md"')
    expect(run.stdout).toContain('tiaoli diff "规则 一稿.md" "规则 二稿.md"')
    expect(run.stdout).toContain('tiaoli import 旧稿.docx --out 旧稿.md')
    expect(run.stdout).not.toContain('README.md')
    const [command] = /tiaoli diff .+/.exec(run.stdout)!
    expect(
      tiaoli(
        command
          .match(/"[^"]+"|\S+/g)!
          .slice(1)
          .map((word) => word.replaceAll('"', '')),
        { cwd: folder }
      ).status
    ).toBe(0)
  })

  it('takes the draft of the latest day for the newest', () => {
    const dated = (day: string) => `---\ndate: ${day}\n---\n\n${draft}`
    const folder = folderWith({ '乙.md': dated('2026-01-05'), '甲.md': dated('2026-03-05') })
    expect(tiaoli([], { cwd: folder }).stdout).toContain('tiaoli diff 乙.md 甲.md')
  })

  it('says so where there is no draft', () => {
    const run = tiaoli([], { cwd: folderWith({}) })
    expect(run).toMatchObject({ status: 0, stderr: '' })
    expect(run.stdout).toContain('没有看到草案')
    expect(run.stdout).toContain('tiaoli --help')
  })

  it('takes the drafts that a configuration names, and tells of a broken one', () => {
    const config = JSON.stringify({ drafts: ['一稿.md'] })
    const run = tiaoli([], { cwd: folderWith({ '一稿.md': draft, '二稿.md': draft, 'tiaoli.config.json': config }) })
    expect(run.stdout).toContain('有1件草案：一稿.md')
    const broken = tiaoli([], { cwd: folderWith({ 'tiaoli.config.json': '{"draft": []}' }) })
    expect(broken.status).toBe(2)
    expect(broken.stderr).toContain('draft')
  })
})
