import type { TextPlace } from '@tiaoli/library'
import type { RegastNode } from 'regast'
import { placeAt } from 'regast'
import type { Range, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types'
import type { Draft } from '../draft.js'

/** The kinds of token: standard names, so that every colour theme knows them. */
export const tokensLegend: SemanticTokensLegend = {
  tokenTypes: ['number', 'function', 'type', 'class', 'keyword', 'string'],
  tokenModifiers: ['declaration', 'deprecated', 'readonly']
}

const [numeral, reference, term, title, modal, documentNumber] = [0, 1, 2, 3, 4, 5]
const [declaration, deprecated, external] = [1, 2, 4]

/** Words by which a clause binds, permits or forbids. */
const modals = /应当|必须|不得|可以|禁止|严禁|有权|负责(?!人)|不予|方可/g

interface Token {
  line: number
  character: number
  length: number
  type: number
  modifiers: number
}

/**
 * Tokens of a draft, or of a part of it: clause numbers, references (`readonly` where they lead to another instrument,
 * `deprecated` where they lead nowhere for certain), defined terms, titles, modal words and document numbers.
 */
export function semanticTokens(draft: Draft, range?: Range): SemanticTokens {
  const tokens: Token[] = []
  const first = range?.start.line ?? 0
  const last = range?.end.line ?? Number.POSITIVE_INFINITY
  const add = (start: TextPlace, end: TextPlace, type: number, modifiers = 0): void => {
    const line = start.line - 1
    if (line < first || line > last || start.line !== end.line || end.column <= start.column) return
    tokens.push({ line, character: start.column - 1, length: end.column - start.column, type, modifiers })
  }
  for (const { start, end, targets, kind } of draft.links.references) {
    const sure = targets.every(({ status }) => status === 'resolved')
    const type = kind === 'title' || kind === 'alias' ? title! : reference!
    add(start, end, type, (sure ? 0 : deprecated!) | (targets[0]?.instrument == null ? 0 : external!))
  }
  for (const { start, end, role } of draft.links.terms) add(start, end, term!, role === 'definition' ? declaration! : 0)
  for (const { start, end } of draft.links.documentNumbers) add(start, end, documentNumber!)
  for (const node of numbersOf(draft)) add(node.start, node.end, numeral!)
  for (const clause of draft.clauses) {
    const line = (clause.node.position?.start.line ?? 1) - 1
    if (line > last || (clause.node.position?.end.line ?? line + 1) - 1 < first) continue
    if (clause.node.type === 'title' || clause.node.type === 'heading') continue
    for (const match of clause.text.matchAll(modals)) {
      const start = placeAt(clause, match.index)
      add(start, { ...start, column: start.column + match[0].length }, modal!)
    }
  }
  return { data: encode(tokens) }
}

function numbersOf(draft: Draft): { start: TextPlace; end: TextPlace }[] {
  const found: { start: TextPlace; end: TextPlace }[] = []
  const visit = (node: RegastNode): void => {
    if (node.type === 'num' && node.position !== undefined) {
      found.push(node.position as { start: TextPlace; end: TextPlace })
    }
    if ('children' in node) for (const child of node.children) visit(child as RegastNode)
  }
  visit(draft.tree)
  return found
}

/** Tokens in order, each by its distance from the one before; of two that overlap the first stays. */
function encode(tokens: Token[]): number[] {
  tokens.sort((left, right) => left.line - right.line || left.character - right.character || right.length - left.length)
  const data: number[] = []
  let line = 0
  let character = 0
  let reached = 0
  for (const token of tokens) {
    if (token.line === line && token.character < reached) continue
    data.push(
      token.line - line,
      token.line === line ? token.character - character : token.character,
      token.length,
      token.type,
      token.modifiers
    )
    line = token.line
    character = token.character
    reached = character + token.length
  }
  return data
}
