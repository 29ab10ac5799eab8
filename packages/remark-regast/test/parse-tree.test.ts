import { regulationSource } from '@tiaoli/test-utils'
import fc from 'fast-check'
import { parseRegulation, parseTree } from 'remark-regast'
import { expect, it } from 'vitest'

it('parseTree gives the tree of parseRegulation', () => {
  fc.assert(
    fc.property(fc.oneof(regulationSource(), fc.string({ unit: 'binary' })), (source) => {
      expect(parseTree(source)).toEqual(parseRegulation(source).tree)
    })
  )
})
