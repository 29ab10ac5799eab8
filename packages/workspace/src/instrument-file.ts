import type { Instrument, InstrumentKind, InstrumentVersion } from '@tiaoli/library'
import { instrumentKinds, outlineOfTree } from '@tiaoli/library'
import type { RegulationDocument } from './document.js'

/** The instrument whose text a file holds, with that one version. */
export function instrumentOfDocument(document: RegulationDocument): Instrument {
  const { facts, file, tree } = document
  const version: InstrumentVersion = {
    outline: outlineOfTree(tree),
    source: { kind: 'text', file },
    ...(facts.date !== undefined && { date: facts.date })
  }
  const title = facts.title ?? ''
  const kind = kindOf(facts.kind, title)
  return { title, shortNames: facts.shortNames ?? [], versions: [version], ...(kind && { kind }) }
}

/** The kind that a file states, or that a title alone makes certain (a 条例 may be of many ranks and is not). */
function kindOf(stated: string | undefined, title: string): InstrumentKind | undefined {
  const known = instrumentKinds.find((kind) => kind === stated)
  if (known !== undefined) return known
  if (title === '中国共产党章程') return '党章'
  if (title === '中华人民共和国宪法') return '宪法'
  if (/^中华人民共和国.+法$/.test(title)) return '法律'
  if (/^中国共产党.+条例(（试行）)?$/.test(title)) return '条例'
  return undefined
}
