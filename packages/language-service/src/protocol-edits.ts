import type { TextEdit as SourceEdit } from '@tiaoli/edit'
import { sortEdits } from '@tiaoli/edit'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { TextEdit } from 'vscode-languageserver-types'
import { LineCounter } from './line-counter.js'

/** How many characters may lie between two edits that are sent as one: what is written of a range is longer. */
const near = 40

/** An edit as the protocol has it, and the edits that it stands for. */
interface Joined {
  members: readonly SourceEdit[]
  edit: TextEdit
}

/**
 * Writes edits of one version of a text as the protocol has them. What lies close together in one line is one edit, since an
 * editor works through each; plans that share edits get the same objects for them.
 */
export class ProtocolEdits {
  private readonly known = new WeakMap<SourceEdit, Joined>()

  constructor(
    private readonly document: TextDocument,
    private readonly source: string
  ) {}

  /** Edits with offsets in the source, in any order. */
  of(edits: readonly SourceEdit[]): TextEdit[] {
    const sorted = sortEdits(edits)
    const lines = new LineCounter(this.document)
    const found: TextEdit[] = []
    for (let at = 0; at < sorted.length; ) {
      const { members, edit } = this.knownAt(sorted, at) ?? this.join(sorted, at, lines)
      found.push(edit)
      at += members.length
    }
    return found
  }

  /** What was joined before, where nothing else is to be joined to it now. */
  private knownAt(sorted: readonly SourceEdit[], at: number): Joined | undefined {
    const joined = this.known.get(sorted[at]!)
    if (joined === undefined) return undefined
    const { members } = joined
    for (let index = 1; index < members.length; index++) {
      if (members[index] !== sorted[at + index]) return undefined
    }
    return this.belongsTogether(members.at(-1)!, sorted[at + members.length]) ? undefined : joined
  }

  private join(sorted: readonly SourceEdit[], at: number, lines: LineCounter): Joined {
    const first = sorted[at]!
    const members = [first]
    let newText = first.text
    for (let last = first; ; ) {
      const next = sorted[at + members.length]
      if (next === undefined || !this.belongsTogether(last, next)) break
      newText += this.source.slice(last.end, next.start) + next.text
      members.push(next)
      last = next
    }
    const range = { start: lines.positionAt(first.start), end: lines.positionAt(members.at(-1)!.end) }
    const joined = { members, edit: { range, newText } }
    this.known.set(first, joined)
    return joined
  }

  private belongsTogether({ end }: SourceEdit, next: SourceEdit | undefined): boolean {
    return next !== undefined && next.start - end <= near && !this.source.slice(end, next.start).includes('\n')
  }
}
