import { renderCsv, renderXlsx } from '@tiaoli/report'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'

const rows = [
  ['名称', '条数', '说明'],
  ['某市“花园”办法', 12, '第一条，第二条'],
  ['=HYPERLINK("x")', 3, '换\n行']
]

describe('tables', () => {
  it('as CSV open in a spreadsheet as they are, and run nothing', () => {
    expect(renderCsv(rows)).toBe(
      '\uFEFF名称,条数,说明\r\n某市“花园”办法,12,第一条，第二条\r\n"\'=HYPERLINK(""x"")",3,"换\n行"\r\n'
    )
  })

  it('as a workbook have their words as text and their numbers as numbers', async () => {
    const files = unzipSync(await renderXlsx([{ name: '引用/明细', rows }]))
    const text = (name: string) => new TextDecoder().decode(files[name])
    expect(text('xl/workbook.xml')).toContain('name="引用 明细"')
    const sheet = text('xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(/<v>12<\/v>/)
    expect(sheet).not.toContain('<f>')
    expect(`${sheet}${text('xl/sharedStrings.xml')}`).toContain('某市“花园”办法')
  })
})
