import { plainTree } from '@tiaoli/test-utils'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { importDocx, isSealedDocx, sealDocx } from '../src/index.js'
import { exported, reading } from './example.js'
import { p, wordFile } from './word-file.js'

test('a sealed file is known until a part of it changes, however it is packed', async () => {
  const bytes = await exported(reading)
  const sealed = sealDocx(bytes)
  expect([isSealedDocx(bytes), isSealedDocx(sealed)]).toEqual([false, true])
  const again = sealDocx(sealed)
  expect(isSealedDocx(again)).toBe(true)
  expect(strFromU8(unzipSync(again)['docProps/custom.xml']!).split('tiaoli.seal')).toHaveLength(2)
  const files = unzipSync(sealed)
  expect(isSealedDocx(zipSync(files, { level: 0 }))).toBe(true)
  const text = strFromU8(files['word/document.xml']!)
  expect(text).toContain('报纸')
  const edited = zipSync({ ...files, 'word/document.xml': strToU8(text.replace('报纸', '报章')) })
  expect(isSealedDocx(edited)).toBe(false)
  expect(isSealedDocx(zipSync({ ...files, 'word/comments2.xml': strToU8('<a/>') }))).toBe(false)
})

test('a seal changes nothing of the draft; what is no Word file of ours has none', async () => {
  const bytes = await exported(reading)
  const read = (file: Uint8Array) => importDocx(file).value!
  expect(plainTree(read(sealDocx(bytes)).tree)).toEqual(plainTree(read(bytes).tree))
  expect(isSealedDocx(wordFile(p('第一条　甲。')))).toBe(false)
  expect(isSealedDocx(strToU8('不是 Word 文件'))).toBe(false)
  expect(isSealedDocx(new Uint8Array())).toBe(false)
})
