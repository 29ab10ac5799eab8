const titleEnd =
  /(?:条例|规定|规则|办法|细则|准则|法|章程|决定|决议|意见|通知|批复|解释|方案|制度|公约|标准|稿)(?:[（(][^（）()]*[）)])*$/

/** Whether the first line of a draft without a Markdown title is its title. */
export function looksLikeTitle(text: string): boolean {
  return text.length <= 60 && !/[，。；：]/.test(text) && titleEnd.test(text)
}

const noteWords = /通过|公布|发布|颁布|印发|批准|修订|修正|修改|施行|实施|制定|会议|第[\d〇零一二三四五六七八九十百]+号/
const bracketed = /^[（(【].*[）)】]$/s
const dated = /\d{4}\s*年|[〇○零一二三四五六七八九]{4}年|[〔［[(（]\d{4}[〕］\])）]/

/** Whether a line under the title is one of promulgation or amendment: in brackets, or naming a date or number and no sentence. */
export function looksLikeNote(text: string): boolean {
  if (bracketed.test(text)) return true
  if (text.length > 240 || /[。；：，、]$/.test(text)) return false
  const numbered = /(?:令|号)$/.test(text)
  return (numbered || dated.test(text)) && (numbered || noteWords.test(text) || /日$/.test(text))
}
