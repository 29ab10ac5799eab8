import type { TextPlace } from '@tiaoli/library'
import type { ClauseText, RegastNode } from 'regast'
import { clauseText, placeAt } from 'regast'
import type { Range, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types'
import { articleClauses, articleFact, visitAround } from '../article-facts.js'
import type { Draft } from '../draft.js'
import { inStretches } from '../in-stretches.js'

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
  /** From 1, as in a source. */
  line: number
  column: number
  length: number
  type: number
  modifiers: number
}

/**
 * Tokens of a draft, or of a part of it: clause numbers, references (`readonly` where they lead to another instrument,
 * `deprecated` where they lead nowhere for certain), defined terms, titles, modal words and document numbers.
 */
export function semanticTokens(draft: Draft, range?: Range): SemanticTokens {
  if (range === undefined) return draft.once('tokens', () => ({ data: encode(wordTokens(draft), linkTokens(draft)) }))
  const within = ({ line }: Token): boolean => line - 1 >= range.start.line && line - 1 <= range.end.line
  return { data: encode(wordTokens(draft).filter(within), linkTokens(draft).filter(within)) }
}

/** Looks for the tokens of articles in small steps. */
export function* prepareTokens(draft: Draft): Generator<readonly never[]> {
  for (const _ of inStretches(draft, articleTokens)) yield []
}

/** References, terms and document numbers, in order. */
function linkTokens({ links }: Draft): Token[] {
  const tokens: Token[] = []
  const add = (start: TextPlace, end: TextPlace, type: number, modifiers: number): void => {
    const length = end.column - start.column
    if (start.line === end.line && length > 0) {
      tokens.push({ line: start.line, column: start.column, length, type, modifiers })
    }
  }
  for (const { start, end, targets, kind } of links.references) {
    let doubt = 0
    for (const { status } of targets) if (status !== 'resolved') doubt = deprecated!
    const type = kind === 'title' || kind === 'alias' ? title! : reference!
    add(start, end, type, doubt | (targets[0]?.instrument == null ? 0 : external!))
  }
  for (const { start, end, role } of links.terms) add(start, end, term!, role === 'definition' ? declaration! : 0)
  for (const { start, end } of links.documentNumbers) add(start, end, documentNumber!, 0)
  return inOrder(tokens)
}

/** Numbers and modal words, in order; those of an article are looked for once. */
function wordTokens({ tree }: Draft): Token[] {
  const tokens: Token[] = []
  visitAround(
    tree,
    (article) => {
      const first = article.position!.start.line
      for (const { line, column, length, type, modifiers } of articleTokens(article)) {
        tokens.push({ line: first + line, column, length, type, modifiers })
      }
    },
    (node, address) => {
      addNumber(node, tokens)
      if (holdsModals(node)) addModals(clauseText(node, address), tokens)
    }
  )
  // Only what stands outside articles may be met out of order.
  return inOrder(tokens)
}

/** Tokens of an article, lines counted from its first. */
const articleTokens = articleFact<readonly Token[]>((article) => {
  const tokens: Token[] = []
  const visit = (node: RegastNode): void => {
    addNumber(node, tokens)
    if ('children' in node) for (const child of node.children) visit(child as RegastNode)
  }
  visit(article)
  for (const clause of articleClauses(article)) if (holdsModals(clause.node)) addModals(clause, tokens)
  const first = article.position!.start.line
  return tokens.map((token) => ({ ...token, line: token.line - first })).sort(byPlace)
})

function holdsModals(node: RegastNode): node is ClauseText['node'] {
  return bodies.has(node.type)
}

const bodies = new Set(['note', 'paragraph', 'point', 'indent', 'signature'])

function addNumber(node: RegastNode, tokens: Token[]): void {
  if (node.type !== 'num' || node.position === undefined) return
  const { start, end } = node.position
  const length = end.column - start.column
  if (start.line === end.line && length > 0) {
    tokens.push({ line: start.line, column: start.column, length, type: numeral!, modifiers: 0 })
  }
}

function addModals(clause: ClauseText, tokens: Token[]): void {
  for (const match of clause.text.matchAll(modals)) {
    const { line, column } = placeAt(clause, match.index)
    tokens.push({ line, column, length: match[0].length, type: modal!, modifiers: 0 })
  }
}

function byPlace(left: Token, right: Token): number {
  return left.line - right.line || left.column - right.column || right.length - left.length
}

/** Tokens in their order, which nearly all of them are in. */
function inOrder(tokens: Token[]): Token[] {
  const isOrdered = tokens.every((token, index) => index === 0 || byPlace(tokens[index - 1]!, token) <= 0)
  return isOrdered ? tokens : tokens.sort(byPlace)
}

/** Two sequences of tokens as one, each by its distance from the one before; of two that overlap the first stays. */
function encode(words: readonly Token[], links: readonly Token[]): number[] {
  const data: number[] = []
  let line = 1
  let column = 1
  let reached = 1
  let word = 0
  let link = 0
  while (word < words.length || link < links.length) {
    const [own, other] = [words[word], links[link]]
    const takesLink = own === undefined || (other !== undefined && byPlace(other, own) <= 0)
    const token = takesLink ? links[link++]! : words[word++]!
    if (token.line === line && token.column < reached) continue
    data.push(
      token.line - line,
      token.line === line ? token.column - column : token.column - 1,
      token.length,
      token.type,
      token.modifiers
    )
    line = token.line
    column = token.column
    reached = column + token.length
  }
  return data
}
