import type { RegastNode, Root } from 'regast'
import { clauseText, formatAddress } from 'regast'
import type { Point } from 'unist'

/** One addressed clause of a draft, with the span of its subtree in the order of the text. */
export interface DraftClause {
  type: RegastNode['type']
  address: string
  /** 第四章 or 第十二条第二款, an article without its chapter. */
  label: string
  /** Words of its own, without its heading and the clauses below it. */
  own: string
  /** Its heading, its own words and those of everything below it, one clause a line. */
  text: string
  /** Headings of the units around it, outermost first. */
  path: string[]
  /** Address of the 章 around it, or of itself; `''` outside all of them. */
  chapter: string
  /** Heading of its own. */
  heading?: string
  place: Point
  /** Its index in the list, and the index after its last descendant. */
  index: number
  end: number
}

/** A comment of the draft and the clause that it stands in front of, or in. */
export interface ClauseComment {
  value: string
  place: Point
  clause: DraftClause | undefined
}

/** The clauses and comments of a draft. */
export interface DraftClauses {
  clauses: DraftClause[]
  comments: ClauseComment[]
  /** The clause with an address; the first one where a draft uses it twice. */
  byAddress: ReadonlyMap<string, DraftClause>
}

const start: Point = { line: 1, column: 1 }

/** Lists the clauses of a tree in the order of the text, with the comments that stand in front of each. */
export function draftClauses(tree: Root): DraftClauses {
  const clauses: DraftClause[] = []
  const comments: ClauseComment[] = []
  /** Comments that wait for the next clause. */
  let waiting: ClauseComment[] = []
  /** Address of the article being read, where it has only one 款, which is then never named. */
  let single: string | undefined

  visit(tree, undefined, [])
  const byAddress = new Map<string, DraftClause>()
  for (const clause of clauses) if (!byAddress.has(clause.address)) byAddress.set(clause.address, clause)
  return { clauses, comments, byAddress }

  function visit(node: RegastNode, holder: DraftClause | undefined, path: string[]): string {
    if (!('children' in node)) return ''
    let clause = holder
    let inner = path
    const addressed = 'address' in node && node.address !== ''
    if (node.type === 'article') {
      single = node.children.filter((child) => child.type === 'paragraph').length === 1 ? node.address : undefined
    }
    if (addressed) {
      clause = {
        type: node.type,
        address: node.address,
        label: clauseLabel(
          single !== undefined && node.address.startsWith(`${single}__para_1`)
            ? node.address.replace('__para_1', '')
            : node.address
        ),
        own: '',
        text: '',
        path,
        chapter: node.type === 'chapter' ? node.address : (holder?.chapter ?? ''),
        place: node.position?.start ?? start,
        index: clauses.length,
        end: clauses.length + 1
      }
      for (const child of node.children) {
        if (child.type === 'heading') clause.heading = clauseText(child, '').text.trim()
      }
      if (clause.heading !== undefined && node.type !== 'article') inner = [...path, clause.heading]
      clauses.push(clause)
      for (const comment of waiting) comment.clause = clause
      waiting = []
    }
    let own = ''
    const texts: string[] = []
    for (const [index, child] of (node.children as RegastNode[]).entries()) {
      if (child.type === 'comment') {
        const comment: ClauseComment = { value: child.value, place: child.position?.start ?? start, clause }
        comments.push(comment)
        // In front of a clause it speaks of that clause; inside a line of text, or after the last clause, of the one around it.
        if (!isInLine(node, index)) waiting.push(comment)
      } else if (child.type === 'text') own += child.value
      else if ('children' in child) texts.push(visit(child, clause, inner))
    }
    const text = [own, ...texts].filter((part) => part !== '').join('\n')
    if (addressed) {
      clause!.own = own
      clause!.text = text
      clause!.end = clauses.length
      // What still waits at the end of an article or unit speaks of it, not of whatever follows the unit.
      if (node.type === 'article') waiting = []
    }
    return text
  }
}

/** Whether a comment stands on the line of other words of its clause. */
function isInLine(node: Extract<RegastNode, { children: unknown }>, index: number): boolean {
  const children = node.children as RegastNode[]
  const position = children[index]!.position
  const before = children[index - 1]?.position
  const after = children[index + 1]?.position
  return position !== undefined && (before?.end.line === position.start.line || after?.start.line === position.end.line)
}

/** A clause as a drafter writes it; of a chapter and section both, of an article without them. */
function clauseLabel(address: string): string {
  const article = address.lastIndexOf('art_')
  return formatAddress(article > 0 && !address.startsWith('att_') ? address.slice(article) : address)
}
