import { plainTree, regulationSource } from '@tiaoli/test-utils'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { compileRegulation, parseRegulation } from 'remark-regast'
import { expect, test } from 'vitest'
import { importDocx } from '../src/index.js'
import { exported, reading } from './example.js'

test('a draft comes back as it was, with front matter and comments', async () => {
  const { value, messages } = importDocx(await exported(reading))
  expect(messages).toEqual([])
  expect(plainTree(value!.tree)).toEqual(plainTree(parseRegulation(reading).tree))
  expect(value!.source).toBe(compileRegulation(parseRegulation(reading).tree))
  expect(value!.review).toEqual([])
})

test('what is edited in Word, and only that, differs', async () => {
  const files = unzipSync(await exported(reading))
  const document = strFromU8(files['word/document.xml']!).replace('当年的报纸；', '当年和上一年的报纸；')
  const { value } = importDocx(zipSync({ ...files, 'word/document.xml': strToU8(document) }))
  const before = compileRegulation(parseRegulation(reading).tree)
  expect(value!.source).toBe(before.replace('当年的报纸；', '当年和上一年的报纸；'))
})

test('any draft comes back', async () => {
  const features = {
    comments: true,
    tables: true,
    emphasis: true,
    frontMatter: true,
    attachments: true,
    specials: true
  }
  await fc.assert(
    fc.asyncProperty(regulationSource(features), async (source) => {
      const { value } = importDocx(await exported(source))
      expect(plainTree(value!.tree)).toEqual(plainTree(parseRegulation(source).tree))
    }),
    { numRuns: 60 }
  )
})
