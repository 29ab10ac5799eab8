import { createLibrary, linkDocument } from '@tiaoli/library'
import fc from 'fast-check'
import type { Article, RegastNode } from 'regast'
import { formatNumeral } from 'regast'
import { parseRegulation } from 'remark-regast'
import { expect, test } from 'vitest'
import type { EditableDraft, Insertions, RenumberPlan } from '../src/index.js'
import { planRenumbering, prepareInsertions } from '../src/index.js'

function read(source: string): { draft: EditableDraft; articles: Article[]; addresses: string[] } {
  const { tree } = parseRegulation(source)
  const library = createLibrary([])
  const articles: Article[] = []
  const addresses: string[] = []
  const visit = (node: RegastNode): void => {
    if ('address' in node && typeof node.address === 'string') addresses.push(node.address)
    if (node.type === 'article') articles.push(node)
    if ('children' in node) for (const child of node.children) visit(child as RegastNode)
  }
  visit(tree)
  return { draft: { source, library, read: { tree, links: linkDocument(tree, { library }) } }, articles, addresses }
}

function prepared(draft: EditableDraft): Insertions | undefined {
  const steps = prepareInsertions(draft)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

function told(plan: RenumberPlan, addresses: readonly string[]): unknown {
  const { edits, count, numbers, references, messages, inserted } = plan
  const left = messages.map(({ reason, line }) => [line, reason])
  return { edits, count, numbers, references, left, inserted, now: addresses.map((one) => plan.numbersOf(one)) }
}

const words = [
  '第三条',
  '第二条第一款',
  '前条',
  '前两条',
  '第一条至第四条',
  '第二、三款',
  '第二条、第五条',
  '第一章第二条',
  '第九十条',
  '第五条第一款第（二）项',
  '附件一第二条',
  '《海湾渔业条例》第三条',
  '第三条之一'
]
const clause = fc.record({
  cites: fc.array(fc.constantFrom(...words), { maxLength: 3 }),
  /** How the article is numbered: as it should be, one too high, or with 之一. */
  number: fc.constantFrom('', '', '', '', '+', '之一'),
  opens: fc.constantFrom('', '', '', '章', '附件'),
  items: fc.constantFrom(0, 0, 2, 3)
})

function write(clauses: readonly (typeof clause extends fc.Arbitrary<infer T> ? T : never)[]): string {
  let text = '# 某市码头办法\n'
  let chapter = 0
  let attachment = 0
  let value = 0
  for (const { cites, number, opens, items } of clauses) {
    if (opens === '章' && attachment === 0) text += `\n## 第${formatNumeral(++chapter)}章　事项\n`
    if (opens === '附件') {
      text += `\n## 附件${formatNumeral(++attachment)}\n`
      value = 0
    }
    value += number === '之一' && value > 0 ? 0 : 1
    const printed = `第${formatNumeral(number === '+' ? value + 1 : value)}条${number === '之一' && value > 0 ? '之一' : ''}`
    const cited = cites.length === 0 ? '' : `依照${cites.join('和')}的规定`
    text += `\n${printed}　主管部门${cited}办理${items === 0 ? '。' : '下列事项：'}\n`
    for (let item = 1; item <= items; item++) text += `\n（${formatNumeral(item === 3 ? 4 : item)}）依照前款登记；\n`
  }
  return text
}

test('in any draft a prepared insertion is the one that is planned without preparation', () => {
  let plans = 0
  fc.assert(
    fc.property(fc.array(clause, { minLength: 1, maxLength: 14 }), (clauses) => {
      const { draft, articles, addresses } = read(write(clauses))
      const insertions = prepared(draft)!
      for (const after of articles) {
        plans += 1
        const planned = planRenumbering(draft, { change: { kind: 'insert', after } })
        expect(told(insertions.after(after), addresses)).toEqual(told(planned, addresses))
      }
    }),
    { numRuns: 300 }
  )
  expect(plans).toBeGreaterThan(300)
})

test('a draft with numbers left open is not prepared', () => {
  expect(prepared(read('# 办法\n\n第一条　甲。\n\n第X条　乙。\n').draft)).toBeUndefined()
})

test('前条 of another instrument is none of this draft, whatever is inserted here', () => {
  const { draft, articles } = read(
    '# 关于修改《海湾渔业条例》的决定\n\n第一条　甲。\n\n第二条　乙。\n\n第三条　《海湾渔业条例》第二十条修改为：“违反前条规定的，处罚款。”\n'
  )
  const { links } = draft.read!
  expect(links.references.find(({ text }) => text === '前条')?.targets[0]?.instrument).toBe('海湾渔业条例')
  const { edits } = planRenumbering(draft, { change: { kind: 'insert', after: articles[1]! } })
  expect(edits.map(({ text }) => text)).toEqual(['四'])
})
