import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importFile } from '@tiaoli/importer'
import { describe, expect, it } from 'vitest'
import { lockedPdf, pdfOf } from './pdf.js'
import { fileWith } from './temporary.js'

describe('a PDF', () => {
  it('gives its paragraphs without page numbers and running heads', async () => {
    const head = { x: 250, y: 800, size: 9, text: '某市人民政府公报' }
    const bytes = pdfOf([
      [
        head,
        { x: 200, y: 740, size: 20, text: '某市花园办法' },
        { x: 96, y: 700, size: 12, text: '第一条　为了管理花园，方便居民，美化环境，制定本办' },
        { x: 72, y: 680, size: 12, text: '法。' },
        { x: 96, y: 660, size: 12, text: '第二条　花园由社区管理，管理的费用由市财政和社区共' },
        { x: 290, y: 40, size: 9, text: '— 1 —' }
      ],
      [
        head,
        { x: 72, y: 740, size: 12, text: '同承担。' },
        { x: 96, y: 720, size: 12, text: '第⼆条之⼀　本办法⾃发布之⽇起施⾏。' },
        { x: 290, y: 40, size: 9, text: '— 2 —' }
      ],
      [
        head,
        { x: 96, y: 740, size: 12, text: '第三条　花园每天开放，并由社区公布开放的时间和地点。' },
        { x: 290, y: 40, size: 9, text: '— 3 —' }
      ]
    ])
    const { markdown, doubts, dropped } = await importFile(fileWith('花园.pdf', bytes))
    expect(markdown.trimEnd().split('\n\n')).toEqual([
      '# 某市花园办法',
      '第一条 为了管理花园，方便居民，美化环境，制定本办法。',
      '第二条 花园由社区管理，管理的费用由市财政和社区共同承担。',
      '第二条之一 本办法自发布之日起施行。',
      '第三条 花园每天开放，并由社区公布开放的时间和地点。'
    ])
    expect(doubts).toEqual(
      expect.arrayContaining(['有 1 段跨页，已经接上，请抽查', '有 5 个字在 PDF 里存成了部首，已经换回汉字'])
    )
    expect(dropped).toEqual(['某市人民政府公报', '页码'])
  })

  it('without a text layer, damaged or cut off is refused with what to do', async () => {
    const blank = pdfOf([[]])
    await expect(importFile(fileWith('扫描.pdf', blank))).rejects.toMatchObject({
      code: 'binary',
      reason: { zh: expect.stringContaining('没有文字层') }
    })
    await expect(importFile(fileWith('坏.pdf', '%PDF-1.7 nothing'))).rejects.toMatchObject({
      reason: { zh: expect.stringContaining('损坏') }
    })
  })

  it('that a password opens is refused as such', async () => {
    const bytes = lockedPdf([[{ x: 72, y: 700, size: 12, text: '第一条　花园由社区管理，开放的时间由社区公布。' }]])
    await expect(importFile(fileWith('锁.pdf', bytes))).rejects.toMatchObject({
      code: 'unreadable',
      reason: { zh: '这份 PDF 有密码。' }
    })
  })

  it('from a word processor has no spaces beside its digits', async () => {
    const line = '（2020 年 3 月 1 日发布） 第 12 号'
    const bytes = pdfOf([[{ x: 20, y: 700, size: 9, text: `${line}，自发布之日起 30 日内有效，由 A 市负责。` }]])
    const { markdown } = await importFile(fileWith('空格.pdf', bytes))
    expect(markdown).toContain('（2020年3月1日发布） 第12号，自发布之日起30日内有效，由A市负责。')
  })

  it.skipIf(!hasChromium())('printed by a browser is the page that it was printed from', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tiaoli-print-'))
    try {
      const page =
        '<meta charset="utf-8"><style>p{text-indent:2em}</style><h1 style="text-align:center">某市社区花园管理办法</h1><p>（2020年3月1日某市人民政府令第12号公布）</p><h2 style="text-align:center">第一章　总则</h2><p>第一条　为了规范社区花园的建设和管理，改善居住环境，根据有关法律、法规的规定，结合本市实际情况，制定本办法，由市园林主管部门解释。</p><p>第二条　申请开设花园，应当提交下列材料：</p><p>（一）申请书；</p><p>（二）场地说明。</p>'
      const html = join(folder, '花园.html')
      const pdf = join(folder, '花园.pdf')
      writeFileSync(html, page)
      execFileSync(
        'chromium',
        [
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--no-first-run',
          `--user-data-dir=${join(folder, 'profile')}`,
          `--print-to-pdf=${pdf}`,
          html
        ],
        { stdio: 'ignore' }
      )
      const [printed, source] = [await importFile(pdf), await importFile(html)]
      expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
      expect(printed.markdown.replace(/[ \u3000]/g, '')).toBe(source.markdown.replace(/[ \u3000]/g, ''))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

function hasChromium(): boolean {
  const found = (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, 'chromium')))
  if (!found && process.env.CI === 'true') throw new Error('chromium is absent, which CI must have')
  if (!found) console.log('skipped: chromium is absent, so nothing is printed')
  return found
}
