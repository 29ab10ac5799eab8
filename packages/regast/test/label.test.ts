import { expect, test } from 'vitest'
import { headingOf, numOf } from '../src/index.js'
import type { RegastNode } from '../src/nodes.js'

const chapter: RegastNode = {
  type: 'chapter',
  address: 'chp_2',
  number: { value: 2 },
  children: [
    { type: 'num', value: '第二章' },
    { type: 'heading', children: [{ type: 'text', value: '分类投放' }] },
    { type: 'article', address: 'art_3', number: { value: 3 }, children: [{ type: 'num', value: '第三条' }] }
  ]
}

test('a clause has the number and the heading of its own, not those of the clauses below it', () => {
  expect(numOf(chapter)?.value).toBe('第二章')
  expect(headingOf(chapter)?.children).toEqual([{ type: 'text', value: '分类投放' }])
})

test('what bears no number or no heading has none', () => {
  const point: RegastNode = { type: 'point', address: 'art_3__para_1__point_1', number: { value: 1 }, children: [] }
  expect(numOf({ ...chapter, children: chapter.children.slice(2) })).toBeUndefined()
  expect(headingOf(point)).toBeUndefined()
  expect(numOf({ type: 'text', value: '第三条' })).toBeUndefined()
})
