import { flattenRequirements } from '@tiaoli/brief'
import type { ArticleOutline, Outline } from '@tiaoli/library'
import { articleText } from '@tiaoli/library'
import { excerpt } from '@tiaoli/report'
import { articleOf, formatAddress, formatNumeral } from 'regast'
import type { CompletionItem, CompletionList, Position, Range } from 'vscode-languageserver-types'
import { CompletionItemKind } from 'vscode-languageserver-types'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'

/** Characters after which an editor asks by itself. */
export const completionTriggers = ['《', '第', '前', '本', '-', '.', ':', '：', ' ', ',']

const mostArticles = 80
const mostTitles = 200

/** What can be written at a position: titles after 《, clauses after 第, 前款 and its kin, defined terms; in a tracing comment requirements, and these also where the text is no regulation. */
export function completion(
  context: FeatureContext,
  draft: Draft,
  position: Position,
  regulation: boolean
): CompletionList {
  const line = draft.document.getText({
    start: { line: position.line, character: 0 },
    end: { line: position.line + 1, character: 0 }
  })
  const before = line.slice(0, position.character)
  const after = line.slice(position.character).replace(/[\r\n]+$/, '')
  const replace = (typed: string, behind = 0): Range => ({
    start: { line: position.line, character: position.character - typed.length },
    end: { line: position.line, character: position.character + behind }
  })
  const trace = /<!--\s*(?:部分)?落实\s*[:：][^>]*?([A-Za-z0-9.-]*)$/.exec(before)
  if (trace !== null) return list(requirements(context, draft, replace(trace[1]!)))
  // A comment that is not closed yet hides every clause after it, and must still be completed.
  if (!regulation) return list([])
  const title = /《([^《》]*)$/.exec(before)
  if (title !== null) return titles(context, draft, title[1]!, replace(title[1]!, after.startsWith('》') ? 1 : 0))
  const clause = /(?:《([^《》]+)》|([\u4e00-\u9fff]*?))第([〇零一二三四五六七八九十百千\d]*)$/.exec(before)
  if (clause !== null) {
    const outline =
      clause[1] !== undefined ? outlineOf(context, draft, clause[1]) : outlineBefore(context, draft, clause[2]!)
    const range = replace(`第${clause[3]!}`)
    const items = clauses(draft, outline, clause[3]!, range, position)
    if (outline === draft.outline) items.push(...childNumbers(draft, clause[3]!, range, position))
    return { isIncomplete: true, items }
  }
  const relative = /(前|本)$/.exec(before)
  const items = relative === null ? [] : relatives(draft, relative[1]!, replace(relative[1]!), position)
  return list([...items, ...terms(draft, before, replace)])
}

function list(items: CompletionItem[]): CompletionList {
  return { isIncomplete: false, items }
}

function item(
  label: string,
  kind: CompletionItemKind,
  range: Range,
  facts: Partial<CompletionItem> = {}
): CompletionItem {
  return { label, kind, filterText: label, textEdit: { range, newText: label }, ...facts }
}

function requirements({ store }: FeatureContext, draft: Draft, range: Range): CompletionItem[] {
  const brief = store.workspace.brief?.(draft.uri)?.brief
  if (brief === undefined) return []
  return flattenRequirements(brief.requirements).map(({ id, name, statement }, index) =>
    item(id, CompletionItemKind.Reference, range, {
      labelDetails: { description: name },
      documentation: statement,
      sortText: String(index).padStart(5, '0')
    })
  )
}

function titles({ store }: FeatureContext, draft: Draft, typed: string, range: Range): CompletionList {
  const named = new Map<string, number>()
  for (const { targets } of draft.links.references) {
    for (const { instrument } of targets)
      if (instrument !== null) named.set(instrument, (named.get(instrument) ?? 0) + 1)
  }
  const known = new Map<string, string>()
  for (const other of store.all()) if (other !== draft) known.set(other.title, '工作区中的草案')
  for (const { title, status, replacedBy, versions } of draft.library.instruments) {
    const state = replacedBy !== undefined ? `已由《${replacedBy}》取代` : status === 'repealed' ? '已废止' : ''
    known.set(title, state || (versions.at(-1)?.date ?? ''))
  }
  const fitting = [...known].filter(([title]) => isSpread(typed, title))
  const items = fitting
    .sort(([left], [right]) => (named.get(right) ?? 0) - (named.get(left) ?? 0))
    .slice(0, mostTitles)
    .map(([title, state], index) =>
      item(title, CompletionItemKind.Class, range, {
        labelDetails: { description: state },
        textEdit: { range, newText: `${title}》` },
        sortText: String(index).padStart(5, '0')
      })
    )
  return { isIncomplete: fitting.length > mostTitles, items }
}

/** Whether the characters typed occur in a title in their order. */
function isSpread(typed: string, title: string): boolean {
  let at = 0
  for (const char of typed) {
    at = title.indexOf(char, at) + 1
    if (at === 0) return false
  }
  return true
}

function outlineOf({ store }: FeatureContext, draft: Draft, title: string): Outline | undefined {
  if (store.keyOf(title) === draft.key) return draft.outline
  const [instrument] = draft.library.find(title).instruments
  const outline = instrument?.versions.findLast((version) => version.outline !== undefined)?.outline
  return outline ?? store.titled(title, draft)?.outline
}

/** The instrument that the words right before 第 name by a short name, else the draft itself. */
function outlineBefore(context: FeatureContext, draft: Draft, words: string): Outline | undefined {
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

function clauses(
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
    return item(formatAddress(article.address), CompletionItemKind.Method, range, {
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
function childNumbers(draft: Draft, typed: string, range: Range, position: Position): CompletionItem[] {
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
          item(label, CompletionItemKind.Field, range, {
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
function relatives(draft: Draft, opening: string, range: Range, position: Position): CompletionItem[] {
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
    item(form, CompletionItemKind.Keyword, range, { sortText: `0${String(index).padStart(3, '0')}` })
  )
}

/** Defined terms and abbreviations whose beginning stands before the cursor. */
function terms(draft: Draft, before: string, replace: (typed: string) => Range): CompletionItem[] {
  const names = new Set(draft.links.terms.filter(({ role }) => role === 'definition').map(({ text }) => text))
  return [...names].flatMap((name) => {
    for (let length = Math.min(name.length - 1, before.length); length >= 1; length--) {
      if (!before.endsWith(name.slice(0, length))) continue
      return [
        item(name, CompletionItemKind.Variable, replace(name.slice(0, length)), {
          labelDetails: { description: '本文件定义' }
        })
      ]
    }
    return []
  })
}
