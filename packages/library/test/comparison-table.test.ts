import { expect, test } from 'vitest'
import { comparisonColumns } from '../src/index.js'

const articles = [
  ['第一条　花园由居民管理。', '第一条　花园由居民和街道管理。'],
  ['', '第二条　花园不得停车。']
]

test.each([
  ['原条文', '修改后'],
  ['现行条文', '修改建议'],
  ['修订前', '修订后'],
  ['某市花园办法', '某市花园办法（征求意见稿）'],
  ['《某市花园办法》', '《某市花园办法（修订草案）》'],
  ['征求意见稿', '说明'],
  ['条文', '起草说明']
])('%s beside %s are compared', (...head) => {
  expect(comparisonColumns([head, ...articles])).toEqual(head)
})

test('rows may be counted, and a caption may stand above', () => {
  const rows = articles.map((row, index) => [`${index + 1}`, ...row, ''])
  expect(
    comparisonColumns([['花园办法对照表', '', '', ''], ['序号', '原条文', '修改后', '修改理由'], ...rows])
  ).toEqual(['序号', '原条文', '修改后', '修改理由'])
})

test.each([
  ['a column that is none of these', ['违法行为', '条文'], [['占用花园', '第一条　不得占用。']]],
  ['no second column', ['条文', ''], [['第一条　不得占用。', '']]],
  ['no articles', ['现行标准', '修改后'], [['5元', '8元']]],
  ['clauses that are only named', ['条文', '依据'], [['第一条', '第三条']]],
  ['two remarks', ['原因', '依据'], [['占用花园', '第一条　不得占用。']]],
  ['no head', ['第一条　甲。', '第二条　乙。'], [['第三条　丙。', '第四条　丁。']]]
])('a table with %s is no comparison', (_, head, rows) => {
  expect(comparisonColumns([head, ...rows])).toBeUndefined()
})
