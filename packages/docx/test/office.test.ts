import { readFileSync } from 'node:fs'
import { plainTree } from '@tiaoli/test-utils'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { compileRegulation, parseRegulation } from 'remark-regast'
import { describe, expect, test } from 'vitest'
import { exportTrackedDocx, importDocx } from '../src/index.js'
import { exported, part, reading } from './example.js'
import { throughOffice, withoutOffice } from './office.js'

const drafts = ['1-initial', '2-consultation', '3-submission'].map((name) =>
  readFileSync(new URL(`../../../corpus/drafts/organization-work-regulations/${name}.md`, import.meta.url), 'utf8')
)

describe.skipIf(withoutOffice)('in LibreOffice', () => {
  test('drafts that were opened and saved there come back as they were', async () => {
    const sources = [reading, ...drafts]
    const saved = throughOffice(await Promise.all(sources.map((source) => exported(source))), 'docx')
    for (const [index, bytes] of saved.entries()) {
      const { value, messages } = importDocx(bytes)
      // What the parser says about faults of a draft is none of the file's.
      expect(messages.filter(({ source }) => source === 'docx')).toEqual([])
      expect(plainTree(value!.tree)).toEqual(plainTree(parseRegulation(sources[index]!).tree))
    }
  })

  test('what is edited there in another format, and only that, differs', async () => {
    const options = { number: '枫社发〔2024〕5号', cover: { stage: '征求意见稿', date: '2024-05-06' } }
    const [text] = throughOffice([await exported(reading, options)], 'odt')
    const files = unzipSync(text!)
    const before = strFromU8(files['content.xml']!)
    const edited = before
      .replace('当年的报纸；', '当年和上一年的报纸；')
      .replace(/(<text:p [^>]*>)(?=损坏一页的)/, '$1损坏封面的，赔偿3元。</text:p>$1')
    const [saved] = throughOffice([zipSync({ ...files, 'content.xml': strToU8(edited) })], 'docx', 'odt')
    const { value } = importDocx(saved!)
    const canonical = compileRegulation(parseRegulation(reading).tree)
    expect(value!.source).toBe(
      canonical
        .replace('当年的报纸；', '当年和上一年的报纸；')
        .replace('损坏一页的', '损坏封面的，赔偿3元。\n\n损坏一页的')
    )
  })

  test('tracked changes show as such, and come back with author and date', async () => {
    const [, old, next] = drafts.map((source) => parseRegulation(source).tree)
    const { value } = await exportTrackedDocx(
      { tree: old! },
      { tree: next! },
      { title: '', author: '李审', date: '2026-09-21T00:00:00Z' }
    )
    const [saved] = throughOffice([value], 'docx')
    const own = importDocx(value).value!
    const back = importDocx(saved!).value!
    const document = part(saved!, 'word/document.xml')
    expect(document.match(/<w:ins [^>]*w:author="李审" w:date="2026-09-21T00:00:00Z"/g)!.length).toBeGreaterThan(50)
    expect(plainTree(back.tree)).toEqual(plainTree(own.tree))
    const texts = (kind: string, review: typeof own.review) =>
      review
        .filter((item) => item.kind === kind)
        .map(({ text }) => text)
        .join('')
    for (const kind of ['insertion', 'deletion']) expect(texts(kind, back.review)).toBe(texts(kind, own.review))
    const rejected = importDocx(saved!, { changes: 'reject' }).value!
    expect(plainTree(rejected.tree)).toEqual(plainTree(importDocx(value, { changes: 'reject' }).value!.tree))
  })

  test('a PDF can be made of a draft', async () => {
    const [pdf] = throughOffice([await exported(reading)], 'pdf')
    expect(String.fromCharCode(...pdf!.slice(0, 5))).toBe('%PDF-')
    expect(pdf!.length).toBeGreaterThan(10_000)
  })
})
