import { documentRule } from '../rule.js'
import { source } from '../sources.js'

const boards = ['党章', '组织', '领导', '自身建设', '监督保障']

export default documentRule({
  id: 'party-framework-tag',
  group: 'party',
  summary: { zh: 'front matter 的 board 写明所属板块。', en: 'The front matter names the board of the framework.' },
  rationale:
    '党内法规体系分为党章之下的组织、领导、自身建设、监督保障四个板块，写在 front matter 的 board，便于编目和检索。没有 front matter 的不检查。',
  sources: [source('中共中央2017年关于加强党内法规制度建设的意见', 'B')],
  kinds: ['党内法规'],
  severity: 'info',
  fix: 'none',
  good: [
    '---\nkind: 党内法规\nboard: 组织\n---\n# 中共云川省委样品工作规定\n第一条　样品应当登记。',
    '---\nkind: 党内法规\nboard: 监督保障\n---\n# 中共云川省委样品工作规定\n第一条　样品应当登记。',
    '# 中共云川省委样品工作规定\n第一条　样品应当登记。'
  ],
  bad: [
    '---\nkind: 党内法规\n---\n# ⟦中共云川省委样品工作规定⟧\n第一条　样品应当登记。',
    '---\nkind: 党内法规\nboard: 业务\n---\n# ⟦中共云川省委样品工作规定⟧\n第一条　样品应当登记。',
    '---\nstage: 初稿\n---\n# ⟦中共云川省委样品管理办法⟧\n第一条　样品应当登记。'
  ],
  check(document, report) {
    const { fields, titleClause } = document
    if (titleClause === undefined || fields.size === 0) return
    const board = fields.get('board')
    if (board !== undefined && boards.includes(board)) return
    const known = boards.join('、')
    report({
      clause: titleClause,
      reason:
        board === undefined
          ? {
              zh: `文件开头两行“---”之间没有写明板块，例如“board: 组织”；可以写${known}。`,
              en: `The front matter has no board (${known}).`
            }
          : {
              zh: `没有“${board}”这个板块，写${known}之一。`,
              en: `There is no board “${board}”; write one of ${known}.`
            }
    })
  }
})
