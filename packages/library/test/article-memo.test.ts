import fc from 'fast-check'
import { parseRegulation } from 'remark-regast'
import { expect, test } from 'vitest'
import { createLibrary, createScanCache, linkDocument } from '../src/index.js'
import { instrument, line } from './linked.js'

const library = createLibrary([
  instrument('# 安全生产监督条例\n\n第一条　为了安全，制定本条例。\n\n第二条　企业负责。\n\n企业报告。\n', {
    shortNames: ['安监条例']
  }),
  instrument('# 安全生产监督条例实施细则\n\n第一条　细则适用本市。\n')
])

const draft = `# 港口作业管理办法

## 第一章　总则

第一条　根据《安全生产监督条例》（以下简称监督条例）第二条第二款，制定本办法。

第二条　本办法所称港口作业，是指装卸、堆存等活动。

港口作业应当遵守该条例第一条和其实施细则的规定。

## 第二章　作业

第三条　港口作业单位应当遵守下列规定：

（一）依照本办法第二条第一款登记；

（二）执行监督条例第二条。

违反前款第二项规定的，依照第五条处理。

第四条　港口管理机构（以下简称管理机构）依照前条和第一章的规定检查港口作业。

第五条　有本办法第三条第一款第一项、第二项所列情形之一的，由管理机构依照该条例的规定处罚；情节严重的，适用《仓储办法》第九条。

第六条　本办法自2027年1月1日起施行。
`

const pieces = [
  '港口作业',
  '第五条',
  '前款',
  '该条例第一条',
  '（以下简称仓储办法）',
  '《仓储办法》',
  '\n\n',
  '第七条　',
  '（三）',
  '，',
  '。',
  '管理机构',
  '\n',
  '本办法',
  '## 第三章　附则\n\n',
  '<!-- 注 -->',
  '第二款',
  '以下简称作业',
  '和'
]

test('a draft that is linked again after every edit has the links of a fresh reading', () => {
  const edit = fc.record({ at: fc.nat(), cut: fc.nat({ max: 6 }), put: fc.constantFrom('', ...pieces) })
  fc.assert(
    fc.property(fc.array(edit, { minLength: 5, maxLength: 25 }), (edits) => {
      const cache = createScanCache()
      let source = draft
      for (const { at, cut, put } of edits) {
        const start = at % (source.length + 1)
        source = source.slice(0, start) + put + source.slice(start + cut)
        const { tree } = parseRegulation(source)
        expect(linkDocument(tree, { library, cache })).toEqual(linkDocument(tree, { library }))
      }
    }),
    { numRuns: 50 }
  )
})

test('a short name that comes to stand for an instrument is a term nowhere any more', () => {
  const cache = createScanCache()
  const naming = (host: string) =>
    `# 仓储办法\n\n第一条　仓库由管理站登记。\n\n第二条　市仓库管理站${host}（以下简称管理站）检查仓库。\n\n第三条　其他事项适用《仓储站办法》。\n`
  for (const host of ['', '《仓储站办法》', '']) {
    const { tree } = parseRegulation(naming(host))
    expect(linkDocument(tree, { library, cache })).toEqual(linkDocument(tree, { library }))
  }
})

test('a change in one article leaves the links of the others as they were, where they now stand', () => {
  const cache = createScanCache()
  const { references } = linkDocument(parseRegulation(draft).tree, { library, cache })
  const lines = references.map(line)
  const last = references.at(-1)!
  const { offset } = last.start
  const after = linkDocument(parseRegulation(draft.replace('装卸、堆存', '装卸、搬运、堆存')).tree, { library, cache })
  expect(after.references.map(line)).toEqual(lines)
  expect(after.references.at(-1)).toBe(last)
  expect(last.start.offset - offset).toBe(3)
})

test('a title that is typed stroke by stroke is known wherever its bare name stands', () => {
  const cache = createScanCache()
  const rest =
    '第二条　依照海岛保护条例第三条处理。\n\n第三条　甲。\n\n第四条　违反海岛保护条例第一条的，依照第三条处理。\n'
  const typed = '《海岛保护条例》'
  for (let length = 0; length <= typed.length; length++) {
    for (const end of ['', '》']) {
      const { tree } = parseRegulation(`# 仓储办法\n\n第一条　执行${typed.slice(0, length)}${end}。\n\n${rest}`)
      expect(linkDocument(tree, { library, cache })).toEqual(linkDocument(tree, { library }))
    }
  }
})

test('clauses that change hands between two articles of one number are noticed', () => {
  const cache = createScanCache()
  const body = '包括：\n\n（一）甲；\n\n（二）乙。\n\n'
  const first = `# 仓储办法\n\n第一条　依照第二条第三项办理。\n\n第二条　${body}第二条　\n\n`
  const second = `# 仓储办法\n\n第一条　依照第二条第三项办理。\n\n第二条　\n\n第二条　${body}`
  for (const draft of [first, second, first]) {
    const { tree } = parseRegulation(draft)
    expect(linkDocument(tree, { library, cache })).toEqual(linkDocument(tree, { library }))
  }
})
