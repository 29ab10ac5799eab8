import type { ArticleOutline, Outline } from '@tiaoli/library'
import { articleText } from '@tiaoli/library'
import { excerpt } from '@tiaoli/report'
import { articleOf, formatAddress, formatNumeral } from 'regast'
import type { CompletionItem, Position, Range } from 'vscode-languageserver-types'
import { CompletionItemKind } from 'vscode-languageserver-types'
import { completionItem } from '../completion-item.js'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'

const mostArticles = 80

/** What is known of the clauses of an instrument, or of a draft, of that title. */
export function outlineOf({ store }: FeatureContext, draft: Draft, title: string): Outline | undefined {
  if (store.keyOf(title) === draft.key) return draft.outline
  const [instrument] = draft.library.find(title).instruments
  const outline = instrument?.versions.findLast((version) => version.outline !== undefined)?.outline
  return outline ?? store.titled(title, draft)?.outline
}

/** The instrument that the words right before 第 name by a short name, else the draft itself. */
export function outlineBefore(context: FeatureContext, draft: Draft, words: string): Outline | undefined {
  for (let length = Math.min(words.length, 20); length >= 2; length--) {
    const name = words.slice(-length)
    const title = draft.library.shortNames.get(name) ?? aliasTitle(draft, name)
    if (title !== undefined) return outlineOf(context, draft, title)
  }
  return draft.outline
}

/** The title that an abbreviation of the draft stands for. */
function aliasTitle(draft: Draft, name: string): string | undefined {
  const alias = draft.links.references.find(
    ({ kind, text }) => kind === 'alias' && (text === name || text.endsWith(name) || text.includes(`“${name}”`))
  )
  return alias?.targets[0]?.instrument ?? undefined
}

/** Articles whose number begins as typed, with what they are about. */
export function articles(
  draft: Draft,
  outline: Outline | undefined,
  typed: string,
  range: Range,
  position: Position
): CompletionItem[] {
  if (outline === undefined) return []
  const fitting = [...outline.articles.values()].filter(
    ({ address }) => numberOf(address).startsWith(typed) || String(articleNumber(address)).startsWith(typed)
  )
  const own = outline === draft.outline
  const here = articleNumber(articleOf(draft.addressAt(draft.offsetAt(position))))
  // In the draft itself the neighbours come first.
  const near = own
    ? fitting.sort((left, right) => Math.abs(left.number.value - here) - Math.abs(right.number.value - here))
    : fitting
  return near.slice(0, mostArticles).map((article, index) => {
    const text = wordsOf(article)
    return completionItem(formatAddress(article.address), CompletionItemKind.Method, range, {
      filterText: `第${typed}${formatAddress(article.address)}`,
      labelDetails: { description: article.topic?.trim() || excerpt(text, 24) },
      ...(text !== '' && { documentation: text }),
      sortText: String(index).padStart(5, '0')
    })
  })
}

function wordsOf({ node }: ArticleOutline): string {
  return node === undefined ? '' : articleText(node)
}

function numberOf(address: string): string {
  return formatAddress(address).slice(1)
}

function articleNumber(address: string): number {
  return Number(/art_(\d+)/.exec(address)?.[1] ?? 0)
}

/** 第二款 and 第三项 of the article that is being written. */
export function childNumbers(draft: Draft, typed: string, range: Range, position: Position): CompletionItem[] {
  const article = articleOf(draft.addressAt(draft.offsetAt(position)))
  const paragraphs = draft.outline.articles.get(article)?.paragraphs ?? []
  const items: CompletionItem[] = []
  const points = Math.max(0, ...paragraphs.map((paragraph) => paragraph.points.length))
  for (const [count, unit] of [
    [paragraphs.length, '款'],
    [points, '项']
  ] as const) {
    for (let value = 1; value <= count; value++) {
      const label = `第${formatNumeral(value)}${unit}`
      if (formatNumeral(value).startsWith(typed)) {
        items.push(
          completionItem(label, CompletionItemKind.Field, range, {
            sortText: `z${unit}${String(value).padStart(3, '0')}`,
            labelDetails: { description: '本条' }
          })
        )
      }
    }
  }
  return items
}

/** 前款, 前条, 本条例 and their kin, as far as there is something before. */
export function relatives(draft: Draft, opening: string, range: Range, position: Position): CompletionItem[] {
  const address = draft.addressAt(draft.offsetAt(position))
  const number = (level: string): number => Number(new RegExp(`${level}_(\\d+)`).exec(address)?.[1] ?? 0)
  const forms: string[] = []
  if (opening === '前') {
    const paragraph = number('para')
    if (paragraph > 1) {
      forms.push('前款', '前款规定')
      const before = draft.outline.articles.get(articleOf(address))?.paragraphs?.[paragraph - 2]
      for (const point of before?.points ?? []) forms.push(`前款第${formatNumeral(point.number.value)}项`)
      for (let count = 2; count < paragraph; count++) forms.push(`前${count === 2 ? '两' : formatNumeral(count)}款`)
    }
    if (number('point') > 1) forms.push('前项')
    if (number('art') > 1) forms.push('前条')
  } else {
    const noun = /(?:条例|规定|办法|规则|细则|准则|章程|决定|法)(?=(?:（[^（）]*）)?$)/.exec(draft.title)?.[0]
    if (noun !== undefined) forms.push(`本${noun}`)
    forms.push('本条', '本款')
    if (draft.outline.structures.size > 0) forms.push('本章')
  }
  return forms.map((form, index) =>
    completionItem(form, CompletionItemKind.Keyword, range, { sortText: `0${String(index).padStart(3, '0')}` })
  )
}
