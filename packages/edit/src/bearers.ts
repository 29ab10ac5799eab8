import { articleOf, formatAddress } from 'regast'
import type { ArticleChange } from './article-change.js'
import { addressesIn } from './article-change.js'
import type { NumberedClause, NumbersByLevel } from './number-clauses.js'

/** Who bears which address of the old numbering, and what becomes of it. */
export class Bearers {
  private readonly first = new Map<string, NumberedClause>()
  /** How many there are, where there are several. */
  private readonly times = new Map<string, number>()
  private readonly gone: ReadonlySet<string>

  constructor(clauses: readonly NumberedClause[], change: ArticleChange | undefined) {
    this.gone = change?.kind === 'delete' ? addressesIn(change.article) : new Set()
    const { first, times } = this
    for (const clause of clauses) {
      const { address } = clause
      if (first.has(address)) times.set(address, (times.get(address) ?? 1) + 1)
      else first.set(address, clause)
    }
  }

  /** Whether a place is the same before and after; what is no place of this text always is. */
  isKept(address: string | null | undefined): boolean {
    if (address == null) return true
    const clause = this.first.get(address) ?? this.holderOf(address)
    return clause?.kept === true && !this.times.has(address)
  }

  /** New numbers of the clause at an address, or why there are none; two clauses of one address have no answer. */
  numbersOf(address: string): NumbersByLevel | string {
    const times = this.times.get(address)
    if (times !== undefined) return `有${times}处${formatAddress(address)}，不能确定指哪一处`
    const clause = this.first.get(address)
    if (clause !== undefined) return clause.now
    const holder = this.holderOf(address)
    if (holder !== undefined) return { ...holder.now, ...holder.inside?.get(address) }
    return `${formatAddress(address)}${this.gone.has(address) ? '已删去' : '不存在'}`
  }

  /** The article that stands for a clause in it. */
  private holderOf(address: string): NumberedClause | undefined {
    const article = this.first.get(articleOf(address))
    return article?.inside?.has(address) ? article : undefined
  }
}
