import { readDirectives } from '../directives.js'
import { documentRule } from '../rule.js'
import { source } from '../sources.js'

export default documentRule({
  id: 'disable-comment',
  group: 'tool',
  summary: { zh: '停用检查的注释写明规则和理由。', en: 'A comment that silences rules names them and says why.' },
  rationale:
    '<!-- 不检查 qita：理由 --> 停用下一条（款、项）的检查；<!-- 停止检查 qita：理由 --> 到 <!-- 恢复检查 qita --> 停用一段。没有理由的不起作用；不再需要的会提示删去。',
  sources: [source('本工具的约定', 'C')],
  kinds: 'all',
  severity: 'warning',
  fix: 'none',
  good: [
    '<!-- 不检查 qita：上位法原文 -->\n第一条　提交其它材料。\n第二条　样品应当登记。',
    '<!-- 落实: B-3.2 -->\n第一条　样品应当登记。',
    '<!-- tiaoli-disable-next modal-duty: quoted from the treaty -->\n第一条　样品必须登记。\n第二条　登记不收费。'
  ],
  bad: [
    '⟦<!-- 不检查 qita -->⟧\n第一条　提交其他材料。',
    '⟦<!-- 停止检查：理由不明 -->⟧\n第一条　提交其他材料。',
    '⟦<!-- tiaoli-disable-next -->⟧\n第一条　样品应当登记。'
  ],
  check(document, report) {
    for (const { comment, ids, reason } of readDirectives(document)) {
      const { position } = comment
      if (position === undefined || (ids.length > 0 && reason !== '')) continue
      report({
        source: { start: position.start.offset!, end: position.end.offset! },
        reason:
          ids.length === 0
            ? { zh: '没有写明停用哪条规则，这条注释不起作用。', en: 'It names no rule, so it silences none.' }
            : {
                zh: '没有写明理由，这条注释不起作用：在规则之后加冒号，写明理由。',
                en: 'It gives no reason, so it silences nothing: add a colon and the reason behind the rule.'
              }
      })
    }
  }
})
