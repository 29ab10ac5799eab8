import type { RegastNode } from 'regast'
import type { FoldingRange } from 'vscode-languageserver-types'
import { FoldingRangeKind } from 'vscode-languageserver-types'
import type { Draft } from '../draft.js'

const foldable = new Set([
  'frontMatter',
  'toc',
  'comment',
  'preamble',
  'book',
  'part',
  'chapter',
  'section',
  'division',
  'attachment',
  'article'
])

/** What of a draft can be folded: units, articles of several lines, front matter, contents and comments. */
export function foldingRanges(draft: Draft): FoldingRange[] {
  const found: FoldingRange[] = []
  const visit = (node: RegastNode): void => {
    if (foldable.has(node.type)) {
      const { start, end } = node.position!
      // A unit may end in the blank line before the next heading.
      const endLine = end.column === 1 ? end.line - 1 : end.line
      if (endLine > start.line) {
        const range: FoldingRange = { startLine: start.line - 1, endLine: endLine - 1 }
        if (node.type === 'comment') range.kind = FoldingRangeKind.Comment
        else if (node.type !== 'frontMatter' && node.type !== 'toc') range.kind = FoldingRangeKind.Region
        found.push(range)
      }
    }
    if ('children' in node && node.type !== 'article') for (const child of node.children) visit(child as RegastNode)
  }
  visit(draft.tree)
  return found
}
