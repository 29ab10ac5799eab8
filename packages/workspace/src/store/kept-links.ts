import type {
  GraphDocument,
  GraphReference,
  LinkAlternative,
  LinkStatus,
  LinkTarget,
  ReferenceKind,
  ReferenceRole,
  WatchedLibrary
} from '@tiaoli/library'
import { graphDocumentOf, linkDocument } from '@tiaoli/library'
import { readDocument } from '../document.js'

/** A text to link, with the day that its references speak of. */
export interface LinkRequest {
  file: string
  key: string
}

/** The references of a text as they are kept, and the titles that they were looked up by. */
export interface KeptLinks {
  head: { title: string; date?: string; asked: string[]; references: number }
  body: string
}

type TargetCode = [
  instrument: string | null,
  from: string | null,
  status: LinkStatus,
  to?: string | 0,
  version?: string | 0,
  reason?: string,
  alternatives?: LinkAlternative[]
]
type ReferenceCode = [
  clause: string,
  kind: ReferenceKind,
  role: ReferenceRole,
  text: string,
  line: number,
  column: number,
  ...targets: TargetCode[]
]

/** Reads and links a text; rejects with an `InputError` where it cannot be read. */
export async function linkForKeeping({ file }: LinkRequest, watched: WatchedLibrary): Promise<KeptLinks> {
  const document = await readDocument(file)
  const { title, date } = document.facts
  watched.take()
  const linked = linkDocument(document.tree, {
    library: watched.library,
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date })
  })
  const graph = graphDocumentOf(
    linked,
    document.text,
    {
      ...(title !== undefined && { title }),
      ...(date !== undefined && { date })
    },
    watched.library
  )
  return {
    head: {
      title: graph.title,
      ...(date !== undefined && { date }),
      asked: watched.take(),
      references: graph.references.length
    },
    body: JSON.stringify(graph.references.map(encodeReference))
  }
}

function encodeReference({ in: clause, kind, role, text, line, column, targets }: GraphReference): ReferenceCode {
  return [clause, kind, role, text, line, column, ...targets.map(encodeTarget)]
}

function encodeTarget({ instrument, from, status, to, version, reason, alternatives }: LinkTarget): TargetCode {
  if (alternatives !== undefined) return [instrument, from, status, to ?? 0, version ?? 0, reason ?? '', alternatives]
  if (reason !== undefined) return [instrument, from, status, to ?? 0, version ?? 0, reason]
  if (version !== undefined) return [instrument, from, status, to ?? 0, version]
  return to === undefined ? [instrument, from, status] : [instrument, from, status, to]
}

/** The references of a kept text. */
export function decodeLinks(head: KeptLinks['head'], body: string, file: string): GraphDocument {
  const codes = JSON.parse(body) as ReferenceCode[]
  return {
    title: head.title,
    ...(head.date !== undefined && { date: head.date }),
    file,
    references: codes.map(([clause, kind, role, text, line, column, ...targets]) => ({
      in: clause,
      kind,
      role,
      text,
      line,
      column,
      targets: targets.map(decodeTarget)
    }))
  }
}

function decodeTarget([instrument, from, status, to, version, reason, alternatives]: TargetCode): LinkTarget {
  return {
    instrument,
    from,
    status,
    ...(typeof to === 'string' && { to }),
    ...(typeof version === 'string' && { version }),
    ...(reason && { reason }),
    ...(alternatives !== undefined && { alternatives })
  }
}
