import type { Root } from 'regast'
import type { VFileMessage } from 'vfile-message'
import type { DocumentFacts } from './document-facts.js'
import { documentFacts } from './document-facts.js'
import type { TextFile } from './read-text.js'
import { readText } from './read-text.js'

/** A regulation read from a file. */
export interface RegulationDocument extends TextFile {
  tree: Root
  messages: VFileMessage[]
  facts: DocumentFacts
}

/** Reads a file and parses it; rejects with an `InputError` where it is no readable text. */
export async function readDocument(file: string): Promise<RegulationDocument> {
  return documentOf(readText(file))
}

let parser: Promise<typeof import('remark-regast')> | undefined

/** Parses a text that was read. */
export async function documentOf(source: TextFile): Promise<RegulationDocument> {
  // The parser brings Markdown with it, which takes longer to load than all the rest: a bad file name need not wait.
  parser ??= import('remark-regast')
  const { parseRegulation } = await parser
  const { tree, messages } = parseRegulation(source.text)
  return { ...source, tree, messages, facts: await documentFacts(tree, source.file) }
}
