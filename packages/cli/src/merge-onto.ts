import { diffArrays } from 'diff'

/**
 * The text of an imported draft put into the Markdown of the draft that it came from: blocks that say the same keep the
 * source as it was (spacing, comments, line endings), so that only edits differ.
 */
export function mergeOnto(base: string, imported: string): string {
  const bom = base.startsWith('\uFEFF') ? '\uFEFF' : ''
  const crlf = base.includes('\r\n')
  const olds = blocksOf(base.slice(bom.length).replaceAll('\r\n', '\n'))
  const news = blocksOf(imported.replaceAll('\r\n', '\n'))
  const changes = diffArrays(
    olds.map((block) => keyOf(block.text)),
    news.map((block) => keyOf(block.text))
  )
  const kept: { text: string; gap: string }[] = []
  let o = 0
  let n = 0
  for (const { added, removed, count } of changes) {
    if (removed) o += count
    else if (added) {
      for (let end = n + count; n < end; n++) kept.push({ text: news[n]!.text, gap: '\n\n' })
    } else {
      for (let end = o + count; o < end; o++) kept.push(olds[o]!)
      n += count
    }
  }
  const lead = /^\s*/.exec(base.slice(bom.length))![0]
  const tail = /\n*$/.exec(base)![0] || '\n'
  const text = kept.map(({ text, gap }, index) => (index === kept.length - 1 ? text : text + gap)).join('')
  const merged = `${lead.replaceAll('\r\n', '\n')}${text}${tail.replaceAll('\r\n', '\n')}`
  return bom + (crlf ? merged.replaceAll('\n', '\r\n') : merged)
}

/** Blocks of Markdown with the blank lines behind each. */
function blocksOf(source: string): { text: string; gap: string }[] {
  const blocks: { text: string; gap: string }[] = []
  const front = /^---\n[\s\S]*?\n---(?=\n|$)/.exec(source)?.[0]
  const rest = source.slice(front?.length ?? 0)
  if (front !== undefined) blocks.push({ text: front, gap: /^\s*\n/.exec(rest)?.[0] ?? '\n\n' })
  for (const match of rest.matchAll(/(\S[^\n]*(?:\n[ \t\u3000]*\S[^\n]*)*)(\n\s*\n|\n)?/g)) {
    blocks.push({ text: match[1]!, gap: match[2] ?? '\n\n' })
  }
  return blocks
}

/** What a block says, without what only lays it out. */
function keyOf(block: string): string {
  return block
    .replace(/[\s\u3000\u200B]+/g, '')
    .replace(/^#+/, '')
    .replace(/\\(?=[^\w\s])/g, '')
}
