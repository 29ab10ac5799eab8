import { formatAddress } from 'regast'
import { compileRegulation } from 'remark-regast'
import { expect, test } from 'vitest'
import { aknNamespace, importAkn } from '../src/index.js'

const wrap = (body: string, before = '') =>
  `<?xml version="1.0"?>${before}<akomaNtoso xmlns="${aknNamespace}"><act name="x"><meta/><body>${body}</body></act></akomaNtoso>`

function refusal(source: string): string {
  const { value, messages } = importAkn(source)
  expect(value).toBeUndefined()
  expect(messages[0]!.fatal).toBe(true)
  return messages[0]!.reason
}

test('a document type is refused before any entity is expanded', () => {
  const laughs = '<!DOCTYPE a [<!ENTITY x "哈哈"><!ENTITY y "&x;&x;&x;&x;">]>'
  expect(refusal(wrap('<article><content><p>&y;</p></content></article>', laughs))).toContain('DOCTYPE')
  expect(refusal(wrap('', '<!DOCTYPE a SYSTEM "file:///etc/passwd">'))).toContain('DOCTYPE')
})

test('entities that nobody defined are refused', () => {
  expect(refusal(wrap('<article><content><p>&nbsp;</p></content></article>'))).toContain('没有定义的实体')
})

test('deep nesting is refused', () => {
  expect(refusal(wrap('<chapter>'.repeat(5000) + '</chapter>'.repeat(5000)))).toContain('嵌套超过')
})

test('a file that was cut off is refused', () => {
  expect(refusal(wrap('<article><num>第一条</num></article>').slice(0, -40))).toContain('XML')
  expect(refusal('')).toContain('XML')
})

test('other XML and other versions are refused by name', () => {
  expect(refusal('<html xmlns="http://www.w3.org/1999/xhtml"/>')).toContain('html')
  expect(refusal('<akomaNtoso xmlns="http://www.akomantoso.org/2.0"/>')).toContain('3.0')
})

test('Markdown in an attribute that we cannot have written is left out', () => {
  const bad = '{&quot;type&quot;:&quot;script&quot;}'
  const { value } = importAkn(
    wrap(
      `<article eId="art_1"><num>第一条</num><paragraph><content><p>甲<inline xmlns:t="urn:tiaoli:akn:1" name="markdown" t:mdast="${bad}">乙</inline></p></content></paragraph></article>`
    )
  )
  expect(compileRegulation(value!.tree)).toBe('第一条　甲乙\n')
})

test('files of others: points right below an article, wrap-ups, eIds of another manner, layout in the text', () => {
  const { value, messages } = importAkn(
    wrap(`<chapter eId="chp_I"><num>第一章</num><heading>总则</heading>
      <article eId="chp_I__art_1"><num>第一条</num>
        <intro><p>居民应当
          做到：</p></intro>
        <point><num>（一）</num><content><p>按时还书；</p></content></point>
        <point><num>（二）</num><content><p>爱护图书。</p></content></point>
        <wrapUp><p>违反的，依照公约处理。</p></wrapUp>
      </article>
      <subchapter><heading>附则</heading><article><num>第二条之一</num><content><p>甲。</p></content></article></subchapter>
    </chapter>`)
  )
  expect(compileRegulation(value!.tree)).toContain(
    '第一条　居民应当做到：\n\n（一）按时还书；\n\n（二）爱护图书。\n\n违反的，依照公约处理。'
  )
  expect(messages.map(({ reason }) => reason)).toEqual(['条理没有 subchapter 这一层级，读作不编号的分组。'])
  const addresses: string[] = []
  JSON.stringify(value!.tree, (key, field) => {
    if (key === 'address') addresses.push(field)
    return field
  })
  expect(addresses.map(formatAddress)).toContain('第二条之一第一款')
})

test('files of others: quoted structures become quoted lines, with the marks that their attributes name', () => {
  const { value } = importAkn(
    wrap(
      `<article eId="art_1"><num>第一条</num><paragraph><content><p><mod>将第三条修改为：<quotedStructure startQuote="“" endQuote="”"><article><num>第三条</num><paragraph><intro><p>图书可以借阅：</p></intro><point><num>（一）</num><content><p>成人三册；</p></content></point></paragraph><paragraph><content><p>逾期的，应当归还。</p></content></paragraph></article></quotedStructure></mod></p></content></paragraph></article>`
    )
  )
  expect(compileRegulation(value!.tree)).toBe(
    '第一条　将第三条修改为：\n\n“第三条　图书可以借阅：\n\n“（一）成人三册；\n\n“逾期的，应当归还。”\n'
  )
})
