import type { ClauseDocument } from '@tiaoli/search'

/** Bytes before the text of a content: its row, and how many bytes its facts, its body and its places take. */
const header = 16
/** Facts before the headings. */
const firstHeading = 7
/** Stands in no path, no heading and no term. */
const separator = '\0'

/**
 * A clause in bytes: its facts, its body, and the places where the lines of the body stand. Text is written in the
 * units that JavaScript keeps, which takes less room than UTF-8 for Chinese and no time to read.
 */
export function contentOf(
  row: number,
  { text, address, label, number, headings, body, lines, terms, line }: ClauseDocument
): Buffer {
  const facts = [
    text,
    address,
    label,
    number?.value ?? '',
    number?.insert ?? '',
    line ?? '',
    terms?.join('\n') ?? '',
    ...headings
  ].join(separator)
  const places = lines.map((place) => `${place.index} ${place.address}`).join('\n')
  const written = Buffer.from(facts + body + places, 'utf16le')
  const content = Buffer.alloc(header + written.length)
  content.writeUInt32LE(row, 0)
  for (const [at, part] of [facts, body, places].entries()) content.writeUInt32LE(part.length * 2, 4 * at + 4)
  written.copy(content, header)
  return content
}

/** The clauses of contents one after the other, each with its row. */
export function documentsOf(contents: Buffer | null): [row: number, document: ClauseDocument][] {
  const documents: [number, ClauseDocument][] = []
  for (let at = 0; contents !== null && at < contents.length; ) {
    const row = contents.readUInt32LE(at)
    const bodyAt = at + header + contents.readUInt32LE(at + 4)
    const placesAt = bodyAt + contents.readUInt32LE(at + 8)
    const end = placesAt + contents.readUInt32LE(at + 12)
    documents.push([row, new RowDocument(contents, at + header, bodyAt, placesAt, end)])
    at = end
  }
  return documents
}

/** A clause of a content; its lines are read when they are asked for, which few clauses are. */
class RowDocument implements ClauseDocument {
  readonly text: string
  readonly address: string
  readonly label: string
  readonly number?: NonNullable<ClauseDocument['number']>
  readonly headings: string[]
  readonly body: string
  readonly terms?: string[]
  readonly line?: number

  constructor(
    private readonly contents: Buffer,
    factsAt: number,
    bodyAt: number,
    private readonly placesAt: number,
    private readonly end: number
  ) {
    const facts = contents.toString('utf16le', factsAt, bodyAt).split(separator)
    this.text = facts[0]!
    this.address = facts[1]!
    this.label = facts[2]!
    const [value, insert, line, terms] = [facts[3]!, facts[4]!, facts[5]!, facts[6]!]
    if (value !== '') this.number = insert === '' ? { value: +value } : { value: +value, insert: +insert }
    this.headings = facts.slice(firstHeading)
    this.body = contents.toString('utf16le', bodyAt, placesAt)
    if (terms !== '') this.terms = terms.split('\n')
    if (line !== '') this.line = +line
  }

  get lines(): { address: string; index: number }[] {
    const places = this.contents.toString('utf16le', this.placesAt, this.end)
    if (places === '') return []
    return places.split('\n').map((place) => {
      const space = place.indexOf(' ')
      return { index: Number(place.slice(0, space)), address: place.slice(space + 1) }
    })
  }
}
