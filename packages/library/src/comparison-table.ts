/** A form of the articles: as they stand, as they are to be, one draft of them, or what they are called. */
const edition =
  /^(?:原(?!因)|旧|新|现行|现有|拟)|条文|(?:修改|修订|修正)(?:之?前|以?后|建议|内容|草案|稿|案|为)$|(?:草案|[初一二三四五六]稿|(?:征求意见|送审|审议|审查|讨论|报批|报审|审核|公布)稿|条例|规定|办法|规则|细则|准则|章程)$/
/** What is said about an article beside it. */
const remark = /(?:说明|理由|依据|备注|意见|释义|解释|解读|变化|情况)$/
/** What only counts or names the rows. */
const label = /^(?:序号|编号|条序|条目|条款|条号|章节|类别)?$/
const numbered = /^第[〇零一二三四五六七八九十百千\d]+[编章节条]/
const clause = /^第[〇零一二三四五六七八九十百千\d]+[编章节条](?:之[一二三四五六七八九十]+)?[\s\u3000]+\S/
/** Captions that may stand above the head row. */
const mostAbove = 3
const longestName = 30

/**
 * The names of the columns of a table that compares articles, as drafting groups circulate it (原条文 beside 修改后, a
 * draft beside 说明), from the words of its cells by rows; `undefined` for every other table.
 */
export function comparisonColumns(rows: readonly (readonly string[])[]): string[] | undefined {
  const at = rows.slice(0, mostAbove).findIndex((row) => row.filter((cell) => cell.trim() !== '').length > 1)
  const head = rows[at]?.map((cell) => cell.trim()) ?? []
  const names = head.map(bareName)
  if (head.some((cell) => cell.length > longestName || /[。；]/.test(cell))) return undefined
  const remarks = names.filter((name) => remark.test(name))
  const editions = names.filter((name) => !remark.test(name) && edition.test(name))
  const labels = names.filter((name) => label.test(name))
  if (editions.length === 0 || editions.length + remarks.length < 2) return undefined
  if (editions.length + remarks.length + labels.length < names.length) return undefined
  const below = rows.slice(at + 1).flat()
  const holdsArticles = below.some((cell) => (editions.length > 1 ? numbered : clause).test(cell.trim()))
  return holdsArticles ? head.filter((cell) => cell !== '') : undefined
}

/** 《某某办法》（征求意见稿） and 《某某办法（征求意见稿）》 without their signs. */
function bareName(cell: string): string {
  return cell.replace(/[\s\u3000：:《》〈〉（）()]+/g, '')
}

/** What a drafter is told of such a table, without the full stop. */
export function comparisonNotice(columns: readonly string[]): string {
  return `表格“${columns.join('｜')}”是条文对照表，没有读成条文；要其中一栏的条文，请只复制那一栏，存成纯文本（.txt）再导入`
}
