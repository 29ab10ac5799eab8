import { join } from 'node:path'
import { openWorkspace, workspaceCache } from '@tiaoli/workspace'
import { describe, expect, it } from 'vitest'
import { folderWith } from './temporary.js'

const gardens =
  '# 某市社区花园管理办法\n\n（2020年3月1日某市人民政府公布，自2020年5月1日起施行）\n\n第一条　为了规范社区花园，制定本办法。\n'

describe('openWorkspace', () => {
  it('reads drafts, texts and registers where the configuration says', async () => {
    const folder = folderWith({
      'tiaoli.config.json':
        '{"drafts": ["草案"], "instruments": ["文库"], "registers": ["登记"], "exclude": ["**/旧稿/**"]}',
      '草案/一稿.md': '# 某市社区花园管理条例\n\n第一条　测试。\n',
      '草案/旧稿/零稿.md': '第一条　旧。',
      '文库/某市社区花园管理办法.md': gardens,
      '文库/某市绿地条例(2019-01-02).txt': '某市绿地条例\n\n第一条　测试。\n',
      '登记/a.yaml': 'instruments:\n  - title: 某省园林条例\n    kind: 地方性法规\n    status: in-force\n'
    })
    const workspace = await openWorkspace(join(folder, '草案/一稿.md'))
    expect(await workspace.drafts()).toEqual([join(folder, '草案/一稿.md')])
    const library = await workspace.library()
    const dates = (title: string) =>
      library.find(title).instruments.map(({ versions }) => versions.map(({ date }) => date))
    expect(dates('某市社区花园管理办法')).toEqual([['2020-03-01']])
    expect(dates('某市绿地条例')).toEqual([['2019-01-02']])
    expect(library.find('某省园林条例').instruments).toHaveLength(1)
    expect(library.find('中国共产党章程').instruments).toHaveLength(1)
    expect(workspace.problems).toEqual([])
  })

  it('goes on without a library text that cannot be read, and says which', async () => {
    const folder = folderWith({
      'tiaoli.config.json': '{"instruments": ["文库", "没有"], "shippedRegisters": false}',
      '文库/好.md': gardens,
      '文库/坏.md': Uint8Array.from([0, 1, 2])
    })
    const workspace = await openWorkspace(join(folder, 'a.md'))
    expect((await workspace.library()).instruments).toHaveLength(1)
    expect(workspace.problems.map(({ code }) => code).sort()).toEqual(['binary', 'no-match'])
  })

  it('serves files without a configuration from the shipped registers, opened once', async () => {
    const folder = folderWith({ 'a/1.md': '第一条　甲。', 'b/2.md': '第一条　乙。' })
    const open = workspaceCache()
    const [first, second] = await Promise.all([open(join(folder, 'a/1.md')), open(join(folder, 'b/2.md'))])
    expect(first).toBe(second)
    expect(first!.file).toBeUndefined()
    expect((await first!.library()).shortNames.get('党章')).toBe('中国共产党章程')
  })
})
