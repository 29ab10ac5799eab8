import type { Chunk } from './markdown-chunks.js'

const opens =
  /^(?:第[〇零一二三四五六七八九十百千\d]+[编章节条]|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|目[\s\u3000]*[录次]$)/
const named =
  /^[^，。；：、]{2,60}(?:法|条例|规定|办法|规则|细则|准则|章程|制度|守则|规程|规范|公约|方案|标准|决定|决议|意见|通知)(?:[（(][^（）()]{1,14}[）)])?$/

/**
 * Blocks with the title in front, where a file does not say which line that is, or prints others above it, such as the
 * head of an office; and how many lines those were.
 */
export function titleFirst(chunks: readonly Chunk[]): { chunks: Chunk[]; before: number } {
  const same = { chunks: [...chunks], before: 0 }
  const shown = chunks.flatMap((chunk, index) => (chunk.markdown === '' ? [] : [{ index, text: bare(chunk.markdown) }]))
  const end = shown.findIndex(({ text }) => opens.test(text))
  if (end === -1) return same
  const head = shown.slice(0, end)
  const marked = (depth: string) => head.find(({ index }) => chunks[index]!.markdown.startsWith(`${depth} `))
  const largest = marked('##')
  // Several of the largest headings are the chapters, and none of them the title.
  const others = shown.some(
    ({ index, text }) => index !== largest?.index && /^## /.test(chunks[index]!.markdown) && !/^附[件录表图]/.test(text)
  )
  const alone = largest !== undefined && (named.test(largest.text) || (largest === head[0] && !others))
  const title = marked('#') ?? (alone ? largest : undefined) ?? head.find(({ text }) => named.test(text))
  if (title === undefined) return same
  const next = head[head.indexOf(title) + 1]
  const draft = next !== undefined && /^[（(][^（）()]{0,12}稿[）)]$/.test(next.text) ? next : undefined
  // What the first line is called in plain words, the parser knows itself.
  if (title === head[0] && largest !== title && draft === undefined) return same
  const before = chunks.slice(0, title.index)
  const found = { ...chunks[title.index]!, markdown: `# ${title.text}${draft?.text ?? ''}` }
  return {
    chunks: [
      found,
      ...before,
      ...chunks.slice(title.index + 1).filter((chunk) => chunk !== chunks[draft?.index ?? -1])
    ],
    before: before.filter(({ markdown }) => markdown !== '').length
  }
}

function bare(markdown: string): string {
  return markdown.replace(/^#+ /, '').trim()
}
