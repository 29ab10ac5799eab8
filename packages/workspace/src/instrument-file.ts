import { dirname, sep } from 'node:path'
import type { Instrument, InstrumentVersion } from '@tiaoli/library'
import { effectiveDay, issuerOf, kindOf, outlineOfTree, readHistory, statedStart } from '@tiaoli/library'
import { clauseText } from 'regast'
import type { RegulationDocument } from './document.js'

/** The instrument whose text a file holds, with that one version and what the note under its title tells of the others. */
export function instrumentOfDocument(document: Pick<RegulationDocument, 'file' | 'tree' | 'facts'>): Instrument {
  const { facts, file, tree } = document
  const title = facts.title ?? ''
  const history = readHistory(
    tree.children.flatMap((node) => (node.type === 'note' ? [clauseText(node, '').text] : []))
  )
  const version: InstrumentVersion = { outline: outlineOfTree(tree), source: { kind: 'text', file } }
  if (facts.date !== undefined) version.date = facts.date
  const effective = effectiveDay(history, statedStart(tree), facts.date)
  if (effective !== undefined) version.effective = effective
  const made = history.findLast(({ action }) => action === 'adopted' || action === 'amended' || action === 'revised')
  if (made !== undefined) version.action = made.action as 'adopted' | 'amended' | 'revised'
  const documentNumber = history.findLast((event) => event.documentNumber !== undefined)?.documentNumber
  if (documentNumber !== undefined) version.documentNumber = documentNumber
  const issuer = issuerOf(title, history)
  const kind = kindOf({ stated: facts.kind, title, issuer, folders: foldersOf(file) })?.kind
  return {
    title,
    shortNames: facts.shortNames ?? [],
    ...(kind && { kind }),
    ...(issuer && { issuer }),
    versions: [version],
    ...(history.length > 0 && { history })
  }
}

let last: { folder: string; names: string[] } | undefined

/** Names of the folders that a file lies in, the innermost last: public collections sort texts by kind. */
export function foldersOf(file: string): string[] {
  const folder = dirname(file)
  // Files of one folder come one after the other.
  if (last?.folder !== folder) {
    const names = folder.split(sep).filter((name) => name !== '')
    last = { folder, names: names.slice(-4) }
  }
  return last.names
}
