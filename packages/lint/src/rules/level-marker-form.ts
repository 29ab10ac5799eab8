import { formatNumeral, numOf } from 'regast'
import { documentRule } from '../rule.js'
import { legislationLaw65, practice, source } from '../sources.js'

export default documentRule({
  id: 'level-marker-form',
  group: 'structure',
  summary: {
    zh: '项用（一），目用1.，款不编号。',
    en: '项 are （一） in full-width brackets, 目 are 1., 款 bear no number.'
  },
  rationale:
    '项的序号用中文数字加圆括号，目的序号用阿拉伯数字。括号用全角；自动更正只改括号的宽窄，改序号的样式由人选择。',
  inPractice: '文集转换格式时把行政法规各项的括号变成了半角，原文是全角。',
  sources: [source(legislationLaw65, 'A'), source(`括号宽窄：${practice}`, 'B')],
  kinds: ['法律', '行政法规', '规章', '地方性法规', '党内法规'],
  severity: 'error',
  fix: 'offer',
  good: [
    '应当提交：\n（一）申请表；\n（二）样品清单。',
    '应当提交：\n（一）下列材料：\n1. 申请表；\n2. 样品清单；\n（二）样品。',
    '样品应当登记。'
  ],
  bad: [
    { text: '应当提交：\n⟦(一)⟧申请表；\n⟦(二)⟧样品清单。', fixed: '应当提交：\n（一）申请表；\n（二）样品清单。' },
    { text: '应当提交：\n⟦（1）⟧申请表；\n⟦（2）⟧样品清单。', fixed: '应当提交：\n（一）申请表；\n（二）样品清单。' },
    { text: '应当提交：\n⟦①⟧申请表；\n⟦②⟧样品清单。', fixed: '应当提交：\n（一）申请表；\n（二）样品清单。' }
  ],
  check(document, report) {
    for (const point of document.nodes('point')) {
      if (point.quoted || !point.address.startsWith('art_')) continue
      const num = numOf(point)
      const position = num?.position
      if (num === undefined || position === undefined) continue
      const value = num.value.replace(/\s/g, '')
      if (
        /^（[一二三四五六七八九十百]+）$/.test(value) ||
        /^[0-9０-９]+[.．、]$/.test(value) ||
        /^[一二三四五六七八九十]+、$/.test(value)
      )
        continue
      const right = `（${formatNumeral(point.number.value)}）`
      report({
        source: { start: position.start.offset!, end: position.end.offset!, address: point.address },
        reason: { zh: `项的序号写“${right}”。`, en: `The number of a 项 is written “${right}”.` },
        replace: right,
        ...(/^[（(][一二三四五六七八九十百]+[）)]$/.test(value) ? { fix: 'safe' as const } : {})
      })
    }
  }
})
