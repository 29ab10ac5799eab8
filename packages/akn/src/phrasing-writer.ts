import type { AnnotatedPiece, Annotator, LinkedReference, LinkTarget } from '@tiaoli/library'
import type { XmlWriter } from '@tiaoli/xml'
import { toString as mdastText } from 'mdast-util-to-string'
import type { Mark, Phrasing, RegastNode } from 'regast'
import { quotations } from './amendments.js'
import { cleanMdast } from './clean-mdast.js'

/** What writing a line needs to know about its document. */
export interface LineContext {
  xml: XmlWriter
  annotate: Annotator
  /** IRI of a target, `undefined` where it is no sure link. */
  href(target: LinkTarget, end: 'from' | 'to'): string | undefined
  /** The eId of a term in the references of the document. */
  termId(name: string): string
}

const markElements: Record<Mark, [name: string, kind?: string]> = {
  strong: ['b'],
  emphasis: ['i'],
  delete: ['inline', 'delete']
}

/** Writes the words of one line with its references, terms and emphasis. */
export function writePhrasing(children: readonly Phrasing[], context: LineContext): void {
  writePieces(context.annotate(children as readonly RegastNode[]), context)
}

/** Writes the words of a clause that changes another instrument, with what it quotes set off; `structure` writes the lines that it quotes. */
export function writeModification(
  id: string,
  children: readonly Phrasing[],
  context: LineContext,
  structure?: () => void
): void {
  context.xml.element('mod', { eId: id }, () => {
    for (const { quoted, pieces } of quotations(context.annotate(children as readonly RegastNode[]))) {
      if (quoted) context.xml.element('quotedText', {}, () => writePieces(pieces, context))
      else writePieces(pieces, context)
    }
    structure?.()
  })
}

function writePieces(pieces: readonly AnnotatedPiece[], context: LineContext): void {
  for (const group of groups(pieces, (piece) => piece.reference)) {
    const { reference } = group[0]!
    if (reference === undefined) writeTerms(group, context)
    else writeReference(reference, group, context)
  }
}

function writeReference(reference: LinkedReference, group: AnnotatedPiece[], context: LineContext): void {
  const { targets } = reference
  const words = targets.length > 1 ? splitWords(group, targets.length) : undefined
  if (targets.length === 1) writeTarget(targets[0]!, context, () => writeTerms(group, context))
  else if (targets.every((target) => context.href(target, 'from') === undefined)) {
    writeTarget(targets[0]!, context, () => writeTerms(group, context))
  } else {
    context.xml.element('mref', {}, () => {
      if (words === undefined) {
        // Where the words of each target cannot be told apart, the first one carries them all.
        for (const [index, target] of targets.entries()) {
          writeTarget(target, context, () => index === 0 && writeTerms(group, context))
        }
        return
      }
      for (const [index, target] of targets.entries()) {
        const { joiner, text } = words[index]!
        context.xml.text(joiner)
        writeTarget(target, context, () => context.xml.text(text))
      }
    })
  }
}

/** A link where it is sure, else a span that says why it is none. */
function writeTarget(target: LinkTarget, { xml, href }: LineContext, content: () => void): void {
  const from = href(target, 'from')
  const to = target.to === undefined ? undefined : href(target, 'to')
  const status = target.status === 'resolved' ? undefined : target.status
  if (from === undefined) xml.element('span', { class: status ?? 'unresolved', title: target.reason }, content)
  else if (to !== undefined) xml.element('rref', { class: status, from, upTo: to }, content)
  else xml.element('ref', { class: status, href: from }, content)
}

/** The words of each target of a plain mention, and what joins it to the one before; `undefined` where they do not match in number. */
function splitWords(group: AnnotatedPiece[], count: number): { joiner: string; text: string }[] | undefined {
  if (group.some(({ node, term }) => node.type !== 'text' || node.marks !== undefined || term !== undefined))
    return undefined
  const text = group.map(({ node }) => (node.type === 'text' ? node.value : '')).join('')
  const pieces: { joiner: string; text: string }[] = []
  let joiner = ''
  // Titles may hold joining words, so they are taken whole.
  for (const part of text.match(/《[^》]*》|以及|或者|[、，和及或与]|[^《、，和及或与以]+|[\s\S]/g) ?? []) {
    if (/^(?:以及|或者|[、，和及或与])$/.test(part)) {
      joiner += part
      continue
    }
    const last = pieces[pieces.length - 1]
    if (joiner === '' && last !== undefined) last.text += part
    else pieces.push({ joiner, text: part })
    joiner = ''
  }
  return pieces.length === count && joiner === '' && pieces[0]!.joiner === '' ? pieces : undefined
}

function writeTerms(pieces: AnnotatedPiece[], context: LineContext): void {
  const { xml } = context
  for (const group of groups(pieces, (piece) => piece.term)) {
    const { term } = group[0]!
    if (term === undefined) writeMarks(group, context)
    else {
      const refersTo = `#${context.termId(term.text)}`
      const name = () => xml.element('term', { refersTo }, () => writeMarks(group, context))
      if (term.role === 'definition') xml.element('def', { refersTo }, name)
      else name()
    }
  }
}

function writeMarks(pieces: AnnotatedPiece[], { xml }: LineContext): void {
  for (const { node } of pieces) {
    switch (node.type) {
      case 'text':
        writeMarked(xml, node.marks ?? [], () => xml.text(node.value))
        break
      case 'break':
        xml.element('br')
        break
      case 'comment':
        xml.comment(node.value)
        break
      case 'inline': {
        const mdast = cleanMdast(node.mdast)
        // The words of a link already stand before it as clause text.
        const shown = mdast.type === 'link' ? '' : mdastText(mdast)
        xml.element('inline', { name: 'markdown', 'tiaoli:mdast': JSON.stringify(mdast) }, () => xml.text(shown))
      }
    }
  }
}

function writeMarked(xml: XmlWriter, marks: readonly Mark[], content: () => void): void {
  const [mark, ...rest] = marks
  if (mark === undefined) content()
  else {
    const [name, kind] = markElements[mark]
    xml.element(name, { name: kind }, () => writeMarked(xml, rest, content))
  }
}

function groups<T>(pieces: readonly AnnotatedPiece[], key: (piece: AnnotatedPiece) => T): AnnotatedPiece[][] {
  const found: AnnotatedPiece[][] = []
  for (const piece of pieces) {
    const last = found[found.length - 1]
    if (last !== undefined && key(last[0]!) === key(piece)) last.push(piece)
    else found.push([piece])
  }
  return found
}
