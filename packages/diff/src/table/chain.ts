import type { ArticleChange } from '../model.js'
import type { Unit } from '../units.js'

/** Articles of several drafts that belong together, with the change between each two neighbours. */
export interface ArticleChain {
  /** The articles of each draft. */
  units: Unit[][]
  changes: (ArticleChange | undefined)[]
}

/**
 * Joins the comparisons of neighbouring drafts into rows: articles that any comparison puts together share a row. Rows
 * stand in the order of the last draft, what is gone behind what stood before it.
 */
export function chainArticles(drafts: readonly Unit[][], comparisons: readonly ArticleChange[][]): ArticleChain[] {
  const open = drafts.map((units) => queueByAddress(units))
  const chainOf = new Map<Unit, ArticleChain>()
  const chains: ArticleChain[] = []
  for (const [index, changes] of comparisons.entries()) {
    // Numbers may occur twice in a draft; the changes name them in the order in which the comparison read them.
    const oldUnits = index === 0 ? open[0]! : queueByAddress(drafts[index]!)
    const newUnits = open[index + 1]!
    for (const change of changes) {
      const before = change.old.map((address) => oldUnits.take(address))
      const after = change.new.map((address) => newUnits.take(address))
      const chain = joinChains(
        before.flatMap((unit) => chainOf.get(unit) ?? []),
        chains,
        chainOf
      )
      const target = chain ?? emptyChain(drafts.length)
      if (chain === undefined) chains.push(target)
      for (const unit of before) place(unit, index, target, chainOf)
      for (const unit of after) place(unit, index + 1, target, chainOf)
      // A chain that was joined has several changes; the heaviest speaks for it.
      target.changes[index] ??= change
    }
  }
  return inOrder(chains, drafts)
}

function place(unit: Unit, column: number, chain: ArticleChain, chainOf: Map<Unit, ArticleChain>): void {
  chainOf.set(unit, chain)
  if (!chain.units[column]!.includes(unit)) chain.units[column]!.push(unit)
}

function emptyChain(columns: number): ArticleChain {
  return {
    units: Array.from({ length: columns }, () => []),
    changes: Array.from({ length: columns - 1 }, () => undefined)
  }
}

function joinChains(
  found: readonly ArticleChain[],
  chains: ArticleChain[],
  chainOf: Map<Unit, ArticleChain>
): ArticleChain | undefined {
  const [first, ...others] = new Set(found)
  if (first === undefined) return undefined
  for (const other of others) {
    for (const [column, units] of other.units.entries()) {
      for (const unit of units.splice(0)) place(unit, column, first, chainOf)
    }
    for (const [column, change] of other.changes.entries()) first.changes[column] ??= change
    chains.splice(chains.indexOf(other), 1)
  }
  return first
}

function queueByAddress(units: readonly Unit[]): { take(address: string): Unit } {
  const queues = new Map<string, Unit[]>()
  for (const unit of units) {
    const queue = queues.get(unit.address)
    if (queue === undefined) queues.set(unit.address, [unit])
    else queue.push(unit)
  }
  return {
    take(address) {
      const queue = queues.get(address)!
      return queue.length > 1 ? queue.shift()! : queue[0]!
    }
  }
}

function inOrder(chains: readonly ArticleChain[], drafts: readonly Unit[][]): ArticleChain[] {
  const positions = drafts.map((units) => new Map(units.map((unit, index) => [unit, index])))
  const ordered: ArticleChain[] = []
  // From the last draft back: chains without an article there go behind the chain of the article before them.
  for (let column = drafts.length - 1; column >= 0; column--) {
    const isLast = column === drafts.length - 1
    const placed = new Set(ordered)
    const waiting = chains.filter((chain) => chain.units[column]!.length > 0 && !placed.has(chain))
    const positionIn = (chain: ArticleChain) =>
      Math.min(...chain.units[column]!.map((unit) => positions[column]!.get(unit)!))
    waiting.sort((left, right) => positionIn(left) - positionIn(right))
    if (isLast) {
      ordered.push(...waiting)
      continue
    }
    // What was moved away is no neighbour any more.
    const stayed = ordered.filter((chain) => chain.changes[column]?.kind !== 'moved')
    const holder = new Map(stayed.flatMap((chain) => chain.units[column]!.map((unit) => [unit, chain] as const)))
    for (const chain of waiting) {
      let index = positionIn(chain) - 1
      while (index >= 0 && !holder.has(drafts[column]![index]!)) index -= 1
      const at = index < 0 ? 0 : ordered.indexOf(holder.get(drafts[column]![index]!)!) + 1
      ordered.splice(at, 0, chain)
      for (const unit of chain.units[column]!) holder.set(unit, chain)
    }
  }
  return ordered
}
