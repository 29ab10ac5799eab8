import type { RawParagraph } from './read-document.js'
import type { Revision, WordBlock, WordParagraph, WordRun } from './word-paragraph.js'

/** Which text of a document with tracked changes is read: as if all were accepted, or none. */
export type ChangePolicy = 'accept' | 'reject'

/**
 * The paragraphs that remain when changes are accepted or rejected. Runs that go stay in `runs` of the paragraph they
 * stood in, marked, so that a review can tell where; paragraphs whose end goes join the next one.
 */
export function settleChanges(blocks: readonly WordBlock[], policy: ChangePolicy): WordBlock[] {
  const settled: WordBlock[] = []
  let open: RawParagraph | undefined
  for (const block of blocks) {
    if (block.type === 'table') {
      const rows = block.rows.filter(({ revision }) => revision === undefined || stays(revision.kind, policy))
      if (open !== undefined) settled.push(open)
      open = undefined
      if (rows.length > 0) {
        settled.push({
          type: 'table',
          rows: rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, blocks: settleChanges(cell.blocks, policy) }))
          }))
        })
      }
      continue
    }
    const paragraph = block as RawParagraph
    const joined: RawParagraph =
      open === undefined
        ? { ...paragraph }
        : { ...paragraph, runs: [...open.runs, ...paragraph.runs], lost: [...open.lost, ...paragraph.lost] }
    // A merged paragraph looks like the one whose end stays; but what only joins an empty line stays as it was.
    if (open !== undefined && !hasText(paragraph, policy) && hasText(open, policy)) {
      joined.style = open.style
      joined.numId = open.numId
      joined.level = open.level
    }
    if (paragraph.mark !== undefined && !stays(paragraph.mark.kind, policy)) {
      open = joined
      // The end that goes is part of what a reviewer sees go.
      if (joined.runs.some(({ revision }) => revision !== undefined))
        joined.runs = [...joined.runs, paragraphEnd(paragraph.mark)]
    } else {
      open = undefined
      settled.push(joined)
    }
  }
  if (open !== undefined) settled.push(open)
  return settled
}

function paragraphEnd(revision: Revision): WordRun {
  return { text: '\n', bold: false, italic: false, strike: false, hidden: false, revision, comments: [] }
}

/** Whether a changed text remains. */
export function stays(kind: 'insertion' | 'deletion', policy: ChangePolicy): boolean {
  return (kind === 'insertion') === (policy === 'accept')
}

/** Whether a paragraph has text that remains. */
export function hasText(paragraph: WordParagraph, policy: ChangePolicy): boolean {
  return paragraph.runs.some(
    ({ text, revision }) => text.trim() !== '' && (revision === undefined || stays(revision.kind, policy))
  )
}
