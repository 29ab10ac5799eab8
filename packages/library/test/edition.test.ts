import { describe, expect, it } from 'vitest'
import { instrument, lines, link } from './linked.js'

const text = (third: string): string => `# 花木条例

第一条　为了管理花木，制定本条例。

第二条　花木应当登记。

第三条　${third}
`
const first = instrument(text('花木每年修剪。'), { date: '2010-01-01' })
const amended = instrument(text('花木应当挂牌。'), { date: '2018-05-01' })
const both = {
  ...first,
  versions: [first.versions[0]!, { ...amended.versions[0]!, action: 'amended' as const, effective: '2018-06-01' }]
}

/** Version and status of the first target of each reference to the law. */
function read(article: string, instruments = [both], date: string | undefined = '2019-01-01'): string[] {
  return link(`# 苗圃办法\n\n第一条　${article}\n`, instruments, date === undefined ? {} : { date })
    .references.filter(({ targets }) => targets[0]!.instrument !== null)
    .map(({ targets: [target] }) => `${target!.version ?? '-'} ${target!.from ?? '*'} ${target!.status}`)
}

describe('another text of an instrument than that of the day', () => {
  it('is that of the year which the name tells', () => {
    expect(read('依照2010年《花木条例》第三条、2018年修正的花木条例第三条办理。', [both])).toEqual([
      '2010-01-01 art_3 superseded',
      '2018-05-01 art_3 resolved'
    ])
    expect(read('依照《花木条例（2018年修正）》第三条、《花木条例》（2010年版）第二条办理。')).toEqual([
      '2018-05-01 art_3 resolved',
      '2010-01-01 art_2 resolved'
    ])
  })

  it('is not told for certain where the library has none of that year', () => {
    expect(read('依照2014年修订的《花木条例》第三条、《花木条例》（2014年修订）第二条办理。')).toEqual([
      '2018-05-01 art_3 ambiguous',
      '2018-05-01 art_2 ambiguous'
    ])
    expect(read('依照2014年公布的《花木条例》第三条办理。')).toEqual(['2018-05-01 art_3 resolved'])
  })

  it('is the one before the change where the name is that of before', () => {
    expect(read('适用修改前的《花木条例》的规定，违反修正前《花木条例》第二条的除外。')).toEqual([
      '2010-01-01 * resolved',
      '2010-01-01 art_2 resolved'
    ])
    expect(read('适用修改前的《花木条例》，违反修改以前的《花木条例》第三条的除外。', [first])).toEqual([
      '- * ambiguous',
      '2010-01-01 art_3 ambiguous'
    ])
  })

  it('is another one where the name is old, but 草原 is no 原', () => {
    const grass = instrument(text('草原每年休牧。').replaceAll('花木', '草原'), { date: '2010-01-01' })
    expect(read('依照原《花木条例》第二条、原《花木条例》、草原条例第二条办理。', [both, grass])).toEqual([
      '2018-05-01 art_2 ambiguous',
      '2018-05-01 * resolved',
      '2010-01-01 art_2 resolved'
    ])
  })

  it('is that of the document itself before it was changed', () => {
    expect(
      lines(
        '# 苗圃办法\n\n第一条　本办法修订前第二条、原第二条不再适用，修订后的第二条适用。\n\n第二条　苗圃应当登记。\n'
      )
    ).toEqual([
      'art_1__para_1 本办法 → 本文件',
      'art_1__para_1 第二条 → art_2 ambiguous',
      'art_1__para_1 第二条 → art_2 ambiguous',
      'art_1__para_1 第二条 → art_2'
    ])
  })

  it('is the one before the change where the words behind the place say so', () => {
    expect(
      read('花木条例第三条被修改前的规定、花木条例第三条（修改前）、花木条例第二条原规定、花木条例第二条原则适用。')
    ).toEqual([
      '2010-01-01 art_3 superseded',
      '2010-01-01 art_3 superseded',
      '2018-05-01 art_2 ambiguous',
      '2018-05-01 art_2 resolved'
    ])
    expect(read('依照花木条例第二条修订以前的规定、第三条原来的规定办理。', [first])).toEqual([
      '2010-01-01 art_2 ambiguous',
      '2010-01-01 art_3 ambiguous'
    ])
    expect(
      lines('# 苗圃办法\n\n第一条　第二条修改前的规定、本办法第二条的原规定不再适用。\n\n第二条　苗圃应当登记。\n')
    ).toEqual(['art_1__para_1 第二条 → art_2 ambiguous', 'art_1__para_1 本办法第二条 → art_2 ambiguous'])
  })

  it('may be another instrument where the title is that of a trial', () => {
    expect(
      lines('# 苗圃办法\n\n第一条　依照《花木条例（试行）》，违反《花木条例》（试行）第二条的，处罚。\n', [first])
    ).toEqual([
      'art_1__para_1 《花木条例（试行）》 → 《花木条例》 ambiguous',
      'art_1__para_1 《花木条例》（试行）第二条 → 《花木条例》art_2 ambiguous'
    ])
  })
})
