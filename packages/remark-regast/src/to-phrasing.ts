import type { PhrasingContent } from 'mdast'
import type { Mark, Phrasing } from 'regast'

/**
 * Runs of clause text as Markdown: neighbours with the same marks share them, a link takes back its words. A line break in
 * front of them counts only where something stands before it.
 */
export function phrasingToMarkdown(children: Phrasing[], preceded = false): PhrasingContent[] {
  const out: PhrasingContent[] = []
  let open: { marks: Mark[]; children: PhrasingContent[] } | undefined
  const flush = () => {
    if (open === undefined) return
    out.push(...wrap(open.marks, open.children))
    open = undefined
  }
  for (const [index, node] of children.entries()) {
    switch (node.type) {
      case 'text': {
        const marks = node.marks ?? []
        if (open === undefined || open.marks.join() !== marks.join()) {
          flush()
          open = { marks, children: [] }
        }
        const last = open.children[open.children.length - 1]
        if (last?.type === 'text') last.value += node.value
        else open.children.push({ type: 'text', value: node.value })
        break
      }
      case 'break':
        flush()
        if ((index > 0 || preceded) && index < children.length - 1) out.push({ type: 'break' })
        break
      case 'comment':
        flush()
        out.push({ type: 'html', value: `<!-- ${node.value} -->` })
        break
      case 'inline': {
        flush()
        const inline = node.mdast as PhrasingContent
        if (inline.type === 'link') takeBack(out, textLength(inline))
        out.push(inline)
      }
    }
  }
  flush()
  return out
}

function wrap(marks: Mark[], children: PhrasingContent[]): PhrasingContent[] {
  let wrapped = children
  for (const mark of [...marks].reverse()) wrapped = [{ type: mark, children: wrapped }]
  return wrapped
}

function textLength(node: PhrasingContent): number {
  if (node.type === 'text') return node.value.length
  return 'children' in node ? node.children.reduce((sum, child) => sum + textLength(child), 0) : 0
}

/** Removes the last characters of what was written: the words of a link stand in the tree as clause text. */
function takeBack(out: PhrasingContent[], length: number): void {
  let left = length
  while (left > 0 && out.length > 0) {
    const last = out[out.length - 1]!
    if (last.type !== 'text') {
      const inside = textLength(last)
      if (inside > left && 'children' in last) takeBack(last.children as PhrasingContent[], left)
      else out.pop()
      left -= inside
    } else if (last.value.length <= left) {
      left -= last.value.length
      out.pop()
    } else {
      last.value = last.value.slice(0, last.value.length - left)
      left = 0
    }
  }
}

/** Neighbouring texts as one. */
export function mergeText(children: PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = []
  for (const child of children) {
    const last = merged[merged.length - 1]
    if (child.type === 'text' && last?.type === 'text')
      merged[merged.length - 1] = { type: 'text', value: last.value + child.value }
    else merged.push(child)
  }
  return merged
}
