import { planRenumbering } from '@tiaoli/edit'
import type { Draft } from '../draft.js'
import { editable, protocolEdits, withChange } from './renumber.js'

/** References of how many articles follow in one step; a step takes a few milliseconds. */
const stretch = 64

/** How many steps are made when a draft is first at rest, and whenever it is again. */
const first = 12
const later = 4

/**
 * Inserts articles into a draft, for nothing, while nobody types. People insert one now and then, and an engine runs what it
 * has seldom run, or not since the draft changed, several times slower: in a code of a thousand articles that is felt.
 */
export class Rehearsal {
  private begun = false
  /** How many articles from the end of a draft the next step begins. */
  private at = 0;

  /** Steps that end early where the draft is read anew. */
  *of(draft: Draft): Generator<undefined> {
    const { articles } = draft
    const steps = Math.min(this.begun ? later : first, Math.ceil(articles.length / stretch))
    this.begun = true
    for (let step = 0; step < steps && !draft.isOutdated; step++) {
      this.at = this.at + stretch < articles.length ? this.at + stretch : Math.min(stretch, articles.length)
      insertInto(draft, articles.length - this.at)
      yield
    }
  }
}

function insertInto(draft: Draft, at: number): void {
  const stretched = draft.articles.slice(at, at + stretch)
  const references = stretched.flatMap(({ address }) => draft.outgoing.get(address) ?? [])
  const change = { kind: 'insert', after: stretched[0]! } as const
  const read = { tree: draft.tree, links: { ...draft.links, references } }
  protocolEdits(draft, withChange(draft, change, planRenumbering({ ...editable(draft), read }, { change })))
}
