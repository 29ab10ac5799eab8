import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
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

  it('compares drafts of one regulation only, those of a configuration too', () => {
    const dated = (day: string, title = '') => `---\ndate: ${day}\n---\n\n${draft.replace('# ', `# ${title}`)}`
    const config = JSON.stringify({ drafts: ['*.md'] })
    const files = { '10.md': dated('2026-05-01'), '9.md': dated('2026-03-05'), 'tiaoli.config.json': config }
    const folder = folderWith({ ...files, '细则.md': dated('2026-06-01', '又一个') })
    const { stdout } = tiaoli([], { cwd: folder })
    expect(stdout).toContain('有3件草案：9.md、10.md、细则.md')
    expect(stdout).toContain('tiaoli report 细则.md')
    expect(stdout).toContain('tiaoli diff 9.md 10.md')
    const alone = folderWith({ '一.md': draft, '二.md': dated('2026-06-01', '又一个') })
    expect(tiaoli([], { cwd: alone }).stdout).not.toContain('tiaoli diff')
  })

  it('says so where there is no draft', () => {
    const run = tiaoli([], { cwd: folderWith({}) })
    expect(run).toMatchObject({ status: 0, stderr: '' })
    expect(run.stdout).toContain('没有看到草案')
    expect(run.stdout).toContain('tiaoli --help')
  })

  it('leads from a brief to a workspace, and there to what the draft answers of it', () => {
    const brief = `# 议事规则起草任务书\n\n- 法规名称：议事规则\n\n## B-1 时间\n\n规定多久议事一次。\n\n- 强度：必备\n- 来源：会议纪要\n`
    const folder = folderWith({ '任务书.md': brief })
    expect(tiaoli([], { cwd: folder }).stdout).toContain('tiaoli init 工作区 --brief 任务书.md')
    const made = tiaoli(['init', "王 的'稿", '--brief', '任务书.md'], { cwd: folder })
    expect(made.status).toBe(0)
    expect(made.stdout).toContain(`tiaoli cover "王 的'稿/drafts/议事规则.md" --brief "王 的'稿/任务书.md"`)
    expect(tiaoli([], { cwd: join(folder, "王 的'稿") }).stdout).toContain(
      'tiaoli cover drafts/议事规则.md --brief 任务书.md'
    )
  })

  it.skipIf(process.platform === 'win32')('quotes names so that a shell takes them as they are', () => {
    const name = `王"$HOME" '稿'.md`
    const folder = folderWith({ [name]: draft })
    const [command] = /tiaoli report .+/.exec(tiaoli([], { cwd: folder }).stdout)!
    const words = execFileSync('sh', ['-c', `printf '%s' ${command.replace('tiaoli report', '')}`], {
      encoding: 'utf8'
    })
    expect(words).toBe(name)
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
