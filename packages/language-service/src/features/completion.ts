import { flattenRequirements } from '@tiaoli/brief'
import type { CompletionItem, CompletionList, Position, Range } from 'vscode-languageserver-types'
import { CompletionItemKind } from 'vscode-languageserver-types'
import { completionItem } from '../completion-item.js'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'
import { articles, childNumbers, outlineBefore, outlineOf, relatives } from './clause-completion.js'

/** Characters after which an editor asks by itself. */
export const completionTriggers = ['《', '第', '前', '本', '-', '.', ':', '：', ' ', ',']

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
    const items = articles(draft, outline, clause[3]!, range, position)
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

function requirements({ store }: FeatureContext, draft: Draft, range: Range): CompletionItem[] {
  const brief = store.workspace.brief?.(draft.uri)?.brief
  if (brief === undefined) return []
  return flattenRequirements(brief.requirements).map(({ id, name, statement }, index) =>
    completionItem(id, CompletionItemKind.Reference, range, {
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
      completionItem(title, CompletionItemKind.Class, range, {
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

/** Defined terms and abbreviations whose beginning stands before the cursor. */
function terms(draft: Draft, before: string, replace: (typed: string) => Range): CompletionItem[] {
  const names = new Set(draft.links.terms.filter(({ role }) => role === 'definition').map(({ text }) => text))
  return [...names].flatMap((name) => {
    for (let length = Math.min(name.length - 1, before.length); length >= 1; length--) {
      if (!before.endsWith(name.slice(0, length))) continue
      return [
        completionItem(name, CompletionItemKind.Variable, replace(name.slice(0, length)), {
          labelDetails: { description: '本文件定义' }
        })
      ]
    }
    return []
  })
}
