import { formatPlanComment, formatTraceComment, readTraceComment } from '@tiaoli/brief'
import { describe, expect, it } from 'vitest'

describe('a tracing comment', () => {
  it.each([
    ['<!-- 落实: B-3.2 -->', { full: ['B-3.2'], part: [] }],
    ['<!--落实：B-1，B-2.1、B-3；B-4-->', { full: ['B-1', 'B-2.1', 'B-3', 'B-4'], part: [] }],
    ['<!-- 落实: B-1.1, B-1.2（部分） -->', { full: ['B-1.1'], part: ['B-1.2'] }],
    ['<!-- 部分落实: B-1.2 -->', { full: [], part: ['B-1.2'] }],
    ['<!-- 待落实: B-1.2 -->', { full: [], planned: ['B-1.2'] }],
    ['<!-- 落实: 无，起草组增加：志愿服务 -->', { full: [], nothing: '起草组增加：志愿服务' }],
    ['<!-- 落实: 无 -->', { nothing: '' }]
  ])('%s', (comment, expected) => {
    expect(readTraceComment(comment)).toMatchObject({ unreadable: [], ...expected })
  })

  it('with something that is no id keeps the rest', () => {
    expect(readTraceComment('<!-- 落实: B-1, 第三条 -->')).toMatchObject({ full: ['B-1'], unreadable: ['第三条'] })
    expect(readTraceComment('<!-- 落实: -->')).toMatchObject({ unreadable: [''] })
  })

  it.each(['<!-- 起草提示：落实: B-1 -->', '<!-- 落实责任 -->', '<!-- -->'])('%s is another comment', (comment) => {
    expect(readTraceComment(comment)).toBeUndefined()
  })

  it('is read back as it is written', () => {
    expect(readTraceComment(formatTraceComment(['B-1'], ['B-2']))).toMatchObject({ full: ['B-1'], part: ['B-2'] })
    expect(readTraceComment(formatPlanComment(['B-1']))).toMatchObject({ planned: ['B-1'] })
  })
})
