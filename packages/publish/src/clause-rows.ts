import type { LinkedDocument } from '@tiaoli/library'
import type { Root } from 'regast'
import { levelWords } from 'regast'
import { type PublishedClause, publishedClauses } from './clause-tree.js'

/** The clauses of a draft as rows for a spreadsheet, the heads of the columns first. */
export function clauseRows(tree: Root, links?: LinkedDocument): (string | number)[][] {
  const rows: (string | number)[][] = [
    ['序号', '章节', '条款', '层级', '编号', '标题', '正文', '字数', '引用', '需要核对', '落实', '地址']
  ]
  const { clauses } = publishedClauses(tree, links)
  const add = (clause: PublishedClause, path: string): void => {
    const {
      type,
      number = '',
      heading = '',
      text = '',
      label,
      address,
      references = [],
      comments = [],
      children = []
    } = clause
    const resolved = references.flatMap(({ targets }) => targets.filter(({ status }) => status === 'resolved'))
    const doubtful = references.flatMap(({ text: words, targets }) =>
      targets
        .filter(({ status }) => status !== 'resolved')
        .map(({ reason }) => (reason === undefined ? words : `${words}：${reason}`))
    )
    const isStructure = type !== 'article' && type !== 'paragraph' && type !== 'point' && type !== 'indent'
    const here = isStructure ? `${path}${path === '' ? '' : ' '}${number}　${heading}`.trim() : path
    // An article is the row of its number and heading; its text stands in the rows of its 款.
    if (type !== 'article' || heading !== '' || children.length === 0) {
      const length = text.replace(/\s/g, '').length
      const cells = [label, levelNames[type], number, heading, text, length]
      rows.push([
        rows.length,
        here,
        ...cells,
        unique(resolved.map((target) => target.label)),
        doubtful.join('\n'),
        tracesOf(comments),
        address
      ])
    }
    for (const [index, child] of children.entries()) {
      // Comments in front of an article speak of its first 款 where the article has no row of its own.
      const passed =
        index === 0 && type === 'article' && heading === ''
          ? { ...child, comments: [...comments, ...(child.comments ?? [])] }
          : child
      add(passed, here)
    }
  }
  for (const clause of clauses) add(clause, '')
  return rows
}

const levelNames: Record<PublishedClause['type'], string> = { ...levelWords, division: '分组', preamble: '序言' }

function unique(labels: string[]): string {
  return [...new Set(labels)].join('\n')
}

/** What tracing comments say that a clause answers. */
function tracesOf(comments: readonly string[]): string {
  return comments.flatMap((comment) => /^落实[:：](.*)$/s.exec(comment)?.[1]?.trim() ?? []).join('；')
}
