import type { Mention } from '@tiaoli/citation'
import type { ClauseText } from 'regast'
import { AmendmentReading } from './amendment.js'
import { DefinedNames, type KnownNames } from './defined-names.js'
import type { NamedInstrument, Scope } from './hosts.js'
import type { Library } from './library.js'
import type { LinkedDocument, LinkedReference, LinkTarget, ReferenceKind } from './linked.js'
import type { Outline } from './outline.js'
import type { Position } from './position.js'
import { extent } from './reading.js'
import { Renumbered } from './renumbered.js'
import { describeChange, describeSelf, type SelfDescription, selfNameDoubt } from './self.js'
import type { TargetContext } from './target.js'
import { Thread } from './thread.js'

/** A document while it is read in the order of its text: what is known of it, what was said so far, and what was found. */
export class DocumentReading {
  readonly self: SelfDescription
  readonly names: DefinedNames
  /** Set for a document that amends another one. */
  readonly amendment: AmendmentReading | undefined
  readonly thread = new Thread()
  readonly result: LinkedDocument
  /** What names mean at the place that is being read. */
  readonly scope: Scope

  constructor(
    readonly clauses: readonly ClauseText[],
    readonly own: Outline,
    title: string | undefined,
    readonly library: Library,
    readonly date: string | undefined,
    /** ISO day from which the document applies, where it says so. */
    readonly start: string | undefined,
    known?: KnownNames
  ) {
    this.self = describeChange(describeSelf(title), preambleOf(clauses))
    this.names = new DefinedNames(clauses, library, known)
    const { amends } = this.self
    this.amendment = amends === undefined ? undefined : new AmendmentReading(amends, new Renumbered(clauses))
    this.result = { title, references: [], unresolved: [], terms: [], documentNumbers: [] }
    const { thread } = this
    this.scope = {
      library,
      self: this.self,
      aliases: thread.aliases,
      get last() {
        thread.looksBack = true
        return thread.mentioned.at(-1)
      },
      get mentioned() {
        thread.looksBack = true
        return thread.mentioned
      }
    }
  }

  /** What resolving a place of an instrument needs to know, read from a position in this document. */
  context(named: NamedInstrument, position: Position | undefined): TargetContext {
    return {
      named,
      own: this.own,
      around: position?.around ?? nothing,
      date: this.date,
      start: this.start,
      before: false
    }
  }

  /** Adds a reference to what was found. */
  push(mention: Mention, clause: ClauseText, kind: ReferenceKind, targets: LinkTarget[]): void {
    const { text, start, end } = extent(clause, mention.start, mention.end)
    const doubt = mention.host.type === 'self' ? selfNameDoubt(this.self, mention.host.name) : undefined
    if (doubt !== undefined) targets = targets.map((target) => doubted(target, doubt))
    this.add({ text, start, end, in: clause.address, kind, targets })
  }

  add(reference: LinkedReference): void {
    this.result.references.push(reference)
    if (reference.targets.some(({ status }) => status !== 'resolved')) this.result.unresolved.push(reference)
  }
}

const nothing: readonly string[] = []

/** The words before the first article that speak of a change. */
function preambleOf(clauses: readonly ClauseText[]): string {
  const end = clauses.findIndex(({ address }) => address.includes('art_'))
  return clauses
    .slice(0, end === -1 ? 4 : end)
    .filter(({ text }) => text.includes('下修'))
    .map(({ text }) => text)
    .join('\n')
}

/** A target that was found, but under a name that makes it doubtful. */
function doubted(target: LinkTarget, reason: string): LinkTarget {
  return target.status === 'resolved' && target.instrument === null
    ? { ...target, status: 'ambiguous', reason }
    : target
}
