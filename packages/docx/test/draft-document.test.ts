import { strFromU8, unzipSync } from 'fflate'
import { compileRegulation, parseRegulation } from 'remark-regast'
import { describe, expect, test } from 'vitest'
import { exportDocx, importDocx } from '../src/index.js'
import { exported, part, reading } from './example.js'

const bytes = await exported(reading)
const document = part(bytes, 'word/document.xml')
const styles = part(bytes, 'word/styles.xml')

/** The XML of the paragraph that holds some words. */
function paragraphWith(words: string): string {
  return document.match(/<w:p>.*?<\/w:p>/gs)!.find((paragraph) => paragraph.replace(/<[^>]+>/g, '').includes(words))!
}

describe('the layout of official documents', () => {
  test('A4, with a type area of 156 mm by 225 mm', () => {
    const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(document)!.map(Number)
    const [, top, right, bottom, left] = /<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/
      .exec(document)!
      .map(Number)
    const millimetres = (twips: number) => Math.round((twips / 1440) * 25.4)
    expect([width!, height!].map(millimetres)).toEqual([210, 297])
    expect([top!, left!].map(millimetres)).toEqual([37, 28])
    expect(millimetres(width! - left! - right!)).toBe(156)
    expect(millimetres(height! - top! - bottom!)).toBe(225)
  })

  test('22 lines a page, 28 characters a line', () => {
    const line = Number(/w:linePitch="(\d+)"/.exec(document)![1])
    expect(Math.floor(((225 / 25.4) * 1440) / line)).toBe(22)
    const tracking = Number(/<w:spacing w:val="(-?\d+)"\/>/.exec(styles)![1])
    expect(Math.floor(((156 / 25.4) * 1440) / (320 + tracking))).toBe(28)
  })

  test('size 3 fangsong, title in size 2, page numbers in size 4 on the outer side', () => {
    expect(styles).toMatch(/<w:docDefaults>.*?w:eastAsia="仿宋".*?<w:sz w:val="32"\/>/s)
    expect(styles).toMatch(/w:styleId="Title">.*?w:eastAsia="方正小标宋简体".*?<w:sz w:val="44"\/>/s)
    expect(part(bytes, 'word/footer1.xml')).toMatch(/<w:jc w:val="right"\/>.*?<w:sz w:val="28"\/>.*?PAGE/s)
    expect(part(bytes, 'word/footer2.xml')).toContain('<w:jc w:val="left"/>')
    expect(part(bytes, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
  })

  test('faces that a machine lacks have others in their place', () => {
    expect(part(bytes, 'word/fontTable.xml')).toMatch(/w:name="仿宋"><w:altName w:val="仿宋_GB2312,FangSong/)
  })

  test('a document number stands above the title', async () => {
    const numbered = part(await exported(reading, { number: '枫社发〔2024〕5号' }), 'word/document.xml')
    expect(numbered.indexOf('枫社发〔2024〕5号')).toBeGreaterThan(0)
    expect(numbered.indexOf('枫社发〔2024〕5号')).toBeLessThan(numbered.indexOf('"Title"'))
  })
})

describe('what is named before the signature', () => {
  const source =
    '# 某市花坛办法\n\n第一条　花坛由街道管理。\n\n附件：1.花坛目录\n\n2.养护标准\n\n某市花坛局\n\n2026年5月1日\n\n## 附件1　花坛目录\n\n街心花坛。\n\n## 附件2　养护标准\n\n每日浇水。\n'

  test('attachments stand on the left, their numbers below one another; the signature stands on the right', async () => {
    const file = await exported(source)
    const lines = part(file, 'word/document.xml').match(/<w:p>.*?<\/w:p>/gs)!
    const line = (words: string) => lines.find((paragraph) => paragraph.replace(/<[^>]+>/g, '') === words)!
    expect(line('附件：1.花坛目录')).toMatch(/w:val="TiaoliAnnouncement".*w:left="1600" w:hanging="960"/)
    expect(line('2.养护标准')).toContain('w:val="TiaoliAnnouncement"')
    for (const words of ['某市花坛局', '2026年5月1日']) expect(line(words)).toContain('w:val="TiaoliSignature"')
    const looks = /w:styleId="TiaoliAnnouncement">.*?<\/w:style>/s.exec(part(file, 'word/styles.xml'))![0]
    expect(looks).toContain('<w:jc w:val="left"/>')
    expect(looks).toContain('w:left="1600"')
  })

  test('comes back as it was', async () => {
    expect(importDocx(await exported(source)).value!.source).toBe(compileRegulation(parseRegulation(source).tree))
  })
})

describe('a table', () => {
  const source =
    '# 某市花坛办法\n\n第一条　收费如下：\n\n| 种类 <!-- 落实: A-1 --> | 收费<br>（元） |\n| - | - |\n| <!-- 待定 --> 大 | 8 |\n'
  const printed = (xml: string) =>
    xml
      .match(/<w:r>.*?<\/w:r>/gs)!
      .filter((run) => !run.includes('<w:vanish/>'))
      .join('')
      .replace(/<[^>]+>/g, '')

  test('prints neither the comments in its cells nor the signs of breaks', async () => {
    const shown = part(await exported(source), 'word/document.xml')
    expect(printed(shown)).toMatch(/种类\s*收费（元）\s*大8$/)
    expect(shown).toContain('落实: A-1')
    const without = part(await exported(source, { comments: false }), 'word/document.xml')
    expect(without).not.toMatch(/落实|待定/)
  })

  test('comes back with what stood in its cells', async () => {
    expect(importDocx(await exported(source)).value!.source).toBe(compileRegulation(parseRegulation(source).tree))
  })
})

describe('what Word can follow', () => {
  test('chapters are headings, the title is a title', () => {
    expect(paragraphWith('第一章　总则')).toContain('TOC1')
    expect(document).toMatch(/<w:pStyle w:val="Heading1"\/>(?:(?!<\/w:p>).)*第二章/s)
    expect(paragraphWith('枫林社区图书室管理办法')).toContain('"Title"')
  })

  test('every article has a bookmark around its number', () => {
    for (const [name, number] of [
      ['art_1', '第一条'],
      ['art_3_i1', '第三条之一'],
      ['art_5', '第五条']
    ]) {
      expect(document).toMatch(new RegExp(`w:name="${name}"[^>]*/>(?:(?!bookmarkEnd).)*>${number}</w:t>`))
    }
  })

  test('bookmarks and changes have ids of their own', () => {
    const ids = [...document.matchAll(/<w:bookmarkStart [^>]*w:id="(\d+)"/g)].map(([, id]) => id)
    expect(ids.length).toBeGreaterThan(5)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('numbers of articles in references are fields; what is not sure is none', () => {
    expect(document).toContain(
      '<w:fldSimple w:instr=" REF art_2 \\h \\* CHARFORMAT "><w:r><w:t xml:space="preserve">第二条</w:t>'
    )
    expect(document).toContain('w:instr=" REF art_5 ')
    expect(document).not.toMatch(/REF art_9|>第九条<\/w:t><\/w:r><\/w:fldSimple>/)
  })

  test('contents are a field made of the headings, and only where the draft has none', async () => {
    expect(document).toContain('TOC \\o')
    expect(part(await exported(reading, { contents: false }), 'word/document.xml')).not.toContain('TOC \\o')
    const own =
      '# 规定\n\n目录\n\n第一章　总则\n\n第二章　附则\n\n第一章　总则\n\n第一条　甲。\n\n第二章　附则\n\n第二条　乙。\n'
    expect(part(await exported(own), 'word/document.xml')).not.toContain('TOC \\o')
  })

  test('tracing comments go along hidden, or not at all', async () => {
    expect(paragraphWith('落实: B-2')).toMatch(/<w:vanish\/>.*?&lt;!-- 落实: B-2 --&gt;/s)
    expect(part(await exported(reading, { comments: false }), 'word/document.xml')).not.toContain('落实')
  })
})

test('links and pictures of Markdown are told as lost', async () => {
  const { tree } = parseRegulation('第一条　见[公告](https://example.org)。\n')
  const { messages } = await exportDocx(tree, { title: '' })
  expect(messages.map(({ reason, line }) => [reason, line])).toEqual([
    ['Word 文档不保留这里的 Markdown（链接），只写出文字。', 1]
  ])
})

describe('what Word is strict about', () => {
  test('measures are whole numbers, in every part', async () => {
    const files = unzipSync(await exported(reading, { number: '枫社发〔2024〕5号', cover: { unit: '起草组' } }))
    for (const [name, content] of Object.entries(files)) {
      if (!name.startsWith('word/')) continue
      expect(strFromU8(content).match(/ w:\w+="-?\d+\.\d+"/g) ?? [], name).toEqual([])
    }
  })
})

describe('what is printed and is no text of the draft', () => {
  test('a cover and the contents stand on pages of their own, without numbers', async () => {
    const cover = { stage: '征求意见稿', unit: '枫林社区起草组', date: '2024-05-06' }
    const xml = part(await exported(reading, { cover }), 'word/document.xml')
    const [first, second, text] = xml.split('<w:sectPr>').map((section) => section.replace(/<[^>]+>/g, ''))
    expect(first).toBe('枫林社区图书室管理办法（征求意见稿）枫林社区起草组2024年5月6日')
    expect(second!).toContain('目　录')
    expect(text!).toContain('为了管好枫林社区图书室')
    expect(xml.match(/<w:footerReference/g)).toHaveLength(2)
    expect(xml).toContain('<w:pgNumType w:start="1"/>')
  })

  test('neither the cover nor the document number comes back as text', async () => {
    const options = { number: '枫社发〔2024〕5号', cover: { stage: '征求意见稿', unit: '起草组', date: '2024-05-06' } }
    const { value } = importDocx(await exported(reading, options))
    expect(value!.source).toBe(compileRegulation(parseRegulation(reading).tree))
  })

  test('附件 stands at the margin, its name in the middle below', () => {
    const paragraphs = document.match(/<w:p>.*?<\/w:p>/gs)!
    const at = paragraphs.findLastIndex((paragraph) => paragraph.includes('损坏赔偿标准'))
    expect(paragraphs[at - 1]).toContain('<w:pStyle w:val="TiaoliAttachment"/><w:pageBreakBefore/>')
    expect(paragraphs[at - 1]!.replace(/<[^>]+>/g, '')).toBe('附件：')
    expect(paragraphs[at]).toContain('<w:pStyle w:val="TiaoliAttachmentName"/>')
  })
})
