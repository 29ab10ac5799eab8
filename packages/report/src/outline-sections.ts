import { toString as mdastText } from 'mdast-util-to-string'
import type { Block, ClauseText, Heading, Indent, Num, Paragraph, Point, RegastNode, Root, TextHolder } from 'regast'
import { clauseText, formatAddress } from 'regast'
import { excerpt } from './labels.js'
import type { ReportClause, ReportSection, ReportSegment, ReportUnit } from './model.js'

/** Turns the clause text of a node into segments. */
export type SegmentText = (clause: ClauseText) => ReportClause['segments']
/** Turns the cells of a table, row by row, into segments; `undefined` for what is no table. */
export type SegmentTable = (block: Block) => ReportSegment[][][] | undefined

const topicLength = 30

/** The chapters, articles and clauses of a draft, with no references in their lists yet. */
export function sectionsOfTree(tree: Root, segment: SegmentText, cells: SegmentTable): ReportSection[] {
  const outside = emptySection('', 1)
  const sections: ReportSection[] = [outside]
  for (const child of tree.children) {
    if (isSection(child)) sections.push(sectionOf(child, 1))
    else addTo(outside, child)
  }
  return outside.units.length === 0 ? sections.slice(1) : sections

  function sectionOf(node: SectionNode, depth: number): ReportSection {
    const children: readonly RegastNode[] = node.children
    const num = children.find((child): child is Num => child.type === 'num')
    const heading = children.find((child): child is Heading => child.type === 'heading')
    const unnamed = node.type === 'preamble' ? [{ text: '序言' }] : []
    const segments = heading ? segment(clauseText(heading, node.address)) : unnamed
    const section = emptySection(node.address, depth)
    section.label = num?.value ?? ''
    section.heading = segments.map(({ text }) => text).join('')
    section.segments = segments
    for (const child of children) {
      if (isSection(child)) section.sections.push(sectionOf(child, depth + 1))
      else addTo(section, child)
    }
    return section
  }

  function addTo(section: ReportSection, node: RegastNode): void {
    switch (node.type) {
      case 'article': {
        const num = node.children.find((child): child is Num => child.type === 'num')
        const clauses = node.children.flatMap((child) => clausesOf(child, node.address))
        const label = num?.value.replace(/\s+/g, '') ?? formatAddress(node.address)
        section.units.push(unit(node.address, label, clauses))
        return
      }
      case 'paragraph':
        section.units.push(unit(node.address, formatAddress(node.address), clausesOf(node, section.address)))
        return
      case 'note':
      case 'signature':
      case 'block': {
        const clauses = clausesOf(node, section.address)
        if (clauses.length > 0) section.units.push(unit(section.address, '', clauses))
      }
    }
  }

  function clausesOf(node: RegastNode, address: string): ReportClause[] {
    switch (node.type) {
      case 'heading':
        return [clause(node, address, 'heading')]
      case 'paragraph':
        return [clause(node, node.address, 'paragraph'), ...below(node)]
      case 'note':
      case 'signature':
        return [clause(node, address, 'note')]
      case 'block':
        return [blockClause(node, address)]
      default:
        return []
    }
  }

  /** The clauses and blocks in a 款, 项 or 目, at whatever depth. */
  function below(node: Paragraph | Point | Indent): ReportClause[] {
    return node.children.flatMap((child): ReportClause[] => {
      if (child.type === 'point' || child.type === 'indent')
        return [clause(child, child.address, child.type), ...below(child)]
      return child.type === 'block' ? [blockClause(child, node.address)] : []
    })
  }

  function clause(node: TextHolder, address: string, level: ReportClause['level']): ReportClause {
    const children: readonly { type: string }[] = node.children
    const num = children.find((child): child is Num => child.type === 'num')
    const own = segment(clauseText(node, address))
    const heading = children.find((child): child is Heading => child.type === 'heading')
    const segments = heading === undefined ? own : [...segment(clauseText(heading, address)), { text: '　' }, ...own]
    return { address, level, ...(num && { num: num.value }), segments }
  }

  function blockClause(node: Block, address: string): ReportClause {
    const rows = cells(node)
    if (rows !== undefined) return { address, level: 'table', segments: [], rows }
    return { address, level: 'other', segments: [{ text: mdastText(node.mdast) }] }
  }
}

/** A section with nothing in it. */
export function emptySection(address: string, depth: number): ReportSection {
  return { address, label: '', heading: '', segments: [], depth, units: [], sections: [], outgoing: [], incoming: [] }
}

type SectionNode = Extract<
  RegastNode,
  { type: 'preamble' | 'book' | 'part' | 'chapter' | 'section' | 'division' | 'attachment' }
>

function isSection(node: RegastNode): node is SectionNode {
  return ['preamble', 'book', 'part', 'chapter', 'section', 'division', 'attachment'].includes(node.type)
}

function unit(address: string, label: string, clauses: ReportClause[]): ReportUnit {
  const first = clauses[0]?.segments.map(({ text }) => text).join('') ?? ''
  return { address, label, topic: excerpt(first, topicLength), clauses, outgoing: [], incoming: [] }
}
