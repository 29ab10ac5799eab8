import type { DocumentNumber } from './mention.js'

const numeral = '[〇零一二三四五六七八九十百千0-9０-９]'
/** Words before 令 or 公告 that issue decrees; 责令 and 命令 are none. */
const decree = new RegExp(
  `((?:中华人民共和国)?[\\u4e00-\\u9fff]{0,24}?(?:令|公告|决定|通告))\\s*(?:[（(〔\\[【]?\\s*(?:${numeral}{4})年?\\s*[）)〕\\]】]?)?\\s*第\\s*${numeral}{1,6}\\s*$`
)
const chairman = new RegExp(`第\\s*${numeral}{1,6}\\s*$`)
const issued = /([\u4e00-\u9fff]{1,16})\s*(?:[〔［[【（(]\s*(?:19|20)\d{2}\s*[〕］\]】）)])\s*(?:第)?\s*\d{1,5}\s*$/

/** Where the document number that ends with the 号 at an index begins; `undefined` where none does. */
export function documentNumberAt(text: string, i: number): DocumentNumber | undefined {
  if (i === 0 || !/[〇零一二三四五六七八九十百千0-9０-９\s]/.test(text[i - 1]!)) return undefined
  const from = Math.max(0, i - 48)
  const before = text.slice(from, i)
  const paper = issued.exec(before)
  if (paper !== null) {
    const name = trimLead(paper[1]!).replace(
      /^.*(?:人民政府|人民法院|人民检察院|委员会|办公[厅室]|总局|总署|国务院)(?=[\u4e00-\u9fff]{2})/u,
      ''
    )
    return name === '' ? undefined : { start: from + paper.index + paper[1]!.length - name.length, end: i + 1 }
  }
  const order = decree.exec(before)
  if (order !== null) {
    const name = trimLead(order[1]!)
    if (name.length >= 2 && !/(?:责令|命令|指令|司令|法令)$/.test(name)) {
      return { start: from + order.index + order[1]!.length - name.length, end: i + 1 }
    }
    return undefined
  }
  // 第四十六号主席令, 市人民政府第14号令
  const tail = /^(?:主席令|国务院令|公告|令)/.exec(text.slice(i + 1, i + 5))
  const number = tail && chairman.exec(before)
  if (!number) return undefined
  const issuer = trimLead(/[\u4e00-\u9fff]*$/.exec(before.slice(0, number.index))![0])
  const organ = /(?:政府|国务院|主席|部|委员会|委|局|署|院|厅|军委)$/.test(issuer) ? issuer : ''
  return { start: from + number.index - organ.length, end: i + 1 + tail[0].length }
}

/** Cuts the words before the issuer's name: 根据国务院令 is 国务院令. */
function trimLead(name: string): string {
  return name.replace(
    /^.*(?:根据|依照|按照|依据|以及|经(?!济|贸|委)|(?<!共)和|与|及|由|以|的|日|年|在|有)(?=[\u4e00-\u9fff]{2,})/u,
    ''
  )
}
