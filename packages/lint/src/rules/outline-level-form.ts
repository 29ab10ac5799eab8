import { documentRule } from '../rule.js'
import { source } from '../sources.js'

export default documentRule({
  id: 'outline-level-form',
  group: 'signs',
  summary: { zh: '公文的层次序数依次是一、（一）1.（1）。', en: 'Outline numbers of papers are 一、（一）1.（1）.' },
  rationale: '“1”之后用下圆点，不用顿号；加了括号的序数之后不再加标点。',
  sources: [source('GB/T 9704《党政机关公文格式》', 'B')],
  kinds: ['公文'],
  severity: 'info',
  fix: 'safe',
  good: [
    '# 关于样品登记的通知\n一、登记范围\n（一）矿物。\n1. 原石。\n（1）大块原石。',
    '# 关于样品登记的通知\n一、登记范围包括矿物。\n二、登记不收费。',
    '# 关于样品登记的意见\n样品应当登记。'
  ],
  bad: [
    {
      text: '# 关于样品登记的通知\n一、登记范围\n（一）矿物。\n⟦1、⟧原石。\n⟦2、⟧晶体。',
      fixed: '# 关于样品登记的通知\n一、登记范围\n（一）矿物。\n1. 原石。\n2. 晶体。'
    },
    {
      text: '# 关于样品登记的通知\n一、登记范围\n⟦(一)⟧矿物。\n⟦(二)⟧化石。',
      fixed: '# 关于样品登记的通知\n一、登记范围\n（一）矿物。\n（二）化石。'
    },
    {
      text: '# 关于样品登记的通知\n一、登记范围\n（一）⟦、⟧矿物。\n（二）⟦、⟧化石。',
      fixed: '# 关于样品登记的通知\n一、登记范围\n（一）矿物。\n（二）化石。'
    }
  ],
  check(document, report) {
    for (const num of document.nodes('num')) {
      const { position, value } = num
      if (position === undefined) continue
      const right = value.replace(/^([0-9０-９]+)[、．]$/, '$1. ').replace(/^\((.*)\)$/, '（$1）')
      if (right === value) continue
      report({
        source: { start: position.start.offset!, end: position.end.offset! },
        reason: { zh: `层次序数写“${right.trim()}”。`, en: `The outline number is written “${right.trim()}”.` },
        replace: right
      })
    }
    for (const clause of document.clauses) {
      const { node, text } = clause
      const bracketed =
        'children' in node && node.children.some((child) => child.type === 'num' && /[）)]$/.test(child.value))
      if (!bracketed || !/^[、.．，]/.test(text)) continue
      report({
        clause,
        start: 0,
        end: 1,
        reason: { zh: '加了括号的序数之后不再加标点。', en: 'No mark follows a number in brackets.' },
        replace: ''
      })
    }
  }
})
