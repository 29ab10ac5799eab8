import { describe, expect, test } from 'vitest'
import { importDocx } from '../../src/index.js'
import { p, r, wordFile } from '../word-file.js'

const who = 'w:author="李审" w:date="2024-03-04T05:06:07Z"'
const ins = (content: string) => `<w:ins w:id="1" ${who}>${content}</w:ins>`
const del = (words: string) => `<w:del w:id="2" ${who}><w:r><w:delText>${words}</w:delText></w:r></w:del>`
const mark = (kind: 'ins' | 'del') => `<w:pPr><w:rPr><w:${kind} w:id="3" ${who}/></w:rPr></w:pPr>`

const body = [
  p('借阅规定'),
  `<w:p>${r('第一条　居民可以借阅图书')}${del('三')}${ins(r('五'))}${r('册。')}</w:p>`,
  `<w:p>${mark('del')}${del('第二条　遗失图书的，不予追究。')}</w:p>`,
  `<w:p>${mark('ins')}${ins(r('第二条　遗失图书的，应当赔偿。'))}</w:p>`,
  `<w:p>${r('第三条　本规定自')}<w:commentRangeStart w:id="7"/>${r('公布之日')}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>${r('起施行。')}</w:p>`
].join('')
const comments = `<w:comment w:id="7" w:author="王核" w:date="2024-03-05T00:00:00Z"><w:p>${r('请写明日期。')}</w:p><w:p>${r('例如6月1日。')}</w:p></w:comment>`
const bytes = wordFile(body, { comments })

describe('what reviewers left in a file', () => {
  test('changes read as accepted, or as rejected', () => {
    expect(importDocx(bytes).value!.source).toBe(
      '# 借阅规定\n\n第一条　居民可以借阅图书五册。\n\n第二条　遗失图书的，应当赔偿。\n\n第三条　本规定自公布之日起施行。\n'
    )
    expect(importDocx(bytes, { changes: 'reject' }).value!.source).toBe(
      '# 借阅规定\n\n第一条　居民可以借阅图书三册。\n\n第二条　遗失图书的，不予追究。\n\n第三条　本规定自公布之日起施行。\n'
    )
  })

  test('each change and comment with its author, time, clause and line', () => {
    const { review } = importDocx(bytes).value!
    const change = { author: '李审', date: '2024-03-04T05:06:07Z' }
    expect(review).toEqual([
      {
        ...change,
        kind: 'deletion',
        text: '三',
        address: 'art_1__para_1',
        label: '第一条第一款',
        line: 3,
        before: '第一条　居民可以借阅图书'
      },
      {
        ...change,
        kind: 'insertion',
        text: '五',
        address: 'art_1__para_1',
        label: '第一条第一款',
        line: 3,
        before: '第一条　居民可以借阅图书'
      },
      {
        ...change,
        kind: 'deletion',
        text: '第二条　遗失图书的，不予追究。',
        address: 'art_2__para_1',
        label: '第二条第一款',
        line: 5,
        before: ''
      },
      {
        ...change,
        kind: 'insertion',
        text: '第二条　遗失图书的，应当赔偿。',
        address: 'art_2__para_1',
        label: '第二条第一款',
        line: 5,
        before: ''
      },
      {
        kind: 'comment',
        author: '王核',
        date: '2024-03-05T00:00:00Z',
        text: '请写明日期。\n例如6月1日。',
        about: '公布之日',
        address: 'art_3__para_1',
        label: '第三条第一款',
        line: 7,
        before: '第三条　本规定自'
      }
    ])
  })

  test('text that was moved is told as moved', () => {
    const moved = `<w:p>${r('第一条　甲。')}</w:p><w:p>${mark('ins').replace('w:ins', 'w:moveTo')}<w:moveTo w:id="4" ${who}>${r('第二条　乙。')}</w:moveTo></w:p>`
    expect(importDocx(wordFile(moved)).value!.review).toMatchObject([
      { kind: 'insertion', moved: true, text: '第二条　乙。' }
    ])
  })
})

test('fields leave their results, contents that Word made leave nothing', () => {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`
  const field = [
    `<w:p>${mark('begin')}${instruction('TOC \\o')}${mark('separate')}${r('第一章　总则')}</w:p>`,
    `<w:p>${r('第二章　附则')}</w:p><w:p>${mark('end')}</w:p>`,
    p('第一章　总则'),
    `<w:p>${r('第一条　依照')}${mark('begin')}${instruction('REF x')}${mark('separate')}${r('第二条')}${mark('end')}${r('办理。')}</w:p>`,
    `<w:p>${r('第二条　见')}<w:fldSimple w:instr="REF y">${r('第一条')}</w:fldSimple>${r('。')}</w:p>`
  ].join('')
  expect(importDocx(wordFile(field)).value!.source).toBe(
    '## 第一章　总则\n\n第一条　依照第二条办理。\n\n第二条　见第一条。\n'
  )
})

test('bold type that only looks is left out, emphasis inside a line is kept', () => {
  const bold = '<w:b/>'
  const looks = wordFile(
    `<w:p>${r('第一条', bold)}${r('　居民应当登记。')}</w:p><w:p>${r('第二条　居民')}${r('应当', bold)}${r('登记。')}</w:p>`
  )
  expect(importDocx(looks).value!.source).toBe('第一条　居民应当登记。\n\n第二条　居民**应当**登记。\n')
})

test('tables, footnotes, and what has no place in Markdown', () => {
  const cell = (words: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(words)}</w:tc>`
  const table = `<w:tbl><w:tr>${cell('期限')}${cell('册数')}</w:tr><w:tr>${cell('30日|夜')}${cell('5')}</w:tr></w:tbl>`
  const note = `<w:p>${r('第一条　甲')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('。')}<w:r><w:drawing/></w:r></w:p>`
  const footnotes = `<w:footnote w:id="0" w:type="separator"/><w:footnote w:id="2"><w:p>${r('见公告。')}</w:p></w:footnote>`
  const { value, messages } = importDocx(wordFile(note + table, { footnotes }))
  expect(value!.source).toContain('第一条　甲[^2]。')
  expect(value!.source).toContain('| 30日\\|夜 | 5 |')
  expect(value!.source).toContain('[^2]: 见公告。')
  expect(messages.map(({ reason }) => reason)).toEqual(['没有导入：图片或图形 1 处（第一条第一款）。'])
})

test('a line that goes altogether is listed behind the clause that it stood behind', () => {
  const del = (text: string, mark: boolean) =>
    `<w:p><w:pPr><w:rPr>${mark ? '<w:del w:id="1" w:author="李审" w:date="2024-05-06T00:00:00Z"/>' : ''}</w:rPr></w:pPr><w:del w:id="2" w:author="李审" w:date="2024-05-06T00:00:00Z"><w:r><w:delText>${text}</w:delText></w:r></w:del></w:p>`
  const { value } = importDocx(
    wordFile(
      [p('第一条　图书可以外借。'), del('第二条　图书应当登记。', true), p('第二条　遗失的，应当赔偿。')].join('')
    )
  )
  expect(value!.source).toBe('第一条　图书可以外借。\n\n第二条　遗失的，应当赔偿。\n')
  expect(value!.review).toMatchObject([
    { kind: 'deletion', text: '第二条　图书应当登记。', label: '第一条第一款', before: '第一条　图书可以外借。' }
  ])
})

test('a break typed inside an article is told, for it may stand for a new 款', () => {
  const typed = `<w:p>${r('第一条　居民应当登记。')}<w:r><w:br/></w:r>${r('登记不收费。')}</w:p>`
  const title = `<w:p>${r('某市居民')}<w:r><w:br/></w:r>${r('登记办法')}</w:p>`
  expect(importDocx(wordFile(typed)).messages.map(({ reason }) => reason)).toContain(
    '条文中有 1 处手动换行（第一条第一款），按同一款读入；应当另起一款的，请改成空行。'
  )
  const { messages } = importDocx(wordFile(title + p('第一条　居民应当登记。')))
  expect(messages.filter(({ ruleId }) => ruleId === 'line-break')).toEqual([])
})
