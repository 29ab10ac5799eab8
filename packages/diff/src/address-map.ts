import type { ClauseGroup } from './align-clauses.js'
import type { StructureAlignment } from './headings.js'
import type { ArticleGroup } from './match-drafts.js'
import type { AddressMap } from './model.js'
import type { Clause, DraftUnits, Unit } from './units.js'

/** An article or passage group with its clauses aligned. */
export interface AlignedArticle extends ArticleGroup {
  clauses: ClauseGroup[]
}

/** Where the clauses of one draft are in the other. The first clause that bears an address counts, as it does for a reference. */
export function createAddressMap(
  groups: readonly AlignedArticle[],
  structures: StructureAlignment,
  olds: DraftUnits,
  news: DraftUnits
): AddressMap {
  const toNew = new Map<string, string[]>()
  const toOld = new Map<string, string[]>()
  const set = (map: Map<string, string[]>, address: string, targets: string[]): void => {
    if (!map.has(address)) map.set(address, targets)
  }
  const relate = (before: readonly Clause[], after: readonly Clause[]): void => {
    for (const clause of before)
      set(
        toNew,
        clause.address,
        after.map((other) => other.address)
      )
    for (const clause of after)
      set(
        toOld,
        clause.address,
        before.map((other) => other.address)
      )
  }
  const walk = (group: ClauseGroup): void => {
    // A heading and a block bear the address of what holds them.
    const level = group.old[0]?.level ?? group.new[0]?.level
    if (level !== 'heading' && level !== 'block') relate(group.old, group.new)
    group.children.forEach(walk)
  }
  for (const group of groups) {
    if (group.old[0]?.kind !== 'passage' && group.new[0]?.kind !== 'passage') {
      for (const unit of group.old) set(toNew, unit.address, addressesOf(group.new))
      for (const unit of group.new) set(toOld, unit.address, addressesOf(group.old))
    }
    group.clauses.forEach(walk)
  }
  for (const fact of olds.structures) set(toNew, fact.address, listOf(structures.toNew.get(fact.address)))
  for (const fact of news.structures) set(toOld, fact.address, listOf(structures.toOld.get(fact.address)))
  return { toNew: (address) => toNew.get(address), toOld: (address) => toOld.get(address) }
}

function addressesOf(units: readonly Unit[]): string[] {
  return units.map((unit) => unit.address)
}

function listOf(address: string | undefined): string[] {
  return address === undefined ? [] : [address]
}

/** The last step of an address: `para_2` of `art_3__para_2`. */
export function lastStep(address: string): string {
  const at = address.lastIndexOf('__')
  return at === -1 ? address : address.slice(at + 2)
}

/** The article that an address lies in, or the address itself. */
export function articleOf(address: string): string {
  return address.split('__para_')[0]!
}
