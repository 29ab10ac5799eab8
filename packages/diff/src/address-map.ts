import type { ClauseGroup } from './align-clauses.js'
import type { StructureAlignment } from './headings.js'
import type { ArticleGroup } from './match-drafts.js'
import type { AddressMap } from './model.js'
import type { DraftUnits, Unit } from './units.js'

/** An article or passage group with its clauses aligned. */
export interface AlignedArticle extends ArticleGroup {
  clauses: ClauseGroup[]
}

/**
 * Where the clauses of one draft are in the other. The first clause that bears an address counts, as it does for a
 * reference. The clauses of an article are looked into when somebody asks for one of them.
 */
export function createAddressMap(
  groups: readonly AlignedArticle[],
  structures: StructureAlignment,
  olds: DraftUnits,
  news: DraftUnits
): AddressMap {
  const toNew = oneWay(groups, 'old', 'new')
  const toOld = oneWay(groups, 'new', 'old')
  for (const fact of olds.structures) toNew.setStructure(fact.address, structures.toNew.get(fact.address))
  for (const fact of news.structures) toOld.setStructure(fact.address, structures.toOld.get(fact.address))
  return { toNew: toNew.find, toOld: toOld.find }
}

function oneWay(groups: readonly AlignedArticle[], from: 'old' | 'new', to: 'old' | 'new') {
  const units = new Map<string, string[]>()
  const holders = new Map<string, AlignedArticle[]>()
  const clauses = new Map<string, string[]>()
  for (const group of groups) {
    for (const unit of group[from]) {
      if (unit.kind === 'article' && !units.has(unit.address)) units.set(unit.address, addressesOf(group[to]))
      const here = holders.get(unit.address)
      if (here === undefined) holders.set(unit.address, [group])
      else here.push(group)
    }
  }
  const walk = (group: ClauseGroup): void => {
    // A heading and a block bear the address of what holds them.
    const level = group.old[0]?.level ?? group.new[0]?.level
    if (level !== 'heading' && level !== 'block') {
      const there = group[to].length === 0 && group.elsewhere !== undefined ? [group.elsewhere] : group[to]
      const targets = there.map((clause) => clause.address)
      for (const clause of group[from]) if (!clauses.has(clause.address)) clauses.set(clause.address, targets)
    }
    group.children.forEach(walk)
  }
  return {
    setStructure(address: string, target: string | undefined): void {
      if (!units.has(address)) units.set(address, target === undefined ? [] : [target])
    },
    find(address: string): readonly string[] | undefined {
      const known = units.get(address) ?? clauses.get(address)
      if (known !== undefined) return known
      const holder = holderOf(address)
      for (const group of holders.get(holder) ?? []) group.clauses.forEach(walk)
      holders.delete(holder)
      return clauses.get(address)
    }
  }
}

/** The article or structure that a clause stands in; `''` for the draft itself. */
function holderOf(address: string): string {
  const at = /(?:^|__)(?:para|point|indent)_/.exec(address)
  return at === null ? address : address.slice(0, at.index)
}

function addressesOf(units: readonly Unit[]): string[] {
  return units.map((unit) => unit.address)
}

/** The last step of an address: `para_2` of `art_3__para_2`. */
export function lastStep(address: string): string {
  const at = address.lastIndexOf('__')
  return at === -1 ? address : address.slice(at + 2)
}
