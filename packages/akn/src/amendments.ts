import type { AnnotatedPiece, LinkedDocument, LinkTarget } from '@tiaoli/library'
import type { RegastNode, Root } from 'regast'
import { clauseTexts } from 'regast'

/** One change that a clause of an amending instrument makes to another one. */
export interface Modification {
  /** eId of the `mod` around the words that make it. */
  id: string
  type: 'substitution' | 'insertion' | 'repeal'
  /** IRI of the clause that is changed; absent where that is not sure. */
  destination?: string
}

const amendingTitle = /修正案|关于(?:修改|修正|废止).*决定/

/**
 * The changes that the clauses of a decision or 修正案 make, by the address of the clause; none in other instruments,
 * where the same words are everyday ones.
 */
export function modificationsOf(
  tree: Root,
  title: string,
  links: LinkedDocument | undefined,
  href: (target: LinkTarget) => string | undefined
): Map<string, Modification> {
  const found = new Map<string, Modification>()
  if (!amendingTitle.test(title)) return found
  const targets = new Map<string, LinkTarget>()
  for (const { in: clause, targets: all } of links?.references ?? []) {
    const target = all.find(({ instrument, from }) => instrument !== null && from !== null)
    if (target !== undefined && !targets.has(clause)) targets.set(clause, target)
  }
  for (const { node, address, text } of clauseTexts(tree)) {
    if ((node.type !== 'paragraph' && node.type !== 'point' && node.type !== 'indent') || node.quoted) continue
    // Verbs inside a quotation are those of the text that is put in place.
    const type = typeOf(text.replace(/“[^”]*(?:”|$)/g, '“”'))
    if (type === undefined || found.has(address)) continue
    const target = targets.get(address)
    const destination = target && href(target)
    found.set(address, { id: `${address}__mod_1`, type, ...(destination !== undefined && { destination }) })
  }
  return found
}

function typeOf(text: string): Modification['type'] | undefined {
  if (/(?:修改|改|调整)为|作为/.test(text)) return /增加/.test(text) ? 'insertion' : 'substitution'
  if (/增加|增写|增列/.test(text)) return 'insertion'
  return /删去|删除|废止/.test(text) ? 'repeal' : undefined
}

/** Pieces of a clause inside “” and outside, in order; a quotation that goes on in the next lines ends with the clause. */
export function quotations(pieces: readonly AnnotatedPiece[]): { quoted: boolean; pieces: AnnotatedPiece[] }[] {
  const groups: { quoted: boolean; pieces: AnnotatedPiece[] }[] = []
  let depth = 0
  const add = (piece: AnnotatedPiece, quoted: boolean) => {
    const last = groups[groups.length - 1]
    if (last !== undefined && last.quoted === quoted) last.pieces.push(piece)
    else groups.push({ quoted, pieces: [piece] })
  }
  for (const piece of pieces) {
    const { node } = piece
    if (node.type !== 'text') {
      add(piece, depth > 0)
      continue
    }
    let from = 0
    const cut = (to: number, quoted: boolean) => {
      if (to > from) add({ ...piece, node: { ...node, value: node.value.slice(from, to) } as RegastNode }, quoted)
      from = to
    }
    for (let at = 0; at < node.value.length; at++) {
      const char = node.value[at]
      if (char === '“') {
        if (depth === 0) cut(at, false)
        depth += 1
      } else if (char === '”' && depth > 0) {
        depth -= 1
        if (depth === 0) cut(at + 1, true)
      }
    }
    cut(node.value.length, depth > 0)
  }
  return groups
}
