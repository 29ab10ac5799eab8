import { createLibrary, linkDocument } from '@tiaoli/library'
import { plainTree, regulationSource } from '@tiaoli/test-utils'
import fc from 'fast-check'
import { parseRegulation } from 'remark-regast'
import { describe, expect, test } from 'vitest'
import { exportTrackedDocx, importDocx } from '../src/index.js'
import { part, reading } from './example.js'

const options = { title: '', author: '起草组', date: '2024-05-06T00:00:00Z' }

async function tracked(old: string, next: string): Promise<Uint8Array> {
  return (await exportTrackedDocx({ tree: parseRegulation(old).tree }, { tree: parseRegulation(next).tree }, options))
    .value
}

function plain(source: string): object {
  return plainTree(parseRegulation(source.replaceAll('**', '')).tree)
}

const older =
  '# 借阅规定\n\n第一条　居民可以借阅图书三册。\n\n第二条　遗失图书的，应当赔偿。\n\n第三条　依照第二条的规定赔偿的，登记在册。\n'
const newer =
  '# 借阅规定\n\n第一条　居民可以借阅图书五册。\n\n第二条　图书借期为三十日。\n\n第三条　遗失图书的，应当赔偿。\n\n第四条　依照第三条的规定赔偿的，登记在册。\n'

describe('changes between two drafts', () => {
  test('words that changed are a deletion and an insertion with author and date', async () => {
    const document = part(await tracked(older, newer), 'word/document.xml')
    expect(document).toMatch(
      /<w:del w:id="\d+" w:author="起草组" w:date="2024-05-06T00:00:00Z">(?:(?!<\/w:del>).)*<w:delText[^>]*>三册/
    )
    expect(document).toMatch(/<w:ins [^>]*>(?:(?!<\/w:ins>).)*五册/)
    expect(document).toContain('居民可以借阅图书')
  })

  test('a new article is an inserted paragraph; one that moved down keeps its words', async () => {
    const document = part(await tracked(older, newer), 'word/document.xml')
    const inserted = document.match(/<w:p>.*?<\/w:p>/gs)!.filter((paragraph) => /<w:rPr><w:ins /.test(paragraph))
    expect(inserted.map((paragraph) => paragraph.replace(/<[^>]+>/g, ''))).toEqual(['第二条　图书借期为三十日。'])
    expect(document).toMatch(
      /<w:delText[^>]*>第二条　<\/w:delText>.*?<w:t[^>]*>第三条<\/w:t>.*?遗失图书的，应当赔偿。/s
    )
  })

  test('references that come in are fields inside the change, which follow once it is accepted', async () => {
    const { tree } = parseRegulation(newer)
    const links = linkDocument(tree, { library: createLibrary([]) })
    const next = { tree, links }
    const { value } = await exportTrackedDocx({ tree: parseRegulation(older).tree }, next, options)
    const document = part(value, 'word/document.xml')
    const field = /<w:ins [^>]*>((?:<w:r>(?:(?!<\/w:r>).)*<\/w:r>)+)<\/w:ins>/g
    const fields = [...document.matchAll(field)].filter(([, runs]) => runs!.includes('REF art_3 '))
    expect(fields).toHaveLength(1)
    expect(fields[0]![1]!.replace(/<w:instrText.*?<\/w:instrText>|<[^>]+>/g, '')).toBe('第三条')
    expect(importDocx(value).value!.source).toBe(newer)
  })

  test('accepted they are the new draft, rejected the old one', async () => {
    const bytes = await tracked(older, newer)
    expect(importDocx(bytes).value!.source).toBe(newer)
    expect(importDocx(bytes, { changes: 'reject' }).value!.source).toBe(older)
  })

  test('drafts that are equal have no changes', async () => {
    expect(importDocx(await tracked(reading, reading)).value!.review).toEqual([])
  })

  test('of any two drafts, accepting gives the new one and rejecting the words of the old one', async () => {
    const source = regulationSource({ emphasis: true, tables: true, attachments: true, specials: true })
    await fc.assert(
      fc.asyncProperty(source, source, async (old, next) => {
        const bytes = await tracked(old, next)
        expect(plainTree(importDocx(bytes).value!.tree)).toEqual(plainTree(parseRegulation(next).tree))
        // Words are tracked, emphasis is not.
        const rejected = importDocx(bytes, { changes: 'reject' }).value!.source
        expect(plain(rejected)).toEqual(plain(old))
      }),
      { numRuns: 30 }
    )
  })
})
