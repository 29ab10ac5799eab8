// Reads a folder of regulations as the clauses that search is measured on.
import { relative } from 'node:path'
import { clauseDocuments, indexedText } from '@tiaoli/search'
import { instrumentOfDocument, readDocument } from '@tiaoli/workspace'
import { textFiles } from './text-files.mjs'

/** Share of the clauses asked for that is enough: reading on for short texts that still fit would be timed with the rest. */
const enough = 0.99

/** The texts of a folder with their clauses, as a search index takes them, one after the other; about `most` clauses, whole texts. */
export async function* streamClauses(folder, most = Number.POSITIVE_INFINITY) {
  let size = 0
  for (const file of await textFiles(folder)) {
    if (size >= enough * most) return
    const document = await readDocument(file)
    const instrument = instrumentOfDocument(document)
    const id = relative(folder, file)
    const clauses = clauseDocuments(document.tree, id)
    if (size + clauses.length > most) continue
    size += clauses.length
    yield { text: indexedText(id, instrument, instrument.versions[0]), clauses }
  }
}

/** The same all at once; texts that `first` chooses come before the others. */
export async function searchClauses(folder, most = Number.POSITIVE_INFINITY, first = () => true) {
  const all = []
  for await (const text of streamClauses(folder)) all.push(text)
  const chosen = []
  let size = 0
  for (const text of [...all.filter(first), ...all.filter((candidate) => !first(candidate))]) {
    if (size + text.clauses.length > most) continue
    chosen.push(text)
    size += text.clauses.length
  }
  return chosen
}
