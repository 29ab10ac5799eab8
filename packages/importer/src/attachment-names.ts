import type { SourceLine } from './model.js'
import { opensParagraph } from './read-plain.js'

const label = /^附\s*[件表录图]\s*[一二三四五六七八九十\d]{0,3}$/
const nameNoun =
  /(?:表|单|目录|要目|名册|办法|规定|规则|细则|样式|式样|格式|图|标准|方案|说明|要点|指南|范本|文本|文书|分工|流程|条件|要求|规范|承诺书|申请书|报告书|意见书)$/
const longest = 40

/**
 * Puts the name of an attachment, which official layout prints on a line of its own below 附件, behind its number. What is
 * set as a heading or in the middle is a name; elsewhere only words that end as names do.
 */
export function joinAttachmentNames(lines: readonly SourceLine[]): SourceLine[] {
  const joined: SourceLine[] = []
  for (const line of lines) {
    const above = joined.at(-1)
    if (above === undefined || !label.test(above.text) || above.table !== undefined || !isName(line)) joined.push(line)
    else {
      const before = [...(above.before ?? []), ...(above.after ?? []), ...(line.before ?? [])]
      joined[joined.length - 1] = {
        ...above,
        text: `${above.text.replace(/\s+/g, '')}\u3000${line.text}`,
        ...(before.length > 0 && { before }),
        ...(line.after !== undefined && { after: line.after })
      }
    }
  }
  return joined
}

function isName({ text, table, heading, centered }: SourceLine): boolean {
  if (table !== undefined || text.length > longest || /[。；：，;:,]/.test(text)) return false
  if (opensParagraph.test(text)) return false
  return heading !== undefined || centered === true || nameNoun.test(text)
}
