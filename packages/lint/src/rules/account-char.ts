import { clauseRule, eachMatch } from '../rule.js'
import { source, technique1 } from '../sources.js'

export default clauseRule({
  id: 'account-char',
  group: 'words',
  summary: { zh: '关于钱款的写“账”，不写“帐”。', en: 'Money matters take 账, not 帐.' },
  rationale: '账户、账簿、账号、台账用“账”；帐篷、蚊帐一类用“帐”。',
  sources: [source(technique1, 'B')],
  kinds: 'all',
  severity: 'warning',
  fix: 'safe',
  good: ['设立专门账户。', '登记台账应当保存五年。', '救灾帐篷由仓库发放。'],
  bad: [
    { text: '设立专门⟦帐⟧户。', fixed: '设立专门账户。' },
    { text: '伪造会计⟦帐⟧簿的，从重处理。', fixed: '伪造会计账簿的，从重处理。' },
    { text: '转⟦帐⟧凭证和⟦帐⟧号应当核对。', fixed: '转账凭证和账号应当核对。' }
  ],
  check(clause, report) {
    eachMatch(clause, /(?<![蚊营军纱罗青篷棚])帐(?![篷幕子房棚])/g, report, () => ({
      reason: { zh: '关于钱款的用“账”。', en: 'Money matters take “账”.' },
      replace: '账'
    }))
  }
})
