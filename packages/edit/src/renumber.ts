import type { Library, LinkedDocument, LinkedReference } from '@tiaoli/library'
import { createLibrary, linkDocument, titleKey } from '@tiaoli/library'
import type { Article, Level, Root } from 'regast'
import { clauseText, formatAddress, parseNumeral, placeAt } from 'regast'
import { parseRegulation } from 'remark-regast'
import type { VFileMessage } from 'vfile-message'
import {
  type ArticleChange,
  addressesIn,
  articleAddresses,
  countsArticles,
  Distances,
  namedInstead
} from './article-change.js'
import { renumberMessage } from './messages.js'
import type { NumberedClause, NumberingOptions, NumbersByLevel } from './number-clauses.js'
import { numberClauses } from './number-clauses.js'
import { inStyleOf, insertSuffix, numeralValue } from './numeral-style.js'
import type { ReferenceEdits } from './reference-edits.js'
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

/** A clause that gets another number. */
export interface NumberChange {
  level: Level
  /** As printed: 第五条; 第X条 where the number was left open. */
  from: string
  to: string
  /** Line of the source, from 1. */
  line: number
}

/** What renumbering would do; nothing is done yet. */
export interface RenumberPlan {
  title: string | undefined
  /** In the order of the source, apart. */
  edits: TextEdit[]
  numbers: NumberChange[]
  /** References that follow: as written and as they will be. */
  references: { from: string; to: string; in: string; line: number }[]
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
  const readable = readableSource(draft.source)
  const { tree, links } =
    readable.text === draft.source ? readDraft(draft) : readDraft({ ...draft, source: readable.text, read: undefined })
  const { change } = options
  const clauses = numberClauses(tree, options)
  const byAddress = clausesByAddress(clauses)
  const numbersOf = numbering(byAddress, change)
  const own: NumberEdit[] = []
  for (const clause of clauses) if (!isNumberKept(clause)) own.push(...numEdits(clause, readable.text))
  own.push(...contentsEdits(tree, clauses))
  const relative = change && followRelative(change, tree, clauses)
  const stays = staying(byAddress)
  const followed = followReferences(links, readable.text, (reference) =>
    stays(reference) ? untouched : (relative?.(reference) ?? follow(reference, numbersOf))
  )
  const edits = [...own.map(({ edit }) => edit), ...followed.edits]
  const back = (edit: TextEdit): TextEdit => ({
    ...edit,
    start: readable.back(edit.start),
    end: readable.back(edit.end)
  })
  return {
    title: links.title,
    edits: sortEdits(readable.text === draft.source ? edits : edits.map(back)).filter(
      (edit) => !isNoEdit(edit, draft.source)
    ),
    numbers: mergeChanges(own.map(({ change }) => change)),
    references: followed.references,
    messages: followed.messages,
    ...(change?.kind === 'insert' && { inserted: insertedNumber(change.after, clauses) }),
    numbersOf
  }
}

function insertedNumber(after: Article, clauses: readonly NumberedClause[]): string {
  const num = after.children.find((child) => child.type === 'num')
  const written = (num?.type === 'num' && numeralIn.exec(num.value)?.[0]) || ''
  const before = clauses.find((clause) => clause.num !== undefined && clause.num === num)
  return `第${inStyleOf(written, (before?.now.article?.value ?? 0) + 1)}条`
}

/** Lets the references of a sibling draft follow that cite a renumbered draft by its title. */
export function followRenumbering(
  sibling: EditableDraft,
  plan: RenumberPlan
): Pick<RenumberPlan, 'edits' | 'references' | 'messages'> {
  const { links } = readDraft(sibling)
  const key = plan.title === undefined ? undefined : titleKey(plan.title)
  const cites = (reference: LinkedReference) =>
    reference.targets.every(
      ({ instrument, from }) => instrument !== null && from !== null && titleKey(instrument) === key
    )
  return followReferences(links, sibling.source, (reference) =>
    reference.kind === 'external' && reference.targets.length > 0 && cites(reference)
      ? referenceEdits(reference, plan.numbersOf)
      : untouched
  )
}

function readDraft({ source, library = createLibrary([]), title, date, read }: EditableDraft): {
  tree: Root
  links: LinkedDocument
} {
  if (read !== undefined) return read
  const { tree } = parseRegulation(source)
  const about = { ...(title !== undefined && { title }), ...(date !== undefined && { date }) }
  return { tree, links: linkDocument(tree, { library, ...about }) }
}

/** The first clause of each address, and how many there are where there are several. */
interface ClausesByAddress {
  first: ReadonlyMap<string, NumberedClause>
  times: ReadonlyMap<string, number>
}

function clausesByAddress(clauses: readonly NumberedClause[]): ClausesByAddress {
  const first = new Map<string, NumberedClause>()
  const times = new Map<string, number>()
  for (const clause of clauses) {
    const { address } = clause
    if (first.has(address)) times.set(address, (times.get(address) ?? 1) + 1)
    else first.set(address, clause)
  }
  return { first, times }
}

/** Whether nothing about a reference changes; what it says of 章 and 节 is no part of where it leads, and has to be looked at. */
function staying({ first, times }: ClausesByAddress): (reference: LinkedReference) => boolean {
  const isKept = (address: string | null | undefined): boolean =>
    address == null || (first.get(address)?.kept === true && !times.has(address))
  return ({ targets, text }) => {
    if (text.startsWith('前') || text.startsWith('上') || /[编章节]/.test(text)) return false
    for (const { instrument, from, to } of targets) {
      if (instrument === null && !(isKept(from) && isKept(to))) return false
    }
    return true
  }
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
    if (reference.in.split('__para_')[0] === gone) return undefined
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

const untouched: ReferenceEdits = { edits: [], reasons: [] }

function follow(reference: LinkedReference, numbersOf: RenumberPlan['numbersOf']): ReferenceEdits {
  const inside = reference.kind === 'internal' || reference.kind === 'relative'
  if (!inside || !reference.targets.every(({ instrument }) => instrument === null)) return untouched
  return referenceEdits(reference, numbersOf)
}

/** Answers for addresses; two clauses of one address have no answer unless both get the same numbers. */
function numbering({ first, times }: ClausesByAddress, change: ArticleChange | undefined): RenumberPlan['numbersOf'] {
  const gone = change?.kind === 'delete' ? addressesIn(change.article) : undefined
  return (address) => {
    const found = first.get(address)
    if (found === undefined) return `${formatAddress(address)}${gone?.has(address) ? '已删去' : '不存在'}`
    const same = times.get(address)
    return same === undefined ? found.now : `有${same}处${formatAddress(address)}，不能确定指哪一处`
  }
}

const numeralIn = /[0-9０-９〇零一二两三四五六七八九十百千①-⑳]+/

/** An edit of the number of a clause, and the change that it is part of. */
interface NumberEdit {
  edit: TextEdit
  change: NumberChange
}

function isNumberKept({ now, level, was }: NumberedClause): boolean {
  const number = now[level]
  return number !== undefined && number.value === was.value && number.insert === was.insert
}

function numEdits({ num, level, now }: NumberedClause, text: string): NumberEdit[] {
  const number = now[level]
  const position = num?.position
  if (num === undefined || number === undefined || position?.start.offset === undefined || level === 'attachment')
    return []
  const start = position.start.offset
  const printed = text.slice(start, position.end.offset)
  const match = numeralIn.exec(printed)
  if (match === null) return []
  const suffixAt = printed.indexOf('之', match.index + match[0].length)
  const written = suffixAt === -1 ? '' : printed.slice(suffixAt).trimEnd()
  const edits: TextEdit[] = []
  const numeral = inStyleOf(match[0], number.value)
  if (numeral !== match[0] && numeralValue(match[0]) !== number.value) {
    edits.push({ start: start + match.index, end: start + match.index + match[0].length, text: numeral })
  }
  if (written !== insertSuffix(number)) {
    const at = suffixAt === -1 ? start + printed.trimEnd().length : start + suffixAt
    edits.push({ start: at, end: at + written.length, text: insertSuffix(number) })
  }
  const to = `${printed.slice(0, match.index)}${numeral}${printed.slice(match.index + match[0].length, suffixAt === -1 ? undefined : suffixAt)}${insertSuffix(number)}`
  const from = /^〇+$/.test(match[0]) ? printed.replace(/〇+/, 'X') : printed
  return edits.map((edit) => ({ edit, change: { level, from, to, line: position.start.line } }))
}

/** The lines of a 目录 follow the headings they name, met in the same order. */
function contentsEdits(tree: Root, clauses: readonly NumberedClause[]): NumberEdit[] {
  const waiting = [...clauses]
  const found: NumberEdit[] = []
  for (const toc of tree.children) {
    if (toc.type !== 'toc') continue
    for (const item of toc.children) {
      if (item.type !== 'tocItem' || item.unit === undefined) continue
      const at = waiting.findIndex(({ level, was }) => level === item.unit && was.value === item.number?.value)
      const number = waiting[at]?.now[item.unit]
      const { text, runs } = clauseText({ ...item, type: 'note' }, '')
      const match = numeralIn.exec(text)
      if (at === -1 || number === undefined || match === null || runs.length === 0) continue
      waiting.splice(0, at + 1)
      if (says(match[0], number.value)) continue
      const place = placeAt({ node: { ...item, type: 'note' }, address: '', text, runs }, match.index)
      const numeral = inStyleOf(match[0], number.value)
      found.push({
        edit: { start: place.offset, end: place.offset + match[0].length, text: numeral },
        change: { level: item.unit, from: text.trim(), to: text.replace(match[0], numeral).trim(), line: place.line }
      })
    }
  }
  return found
}

function says(numeral: string, value: number): boolean {
  return parseNumeral(numeral) === value || inStyleOf(numeral, value) === numeral
}

function mergeChanges(changes: readonly NumberChange[]): NumberChange[] {
  return changes.filter(
    (change, index) => changes[index - 1]?.line !== change.line || changes[index - 1]?.from !== change.from
  )
}

function isNoEdit(edit: TextEdit, source: string): boolean {
  return edit.end - edit.start === edit.text.length && source.startsWith(edit.text, edit.start)
}

function followReferences(
  links: LinkedDocument,
  text: string,
  editsOf: (reference: LinkedReference) => ReferenceEdits
): Pick<RenumberPlan, 'edits' | 'references' | 'messages'> {
  const edits: TextEdit[] = []
  const references: RenumberPlan['references'] = []
  const messages: VFileMessage[] = []
  for (const reference of links.references) {
    const found = editsOf(reference)
    if (found === untouched) continue
    for (const reason of found.reasons) messages.push(leftMessage(reference, reason))
    // A reference whose text is broken by markup has other offsets inside than its words.
    if (found.edits.length === 0) continue
    const { start, end } = reference
    if (end.offset - start.offset !== reference.text.length || !text.startsWith(reference.text, start.offset)) {
      messages.push(leftMessage(reference, '其中夹有其他标记'))
      continue
    }
    edits.push(...found.edits)
    references.push({
      from: reference.text,
      to: editedText(reference, found.edits),
      in: reference.in,
      line: reference.start.line
    })
  }
  return { edits, references, messages }
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
