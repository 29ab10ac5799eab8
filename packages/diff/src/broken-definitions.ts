import type { Definition } from '@tiaoli/citation'
import { definitionsIn } from '@tiaoli/citation'
import type { ClauseText, Root } from 'regast'
import { clauseTexts, formatAddress, placeAt } from 'regast'
import type { VFileMessage } from 'vfile-message'
import { breakMessage } from './break-message.js'
import type { AddressMap, ComparedTrees } from './model.js'

interface Defined extends Definition {
  clause: ClauseText
  order: number
}

/** Names that the old draft defines and the new one uses without defining them, or before it defines them. */
export function brokenDefinitions(trees: ComparedTrees, addresses: AddressMap): VFileMessage[] {
  const before = definitionsOf(trees.old)
  const after = definitionsOf(trees.new)
  const clauses = clauseTexts(trees.new)
  const found: VFileMessage[] = []
  for (const [name, old] of before) {
    const now = after.get(name)
    const use = firstUse(clauses, name, old, now)
    if (use === undefined) continue
    if (now === undefined) {
      const gone = addresses.toNew(old.clause.address)?.length === 0 ? '随该条款一并删去' : '已经删去'
      const reason = `“${name}”在旧稿${formatAddress(old.clause.address)}作了界定，新稿中界定${gone}，这里仍在使用`
      found.push(messageAt(use, name, 'definition-lost', reason, old))
    } else if (use.order < now.order && !usedBefore(trees.old, name, old)) {
      const reason = `“${name}”的界定移到了后面的${formatAddress(now.clause.address)}，这里在界定之前使用`
      found.push(messageAt(use, name, 'definition-after-use', reason, old))
    }
  }
  return found
}

interface Use {
  clause: ClauseText
  index: number
  order: number
}

function messageAt(
  use: Use,
  name: string,
  ruleId: 'definition-lost' | 'definition-after-use',
  reason: string,
  old: Defined
) {
  const at = {
    text: name,
    start: placeAt(use.clause, use.index),
    end: placeAt(use.clause, use.index + name.length),
    in: use.clause.address
  }
  return breakMessage(ruleId, reason, at, { old: old.clause.address })
}

function definitionsOf(tree: Root): Map<string, Defined> {
  const found = new Map<string, Defined>()
  for (const [order, clause] of clauseTexts(tree).entries()) {
    if (clause.node.type === 'note' || clause.node.type === 'title') continue
    for (const definition of definitionsIn(clause.text)) {
      if (!found.has(definition.name)) found.set(definition.name, { ...definition, clause, order })
    }
  }
  return found
}

/** The first use of a name outside its definition; the full name that it shortens (组织工作联席会议) is no use. */
function firstUse(
  clauses: readonly ClauseText[],
  name: string,
  old: Defined,
  now: Defined | undefined
): Use | undefined {
  const lead = leadOfFullName(old)
  for (const [order, clause] of clauses.entries()) {
    if (clause.node.type === 'note' || clause.node.type === 'title' || clause.node.type === 'heading') continue
    let index = clause.text.indexOf(name)
    while (index !== -1) {
      const isDefinition = now !== undefined && order === now.order && index === now.start
      const isFullName = lead !== '' && clause.text.slice(0, index).endsWith(lead)
      if (!isDefinition && !isFullName) return { clause, index, order }
      index = clause.text.indexOf(name, index + name.length)
    }
  }
  return undefined
}

/** The characters before the name inside the full name that it shortens. */
function leadOfFullName({ name, phraseStart, clause }: Defined): string {
  const before = clause.text.slice(0, phraseStart)
  const index = before.lastIndexOf(name)
  return index === -1 ? '' : before.slice(Math.max(0, index - 2), index)
}

function usedBefore(tree: Root, name: string, old: Defined): boolean {
  const use = firstUse(clauseTexts(tree), name, old, old)
  return use !== undefined && use.order < old.order
}
