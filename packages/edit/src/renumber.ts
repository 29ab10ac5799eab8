import type { Library, LinkedDocument } from '@tiaoli/library'
import { createLibrary, linkDocument, titleKey } from '@tiaoli/library'
import type { Article, Root } from 'regast'
import { numOf } from 'regast'
import { parseRegulation } from 'remark-regast'
import type { VFileMessage } from 'vfile-message'
import { Bearers } from './bearers.js'
import type { FollowedReferences, ReferenceChange } from './follow-references.js'
import { followerOf, followReferences, orderOf, untouched } from './follow-references.js'
import type { NumberedClause, NumberingOptions, NumbersByLevel } from './number-clauses.js'
import { numberArticles } from './number-clauses.js'
import type { NumberChange } from './number-edits.js'
import { numberEdits, numeralIn } from './number-edits.js'
import { inStyleOf } from './numeral-style.js'
import { referenceEdits } from './reference-edits.js'
import { readableSource } from './rough-numbers.js'
import type { TextEdit } from './text-edit.js'
import { sortEdits } from './text-edit.js'

/** A draft to renumber, or a sibling that cites it. */
export interface EditableDraft {
  source: string
  /** Instruments that its references can mean. */
  library?: Library
  /** Title where the text does not tell it, and ISO day. */
  title?: string
  date?: string
  /** The draft as it was read, where that has been done: reading it anew takes longer than everything else. Not used where numbers are left open. */
  read?: { tree: Root; links: LinkedDocument }
}

/** What renumbering would do; nothing is done yet. */
export interface RenumberPlan {
  title: string | undefined
  /** In the order of the source, apart. */
  edits: TextEdit[]
  /** How many clauses get another number, and how many references follow. */
  count: { numbers: number; references: number }
  /** Those clauses and references, put into words when asked for: there may be thousands. */
  readonly numbers: NumberChange[]
  readonly references: ReferenceChange[]
  /** References that were left, and why. */
  messages: VFileMessage[]
  /** The number of an article to be inserted, in the style of the one before it. */
  inserted?: string
  /** New numbers of the clause at an address of the old numbering, or why there are none; for siblings. */
  numbersOf(address: string): NumbersByLevel | string
}

/**
 * Numbers a draft in order and lets its references follow, as the fewest edits: what is numbered right is not touched.
 * A reference keeps meaning the clause that bears its number now; where two bear it, or none, the reference stays and a
 * message says so.
 */
export function planRenumbering(draft: EditableDraft, options: NumberingOptions = {}): RenumberPlan {
  const { source } = draft
  const readable = readableSource(source)
  const isReadable = readable.text === source
  const { tree, links } = readDraft(isReadable ? draft : { ...draft, source: readable.text, read: undefined })
  const { change } = options
  const clauses = numberArticles(tree, options)
  const bearers = new Bearers(clauses, change)
  const own = numberEdits(tree, clauses, readable.text)
  const order = change && orderOf(tree, clauses)
  const gone = change?.kind === 'delete' ? change.article.address : undefined
  const followed = followReferences(links.references, readable.text, followerOf(bearers, order, gone))
  const edits = [...own.edits, ...followed.edits]
  const back = (edit: TextEdit): TextEdit => ({
    ...edit,
    start: readable.back(edit.start),
    end: readable.back(edit.end)
  })
  return {
    title: links.title,
    edits: sortEdits(isReadable ? edits : edits.map(back)).filter((edit) => !isNoEdit(edit, source)),
    count: { numbers: own.count, references: followed.count },
    get numbers() {
      return own.numbers
    },
    get references() {
      return followed.references
    },
    messages: followed.messages,
    ...(change?.kind === 'insert' && { inserted: insertedNumber(change.after, clauses) }),
    numbersOf: (address) => bearers.numbersOf(address)
  }
}

/** Whether an edit puts in what stands there. */
export function isNoEdit(edit: TextEdit, source: string): boolean {
  return edit.end - edit.start === edit.text.length && source.startsWith(edit.text, edit.start)
}

/** The number of an article put behind another, in its style. */
export function insertedNumber(after: Article, clauses: readonly NumberedClause[]): string {
  const num = numOf(after)
  const written = numeralIn.exec(num?.value ?? '')?.[0] ?? ''
  const before = clauses.find((clause) => clause.num !== undefined && clause.num === num)
  return `第${inStyleOf(written, (before?.now.article?.value ?? 0) + 1)}条`
}

/** Lets the references of a sibling draft follow that cite a renumbered draft by its title. */
export function followRenumbering(sibling: EditableDraft, plan: RenumberPlan): FollowedReferences {
  const { links } = readDraft(sibling)
  const key = plan.title === undefined ? undefined : titleKey(plan.title)
  const known = new Map<string, boolean>()
  const isPlanned = (title: string): boolean => {
    let planned = known.get(title)
    if (planned === undefined) {
      planned = titleKey(title) === key
      known.set(title, planned)
    }
    return planned
  }
  return followReferences(links.references, sibling.source, (reference) => {
    const { kind, targets } = reference
    const cites =
      kind === 'external' &&
      targets.length > 0 &&
      targets.every(({ instrument, from }) => instrument !== null && from !== null && isPlanned(instrument))
    return cites ? referenceEdits(reference, plan.numbersOf) : untouched
  })
}

/** A draft as it was read, or read now. */
export function readDraft({ source, library = createLibrary([]), title, date, read }: EditableDraft): {
  tree: Root
  links: LinkedDocument
} {
  if (read !== undefined) return read
  const { tree } = parseRegulation(source)
  const about = { ...(title !== undefined && { title }), ...(date !== undefined && { date }) }
  return { tree, links: linkDocument(tree, { library, ...about }) }
}
