import { effectiveDay, issuerOf, readHistory } from '@tiaoli/library'
import { describe, expect, it } from 'vitest'

/** Events as one line each. */
function events(...notes: string[]): string[] {
  return readHistory(notes).map(({ date, action, by, documentNumber, through }) =>
    [date, action, by?.join('+'), documentNumber, through].filter(Boolean).join(' ')
  )
}

describe('the note under a title', () => {
  it('is one event a line, as public collections print it', () => {
    expect(
      events(
        '2005年5月20日 某市第十二届人民代表大会常务委员会第二十次会议通过',
        '2013年9月27日 某市第十四届人民代表大会常务委员会第六次会议修订',
        '2019年7月26日 某市第十五届人民代表大会常务委员会第十四次会议《关于修改〈某市花园条例〉等八件地方性法规的决定》第一次修正',
        '2019年10月1日 施行'
      )
    ).toEqual([
      '2005-05-20 adopted 某市人民代表大会常务委员会',
      '2013-09-27 revised 某市人民代表大会常务委员会',
      '2019-07-26 amended 某市人民代表大会常务委员会 关于修改〈某市花园条例〉等八件地方性法规的决定',
      '2019-10-01 effective'
    ])
  })

  it('is a paragraph in brackets, as official texts print it', () => {
    expect(
      events(
        '（1998年7月3日中华人民共和国国务院令第999号发布　根据2003年3月24日《国务院关于修改〈某某条例〉的决定》第一次修订　自2003年5月1日起施行）'
      )
    ).toEqual([
      '1998-07-03 issued 国务院 中华人民共和国国务院令第999号',
      '2003-03-24 revised 国务院关于修改〈某某条例〉的决定',
      '2003-05-01 effective'
    ])
  })

  it('may run events together without a space', () => {
    expect(
      events(
        '2006年9月29日某省第十届人民代表大会常务委员会第二十三次会议批准2006年10月8日某市人民代表大会常务委员会公告公布'
      )
    ).toEqual(['2006-09-29 approved 某省人民代表大会常务委员会', '2006-10-08 issued 某市人民代表大会常务委员会'])
  })

  it('tells the passing of an amendment from the adoption', () => {
    expect(
      events(
        '1996年1月1日 某市第一届人民代表大会常务委员会第二次会议通过',
        '2003年9月26日 某市第三届人民代表大会常务委员会第五次会议通过',
        '2003年11月6日 某省第四届人民代表大会常务委员会第六次会议批准的《关于修改〈某市花园条例〉的决定》修正'
      ).map((event) => event.split(' ').slice(0, 2).join(' '))
    ).toEqual(['1996-01-01 adopted', '2003-11-06 amended'])
    expect(
      events(
        '2010年9月13日 最高人民法院审判委员会第1496次会议通过',
        '2020年12月23日 最高人民法院审判委员会第1823次会议通过'
      )
    ).toEqual(['2010-09-13 adopted 最高人民法院', '2020-12-23 amended 最高人民法院'])
  })

  it('may have days in Chinese numerals, and titles over two lines', () => {
    expect(events('一九九四年十二月六日 某部令第3号发布')).toEqual(['1994-12-06 issued 某部令第3号'])
    expect(
      events('2015年8月29日 某省第十二届人民代表大会常务委员会第十六次会议《关于修改', '〈某省花园条例〉的决定》修正')
    ).toEqual(['2015-08-29 amended 某省人民代表大会常务委员会 关于修改〈某省花园条例〉的决定'])
  })

  it('without a day or an act says nothing', () => {
    expect(events('某省第七届人民代表大会常务委员会第二十六次会议批准', '2014年9月26', '目录')).toEqual([])
  })
})

describe('the issuer', () => {
  it('is the body that adopted, or that the title names', () => {
    expect(
      issuerOf('某市花园条例', readHistory(['2005年5月20日 某市第二届人民代表大会常务委员会第二次会议通过']))
    ).toEqual(['某市人民代表大会常务委员会'])
    expect(issuerOf('最高人民法院、最高人民检察院关于办理花园案件的解释', [])).toEqual([
      '最高人民法院',
      '最高人民检察院'
    ])
    expect(issuerOf('某市花园条例', [])).toBeUndefined()
  })
})

describe('the day from which a text applies', () => {
  const adopted = readHistory(['2020年3月1日 某市人民代表大会常务委员会通过'])
  const amended = readHistory([
    '2010年3月1日 某市人民代表大会常务委员会通过',
    '2020年3月1日 某市人民代表大会常务委员会修正'
  ])

  it('is what its last article says', () => {
    expect(effectiveDay(adopted, '2020-05-01', '2020-03-01')).toBe('2020-05-01')
    expect(effectiveDay(adopted, 'at-once', '2020-03-01')).toBe('2020-03-01')
  })

  it('is not the first start that an amended text repeats', () => {
    expect(effectiveDay(amended, '2010-05-01', '2020-03-01')).toBeUndefined()
    expect(effectiveDay(amended, 'at-once', '2020-03-01')).toBeUndefined()
  })
})
