import { parseRegulation } from 'remark-regast'
import { expect, test } from 'vitest'
import { exportAkn, importAkn } from '../src/index.js'
import { exported, reading } from './example.js'

const xml = exported(reading)

test('eIds are the addresses of the clause tree', () => {
  for (const address of ['chp_1', 'art_2__para_1__point_2__indent_2', 'art_3-1', 'att_1__para_1']) {
    expect(xml).toContain(`eId="${address}"`)
  }
})

test('款 with 项 is intro and points, and the text after the last 项 is the next 款', () => {
  const article = /<article eId="art_2">[\s\S]*?<\/article>/.exec(xml)![0]
  expect(article).toMatch(/<paragraph eId="art_2__para_1">\s*<intro>\s*<p>居民可以借阅图书/)
  expect(article).toMatch(/<\/point>\s*<\/paragraph>\s*<paragraph eId="art_2__para_2">/)
  expect(xml).not.toContain('wrapUp')
})

test('one reference, a range and several of them', () => {
  expect(xml).toContain('<rref from="#art_2" upTo="#art_5">本办法第二条至第五条</rref>')
  expect(xml).toMatch(
    /<mref><ref href="#art_2__para_1__point_1">前款第一项<\/ref>、<ref href="#art_2__para_1__point_2">第二项<\/ref><\/mref>/
  )
})

test('what is not sure is no link but says why', () => {
  expect(xml).toMatch(/<span class="dangling" title="[^"]+">第九条<\/span>/)
  expect(xml).not.toMatch(/<ref[^>]*>[^<]*第九条/)
})

test('references into other instruments are IRIs of their works', () => {
  const { tree } = parseRegulation('第一条　依照《湖滨街道文化活动规定》，制定本办法。\n')
  expect(exportAkn(tree, { facts: { title: '无' } }).value).not.toContain('<ref ')
  expect(xml).toContain(
    '/akn/cn/act/provisions/湖滨街道办事处/2019/湖滨街道文化活动规定/zho@2019-02-03/~art_4__para_2"'
  )
})

test('terms are defined once in the references and marked where they stand', () => {
  expect(xml).toMatch(/<TLCTerm eId="term_1" href="[^"]*" showAs="图书室"\/>/)
  expect(xml).toContain('<def refersTo="#term_1"><term refersTo="#term_1">图书室</term></def>')
})

test('the life of the work is that of the note under the title', () => {
  expect(xml).toContain('<eventRef eId="event_1" date="2021-03-05" source="#original" type="generation"/>')
  expect(xml).toContain('<eventRef eId="event_2" date="2023-06-01" source="#event_2_source" type="amendment"/>')
  expect(xml).toContain('<FRBRdate date="2021-03-05" name="draft"/>')
  expect(xml).toContain('<FRBRdate date="2024-05-07" name="generation"/>')
})

test('a decision that amends has its changes marked, and listed where their target is sure', () => {
  const decision =
    '# 关于修改《湖滨街道文化活动规定》的决定\n\n一、将《湖滨街道文化活动规定》第四条第二款修改为：“文化活动应当在三日前登记。”\n\n二、删去第九条。\n\n三、本决定自公布之日起施行。\n'
  const value = exported(decision, '关于修改《湖滨街道文化活动规定》的决定')
  expect(value).toMatch(
    /<mod eId="art_1__para_1__mod_1">将<ref [^>]*>《湖滨街道文化活动规定》第四条第二款<\/ref>修改为：<quotedText>“文化活动应当在三日前登记。”<\/quotedText><\/mod>/
  )
  expect(value).toMatch(
    /<textualMod type="substitution" eId="art_1__para_1__mod_1_effect">\s*<source href="#art_1__para_1__mod_1"\/>\s*<destination href="[^"]*湖滨街道文化活动规定[^"]*~art_4__para_2"\/>/
  )
  expect(value.match(/<textualMod /g)).toHaveLength(1)
  expect(value.match(/<mod /g)).toHaveLength(2)
})

test('the lines that a change quotes are a structure inside it, and keep their addresses', () => {
  const title = '关于修改《湖滨街道文化活动规定》的决定'
  const value = exported(
    `# ${title}\n\n一、将第三条修改为：\n\n“第三条　图书可以借阅：\n\n“（一）成人三册；\n\n“（二）儿童二册。\n\n“逾期的，应当归还。”\n\n二、增加一章，作为第四章：\n\n“第四章　监督\n\n“第十二条　居民可以监督。”\n`,
    title
  ).replace(/<\/?span[^>]*>/g, '')
  const [first, second] = value.match(/<quotedStructure .*?<\/quotedStructure>/gs)!
  expect(first).toBe(
    '<quotedStructure eId="art_1__para_1__mod_1__qstr_1"><article eId="art_1__para_1__mod_1__qstr_1__art_3"><num>“第三条　</num><paragraph eId="art_1__para_2" class="quoted"><intro><p>图书可以借阅：</p></intro><point eId="art_1__para_2__point_1" class="quoted"><num>“（一）</num><content><p>成人三册；</p></content></point><point eId="art_1__para_2__point_2" class="quoted"><num>“（二）</num><content><p>儿童二册。</p></content></point></paragraph><paragraph eId="art_1__para_3" class="quoted"><content><p>“逾期的，应当归还。”</p></content></paragraph></article></quotedStructure>'
  )
  expect(second).toMatch(
    /<chapter eId="art_2__para_2"><num>“第四章　<\/num><heading>监督<\/heading><article [^>]*><num>“第十二条　<\/num>/
  )
})

test('a second clause with the same number keeps its place under an eId of its own', () => {
  const { tree } = parseRegulation('第一条　甲。\n\n第一条　乙。\n')
  const value = exportAkn(tree, { facts: { title: '无' } }).value
  expect(value).toContain('<article eId="art_1">')
  expect(value).toContain('<article eId="art_1.2">')
})

test('a control character that XML cannot hold is replaced and told', () => {
  const { tree } = parseRegulation('第一条　甲\u0001乙。\n')
  const { value, messages } = exportAkn(tree, { facts: { title: '无' } })
  expect(value).toContain('甲\uFFFD乙')
  expect(messages[0]!.reason).toContain('1 个字符')
})

test('a date that is known by its month only is no invented day, and comes back as it was', () => {
  const { tree } = parseRegulation('第一条　甲。\n')
  const { value } = exportAkn(tree, { facts: { title: '无', date: '2024-05' } })
  expect(value).toContain('<FRBRdate date="2024-05-01" name="month"/>')
  expect(value).not.toContain('<eventRef ')
  expect(importAkn(value).value!.facts.date).toBe('2024-05')
})
