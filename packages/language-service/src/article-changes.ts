import type { ArticleChange, RenumberPlan, TextEdit } from '@tiaoli/edit'
import { applyEdits, sortEdits } from '@tiaoli/edit'
import type { LinkedReference } from '@tiaoli/library'
import type { Article, RegastNode } from 'regast'
import { articleOf, formatAddress } from 'regast'
import type { Draft } from './draft.js'

/** What can be done with the articles of a draft so that every number and reference follows. */
export type RenumberCommand = 'renumber' | 'insertArticle' | 'deleteArticle' | 'moveArticleUp' | 'moveArticleDown'

/** Why an article cannot be inserted, moved or deleted here, in words for the person who tried. */
export class RenumberError extends Error {}

/** The words of a command for a menu. */
export const renumberTitles: Record<RenumberCommand, string> = {
  renumber: '重新编号：各条和引用随之调整',
  insertArticle: '在本条之后插入一条，条号和引用随之调整',
  deleteArticle: '删去本条，条号和引用随之调整',
  moveArticleUp: '本条上移，条号和引用随之调整',
  moveArticleDown: '本条下移，条号和引用随之调整'
}

/** What a command changes in the order of the articles. */
export function changeAt(draft: Draft, command: Exclude<RenumberCommand, 'renumber'>, offset: number): ArticleChange {
  const list = siblingsAt(draft, offset)
  const at = list.findIndex((article) => offset <= article.position!.end.offset!)
  const article = list[at]
  if (article === undefined || spanOf(draft, article).start > offset)
    throw new RenumberError('请先把光标放在一条之内。')
  switch (command) {
    case 'insertArticle':
      return { kind: 'insert', after: article }
    case 'deleteArticle':
      return { kind: 'delete', article }
    case 'moveArticleUp': {
      const upper = list[at - 1]
      if (upper === undefined) throw new RenumberError('本条已经是这一章（节）的第一条。')
      return { kind: 'swap', upper, lower: article }
    }
    case 'moveArticleDown': {
      const lower = list[at + 1]
      if (lower === undefined) throw new RenumberError('本条已经是这一章（节）的最后一条。')
      return { kind: 'swap', upper: article, lower }
    }
  }
}

/** The edits of a plan, and the change itself. */
export function withChange(draft: Draft, change: ArticleChange, plan: RenumberPlan): TextEdit[] {
  const { source } = draft
  switch (change.kind) {
    case 'insert': {
      const { end } = spanOf(draft, change.after)
      return sortEdits([...plan.edits, { start: end, end, text: `\n\n${plan.inserted ?? ''}　` }])
    }
    case 'delete': {
      const span = spanOf(draft, change.article)
      const next = source.slice(span.end).search(/\S/)
      const end = next === -1 ? source.length : span.end + next
      const open = openReferences(draft, change.article)
      const outside = plan.edits.filter(
        (edit) =>
          (edit.end <= span.start || edit.start >= end) &&
          !open.some((other) => edit.start < other.end && other.start < edit.end)
      )
      return sortEdits([...outside, ...open, { start: span.start, end, text: '' }])
    }
    case 'swap': {
      const [upper, lower] = [spanOf(draft, change.upper), spanOf(draft, change.lower)]
      const inside = plan.edits.filter(({ start, end }) => start >= upper.start && end <= lower.end)
      const edited = (start: number, end: number): string =>
        applyEdits(
          source.slice(start, end),
          inside
            .filter((edit) => edit.start >= start && edit.end <= end)
            .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }))
        )
      const text = edited(lower.start, lower.end) + edited(upper.end, lower.start) + edited(upper.start, upper.end)
      const outside = plan.edits.filter((edit) => !inside.includes(edit))
      return sortEdits([...outside, { start: upper.start, end: lower.end, text }])
    }
  }
}

interface Span {
  start: number
  end: number
}

/** Articles of the unit around an offset. */
function siblingsAt(draft: Draft, offset: number): Article[] {
  const path = draft.pathAt(offset)
  const at = path.findIndex((node) => node.type === 'article')
  const parent = (at === -1 ? undefined : path[at - 1]) ?? draft.tree
  return ((parent as { children: RegastNode[] }).children ?? []).filter((node) => node.type === 'article')
}

/** The source of an article with the comments that stand in front of it. */
export function spanOf(draft: Draft, article: Article): Span {
  let start = article.position?.start.offset ?? 0
  const end = article.position?.end.offset ?? start
  for (;;) {
    const before = /<!--(?:(?!-->)[\s\S])*-->\s*$/.exec(draft.source.slice(Math.max(0, start - 2000), start))
    if (before === null) return { start, end }
    start -= before[0].length
  }
}

/** References to an article that goes: their number is left open, since another article will bear it. */
function openReferences(draft: Draft, article: Article): TextEdit[] {
  const span = spanOf(draft, article)
  return (draft.incoming.get(article.address) ?? []).flatMap((reference) => {
    const { start, end, in: holder } = reference
    if (articleOf(holder) === article.address || (start.offset >= span.start && start.offset < span.end)) return []
    return openNumber(draft, reference, article.address, start.offset, end.offset)
  })
}

function openNumber(
  draft: Draft,
  { targets }: LinkedReference,
  address: string,
  start: number,
  end: number
): TextEdit[] {
  const named = targets.some(({ from, to }) =>
    [from, to].some((place) => place != null && articleOf(place) === address)
  )
  if (!named) return []
  const label = formatAddress(address)
  const at = draft.source.slice(start, end).indexOf(label)
  return at === -1 ? [] : [{ start: start + at, end: start + at + label.length, text: '第×条' }]
}
