import type { Library } from './library.js'
import type { LinkedDocument, LinkTarget, ReferenceKind } from './linked.js'
import type { ReferenceRole } from './reference-role.js'
import { referenceRole } from './reference-role.js'

/** One reference as the link graph keeps it. */
export interface GraphReference {
  /** Address of the clause that it stands in. */
  in: string
  kind: ReferenceKind
  role: ReferenceRole
  text: string
  /** Line and column from 1. */
  line: number
  column: number
  targets: LinkTarget[]
}

/** The references of one text. */
export interface GraphDocument {
  title: string
  /** ISO day of the version that the text is. */
  date?: string
  file?: string
  references: GraphReference[]
}

/**
 * What the link graph keeps of a linked document; 本条例 by itself and 下列 are left out, for they tie nothing together.
 * With the library the titles that its own title names are kept too: 某省实施《某法》办法.
 */
export function graphDocumentOf(
  linked: LinkedDocument,
  source: string,
  facts: { title?: string; date?: string; file?: string },
  library?: Library
): GraphDocument {
  const { title = linked.title ?? '', ...others } = facts
  const references = library === undefined ? [] : titleReferences(title, source, library)
  for (const { text, start, end, in: clause, kind, targets } of linked.references) {
    if (targets.every(({ instrument, from }) => instrument === null && (from === null || within(clause, from))))
      continue
    const role = referenceRole(source, start.offset, end.offset, clause)
    references.push({ in: clause, kind, role, text, line: start.line, column: start.column, targets })
  }
  return { ...others, title, references }
}

function titleReferences(title: string, source: string, library: Library): GraphReference[] {
  return [...title.matchAll(/《([^《》]+(?:《[^《》]*》[^《》]*)*)》/g)].map(([text, name = ''], index, all) => {
    const { instruments } = library.find(name)
    const [only] = instruments
    const target: LinkTarget =
      instruments.length === 1
        ? { instrument: only!.title, from: null, status: 'resolved' }
        : {
            instrument: name,
            from: null,
            status: instruments.length === 0 ? 'unknown-instrument' : 'ambiguous',
            reason:
              instruments.length === 0
                ? `文库中没有《${name}》`
                : `文库中有${instruments.length}件文件可以称作《${name}》`
          }
    return {
      in: '',
      kind: 'title',
      role: titleRole(title, all[index]!.index, text.length),
      text,
      ...placeIn(source, text),
      targets: [target]
    }
  })
}

function titleRole(title: string, start: number, length: number): ReferenceRole {
  const [before, after] = [title.slice(0, start), title.slice(start + length)]
  if (/修改$|修订$/.test(before) || /^(?:等[^《》]*)?修正案/.test(after)) return 'amend'
  if (/废止$/.test(before)) return 'repeal'
  return /(?:实施|施行|适用|贯彻|执行|解释)$/.test(before) || /^(?:实施|施行)/.test(after) ? 'implement' : 'mention'
}

/** Where words first stand in a source; the title opens it. */
function placeIn(source: string, words: string): { line: number; column: number } {
  const offset = Math.max(0, source.indexOf(words))
  const before = source.slice(0, offset).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

/** Whether one of two clauses lies in the other. */
function within(left: string, right: string): boolean {
  return left === right || left.startsWith(`${right}__`) || right.startsWith(`${left}__`)
}
