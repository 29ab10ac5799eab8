import type { ArticleChange } from '@tiaoli/diff'
import { formatNumeral } from 'regast'
import { applyAmendment } from './apply-decision.js'
import type { Grain } from './decision-articles.js'
import { articleItems } from './decision-articles.js'
import { passageItems } from './decision-passages.js'
import { structureItems } from './decision-structures.js'
import type { DecisionTexts } from './decision-texts.js'
import { readTexts } from './decision-texts.js'
import { quoted } from './decision-words.js'
import type { LawStructure, LawText } from './law-text.js'
import { linesOf, readFinalLaw } from './law-text.js'
import { readDecision } from './read-decision.js'
import { bodyOf, itemsByAddress, sameItem, structuresAlike } from './same-law.js'

/** A decision that turns one text into another. */
export interface DraftedDecision {
  /** The decision as Markdown. */
  value: string
  /** Whether carrying it out on the old text gives the new one to the letter. */
  exact: boolean
  /** Addresses in the new text, or words on its parts, that the decision does not bring about. */
  exceptions: string[]
}

/** What a decision says of itself. */
export interface DecisionFacts {
  /** As it will be written: 2026年5月1日. */
  effective?: string
}

/**
 * Writes the decision that turns the old text into the new one, in the official wording, and carries it out to see
 * whether it does: what does not come out right is written again as a whole, and what still does not is listed.
 */
export function draftDecision(oldSource: string, newSource: string, facts: DecisionFacts = {}): DraftedDecision {
  const writer = new DecisionWriter(oldSource, newSource, facts)
  return writer.write()
}

class DecisionWriter {
  private readonly texts: DecisionTexts
  private readonly grains = new Map<ArticleChange, Grain>()
  private readonly forced = new Set<ArticleChange>()
  private readonly covered = new Set<LawStructure>()

  constructor(
    private readonly oldSource: string,
    newSource: string,
    private readonly facts: DecisionFacts
  ) {
    this.texts = readTexts(oldSource, newSource)
  }

  write(): DraftedDecision {
    let text = this.text()
    for (let round = 0; round < 4; round++) {
      const result = this.carryOut(text)
      if (result.exact) return { value: text, exact: true, exceptions: [] }
      if (!this.escalate(result.law)) return { value: text, exact: false, exceptions: this.exceptions(result.law) }
      text = this.text()
    }
    const { law, exact } = this.carryOut(text)
    return { value: text, exact, exceptions: exact ? [] : this.exceptions(law) }
  }

  private carryOut(text: string): { law: LawText | undefined; exact: boolean } {
    const [amendment] = readDecision(text).value.amendments
    // A decision without operations leaves the text as it is.
    const applied = applyAmendment(this.oldSource, amendment ?? { title: undefined, operations: [] })
    if (applied.value === undefined) return { law: undefined, exact: false }
    const law = readFinalLaw(applied.value)
    return { law, exact: bodyOf(law) === bodyOf(this.texts.next) }
  }

  /** Writes again, more plainly, what did not come out right; false where nothing is left to try. */
  private escalate(law: LawText | undefined): boolean {
    let changed = false
    const result = law === undefined ? undefined : itemsByAddress(law)
    for (const change of this.texts.comparison.articles) {
      if (change.new.length === 0) continue
      const right =
        result !== undefined &&
        change.new.every((address) => sameItem(result.get(address), this.texts.newByAddress.get(address)))
      if (right) continue
      if (!this.forced.has(change)) {
        this.forced.add(change)
        changed = true
      }
      if (this.grains.get(change) !== 'article') {
        this.grains.set(change, 'article')
        changed = true
      }
    }
    if (law === undefined) {
      for (const change of this.texts.comparison.articles) {
        if (this.grains.get(change) !== 'article') {
          this.grains.set(change, 'article')
          changed = true
        }
      }
      return changed
    }
    for (const structure of this.texts.next.structures) {
      const same = structuresAlike(law, this.texts.next)
      if (same || this.covered.has(structure) || structure.unit === 'attachment') continue
      this.covered.add(structure)
      changed = true
    }
    return changed
  }

  private exceptions(law: LawText | undefined): string[] {
    if (law === undefined) return ['决定不能在旧文本上执行']
    const result = itemsByAddress(law)
    const wrong = [...this.texts.newByAddress]
      .filter(([address, item]) => !sameItem(result.get(address), item))
      .map(([address]) => address)
    if (!structuresAlike(law, this.texts.next)) wrong.push('章节结构')
    if (law.title !== this.texts.next.title) wrong.push('名称')
    const outside = (text: LawText) =>
      text.items
        .filter(({ type }) => type === 'passage')
        .map((item) => linesOf(item).join('\n'))
        .join('\n')
    if (outside(law) !== outside(this.texts.next)) wrong.push('条文以外的文字')
    return wrong
  }

  // ── Writing ─────────────────────────────────────────────────────────────────────────────────────────────────

  private text(): string {
    const title = this.texts.old.title || this.texts.next.title
    const items: string[] = []
    if (this.texts.old.title !== this.texts.next.title && this.texts.next.title !== '')
      items.push(`将名称修改为${quoted([this.texts.next.title])}。`)
    const passages = passageItems(this.texts.comparison, this.texts.next)
    const isAnnex = (item: string) => item.startsWith('将附件')
    items.push(
      ...passages.filter((item) => !isAnnex(item)),
      ...articleItems(this.texts, { grains: this.grains, forced: this.forced }),
      ...structureItems(this.texts, this.covered),
      ...passages.filter(isAnnex)
    )
    const blocks = [`# 关于修改《${title}》的决定`, `对《${title}》作如下修改：`]
    blocks.push(...items.map((item, index) => `${formatNumeral(index + 1)}、${item}`))
    if (this.shifts()) blocks.push('此外，对条文顺序作相应调整。')
    blocks.push(
      this.facts.effective === undefined ? '本决定自公布之日起施行。' : `本决定自${this.facts.effective}起施行。`
    )
    blocks.push(`《${title}》根据本决定作相应修改，重新公布。`)
    return `${blocks.join('\n\n')}\n`
  }

  /** Whether articles get other numbers because of what was put in or taken out. */
  private shifts(): boolean {
    return this.texts.comparison.articles.some(
      ({ old, new: next, kind }) =>
        kind !== 'unchanged' && (old.length !== 1 || next.length !== 1 || old[0] !== next[0])
    )
  }
}
