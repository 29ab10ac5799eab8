import { join } from 'node:path'
import { readDocument } from '@tiaoli/workspace'
import { describe, expect, it } from 'vitest'
import { folderWith } from './temporary.js'

async function factsOf(name: string, text: string) {
  return (await readDocument(join(folderWith({ [name]: text }), name))).facts
}

describe('documentFacts', () => {
  it('reads front matter first', async () => {
    const text = '---\nstage: 送审稿\ndate: 2026-09-21\nversion: "3"\n---\n\n# 某市花园条例\n\n第一条　测试。\n'
    expect(await factsOf('a(2020-01-01).md', text)).toEqual({
      title: '某市花园条例',
      stage: '送审稿',
      date: '2026-09-21',
      version: '3'
    })
  })

  it('reads front matter that only YAML explains', async () => {
    const text =
      '---\ntitle: "某市：\\"花园\\"条例"\nshortNames: [花园条例] # 简称\ndate: 昨天\n---\n\n第一条　测试。\n'
    expect(await factsOf('a.md', text)).toEqual({ title: '某市："花园"条例', shortNames: ['花园条例'] })
  })

  it('takes the date of the file name, then the last day of the note under the title', async () => {
    const text =
      '# 某市花园条例\n\n（2019年1月2日某市人大常委会通过　2021年10月30日修正，自2022年1月1日起施行）\n\n第一条　测试。\n'
    expect(await factsOf('某市花园条例(2021-11-01).md', text)).toMatchObject({ date: '2021-11-01' })
    expect(await factsOf('某市花园条例.md', text)).toMatchObject({ date: '2021-10-30' })
  })

  it('goes by the name of the file where there is no title', async () => {
    expect(await factsOf('某市花园条例(2021-11-01).md', '第一条　测试。\n')).toEqual({
      title: '某市花园条例',
      date: '2021-11-01'
    })
  })
})
