import type { LinkedDocument, LinkedReference, LinkTarget } from '@tiaoli/library'
import { outlineOfTree } from '@tiaoli/library'
import { clauseLabel } from '@tiaoli/report'
import { toString as mdastText } from 'mdast-util-to-string'
import type { RegastNode, Root } from 'regast'
import { formatAddress, headingOf, numOf } from 'regast'

/** A reference of a clause, with what a reader calls its targets. */
export interface PublishedReference {
  text: string
  targets: (Pick<LinkTarget, 'instrument' | 'from' | 'to' | 'status' | 'reason'> & { label: string })[]
}

/** One level of the clause tree in plain words. */
export interface PublishedClause {
  type:
    | 'book'
    | 'part'
    | 'chapter'
    | 'section'
    | 'division'
    | 'preamble'
    | 'attachment'
    | 'article'
    | 'paragraph'
    | 'point'
    | 'indent'
  /** `art_12__para_2__point_3` */
  address: string
  /** 第十二条第二款第三项 */
  label: string
  /** As printed: 第三条, （一）; absent where the level has none. */
  number?: string
  heading?: string
  /** Own text of a 款, 项 or 目, without what is listed below it; a line break as `\n`. */
  text?: string
  /** Tracing comments in front of it. */
  comments?: string[]
  references?: PublishedReference[]
  children?: PublishedClause[]
}

/** Text outside every clause. */
export interface PublishedFrame {
  notes: string[]
  signatures: string[]
}

const clauseTypes = new Set<string>([
  'book',
  'part',
  'chapter',
  'section',
  'division',
  'preamble',
  'attachment',
  'article',
  'paragraph',
  'point',
  'indent'
])

/** The clauses of a draft in plain words, nested as they are. */
export function publishedClauses(tree: Root, links?: LinkedDocument): { clauses: PublishedClause[] } & PublishedFrame {
  const byClause = new Map<string, LinkedReference[]>()
  for (const reference of links?.references ?? []) {
    const here = byClause.get(reference.in)
    if (here === undefined) byClause.set(reference.in, [reference])
    else here.push(reference)
  }
  const own = outlineOfTree(tree)
  const frame: PublishedFrame = { notes: [], signatures: [] }
  return { clauses: below(tree), ...frame }

  function below(node: RegastNode): PublishedClause[] {
    const found: PublishedClause[] = []
    let comments: string[] = []
    for (const child of ('children' in node ? node.children : []) as RegastNode[]) {
      if (child.type === 'comment') comments.push(child.value)
      else if (child.type === 'note') frame.notes.push(textOf(child))
      else if (child.type === 'signature') frame.signatures.push(textOf(child))
      else if (clauseTypes.has(child.type)) {
        found.push(clause(child as Extract<RegastNode, { address: string }>, comments))
        comments = []
      }
    }
    return found
  }

  function clause(node: Extract<RegastNode, { address: string }>, comments: string[]): PublishedClause {
    const num = numOf(node)
    const heading = headingOf(node)
    const isText = node.type === 'paragraph' || node.type === 'point' || node.type === 'indent'
    const references = (byClause.get(node.address) ?? []).map(published)
    const inside = below(node)
    // The same address twice in a rough draft: its references are those of the first.
    byClause.delete(node.address)
    return {
      type: node.type as PublishedClause['type'],
      address: node.address,
      label: formatAddress(node.address),
      ...(num !== undefined && { number: num.value }),
      ...(heading !== undefined && { heading: textOf(heading) }),
      ...(isText && { text: textOf(node) }),
      ...(comments.length > 0 && { comments }),
      ...(references.length > 0 && { references }),
      ...(inside.length > 0 && { children: inside })
    }
  }

  function published({ text, targets }: LinkedReference): PublishedReference {
    return {
      text,
      targets: targets.map(({ instrument, from, to, status, reason }) => {
        const place = from === null ? '' : clauseLabel(from, to, instrument === null ? own : undefined)
        const label = instrument === null ? place || '本文' : `《${instrument}》${place}`
        return {
          instrument,
          from,
          ...(to !== undefined && { to }),
          status,
          ...(reason !== undefined && { reason }),
          label
        }
      })
    }
  }
}

/** Own words of a node; blocks and what is listed in it are left out. */
function textOf(node: RegastNode): string {
  if (!('children' in node)) return ''
  return (node.children as RegastNode[])
    .map((child) => {
      if (child.type === 'text') return child.value
      if (child.type === 'break') return '\n'
      return child.type === 'inline' && child.mdast.type !== 'link' ? mdastText(child.mdast) : ''
    })
    .join('')
    .trim()
}
