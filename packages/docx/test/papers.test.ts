import { coverDraft, parseBrief } from '@tiaoli/brief'
import { compareDrafts, comparisonTable } from '@tiaoli/diff'
import { createLibrary, createLinkGraph, graphDocumentOf, linkDocument } from '@tiaoli/library'
import { buildReport, buildWorkspaceReport } from '@tiaoli/report'
import { parseRegulation } from 'remark-regast'
import { describe, expect, test } from 'vitest'
import { comparisonDocx, coverageDocx, reportDocx, workspaceDocx } from '../src/index.js'
import { part, reading } from './example.js'
import { throughOffice, withoutOffice } from './office.js'

const library = createLibrary([])
const { tree } = parseRegulation(reading)
const links = linkDocument(tree, { library })
const report = buildReport({ tree, links, library, title: '枫林社区图书室管理办法', stage: '征求意见稿' })

const later = parseRegulation(
  reading
    .replace('当年的报纸', '当年和上一年的报纸')
    .replace('第五条　本办法', '第五条　图书室每年清点一次。\n\n第六条　本办法')
).tree
const table = comparisonTable(
  [
    { name: '初稿', tree },
    { name: '二稿', tree: later }
  ],
  [compareDrafts({ tree }, { tree: later })]
)

const brief = parseBrief(
  '# 枫林社区图书室管理办法起草任务书\n\n## B-1 总则\n\n- 强度：必备\n\n写明目的。\n\n## B-2 借阅\n\n- 强度：必备\n\n写明借阅范围。\n\n## B-9 经费\n\n- 强度：必备\n\n写明经费来源。\n'
).value

/** The words of each table row. */
function rows(bytes: Uint8Array): string[] {
  const found = part(bytes, 'word/document.xml').match(/<w:tr>.*?<\/w:tr>/gs) ?? []
  return found.map((row) => row.replace(/<\/w:tc>/g, '|').replace(/<[^>]+>/g, ''))
}

describe('a report', () => {
  test('what needs checking stands first, with the reason', async () => {
    const bytes = await reportDocx(report)
    expect(part(bytes, 'word/document.xml')).toContain('《枫林社区图书室管理办法》引用核对报告')
    const problem = rows(bytes).find((row) => row.includes('第九条'))!
    expect(problem).toContain('第三条之一')
    expect(problem).toContain('条款不存在')
    const document = part(bytes, 'word/document.xml')
    expect(document).toMatch(/<w:pStyle w:val="Heading1"\/>.{0,200}一、需要核对的引用/)
    expect(document).toMatch(/<w:pStyle w:val="Heading2"\/>.{0,200}第一章　总则/)
  })

  test('contents and links lead to places that are there', async () => {
    const document = part(await reportDocx(report), 'word/document.xml')
    expect(document).toMatch(/TOC \\o &quot;1-3&quot;|TOC \\o "1-3"/)
    const anchors = [...document.matchAll(/w:anchor="([^"]+)"/g)].map(([, name]) => name!)
    const marks = [...document.matchAll(/<w:bookmarkStart w:name="([^"]+)"/g)].map(([, name]) => name!)
    expect(new Set(marks).size).toBe(marks.length)
    const ids = [...document.matchAll(/<w:bookmarkStart [^>]*w:id="(\d+)"/g)].map(([, id]) => id!)
    expect(new Set(ids).size).toBe(marks.length)
    expect(ids).toEqual([...document.matchAll(/<w:bookmarkEnd w:id="(\d+)"/g)].map(([, id]) => id!))
    expect(anchors.filter((name) => !marks.includes(name))).toEqual([])
    expect(anchors).toEqual(expect.arrayContaining(['part_1', 'chapter_1', 'unit_1']))
  })

  test('what was looked for stands last, with links to the articles', async () => {
    const hit = {
      address: 'art_3',
      snippet: { text: '报纸应当归档。', highlights: [[0, 2]] as [number, number][], address: 'art_3' }
    }
    const searches = [{ query: '报纸', hits: [hit] }]
    const document = part(await reportDocx(buildReport({ tree, links, library, searches })), 'word/document.xml')
    expect(document).toMatch(/<w:pStyle w:val="Heading1"\/>.{0,200}五、查找/)
    expect(document).toContain('w:anchor="part_5"')
    expect(document).toMatch(/<w:b\/>.{0,80}报纸</)
  })

  test('a chapter of sections only has its heading above them', async () => {
    const source = '# 渡口办法\n\n## 第一章　渡船\n\n### 第一节　检修\n\n第一条　依照第二条办理。\n\n第二条　甲。\n'
    const { tree: divided } = parseRegulation(source)
    const bytes = await reportDocx(buildReport({ tree: divided, links: linkDocument(divided, { library }), library }))
    const document = part(bytes, 'word/document.xml')
    expect(document).toMatch(/<w:pStyle w:val="Heading2"\/>.{0,200}第一章　渡船/)
    expect(document).toMatch(/<w:pStyle w:val="Heading3"\/>.{0,200}第一节　检修/)
    expect(document.indexOf('第一章　渡船')).toBeLessThan(document.indexOf('第一节　检修'))
  })

  test('each of 编, 章 and 节 stands further in than the one around it', async () => {
    const source =
      '# 渡口办法\n\n## 第一编　通则\n\n### 第一章　渡船\n\n#### 第一节　检修\n\n第一条　依照第二条办理。\n\n第二条　甲。\n'
    const { tree: divided } = parseRegulation(source)
    const bytes = await reportDocx(buildReport({ tree: divided, links: linkDocument(divided, { library }), library }))
    const document = part(bytes, 'word/document.xml')
    const styles = ['第一编　通则', '第一章　渡船', '第一节　检修'].map(
      (words) => new RegExp(`<w:pStyle w:val="(TOC\\d)"/>(?:(?!</w:p>).)*${words}`).exec(document)?.[1]
    )
    expect(styles).toEqual(['TOC2', 'TOC3', 'TOC4'])
    expect(document).toMatch(/<w:pStyle w:val="Heading4"\/>.{0,200}第一节　检修/)
    expect(document).toMatch(/TOC \\o (?:&quot;|")1-4/)
    const indents = [2, 3, 4].map((level) =>
      Number(
        new RegExp(`w:styleId="TOC${level}"(?:(?!</w:style>).)*w:left="(\\d+)"`).exec(
          part(bytes, 'word/styles.xml')
        )?.[1]
      )
    )
    expect(indents[0]).toBeLessThan(indents[1]!)
    expect(indents[1]).toBeLessThan(indents[2]!)
  })

  test('the terms that a draft defines have a part of their own, as on the page', async () => {
    const source =
      '# 渡口办法\n\n第一条　本办法管理渡口船舶（以下简称渡船）。渡船应当登记。\n\n第二条　渡船依照第一条登记。\n'
    const { tree: defining } = parseRegulation(source)
    const made = buildReport({ tree: defining, links: linkDocument(defining, { library }), library })
    const bytes = await reportDocx(made)
    expect(made.terms.map(({ text }) => text)).toEqual(['渡船'])
    expect(part(bytes, 'word/document.xml')).toMatch(/<w:pStyle w:val="Heading1"\/>.{0,200}三、定义和简称/)
    expect(part(bytes, 'word/document.xml')).toMatch(/<w:pStyle w:val="Heading1"\/>.{0,200}四、逐条引用/)
    expect(rows(bytes)).toContain(`渡船|${made.terms[0]!.label}|${made.terms[0]!.uses}|`)
  })

  test('a draft that refers to nothing has no table of nothing', async () => {
    const { tree: alone } = parseRegulation('第一条　甲。\n')
    const bytes = await reportDocx(buildReport({ tree: alone, links: linkDocument(alone, { library }), library }))
    expect(rows(bytes)).toEqual([])
    expect(part(bytes, 'word/document.xml')).toContain('没有引用任何条款或者文件。')
  })

  test('a report without problems says so', async () => {
    const { tree: sound } = parseRegulation('第一条　甲。\n\n第二条　依照第一条办理。\n')
    const bytes = await reportDocx(buildReport({ tree: sound, links: linkDocument(sound, { library }), library }))
    expect(part(bytes, 'word/document.xml')).toContain('没有需要核对的引用。')
  })
})

describe('the report of a workspace', () => {
  test('has the drafts, what needs checking in each, and what they lean on', async () => {
    const references = graphDocumentOf(links, reading, { title: report.title }, library)
    const graph = createLinkGraph({ documents: [references], library })
    const drafts = [
      { report, references },
      { report: { ...report, stage: '送审稿' }, references }
    ]
    const bytes = await workspaceDocx(buildWorkspaceReport({ drafts, library, graph }))
    const document = part(bytes, 'word/document.xml')
    const anchors = [...document.matchAll(/w:anchor="([^"]+)"/g)].map(([, name]) => name!)
    const marks = [...document.matchAll(/<w:bookmarkStart w:name="([^"]+)"/g)].map(([, name]) => name!)
    expect(anchors.filter((name) => !marks.includes(name))).toEqual([])
    expect(anchors).toEqual(expect.arrayContaining(['part_6', 'check_d1', 'check_d2']))
    expect(rows(bytes).filter((row) => row.includes('送审稿'))).toHaveLength(1)
    expect(rows(bytes).filter((row) => row.includes('条款不存在')).length % 2).toBe(0)
  })
})

describe('a comparison table', () => {
  test('stands on its side, repeats its head, and marks what changed', async () => {
    const bytes = await comparisonDocx(table, [
      { note: '在第三条第一款', reason: '“第二条”原来指向旧稿第二条（新稿为第四条）', expected: ['第四条'] }
    ])
    const document = part(bytes, 'word/document.xml')
    expect(document).toContain('w:orient="landscape"')
    expect(document).toContain('<w:tblHeader/>')
    expect(document).toMatch(/<w:b\/>(?:(?!<\/w:r>).)*<w:u w:val="single"\/>(?:(?!<\/w:r>).)*和上一年/)
    expect(rows(bytes).slice(0, 3)).toEqual([
      '条文|问题|建议写作|',
      '第三条第一款|“第二条”原来指向旧稿第二条（新稿为第四条）|第四条|',
      '初稿|二稿|修改情况|'
    ])
    expect(rows(bytes).some((row) => row.startsWith('（新增）|第五条　图书室每年清点一次。|新增'))).toBe(true)
  })
})

describe('a coverage report', () => {
  test('has its matrix of requirements and chapters', async () => {
    const coverage = coverDraft(brief, tree, { library, linked: links })
    const bytes = await coverageDocx({ brief, coverage })
    const [head] = rows(bytes).filter((row) => row.startsWith('要求|落实情况|'))
    expect(head).toContain('第一章')
    expect(rows(bytes).some((row) => row.startsWith('B-9') && row.includes('未落实'))).toBe(true)
  })
})

test.skipIf(withoutOffice)('LibreOffice opens all of them', async () => {
  const coverage = coverDraft(brief, tree, { library, linked: links })
  const files = await Promise.all([reportDocx(report), comparisonDocx(table), coverageDocx({ brief, coverage })])
  for (const pdf of throughOffice(files, 'pdf')) expect(pdf.length).toBeGreaterThan(10_000)
})
