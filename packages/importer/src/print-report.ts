import { eventWords, inTitleMarks } from '@tiaoli/library'
import type { Imported } from './model.js'

const mostDropped = 8
const mostDoubts = 20

/** What was recognised and what is unsure, for a person to read. */
export function printImport({ recognised, doubts, dropped }: Imported): string {
  const { title, kind, issuer, date, effective, history, chapters, articles, lastArticle } = recognised
  const lines = [
    `  名称：${title === '' ? '（没有找到）' : `${inTitleMarks(title)}`}`,
    kind && `  种类：${kind.kind}`,
    issuer && `  制定机关：${issuer.join('、')}`,
    date && `  日期：${date}${effective === undefined ? '' : `，${effective}施行`}`,
    history.length > 0 && `  沿革：${history.map((event) => `${event.date}${eventWords[event.action]}`).join('，')}`,
    `  结构：${chapters > 0 ? `${chapters} 章，` : ''}${articles} 条${lastArticle !== undefined && lastArticle !== articles ? `（最大到第 ${lastArticle} 条）` : ''}`,
    doubts.length > 0 && `  没有把握的：`,
    ...doubts.slice(0, mostDoubts).map((doubt) => `    · ${doubt}`),
    doubts.length > mostDoubts && `    ……共 ${doubts.length} 处`,
    dropped.length > 0 &&
      `  去掉的文字：${dropped
        .slice(0, mostDropped)
        .map((words) => `“${words.slice(0, 24)}”`)
        .join('、')}${dropped.length > mostDropped ? `……共 ${dropped.length} 处` : ''}`
  ]
  return `${lines.filter((line) => typeof line === 'string').join('\n')}\n`
}
