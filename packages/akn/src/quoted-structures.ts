import type { AnnotatedPiece } from '@tiaoli/library'
import type { ClauseNumber, Indent, Paragraph, Point, RegastNode, Root } from 'regast'
import type { Modification } from './amendments.js'
import { numberOf } from './number-of.js'

type Clause = Paragraph | Point | Indent

/** The lines that a clause of an amending instrument quotes behind its own, and that go into its `mod`. */
export interface QuotedStructures {
  of: Map<RegastNode, Clause[]>
  /** Every clause that stands in one of them. */
  absorbed: Set<RegastNode>
}

/** Finds for each clause that makes a change the quoted 款 and 项 right behind its words. */
export function quotedStructures(tree: Root, modifications: ReadonlyMap<string, Modification>): QuotedStructures {
  const found: QuotedStructures = { of: new Map(), absorbed: new Set() }
  const seen = new Set<string>()
  const visit = (node: RegastNode): void => {
    if (node.type === 'preamble' || !('children' in node)) return
    const children = node.children as RegastNode[]
    for (const [index, child] of children.entries()) {
      if (child.type !== 'paragraph' || child.quoted) visit(child)
      else {
        const maker = lastClause(child)
        // Of two clauses with one address only the first one makes the change.
        if (!modifications.has(maker.address) || seen.has(maker.address)) continue
        seen.add(maker.address)
        const items = itemsOf(maker)
        if (items.some(({ quoted }) => !quoted)) continue
        const quoted: Clause[] = [...items]
        for (const next of children.slice(index + 1)) {
          if (next.type !== 'paragraph' || !next.quoted) break
          quoted.push(next)
        }
        if (quoted.length === 0 || !isSimple(maker)) continue
        found.of.set(maker, quoted)
        for (const clause of quoted) found.absorbed.add(clause)
      }
    }
  }
  visit(tree)
  return found
}

/** The clause whose words end a 款: itself, or the last 项 or 目 of its own. */
function lastClause(clause: Clause): Clause {
  const last = (clause.children as RegastNode[]).filter(({ type }) => type !== 'comment').at(-1)
  return last !== undefined && isClause(last) && !last.quoted ? lastClause(last) : clause
}

function itemsOf(clause: Clause): Clause[] {
  return (clause.children as RegastNode[]).filter(isClause)
}

/** Words, then what is quoted, and nothing else: what a `mod` can hold in that order. */
function isSimple(clause: Clause): boolean {
  const children = clause.children as RegastNode[]
  const first = children.findIndex(isClause)
  return children.every((child, index) => {
    if (child.type === 'block' || child.type === 'heading') return false
    return first === -1 || index < first || isClause(child)
  })
}

function isClause(node: RegastNode): node is Clause {
  return node.type === 'paragraph' || node.type === 'point' || node.type === 'indent'
}

/** What a quoted line opens beside its own words: an article with its number, or a chapter with its heading. */
export interface QuotedOpening {
  element: 'book' | 'part' | 'chapter' | 'section' | 'article'
  /** 0 for the highest. */
  rank: number
  number: ClauseNumber
  /** The number as it stands, with a mark of quotation and the blank behind it. */
  printed: string
}

const elements = {
  编: ['book', 0],
  分编: ['part', 1],
  章: ['chapter', 2],
  节: ['section', 3],
  条: ['article', 4]
} as const

/** What the words of a quoted 款 open; `undefined` where they only go on. */
export function openingOf(clause: Clause): QuotedOpening | undefined {
  const [first] = clause.children as RegastNode[]
  if (clause.type !== 'paragraph' || first?.type !== 'text' || first.marks !== undefined) return undefined
  const match =
    /^[“‘「]?(第[〇零一二三四五六七八九十百千\d]+(分编|[编章节条])(?:之[一二三四五六七八九十]+)?)[ \t\u3000]+(?=\S)/.exec(
      first.value
    )
  const number = match === null ? undefined : numberOf(match[1]!)
  if (match === null || number === undefined) return undefined
  const [element, rank] = elements[match[2] as keyof typeof elements]
  // A heading is short and no sentence; 第三章 规定的事项，… is one.
  if (
    element !== 'article' &&
    (clause.children.length > 1 || /[，。；：]/.test(first.value) || first.value.length > 40)
  )
    return undefined
  return { element, rank, number, printed: match[0] }
}

/** Pieces without their first characters. */
export function dropCharacters(pieces: readonly AnnotatedPiece[], count: number): AnnotatedPiece[] {
  const kept: AnnotatedPiece[] = []
  let left = count
  for (const piece of pieces) {
    if (left === 0 || piece.node.type !== 'text') kept.push(piece)
    else if (piece.node.value.length <= left) left -= piece.node.value.length
    else {
      kept.push({ ...piece, node: { ...piece.node, value: piece.node.value.slice(left) } })
      left = 0
    }
  }
  return kept
}
