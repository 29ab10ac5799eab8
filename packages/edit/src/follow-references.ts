import type { LinkedReference } from '@tiaoli/library'
import { articleOf, type Root } from 'regast'
import type { VFileMessage } from 'vfile-message'
import { type ArticleChange, articleAddresses, countsArticles, Distances, namedInstead } from './article-change.js'
import type { Bearers } from './bearers.js'
import { renumberMessage } from './messages.js'
import type { NumberedClause } from './number-clauses.js'
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
  const { edits, changed, messages } = following
  return {
    edits,
    count: changed.length,
    get references() {
      return changed.map((one) => changeOf(one.reference, one.edits))
    },
    messages
  }
}

class Following {
  readonly edits: TextEdit[] = []
  readonly messages: VFileMessage[] = []
  readonly changed: { reference: LinkedReference; edits: readonly TextEdit[] }[] = []

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

/** What the references of a renumbered draft become: those that name nothing that changes are not looked at. */
export function followerOf(
  bearers: Bearers,
  change: ArticleChange | undefined,
  tree: Root,
  clauses: readonly NumberedClause[]
): (reference: LinkedReference) => ReferenceEdits {
  const relative = change && followRelative(change, tree, clauses)
  const numbersOf = (address: string) => bearers.numbersOf(address)
  return (reference) => {
    if (!isInside(reference) || stays(reference, bearers)) return untouched
    return relative?.(reference) ?? referenceEdits(reference, numbersOf)
  }
}

/** Whether a reference leads to clauses of the draft itself and nowhere else. */
function isInside({ kind, targets }: LinkedReference): boolean {
  if (kind !== 'internal' && kind !== 'relative') return false
  for (const { instrument } of targets) if (instrument !== null) return false
  return true
}

/** Whether nothing about a reference changes; what it says of 章 and 节 is no part of where it leads, and has to be looked at. */
function stays({ targets, text }: LinkedReference, bearers: Bearers): boolean {
  for (const { from, to } of targets) if (!bearers.isKept(from) || !bearers.isKept(to)) return false
  return !text.startsWith('前') && !text.startsWith('上') && !/[编章节]/.test(text)
}

/** Follows 前条 where a change puts another article there: it is called by its number then. */
function followRelative(
  change: ArticleChange,
  tree: Root,
  clauses: readonly NumberedClause[]
): (reference: LinkedReference) => ReferenceEdits | undefined {
  let distances: Distances | undefined
  let numbers: Map<string, number> | undefined
  const gone = change.kind === 'delete' ? change.article.address : undefined
  return (reference) => {
    if (reference.kind !== 'relative' || !countsArticles(reference.text)) return undefined
    if (articleOf(reference.in) === gone) return undefined
    distances ??= new Distances(articleAddresses(tree), clauses)
    if (!distances.shifts(reference)) return undefined
    numbers ??= numbersOfArticles(clauses)
    const edit = namedInstead(reference, numbers)
    return edit === undefined ? { edits: [], reasons: ['所指的条文会改变'] } : { edits: [edit], reasons: [] }
  }
}

function numbersOfArticles(clauses: readonly NumberedClause[]): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const { level, address, now } of clauses) {
    if (level === 'article' && now.article?.insert === undefined) numbers.set(address, now.article?.value ?? 0)
  }
  return numbers
}
