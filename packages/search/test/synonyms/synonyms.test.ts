import { createSynonyms, defaultSynonyms, parseSynonyms } from '@tiaoli/search'
import { describe, expect, it } from 'vitest'
import { legalSynonyms } from '../../src/synonyms/legal.js'

describe('parseSynonyms', () => {
  it('reads groups and directions', () => {
    const { value, messages } = parseSynonyms('# 自己的\n押金、保证金\n\n毛孩子 ＝> 犬 猫 # 宠物\n')
    expect(messages).toEqual([])
    const synonyms = createSynonyms(value)
    expect(synonyms.of('押金')).toEqual(['保证金'])
    expect(synonyms.of('保证金')).toEqual(['押金'])
    expect(synonyms.of('毛孩子')).toEqual(['犬', '猫'])
    expect(synonyms.of('犬')).toEqual([])
  })

  it('says which lines it cannot use', () => {
    expect(parseSynonyms('押金\n甲 => 乙 => 丙\n甲 =>\n甲 乙').messages).toEqual([
      { line: 1, reason: '只有一个词，没有同义的词。' },
      { line: 2, reason: '一行只能有一个“=>”。' },
      { line: 3, reason: '“=>”的一边没有词。' }
    ])
  })
})

describe('the synonyms that ship', () => {
  it('are all read', () => {
    const { value, messages } = parseSynonyms(legalSynonyms)
    expect(messages).toEqual([])
    expect(value.length).toBeGreaterThan(300)
  })

  it('know everyday words, and take more', () => {
    expect(defaultSynonyms().of('老板')).toContain('用人单位')
    expect(defaultSynonyms([{ from: ['毛孩子'], to: ['犬'] }]).of('毛孩子')).toEqual(['犬'])
  })
})
