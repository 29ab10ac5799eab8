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

  const document = (content: string) =>
    `<html><body><h1>某市社区花园管理办法</h1>${content}<p>第九条　本办法自公布之日起施行。</p></body></html>`
  const read = async (content: string) => importFile(fileWith('page.html', document(content)))

  it('keeps tables of data as tables, those that lay out a page as text', async () => {
    const data =
      '<table><tr><th>种类</th><th colspan="2">收费|元</th></tr><tr><td rowspan="2">地块</td><td>小</td><td>5</td></tr><tr><td>大</td><td>8</td></tr></table>'
    const { markdown, recognised } = await read(`<p>第一条　收费如下：</p>${data}`)
    expect(paragraphs(markdown)[2]).toBe(
      ['| 种类 | 收费\\|元 |  |', '| - | - | - |', '| 地块 | 小 | 5 |', '|  | 大 | 8 |'].join('\n')
    )
    expect(recognised.articles).toBe(2)
    const layout =
      '<table><tr><td>左</td><td><p>第一条　甲。</p><p>第二条　乙。</p></td></tr><tr><td>左</td><td>右</td></tr></table>'
    expect((await read(layout)).recognised.articles).toBe(3)
    const short =
      '<table><tr><td>首页</td><td>政策</td></tr><tr><td>左</td><td>花园办法<br>第一条　甲。<br>第二条　乙。</td></tr></table>'
    expect((await read(short)).recognised.articles).toBe(3)
    const named = '<table><tr><th>依据</th><th>罚款</th></tr><tr><td>第一条</td><td>5元</td></tr></table>'
    expect((await read(`<p>第一条　甲。</p>${named}`)).markdown).toContain('| 第一条 | 5元 |')
    const huge = `<table><tr><td colspan="90000000">a</td><td>b</td></tr><tr><td>c</td></tr></table>`
    expect((await read(`<p>第一条　甲。</p>${huge}`)).markdown.length).toBeLessThan(2000)
  })

  it('reads a table that sets numbers of articles beside their texts as articles', async () => {
    const rows = [
      '<tr><td><p>第一条</p></td>\n<td><p>花园由居民管理。</p><p>居民应当爱护花园。</p></td></tr>',
      '<tr><td> 第二条 </td><td>花园不得停车。</td></tr>'
    ]
    const chapter = '<tr><td colspan="2">第二章　养护</td></tr><tr><td>第三条</td><td>每日浇水。</td></tr>'
    const plain = await read(`<table>${rows.join('')}</table>`)
    const texts = ['第一条　花园由居民管理。', '居民应当爱护花园。', '第二条　花园不得停车。']
    expect(paragraphs(plain.markdown).slice(1, -1)).toEqual(texts)
    const parted = await read(`<table>${rows.join('')}${chapter}</table>`)
    expect(paragraphs(parted.markdown).slice(1, -1)).toEqual([...texts, '## 第二章　养护', '第三条　每日浇水。'])
    const named = await read(
      '<p>第一条　甲。</p><table><tr><td>第三条</td><td>5元</td></tr><tr><td>第五条</td><td>8元</td></tr></table>'
    )
    expect(named.markdown).toContain('| 第三条 | 5元 |')
    const repeated = await read(
      '<table><tr><td>第一条</td><td><p>第一条　甲。</p><p>第二条　乙。</p></td></tr></table>'
    )
    expect(repeated.markdown).not.toContain('第一条　第一条')
  })

  it('keeps a table that compares articles as a table, and says how to get one column', async () => {
    const told =
      '表格“原条文｜修改后”是条文对照表，没有读成条文；要其中一栏的条文，请只复制那一栏，存成纯文本（.txt）再导入'
    const table = `<table><tr><td><p>原条文</p></td><td><p>修改后</p></td></tr>
<tr><td><p>第一条　花园由居民管理。</p></td><td><p>第一条　花园由居民和街道管理。</p></td></tr>
<tr><td><p>第二条　花园不得停车。</p></td><td><p>第二条　花园不得：</p><p>（一）停车。</p></td></tr></table>`
    const alone = await importFile(
      fileWith('table.html', `<html><body><h1>花园办法修改对照表</h1>${table}</body></html>`)
    )
    expect(paragraphs(alone.markdown).slice(1)).toEqual([
      [
        '| 原条文 | 修改后 |',
        '| - | - |',
        '| 第一条　花园由居民管理。 | 第一条　花园由居民和街道管理。 |',
        '| 第二条　花园不得停车。 | 第二条　花园不得： （一）停车。 |'
      ].join('\n')
    ])
    expect(alone.recognised.articles).toBe(0)
    expect(alone.doubts).toContain(told)
    expect(alone.doubts.filter((doubt) => doubt.includes('重复出现'))).toEqual([])
    const beside = await read(`<p>第八条　对照如下：</p>${table}`)
    expect(beside.recognised.articles).toBe(2)
    expect(beside.doubts).toContain(told)
  })

  it('keeps raised figures what they are, and leaves out and tells what is struck and pictures', async () => {
    const { markdown, doubts } = await read(
      '<p>第一条　不超过10<sup>6</sup>个，见注<sup>[1]</sup>。<del>已经删去。</del><img src="a.png"></p>'
    )
    expect(paragraphs(markdown)[1]).toBe('第一条　不超过10⁶个，见注\\[1\\]。')
    expect(doubts).toContain('没有读入：网页上划去的文字 1 处（“已经删去。”）')
    expect(doubts).toContain('没有读入：图片 1 处（“第一条　不超过10⁶个，见注[1]。”之后）')
  })

  it('sees through what Word writes into a page', async () => {
    const { markdown } = await read(
      `<p>&emsp;&emsp;<span>第一条</span>&ensp;花园由社区\n管理，不得&shy;占用。</p><p>第二条<a style='mso-comment-reference:w_1'>　甲</a><span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[w1]</a></span>。\n第三条　乙。</p>`
    )
    expect(paragraphs(markdown).slice(1, 3)).toEqual(['第一条 花园由社区管理，不得占用。', '第二条　甲。 第三条　乙。'])
  })

  it('sees a number that only its type sets off from the text', async () => {
    const { markdown, recognised } = await read(
      '<p><b>第一条</b>电子花园由社区管理。</p><p><span><strong>第二条</strong></span>不得占用。</p><p>依照<b>第一条</b>办理。</p>'
    )
    expect(paragraphs(markdown).slice(1, 4)).toEqual([
      '第一条　电子花园由社区管理。',
      '第二条　不得占用。',
      '依照第一条办理。'
    ])
    expect(recognised.articles).toBe(3)
  })

  it('keeps Chinese numbers and letters that a list prints', async () => {
    const { markdown } = await read(
      '<p>第一条　花园应当：</p><ol style="list-style-type:cjk-ideographic"><li>公示；</li><li>清洁。</li></ol><ol type="a"><li>甲；</li></ol>'
    )
    expect(paragraphs(markdown).slice(2, 5)).toEqual(['一、公示；', '二、清洁。', 'a.甲；'])
  })

  it('saved from a Word file of a draft keeps its hidden comments, and leaves out what is printed on every page', async () => {
    const source = `<html><body><p align="center">某市社区花园管理办法</p>
<p><span style="display: none">&lt;!-- <font face="仿宋">落实</font>:
A-1 --&gt;</span>第一条　花园由居民管理。</p><p><span style="display:none">看不见的话</span>第二条　本办法自公布之日起施行。</p>
<p><span style="display: none">&lt;!-- 落实: A-2 --&gt;</span></p><p>附件</p><p align="center">花园</p><p>东园。</p>
<div title="footer"><p>— 3 —</p></div></body></html>`
    const { markdown, dropped } = await importFile(fileWith('saved.html', source))
    expect(paragraphs(markdown)).toEqual([
      '# 某市社区花园管理办法',
      '<!-- 落实: A-1 -->',
      '第一条　花园由居民管理。',
      '第二条　本办法自公布之日起施行。',
      '<!-- 落实: A-2 -->',
      '附件　花园',
      '东园。'
    ])
    expect(dropped).toEqual(['— 3 —'])
  })

  it('that prints its title twice keeps the note of adoption between the two', async () => {
    const source = `<html><head><title>某市社区花园管理办法</title></head><body><main><h1>某市社区花园管理办法</h1>
<p>2020年3月1日 某市人民政府公布</p><p>点击收听</p><p>某市社区花园管理办法</p><p>第一条　花园由居民管理。</p><p>第二条　居民应当爱护花园。</p></main></body></html>`
    const { markdown, dropped } = await importFile(fileWith('twice.html', source))
    expect(paragraphs(markdown).slice(0, 2)).toEqual(['# 某市社区花园管理办法', '2020年3月1日 某市人民政府公布'])
    expect(dropped).toEqual(['某市社区花园管理办法', '点击收听'])
  })

  it('without numbered clauses keeps the headings that it sets', async () => {
    const source = `<html><body><h1>花园案例</h1><h2>基本案情</h2><p>甲在花园里停车。</p><h2>评析</h2><p>不应当停车。</p></body></html>`
    expect(paragraphs((await importFile(fileWith('case.html', source))).markdown)).toEqual([
      '# 花园案例',
      '## 基本案情',
      '甲在花园里停车。',
      '## 评析',
      '不应当停车。'
    ])
  })
})
