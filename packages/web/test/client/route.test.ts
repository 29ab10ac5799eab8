import { describe, expect, test } from 'vitest'
import { formatRoute, parseRoute, splitInstrument, splitSubject } from '../../src/client/state/route.js'

describe('addresses of pages', () => {
  test.each([
    ['', 'home', ''],
    ['#/', 'home', ''],
    ['#/draft/花园/1/art_2__para_1', 'draft', '花园/1/art_2__para_1'],
    ['#/draft/%E8%8A%B1%E5%9B%AD/1', 'draft', '花园/1'],
    ['#/instrument/某某条例@2020-01-31/art_3', 'instrument', '某某条例@2020-01-31/art_3'],
    ['#/nowhere/x', 'home', ''],
    ['#/draft/%E8%8A', 'draft', '%E8%8A']
  ])('%s', (hash, page, path) => {
    expect(parseRoute(hash)).toMatchObject({ page, path })
  })
  test('what is formatted is read back', () => {
    for (const path of ['花园/1', '100% 绿化?办法#草案', 'a b/<c>"']) {
      expect(parseRoute(formatRoute('draft', path))).toMatchObject({ page: 'draft', path })
    }
    expect(parseRoute(formatRoute('search', '', { q: '第三条 & "花园"' })).query.get('q')).toBe('第三条 & "花园"')
  })
  test('the bare address of a clause is one of the newest draft', () => {
    expect(parseRoute('#art_12__para_2')).toMatchObject({ page: 'home', bare: 'art_12__para_2' })
    expect(parseRoute('#hello').bare).toBeUndefined()
  })
})

describe('subjects', () => {
  test('the longest id is meant, and what is behind it is a clause', () => {
    expect(splitSubject('a/b/art_1', ['a', 'a/b'])).toEqual({ id: 'a/b', address: 'art_1' })
    expect(splitSubject('a/c', ['a/b'])).toBeUndefined()
    expect(splitSubject('ab', ['a'])).toBeUndefined()
  })
  test('an instrument may have a version and a clause', () => {
    expect(splitInstrument('某某条例@2020-01-31/art_3')).toEqual({
      title: '某某条例',
      date: '2020-01-31',
      address: 'art_3'
    })
    expect(splitInstrument('某某条例（2018年修订）')).toEqual({
      title: '某某条例（2018年修订）',
      date: undefined,
      address: ''
    })
    expect(splitInstrument('某某条例@2023/preamble__para_2')).toEqual({
      title: '某某条例',
      date: '2023',
      address: 'preamble__para_2'
    })
  })
})
