import type { Article, Paragraph } from 'regast'
import { parseRegulation } from 'remark-regast'
import { expect, test } from 'vitest'
import { createAnnotator, createLibrary, linkDocument } from '../src/index.js'

function pieces(source: string): string[] {
  const { tree } = parseRegulation(source)
  const annotate = createAnnotator(linkDocument(tree, { library: createLibrary([]) }))
  const article = tree.children.findLast((child): child is Article => child.type === 'article')!
  const paragraph = article.children.find((child): child is Paragraph => child.type === 'paragraph')!
  return annotate(paragraph.children).map(({ node, reference, term }) => {
    const text = node.type === 'text' ? node.value : node.type
    return `${text}${reference ? ` → ${reference.targets[0]!.from}` : ''}${term ? ` = ${term.text}` : ''}`
  })
}

const first = '第一条　本办法所称志愿者，是指登记的居民。\n\n'

test('text is cut where references and terms begin and end', () => {
  expect(pieces(`${first}第二条　志愿者依照第一条登记。\n`)).toEqual([
    '志愿者 = 志愿者',
    '依照',
    '第一条 → art_1',
    '登记。'
  ])
})

test('a reference keeps together over emphasis and escapes, and what is no text passes through', () => {
  expect(pieces(`${first}第二条　a\\*依照**第一条**登记 <!-- 落实: B-1 -->。\n`)).toEqual([
    'a',
    '*',
    '依照',
    '第一条 → art_1',
    '登记 ',
    'comment',
    '。'
  ])
})

test('without links every node is one piece', () => {
  const { tree } = parseRegulation(first)
  const [article] = tree.children as Article[]
  const paragraph = article!.children.find((child): child is Paragraph => child.type === 'paragraph')!
  expect(createAnnotator(undefined)(paragraph.children)).toEqual(paragraph.children.map((node) => ({ node })))
})
