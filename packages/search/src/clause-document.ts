import { definitionsIn } from '@tiaoli/citation'
import type { Instrument, InstrumentVersion } from '@tiaoli/library'
import type { Attachment, ClauseNumber, Division, Paragraph, Preamble, RegastNode, Root } from 'regast'
import { clauseText, clauseTexts } from 'regast'

/** What is known of a text that is indexed: one version of one instrument. */
export interface IndexedText {
  /** Unique in the index; for a file its path. */
  id: string
  title: string
  shortNames?: string[]
  /** ISO day on which it was adopted or last amended. */
  version?: string
  /** ISO day from which it applies. */
  effective?: string
  kind?: string
  status?: 'in-force' | 'repealed' | 'amended-title'
}

/** A text as an index holds it. */
export interface HeldText extends IndexedText {
  /** How many clauses it has. */
  clauses: number
}

/** One article, or the text of one preamble, annex or undivided body: what one hit is. */
export interface ClauseDocument {
  /** Id of its text. */
  text: string
  address: string
  /** As printed: 第三十二条; empty for what has no number. */
  label: string
  number?: ClauseNumber
  /** Headings of the 编, 章, 节 around it, outermost first, and its own. */
  headings: string[]
  /** One 款, 项 or 目 a line. */
  body: string
  /** Where the lines of the body stand in the instrument: address, and index in the body. */
  lines: { address: string; index: number }[]
  /** Terms that it defines. */
  terms?: string[]
  /** Line of the source on which it begins, from 1. */
  line?: number
}

/** A text with its clauses. */
export interface TextClauses {
  text: IndexedText
  clauses: ClauseDocument[]
}

/** Indexable facts of one version of an instrument. */
export function indexedText(id: string, instrument: Instrument, version: InstrumentVersion): IndexedText {
  const { title, shortNames, kind, status } = instrument
  return {
    id,
    title,
    ...(shortNames.length > 0 && { shortNames }),
    ...(version.date !== undefined && { version: version.date }),
    ...(version.effective !== undefined && { effective: version.effective }),
    ...(kind !== undefined && { kind }),
    ...(status !== undefined && { status })
  }
}

/** Longest body of one document of running text; what has no articles may be a whole book. */
const longestRun = 2000

/** The documents of a clause tree in the order of the text: every article, and every stretch of text outside articles. */
export function clauseDocuments(tree: Root, text: string): ClauseDocument[] {
  const documents: ClauseDocument[] = []
  walk(tree, '', [])
  return documents

  function walk(node: Exclude<RegastNode, { value: string }>, address: string, headings: string[]): void {
    if (!('children' in node)) return
    let run: Paragraph[] = []
    let length = 0
    const flush = (): void => {
      if (run.length > 0) documents.push(documentOf(text, address, '', headings, run))
      run = []
      length = 0
    }
    for (const child of node.children as RegastNode[]) {
      if (child.type === 'paragraph') {
        run.push(child)
        length += child.children.reduce(
          (sum, { position }) => sum + ((position?.end.offset ?? 0) - (position?.start.offset ?? 0)),
          0
        )
        if (length > longestRun) flush()
        continue
      }
      if (child.type === 'article') {
        flush()
        const heading = headingOf(child)
        const own = heading === '' ? headings : [...headings, heading]
        const label = child.children.find(({ type }) => type === 'num')
        const document = documentOf(
          text,
          child.address,
          label && 'value' in label ? label.value : '',
          own,
          child.children
        )
        const line = child.position?.start.line
        documents.push({ ...document, number: child.number, ...(line !== undefined && { line }) })
      } else if (isStructure(child)) {
        flush()
        const heading = headingOf(child)
        walk(child, child.address, heading === '' ? headings : [...headings, heading])
      }
    }
    flush()
  }
}

type StructureNode =
  | Extract<RegastNode, { type: 'book' | 'part' | 'chapter' | 'section' }>
  | Division
  | Preamble
  | Attachment

function isStructure(node: RegastNode): node is StructureNode {
  return ['book', 'part', 'chapter', 'section', 'division', 'preamble', 'attachment'].includes(node.type)
}

function headingOf(node: { children: readonly RegastNode[] }): string {
  const heading = node.children.find((child) => child.type === 'heading')
  return heading === undefined ? '' : clauseText(heading, '').text.replace(/\s+/g, '')
}

function documentOf(
  text: string,
  address: string,
  label: string,
  headings: string[],
  nodes: readonly RegastNode[]
): ClauseDocument {
  const content = nodes.filter((node) => node.type === 'paragraph')
  const line = content[0]?.position?.start.line
  const lines: ClauseDocument['lines'] = []
  const terms: string[] = []
  let body = ''
  for (const clause of clauseTexts({ type: 'root', children: content })) {
    if (clause.node.type === 'heading') continue
    if (body !== '') body += '\n'
    lines.push({ address: clause.address, index: body.length })
    body += clause.text.replace(/\n/g, ' ').replaceAll('\uFFFC', ' ')
    for (const { name } of definitionsIn(clause.text)) terms.push(name)
  }
  return {
    text,
    // A body without articles has no address of its own: that of its first 款 leads there.
    address: address === '' ? (lines[0]?.address ?? '') : address,
    label: label.replace(/\s+/g, ''),
    headings,
    body,
    lines,
    ...(terms.length > 0 && { terms }),
    ...(line !== undefined && { line })
  }
}
