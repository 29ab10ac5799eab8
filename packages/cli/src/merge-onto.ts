import { diffArrays } from 'diff'
import { editInside, likeness } from './edit-inside.js'

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
  for (const [index, { added, removed, count }] of changes.entries()) {
    if (removed) {
      const after = changes[index + 1]
      if (!after?.added) o += count
      continue
    }
    if (added) {
      const gone = changes[index - 1]?.removed ? changes[index - 1]!.count : 0
      kept.push(...editedBlocks(olds.slice(o, o + gone), news.slice(n, n + count)))
      o += gone
      n += count
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

/** New blocks; one that is an old one with other words keeps how that was laid out. */
function editedBlocks(
  olds: readonly { text: string; gap: string }[],
  news: readonly { text: string }[]
): { text: string; gap: string }[] {
  let next = 0
  return news.map(({ text }) => {
    for (let index = next; index < olds.length; index++) {
      const old = olds[index]!
      if (likeness(keyOf(old.text), keyOf(text)) < 0.5) continue
      next = index + 1
      const edited = editInside(old.text, text)
      return { text: keyOf(edited) === keyOf(text) ? edited : text, gap: old.gap }
    }
    return { text, gap: '\n\n' }
  })
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
  // Behind the last one no blank line stands, which it needs where another block comes to follow it.
  const last = blocks[blocks.length - 1]
  if (last !== undefined) last.gap = '\n\n'
  return blocks
}

/** What a block says, without what only lays it out. */
function keyOf(block: string): string {
  return block
    .replace(/^[|:\-\s]+$/gm, (row) => row.replace(/-+/g, '-'))
    .replace(/[\s\u3000\u200B]+/g, '')
    .replace(/^#+/, '')
    .replace(/\\(?=[^\w\s])/g, '')
}
