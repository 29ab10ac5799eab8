import { importFile, libraryName } from '@tiaoli/importer'
import { encodeText } from '@tiaoli/workspace'
import { describe, expect, it } from 'vitest'
import { fileWith } from './temporary.js'

const clauses = `<p>　　第一条　为了管理社区花园，制定本办法。</p>
<p>　　第二条　申请开设花园，应当提交下列材料：</p><p>　　（一）申请书；</p><p>　　（二）场地说明。</p>
<p>　　第三条　本办法自2020年5月1日起施行。</p>`

const page = `<!doctype html><html><head><meta charset="utf-8"><title>某市社区花园管理办法_某市人民政府网</title>
<script>var a = "第一条"</script></head><body>
<nav><a href="/">首页</a> <a href="/gk">政务公开</a></nav>
<div class="where">当前位置：首页 &gt; 政策 &gt; 规章</div>
<div class="main"><h1>某市社区花园管理办法</h1><div class="meta">来源：某市园林局 字体：大 中 小</div>
<div id="text"><p align="center">（2020年3月1日某市人民政府令第12号公布）</p><p align="center">第一章　总　则</p>
${clauses}</div></div>
<div class="foot"><p>上一篇：关于公园的通知</p><p>主办单位：某市人民政府</p></div></body></html>`

const expected = [
  '# 某市社区花园管理办法',
  '（2020年3月1日某市人民政府令第12号公布）',
  '## 第一章　总　则',
  '第一条　为了管理社区花园，制定本办法。',
  '第二条　申请开设花园，应当提交下列材料：',
  '（一）申请书；',
  '（二）场地说明。',
  '第三条　本办法自2020年5月1日起施行。'
]
const paragraphs = (markdown: string): string[] => markdown.trimEnd().split('\n\n')

describe('a web page', () => {
  it('keeps the numbers that a list prints, and adds none to items that have their own', async () => {
    const listed = (items: string, more = '') =>
      `<html><body><h1>某市社区花园管理办法</h1><p>第一条　花园应当：</p><ol${more}>${items}</ol><p>第二条　本办法自公布之日起施行。</p></body></html>`
    const read = async (source: string) =>
      paragraphs((await importFile(fileWith('list.html', source))).markdown).slice(2, 4)
    expect(await read(listed('<li>公示账目；</li><li><p>保持清洁。</p></li>'))).toEqual([
      '1.公示账目；',
      '2.保持清洁。'
    ])
    expect(await read(listed('<li>（一）公示账目；</li><li>（二）保持清洁。</li>'))).toEqual([
      '（一）公示账目；',
      '（二）保持清洁。'
    ])
    expect(await read(listed('<li>公示账目；</li><li>保持清洁。</li>', ' style="list-style:none"'))).toEqual([
      '公示账目；',
      '保持清洁。'
    ])
  })

  it('gives its regulation, and tells what it left out', async () => {
    const imported = await importFile(fileWith('page.html', page))
    expect(paragraphs(imported.markdown)).toEqual(expected)
    expect(imported.recognised).toMatchObject({
      title: '某市社区花园管理办法',
      kind: { kind: '规章', sure: false },
      issuer: ['某市人民政府'],
      date: '2020-03-01',
      effective: '2020-05-01',
      chapters: 1,
      articles: 3
    })
    expect(imported.dropped).toEqual([
      '当前位置：首页 > 政策 > 规章',
      '来源：某市园林局 字体：大 中 小',
      '上一篇：关于公园的通知',
      '主办单位：某市人民政府'
    ])
    expect(imported.doubts).toContain('去掉了正文以外的 4 处文字')
    expect(libraryName(imported)).toBe('某市社区花园管理办法(2020-03-01).md')
  })

  it('may be one block with line breaks, in GB18030', async () => {
    const broken = `<html><head><meta charset="gb2312"></head><body><div><b>某市社区花园管理办法</b><br>（2020年3月1日某市人民政府令第12号公布）<br><br>第一章　总　则<br>${clauses.replaceAll('<p>', '').replaceAll('</p>', '<br>')}</div></body></html>`
    const imported = await importFile(fileWith('page.htm', encodeText(broken, 'gb18030')!))
    expect(paragraphs(imported.markdown)).toEqual(expected)
    expect(imported.doubts).toContain('按 GB18030（GBK）编码读取，已转成 UTF-8')
  })

  it('is told from headlines beside it that begin like an article', async () => {
    const beside = page.replace(
      '<div class="foot">',
      '<div><p>第一条消息：花园节开幕</p><p>第一条　另一则</p></div><div class="foot">'
    )
    const imported = await importFile(fileWith('page.html', beside))
    expect(paragraphs(imported.markdown)).toEqual(expected)
    expect(imported.dropped).toEqual(expect.arrayContaining(['第一条消息：花园节开幕', '第一条　另一则']))
  })

  it('without any part of its own loses what stands above its title, but not the order that issued it', async () => {
    const flat = `<html><head><title>某市社区花园管理办法</title></head><body>首页 &gt; 政策<br>发布时间：2020-03-02<br>某市人民政府令<br>第12号<br>某市社区花园管理办法<br>浏览次数：8<br>（2020年3月1日某市人民政府令第12号公布）<br>第一章　总　则<br>${clauses.replaceAll('<p>', '').replaceAll('</p>', '<br>')}【关闭窗口】</body></html>`
    const imported = await importFile(fileWith('page.html', flat))
    expect(paragraphs(imported.markdown)).toEqual([expected[0], '某市人民政府令', '第12号', ...expected.slice(1)])
    expect(imported.dropped).toEqual(['首页 > 政策', '发布时间：2020-03-02', '浏览次数：8', '【关闭窗口】'])
    expect(imported.doubts).toContain('标题前面还有 2 行文字，放在了标题之后')
  })

  it('may be set text, or paragraphs told by their indent alone', async () => {
    const lines = expected.map((line) => line.replace(/^#+ /, ''))
    const set = await importFile(fileWith('a.html', `<pre>${lines.join('\n')}</pre>`))
    const indented = await importFile(fileWith('a.html', `<div>${lines.join('\n\u3000\u3000')}</div>`))
    for (const { markdown } of [set, indented]) expect(paragraphs(markdown)).toEqual(expected)
  })

  it('keeps characters that Markdown reads', async () => {
    const odd = page.replace('申请书；', '申请书*2份*；').replace('场地说明。', '[说明](表)_一_&lt;b&gt;。')
    const { markdown } = await importFile(fileWith('page.html', odd))
    expect(markdown).toContain('（一）申请书\\*2份\\*；')
    expect(markdown).toContain('\\[说明\\](表)\\_一\\_\\<b>。')
  })

  it('says when its title and the text disagree, and when there is no clause', async () => {
    const other = await importFile(fileWith('a.html', page.replace('<title>某市社区花园', '<title>某市公园')))
    expect(other.doubts).toContain('正文的标题是“某市社区花园管理办法”，而网页标题是“某市公园管理办法”')
    const news = await importFile(fileWith('a.html', '<p>本市今天开放了一座花园。</p>'))
    expect(news.doubts).toEqual(
      expect.arrayContaining([
        '网页里没有找到“第…条”这样的条文，全部文字都保留了下来',
        '没有找到标题',
        '没有认出“第…条”'
      ])
    )
    expect(news.markdown).toContain('本市今天开放了一座花园。')
  })

  it('nested to exhaust its reader is refused', async () => {
    const deep = `${'<div>'.repeat(60_000)}第一条　深。`
    await expect(importFile(fileWith('deep.html', deep))).rejects.toMatchObject({ code: 'syntax' })
  })
})
