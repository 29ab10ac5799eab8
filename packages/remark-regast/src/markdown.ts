import type { Nodes, Root } from 'mdast'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

/** Markdown that drafts use beyond CommonMark: front matter, tables and footnotes. */
export const micromarkExtensions: ReturnType<typeof frontmatter>[] = [frontmatter(['yaml']), gfmTable(), gfmFootnote()]
export const fromMarkdownExtensions: ReturnType<typeof frontmatterFromMarkdown>[] = [
  frontmatterFromMarkdown(['yaml']),
  gfmTableFromMarkdown(),
  gfmFootnoteFromMarkdown()
]

/** Parses Markdown to mdast, as `processor.parse` of remark-parse does. */
export type MarkdownParser = (text: string) => Root

let processor: Processor<Root> | undefined

/** remark-parse with the Markdown that drafts use. */
export function parseMarkdown(text: string): Root {
  processor ??= unified()
    .data({ micromarkExtensions, fromMarkdownExtensions })
    .use(remarkParse)
    .freeze() as Processor<Root>
  return processor.parse(text)
}

/** Moves all positions of a tree, which was parsed from a piece of text, to where that piece stands. */
export function shiftPositions(tree: Nodes, offset: number, line: number, column: number): void {
  if (offset === 0 && line === 1) return
  const { position } = tree
  if (position !== undefined) {
    for (const place of [position.start, position.end]) {
      if (place.line === 1) place.column += column - 1
      place.line += line - 1
      place.offset = (place.offset ?? 0) + offset
    }
  }
  if ('children' in tree) for (const child of tree.children) shiftPositions(child, offset, line, column)
}
