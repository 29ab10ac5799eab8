import type { LinkedReference } from '@tiaoli/library'
import { articleOf, type ClauseNumber, type Root } from 'regast'
import type { VFileMessage } from 'vfile-message'
import { type ArticleOrder, articleAddresses, countsArticles, namedInstead, shifts } from './article-change.js'
import { renumberMessage } from './messages.js'
import type { NumberedClause, NumbersByLevel } from './number-clauses.js'
import type { ReferenceEdits } from './reference-edits.js'
import { referenceEdits } from './reference-edits.js'
import type { TextEdit } from './text-edit.js'

/** A reference that follows: as written and as it will be. */
export interface ReferenceChange {
  from: string
  to: string
  in: string
  line: number
}

/** What becomes of the references of a draft. */
export interface FollowedReferences {
  edits: TextEdit[]
  /** How many references follow. */
  count: number
  /** Those that follow, put into words when asked for: there may be thousands. */
  readonly references: ReferenceChange[]
  /** Those that were left, and why. */
  messages: VFileMessage[]
}

/** Nothing is to be done about a reference. */
export const untouched: ReferenceEdits = { edits: [], reasons: [] }

/** Lets references follow, each by its edits as `editsOf` tells them. */
export function followReferences(
  references: readonly LinkedReference[],
  text: string,
  editsOf: (reference: LinkedReference) => ReferenceEdits
): FollowedReferences {
  const following = new Following(text)
  for (const reference of references) following.add(reference, editsOf(reference))
  return following.result()
}

/** Collects what becomes of references one by one. */
export class Following {
  private readonly edits: TextEdit[] = []
  private readonly messages: VFileMessage[] = []
  private readonly changed: { reference: LinkedReference; edits: readonly TextEdit[] }[] = []

  constructor(private readonly text: string) {}

  add(reference: LinkedReference, found: ReferenceEdits): void {
    if (found === untouched) return
    for (const reason of found.reasons) this.messages.push(leftMessage(reference, reason))
    if (found.edits.length === 0) return
    if (!this.isPlain(reference)) {
      this.messages.push(leftMessage(reference, '其中夹有其他标记'))
      return
    }
    for (const edit of found.edits) this.edits.push(edit)
    this.changed.push({ reference, edits: found.edits })
  }

  result(): FollowedReferences {
    const { edits, changed, messages } = this
    return {
      edits,
      count: changed.length,
      get references() {
        return changed.map((one) => changeOf(one.reference, one.edits))
      },
      messages
    }
  }

  /** A reference whose text is broken by markup has other offsets inside than its words. */
  private isPlain({ start, end, text }: LinkedReference): boolean {
    return end.offset - start.offset === text.length && this.text.startsWith(text, start.offset)
  }
}

function changeOf(reference: LinkedReference, edits: readonly TextEdit[]): ReferenceChange {
  const { text, in: holder, start } = reference
  return { from: text, to: editedText(reference, edits), in: holder, line: start.line }
}

function editedText(reference: LinkedReference, edits: readonly TextEdit[]): string {
  const { text, start } = reference
  let result = ''
  let at = 0
  for (const edit of edits) {
    result += text.slice(at, edit.start - start.offset) + edit.text
    at = edit.end - start.offset
  }
  return result + text.slice(at)
}

function leftMessage(reference: LinkedReference, reason: string): VFileMessage {
  const open = reference.targets.some((target) => target.reason === '编号没有填写') || reason.endsWith('已删去')
  const ruleId = open
    ? 'reference-open'
    : reason.startsWith('有')
      ? 'reference-ambiguous'
      : reason.endsWith('不存在')
        ? 'reference-dangling'
        : 'reference-form'
  const left = reason.endsWith('已删去')
    ? `引用“${reference.text}”所指的${reason}，请人工核对`
    : `引用“${reference.text}”有一处没有改动：${open ? '编号没有填写' : reason}，请人工核对`
  return renumberMessage(ruleId, left, {
    start: reference.start,
    end: reference.end
  })
}

/** What is known of the numbers after a change. */
export interface NumbersAfter {
  /** Whether the clause at an address bears the same number. */
  isKept(address: string | null | undefined): boolean
  /** New numbers of the clause at an address of the old numbering, or why there are none. */
  numbersOf(address: string): NumbersByLevel | string
}

/**
 * What the references of a renumbered draft become: those that name nothing that changes are not looked at. `order` tells
 * where articles stand if a change moves some; what stands in the article at `gone` is left.
 */
export function followerOf(
  after: NumbersAfter,
  order?: ArticleOrder,
  gone?: string
): (reference: LinkedReference) => ReferenceEdits {
  const numbersOf = (address: string) => after.numbersOf(address)
  return (reference) => {
    if (!isInside(reference) || stays(reference, after)) return untouched
    if (order !== undefined && countsOn(reference) && articleOf(reference.in) !== gone && shifts(reference, order)) {
      const edit = namedInstead(reference, order.after)
      return edit === undefined ? { edits: [], reasons: ['所指的条文会改变'] } : { edits: [edit], reasons: [] }
    }
    return referenceEdits(reference, numbersOf)
  }
}

/** Whether a reference leads to clauses of the draft itself and nowhere else. */
export function isInside({ kind, targets }: LinkedReference): boolean {
  if (kind !== 'internal' && kind !== 'relative') return false
  for (const { instrument } of targets) if (instrument !== null) return false
  return true
}

/** Whether a reference counts the articles to where it leads; a change puts another article there. */
export function countsOn({ kind, text }: LinkedReference): boolean {
  return kind === 'relative' && countsArticles(text)
}

/** Whether nothing about a reference changes; what it says of 章 and 节 is no part of where it leads, and has to be looked at. */
function stays({ targets, text }: LinkedReference, after: NumbersAfter): boolean {
  for (const { from, to } of targets) if (!after.isKept(from) || !after.isKept(to)) return false
  return !text.startsWith('前') && !text.startsWith('上') && !/[编章节]/.test(text)
}

/** The order of the articles of a tree, read when it is first asked for: few drafts count articles. */
export function orderOf(tree: Root, clauses: readonly NumberedClause[]): ArticleOrder {
  let places: Map<string, number> | undefined
  let numbers: Map<string, ClauseNumber> | undefined
  return {
    before: (address) => {
      places ??= firstOf(articleAddresses(tree).map((article, index) => [article, index] as const))
      return places.get(address)
    },
    after: (address) => {
      numbers ??= firstOf(
        clauses.flatMap(({ level, address: article, now }) =>
          level === 'article' && now.article !== undefined ? [[article, now.article] as const] : []
        )
      )
      return numbers.get(address)
    }
  }
}

function firstOf<T>(entries: readonly (readonly [string, T])[]): Map<string, T> {
  const found = new Map<string, T>()
  for (const [key, value] of entries) if (!found.has(key)) found.set(key, value)
  return found
}
