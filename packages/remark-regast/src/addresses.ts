import type { Attachment, Division, Paragraph, Preamble, RegastNode, Root, Structure } from 'regast'
import { addressStep, joinAddress } from 'regast'

type Container = Structure | Division | Attachment | Preamble

interface Context {
  attachment: string
  book: string
  part: string
  chapter: string
}

/**
 * Gives 编章节, divisions, attachments and the paragraphs directly below them their addresses. A chapter's address names
 * its book only where chapter numbers restart, so all chapters are counted first.
 */
export function assignAddresses(root: Root): void {
  const chapters: { book: string; part: string; step: string }[] = []
  const parts: { book: string; step: string }[] = []
  count(root, '', '', '', chapters, parts)
  const unique = (keys: string[]) => new Set(keys).size === keys.length
  const bare = unique(chapters.map(({ step }) => step))
  const withBook = bare || unique(chapters.map(({ book, step }) => `${book} ${step}`))
  const bareParts = unique(parts.map(({ step }) => step))
  const name = (node: RegastNode, context: Context, division: { address: string; used: Set<number> }): void => {
    if (!('children' in node)) return
    switch (node.type) {
      case 'attachment':
        node.address = addressStep('attachment', node.number)
        break
      case 'preamble':
        node.address = joinAddress(context.attachment, 'preamble')
        break
      case 'book':
        node.address = joinAddress(context.attachment, addressStep('book', node.number))
        break
      case 'part':
        node.address = joinAddress(bareParts ? context.attachment : context.book, addressStep('part', node.number))
        break
      case 'chapter': {
        const above = bare ? context.attachment : withBook ? context.book : context.part
        node.address = joinAddress(above, addressStep('chapter', node.number))
        break
      }
      case 'section':
        node.address = joinAddress(context.chapter, addressStep('section', node.number))
        break
      case 'division': {
        let value = node.number?.value ?? division.used.size + 1
        while (node.number === undefined && division.used.has(value)) value += 1
        division.used.add(value)
        node.address = joinAddress(division.address, addressStep('division', { value }))
        break
      }
      case 'root':
        break
      default:
        return
    }
    const own = node.type === 'root' ? '' : node.address
    const below: Context = { ...context }
    if (node.type === 'attachment') below.attachment = below.book = below.part = below.chapter = own
    else if (node.type === 'book') below.book = below.part = below.chapter = own
    else if (node.type === 'part') below.part = below.chapter = own
    else if (node.type === 'chapter') below.chapter = own
    const divisions = { address: own, used: new Set<number>() }
    for (const child of node.children) {
      if (child.type === 'paragraph') namePoints(child, own)
      else name(child as RegastNode, below, divisions)
    }
  }
  name(root, { attachment: '', book: '', part: '', chapter: '' }, { address: '', used: new Set() })
}

function count(
  node: Root | Container,
  attachment: string,
  book: string,
  part: string,
  chapters: { book: string; part: string; step: string }[],
  parts: { book: string; step: string }[]
): void {
  for (const child of node.children) {
    switch (child.type) {
      case 'attachment': {
        const own = addressStep('attachment', child.number)
        count(child, own, own, own, chapters, parts)
        break
      }
      case 'book': {
        const own = joinAddress(attachment, addressStep('book', child.number))
        count(child, attachment, own, own, chapters, parts)
        break
      }
      case 'part': {
        const step = addressStep('part', child.number)
        parts.push({ book, step: joinAddress(attachment, step) })
        count(child, attachment, book, joinAddress(book, step), chapters, parts)
        break
      }
      case 'chapter':
        chapters.push({ book, part, step: joinAddress(attachment, addressStep('chapter', child.number)) })
        break
    }
  }
}

function namePoints(paragraph: Paragraph, parent: string): void {
  paragraph.address = joinAddress(parent, addressStep('paragraph', paragraph.number))
  nameBelow(paragraph)
}

function nameBelow(node: { address: string; children: unknown[] }): void {
  for (const child of node.children as RegastNode[]) {
    if (child.type === 'point' || child.type === 'indent') {
      child.address = `${node.address}__${addressStep(child.type, child.number)}`
      nameBelow(child)
    }
  }
}
