import { renderHtml } from '@tiaoli/report'
import { describe, expect, it } from 'vitest'
import { draft, reportOf } from './example.js'

describe('renderHtml', () => {
  const page = renderHtml(reportOf())

  it('has one place for every link, and every place once', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!)
    const links = [...page.matchAll(/ href="#([^"]+)"/g)].map((match) => match[1]!)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(links.filter((link) => !ids.includes(link))).toEqual([])
    expect(ids).toEqual(expect.arrayContaining(['art_2__para_1__point_2', 'art_4__para_2', 'chp_2']))
  })

  it('keeps anchors apart where a draft has a number twice', () => {
    const twice = renderHtml(reportOf(draft.replace('第五条　', '第四条　')))
    const ids = [...twice.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it('escapes the draft and the library, and runs nothing', () => {
    const evil = renderHtml(
      reportOf('# <script>alert(1)</script>"办法\n\n第一条　依照第九条"><img src=x onerror=alert(1)>办理。\n')
    )
    expect(evil).not.toMatch(/<script|<img/)
    expect(page).toContain('居民可以认养 &lt;绿地&gt; &amp; 花坛。')
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  })

  it('shows by choice the articles of one status or one instrument', () => {
    const chosen = [...page.matchAll(/<option value="([^"]+)">([^<]+)/g)].map(([, value, label]) => [value!, label!])
    expect(chosen.map(([, label]) => label)).toEqual(
      expect.arrayContaining(['条款不存在', '某省园林条例', '需要核对的条文'])
    )
    for (const [value] of chosen.filter(([name]) => name !== 'all'))
      expect(page).toContain(`option[value="${value}"]:checked) .unit:not(.${value})`)
    const [, dangling] = /<article class="([^"]*)" id="art_3"/.exec(page)!
    expect(dangling!.split(' ')).toEqual(
      expect.arrayContaining(['unit', 'check', 's-dangling', 's-unknown-instrument'])
    )
  })

  it('asks nothing of the network', () => {
    expect(page).not.toMatch(/https?:|url\((?!#)|@import|<link/)
  })

  it('says what a reference points to beside it', () => {
    expect(page).toContain('<span class="ref dangling"')
    expect(page).toMatch(/<span class="card"[^>]*>.*条款不存在.*<\/span>/)
  })

  it('links the references in the cells of a table', () => {
    const table = renderHtml(
      reportOf(
        '# 某市花坛办法\n\n第一条　收费见附件。\n\n第二条　收费应当公开。\n\n## 附件　收费表\n\n| 项目 | 依据 |\n| --- | --- |\n| 清运 | **依照**第二条收取 |\n| 浇水 | 本办法第九条 |\n'
      )
    )
    const cells = [...table.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell]) => cell!)
    expect(cells).toContainEqual(
      expect.stringMatching(/^依照<span class="ref ambiguous"[^>]*><a href="#art_2">第二条<\/a>/)
    )
    expect(cells).toContainEqual(
      expect.stringMatching(/^<span class="ref dangling"[^>]*><span tabindex="0">本办法第九条<\/span>/)
    )
  })

  it('has no table and no list of nothing', () => {
    const alone = renderHtml(reportOf('# 某市花坛办法\n\n第一条　花坛由街道管理。\n'))
    expect(alone).toContain('没有引用任何条款或者文件。')
    expect(alone).not.toMatch(/<table|被引用的条款/)
    expect(page).toMatch(/<a href="#cited">被引用的条款/)
    expect(page).toContain('<section id="cited">')
  })
})
