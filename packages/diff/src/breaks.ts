import type { LinkedReference, LinkTarget } from '@tiaoli/library'
import type { RegastNode, Root } from 'regast'
import { articleOf, formatAddress } from 'regast'
import type { VFileMessage } from 'vfile-message'
import { breakMessage } from './break-message.js'
import { brokenDefinitions } from './broken-definitions.js'
import { mapTarget, pointsInside } from './follow.js'
import type { AddressMap, ComparedTrees, DraftComparison, ReferencePair } from './model.js'

/**
 * What a change broke in the new draft: references that silently mean another clause than before, that name a deleted
 * clause, that follow their article but not its 款 or 项, ranges that take in what was added, and definitions that are
 * gone or stand behind their use. Warnings are faults; messages without severity ask for a look.
 */
export function findBreaks(comparison: DraftComparison, trees: ComparedTrees): VFileMessage[] {
  const draft: NewDraft = { addresses: comparison.addresses, added: addedArticles(comparison), tree: trees.new }
  const messages = comparison.referencePairs.flatMap((pair) => brokenReference(pair, draft))
  messages.push(...brokenDefinitions(trees, comparison.addresses))
  return messages.sort(
    (left, right) => (left.line ?? 0) - (right.line ?? 0) || (left.column ?? 0) - (right.column ?? 0)
  )
}

/** Words that announce or sum up a list and name no number. */
const countsNothing = /^(?:下列|以下|如下|上述|前述|各)/

/** What is asked of the new draft: where clauses went, which articles are new, and how many 款 one has. */
interface NewDraft {
  addresses: AddressMap
  added: readonly string[]
  tree: Root
}

function brokenReference(pair: ReferencePair, draft: NewDraft): VFileMessage[] {
  const { addresses, added } = draft
  const { old: before, new: after } = pair
  if (!pointsInside(before) || !pointsInside(after) || before.targets.length !== after.targets.length) return []
  if (countsNothing.test(after.text)) return []
  const sameWords = before.text === after.text
  const found: VFileMessage[] = []
  for (const [index, was] of before.targets.entries()) {
    const now = after.targets[index]!
    // What pointed nowhere before says nothing about this change.
    if (was.status !== 'resolved' || now.from === null) continue
    const mapped = mapTarget(was, addresses)
    if (mapped === undefined) {
      if (sameWords) found.push(deletedTarget(after, was, now))
      continue
    }
    const ends = [
      { was: was.from!, now: now.from, meant: mapped[0] },
      ...(was.to !== undefined && now.to !== undefined ? [{ was: was.to, now: now.to, meant: mapped[1]! }] : [])
    ]
    const off = ends.filter((end) => end.now !== end.meant && !addresses.toNew(end.was)?.includes(end.now))
    if (off.length > 0) {
      const relative = sameWords && after.kind === 'relative'
      if (relative || off.some(isLeftBehind)) found.push(retargeted(after, was, now, mapped, sameWords, draft.tree))
      continue
    }
    const taken = swallowed(was, now, addresses, added)
    if (taken.length > 0) found.push(swallowingRange(after, now, taken))
    found.push(...toSplit(after, was, addresses))
  }
  return found
}

/**
 * Whether a number was left as it was although its clause has another one now. Where it was changed to something else
 * again, somebody decided to cite another clause.
 */
function isLeftBehind(end: { was: string; now: string; meant: string }): boolean {
  const was = end.was.split('__')
  const now = end.now.split('__')
  const meant = end.meant.split('__')
  const level = now.findIndex((step, index) => step !== meant[index])
  return level !== -1 && now[level] === was[level]
}

function retargeted(
  reference: LinkedReference,
  was: LinkTarget,
  now: LinkTarget,
  mapped: readonly [string, string | undefined],
  sameWords: boolean,
  tree: Root
): VFileMessage {
  const meant = rangeName(mapped[0], mapped[1])
  const means = now.status === 'dangling' ? '新稿中没有这一条款' : `现在指向${rangeName(now.from!, now.to)}`
  const shifted = reference.kind === 'relative' && /^[前上]/.test(reference.text)
  const ruleId = shifted ? 'relative-ref-shifted' : sameWords ? 'reference-retargeted' : 'reference-half-followed'
  const place = rangeName(was.from!, was.to)
  const became = place === meant ? '' : `（新稿为${meant}）`
  const reason = `“${reference.text}”原来指向旧稿${place}${became}，${means}`
  return breakMessage(ruleId, reason, reference, { expected: expectedText(reference, mapped, tree), old: was.from! })
}

function toSplit(reference: LinkedReference, was: LinkTarget, addresses: AddressMap): VFileMessage[] {
  const parts = was.to === undefined ? (addresses.toNew(was.from!) ?? []) : []
  const others = parts.filter((part) => !reference.targets.some((target) => target.from === part || target.to === part))
  if (parts.length < 2 || others.length === 0) return []
  const reason = `“${reference.text}”所引的旧稿${formatAddress(was.from!)}已经分为${parts.map(formatAddress).join('、')}，请核对是否还应当引用${others.map(formatAddress).join('、')}`
  return [breakMessage('reference-to-split', reason, reference, { ask: true, old: was.from! })]
}

function deletedTarget(reference: LinkedReference, was: LinkTarget, now: LinkTarget): VFileMessage {
  const means = now.status === 'dangling' ? '新稿中没有这一条款' : `现在指向的是新稿${rangeName(now.from!, now.to)}`
  const reason = `“${reference.text}”原来指向的旧稿${rangeName(was.from!, was.to)}已经删去，${means}`
  return breakMessage('reference-to-deleted', reason, reference, { old: was.from! })
}

/** Articles in a range that the old range did not have. */
function swallowed(was: LinkTarget, now: LinkTarget, addresses: AddressMap, added: readonly string[]): string[] {
  if (was.to === undefined || now.to === undefined || now.from === null) return []
  const from = numberOf(now.from)
  const to = numberOf(now.to)
  if (from === undefined || to === undefined) return []
  const inside = added.filter((address) => {
    const number = numberOf(address)
    return number !== undefined && number > from && number < to
  })
  return inside.filter((address) => (addresses.toOld(address)?.length ?? 0) === 0)
}

function swallowingRange(reference: LinkedReference, now: LinkTarget, taken: readonly string[]): VFileMessage {
  const names = taken.map(formatAddress).join('、')
  const reason = `“${reference.text}”的范围现在包括新增的${names}，请核对是否应当包括`
  return breakMessage('range-swallows-insertion', reason, reference, { ask: true, new: now.from! })
}

function addedArticles(comparison: DraftComparison): string[] {
  return comparison.articles.flatMap((change) => (change.kind === 'added' ? change.new : []))
}

function numberOf(address: string): number | undefined {
  const match = /^art_(\d+)(?:-(\d+))?$/.exec(address)
  return match === null ? undefined : Number(match[1]) + Number(match[2] ?? 0) / 1000
}

/** 第三条第一款至第三款: what both ends share is said once. */
function rangeName(from: string, to: string | undefined): string {
  if (to === undefined) return formatAddress(from)
  const first = from.split('__')
  const last = to.split('__')
  const above = first.length === last.length && first.slice(0, -1).join() === last.slice(0, -1).join()
  return `${formatAddress(from)}至${formatAddress(above ? last.at(-1)! : to)}`
}

/** What should be written instead, where the whole reference is one place: its words with the right place. */
function expectedText(
  reference: LinkedReference,
  [from, to]: readonly [string, string | undefined],
  tree: Root
): string | undefined {
  if (reference.targets.length !== 1) return undefined
  const here = articleOf(reference.in)
  if (reference.kind === 'relative' && articleOf(from) === here && to === undefined) {
    const steps = from.split('__')
    const before = /__para_(\d+)/.exec(reference.in)
    if (reference.text.startsWith('前款') && steps[1] === `para_${Number(before?.[1]) - 1}`) {
      return `前款${formatAddress(steps.slice(2).join('__'))}`
    }
    return `本条${formatAddress(steps.slice(1).join('__'))}`
  }
  const host = /^(?:本(?:法|条例|规定|办法|规则|细则|准则|章程|解释|决定))?/.exec(reference.text)![0]
  // 第六条第三项, as it was written: the only 款 of an article goes without saying.
  const says = (address: string): string =>
    reference.text.includes('款') ? address : withoutOnlyParagraph(address, tree)
  return `${host}${rangeName(says(from), to === undefined ? undefined : says(to))}`
}

function withoutOnlyParagraph(address: string, tree: Root): string {
  const [article, paragraph, ...below] = address.split('__')
  if (paragraph !== 'para_1' || below.length === 0 || paragraphsOf(tree, article!) !== 1) return address
  return [article, ...below].join('__')
}

/** How many 款 the article at an address has. */
function paragraphsOf(node: RegastNode, address: string): number | undefined {
  if (node.type === 'article')
    return node.address === address ? node.children.filter(({ type }) => type === 'paragraph').length : undefined
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const count = paragraphsOf(child as RegastNode, address)
    if (count !== undefined) return count
  }
  return undefined
}
