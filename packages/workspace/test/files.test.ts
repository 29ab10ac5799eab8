import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expandPlaces } from '@tiaoli/workspace'
import { expect, it } from 'vitest'
import { folderWith } from './temporary.js'

it('a folder stands for the texts at any depth in it, links followed once, hidden ones and installed packages left out', async () => {
  const folder = folderWith({
    '甲.md': '',
    '甲.MD': '',
    '表.csv': '',
    '.md': '',
    '.藏/乙.md': '',
    'node_modules/x/丙.md': '',
    '深/更深/丁.txt': '',
    '别处/戊.md': ''
  })
  mkdirSync(join(folder, '名为文件夹.md'))
  writeFileSync(join(folder, '名为文件夹.md/己.md'), '')
  symlinkSync(join(folder, '别处'), join(folder, '深/链接'))
  symlinkSync(join(folder, '甲.md'), join(folder, '深/又一甲.md'))
  symlinkSync(join(folder, '深'), join(folder, '深/更深/回'))
  symlinkSync(join(folder, '没有'), join(folder, '断.md'))
  symlinkSync('自己.md', join(folder, '自己.md'))
  const found = async (exclude?: string[]) => {
    const { files } = await expandPlaces(folder, ['.'], { extensions: ['md', 'txt'], ...(exclude && { exclude }) })
    return files.map((file) => relative(folder, file))
  }
  const expected = ['别处/戊.md', '名为文件夹.md/己.md', '深/又一甲.md', '深/更深/丁.txt', '深/链接/戊.md', '甲.md']
  expect(await found()).toEqual(expected.toSorted())
  // The same as the globs find that are needed where something is left out.
  expect((await found(['**/无/**'])).filter((file) => !file.includes('回'))).toEqual(expected.toSorted())
})

it('a place below a file, or with a name that no disk takes, leads nowhere', async () => {
  const folder = folderWith({ '甲.md': '' })
  for (const place of ['甲.md/乙.md', '长'.repeat(300), '没有.md']) {
    const { files, problems } = await expandPlaces(folder, [place], { extensions: ['md'] })
    expect(files).toEqual([])
    expect(problems.map(({ code }) => code)).toEqual(['no-match'])
    expect(problems[0]!.cure!.zh).not.toContain('配置文件')
  }
  const { problems } = await expandPlaces(folder, ['没有'], { extensions: ['md'], blame: 'tiaoli.config.json' })
  expect(problems[0]!.cure!.zh).toContain('配置文件所在的文件夹')
})
