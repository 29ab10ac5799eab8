import { describe, expect, it } from 'vitest'
import { createNameTable, scanClause } from '../src/index.js'

function numbers(text: string): string[] {
  return scanClause(text, createNameTable({})).documentNumbers.map(({ start, end }) => text.slice(start, end))
}

describe('document numbers', () => {
  it.each([
    ['国务院令第745号公布', ['国务院令第745号']],
    ['根据国务院令第七百四十五号', ['国务院令第七百四十五号']],
    ['按照中发〔2018〕37号文件', ['中发〔2018〕37号']],
    ['法释〔2020〕17号和财税[2016]36号', ['法释〔2020〕17号', '财税[2016]36号']],
    ['中华人民共和国主席令第四十六号', ['中华人民共和国主席令第四十六号']],
    ['1997年12月31日市人民政府第12号令修改', ['市人民政府第12号令']],
    ['依照国务院第645号令', ['国务院第645号令']],
    ['市人民政府甲政发〔1985〕167号文件', ['甲政发〔1985〕167号']],
    ['责令停业3号门店', []],
    ['住在第12号楼', []]
  ])('%s', (text, expected) => {
    expect(numbers(text)).toEqual(expected)
  })
})
