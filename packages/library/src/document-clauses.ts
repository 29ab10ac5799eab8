import type { ClauseText, Phrasing, RegastNode, Root, TextHolder } from 'regast'
import { clauseText, holdsText } from 'regast'
import { cellTexts } from './table-cells.js'

/** The clause texts of a document but its title, and those of the cells of its tables, in the order of the source. */
export function documentClauses(tree: Root): ClauseText[] {
  const found: ClauseText[] = []
  collect(tree, '', found)
  return found
}

function collect(node: RegastNode, address: string, found: ClauseText[]): void {
  if (!('children' in node)) return
  const own = 'address' in node && typeof node.address === 'string' ? node.address : address
  if (holdsText(node) && node.type !== 'title') found.push(new DocumentClause(node, own, wordsOf(node)))
  const { children } = node
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as RegastNode
    if (child.type === 'block') found.push(...cellTexts(child, node, own))
    else collect(child, own, found)
  }
}

/** A clause text whose places are looked up when first asked for: most clauses hold nothing that is asked for. */
class DocumentClause implements ClauseText {
  private found: ClauseText['runs'] | undefined

  constructor(
    readonly node: TextHolder,
    readonly address: string,
    readonly text: string
  ) {}

  get runs(): ClauseText['runs'] {
    this.found ??= clauseText(this.node, this.address).runs
    return this.found
  }
}

/** The text of {@link clauseText}. */
function wordsOf(node: TextHolder): string {
  let text = ''
  const children = node.children as (Phrasing | RegastNode)[]
  for (let index = 0; index < children.length; index++) {
    const child = children[index]!
    if (child.type === 'text') text = text === '' ? child.value : text + child.value
    else if (child.type === 'break') text += '\n'
    else if (child.type === 'inline') text += '\uFFFC'
  }
  return text
}
