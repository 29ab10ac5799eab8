import type { ArticleChange, ClauseChange, DraftComparison } from '@tiaoli/diff'
import { compareDrafts } from '@tiaoli/diff'
import type { ClauseNumber } from 'regast'
import { formatAddress, formatNumeral, parseAddress } from 'regast'
import { applyAmendment } from './apply-decision.js'
import type { LawItem, LawStructure, LawText } from './law-text.js'
import { clauseLines, linesOf, pathOf, printedArticle, printLaw, readLaw } from './law-text.js'
import { readDecision } from './read-decision.js'

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

/** How finely a change is written: as words, as a whole 款, or as the whole article. */
type Grain = 'phrase' | 'paragraph' | 'article'

/**
 * Writes the decision that turns the old text into the new one, in the official wording, and carries it out to see
 * whether it does: what does not come out right is written again as a whole, and what still does not is listed.
 */
export function draftDecision(oldSource: string, newSource: string, facts: DecisionFacts = {}): DraftedDecision {
  const writer = new DecisionWriter(oldSource, newSource, facts)
  return writer.write()
}

class DecisionWriter {
  private readonly old: LawText
  private readonly next: LawText
  private readonly comparison: DraftComparison
  private readonly grains = new Map<ArticleChange, Grain>()
  /** Articles to be written out although nothing but their references should change. */
  private readonly forced = new Set<ArticleChange>()
  private readonly covered = new Set<LawStructure>()
  private readonly oldByAddress: Map<string, LawItem>
  private readonly newByAddress: Map<string, LawItem>

  constructor(
    private readonly oldSource: string,
    newSource: string,
    private readonly facts: DecisionFacts
  ) {
    this.old = readLaw(oldSource)
    this.next = readLaw(newSource)
    this.comparison = compareDrafts({ tree: this.old.tree }, { tree: this.next.tree })
    this.oldByAddress = itemsByAddress(this.old)
    this.newByAddress = itemsByAddress(this.next)
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
    const law = readLaw(applied.value)
    return { law, exact: bodyOf(law) === bodyOf(this.next) }
  }

  /** Writes again, more plainly, what did not come out right; false where nothing is left to try. */
  private escalate(law: LawText | undefined): boolean {
    let changed = false
    const result = law === undefined ? undefined : itemsByAddress(law)
    for (const change of this.comparison.articles) {
      if (change.new.length === 0) continue
      const right =
        result !== undefined &&
        change.new.every((address) => sameItem(result.get(address), this.newByAddress.get(address)))
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
      for (const change of this.comparison.articles) {
        if (this.grains.get(change) !== 'article') {
          this.grains.set(change, 'article')
          changed = true
        }
      }
      return changed
    }
    for (const structure of this.next.structures) {
      const same = structuresAlike(law, this.next)
      if (same || this.covered.has(structure) || structure.unit === 'attachment') continue
      this.covered.add(structure)
      changed = true
    }
    return changed
  }

  private exceptions(law: LawText | undefined): string[] {
    if (law === undefined) return ['决定不能在旧文本上执行']
    const result = itemsByAddress(law)
    const wrong = [...this.newByAddress]
      .filter(([address, item]) => !sameItem(result.get(address), item))
      .map(([address]) => address)
    if (!structuresAlike(law, this.next)) wrong.push('章节结构')
    if (law.title !== this.next.title) wrong.push('名称')
    const outside = (text: LawText) =>
      text.items
        .filter(({ type }) => type === 'passage')
        .map((item) => linesOf(item).join('\n'))
        .join('\n')
    if (outside(law) !== outside(this.next)) wrong.push('条文以外的文字')
    return wrong
  }

  // ── Writing ─────────────────────────────────────────────────────────────────────────────────────────────────

  private text(): string {
    const title = this.old.title || this.next.title
    const items: string[] = []
    if (this.old.title !== this.next.title && this.next.title !== '')
      items.push(`将名称修改为${quoted([this.next.title])}。`)
    const passages = this.passageItems()
    const isAnnex = (item: string) => item.startsWith('将附件')
    items.push(
      ...passages.filter((item) => !isAnnex(item)),
      ...this.articleItems(),
      ...this.structureItems(),
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
    return this.comparison.articles.some(
      ({ old, new: next, kind }) =>
        kind !== 'unchanged' && (old.length !== 1 || next.length !== 1 || old[0] !== next[0])
    )
  }

  private passageItems(): string[] {
    const items: string[] = []
    for (const change of this.comparison.passages) {
      const [oldAddress] = change.old
      if (change.kind === 'unchanged') continue
      const isLead = (address: string | undefined) => address === '' || address === 'preamble'
      if (change.new.length === 0) {
        if (isLead(oldAddress)) items.push('删去引言。')
        else if (isNumbered(oldAddress!)) items.push(`删去${formatAddress(oldAddress!)}引言。`)
        continue
      }
      const holder = (item: LawItem) => item.type === 'passage' && (item.holder?.origin ?? '') === change.new[0]
      const lines = this.next.items.filter(holder).flatMap((item) => linesOf(item))
      if (lines.length === 0) continue
      if (oldAddress === undefined) {
        if (isLead(change.new[0])) items.push(`增加引言：${quoted(lines)}`)
      } else if (isLead(oldAddress)) items.push(`将引言修改为：${quoted(lines)}`)
      else if (isNumbered(oldAddress)) items.push(`将${formatAddress(oldAddress)}引言修改为：${quoted(lines)}`)
      else if (/^att_\d+$/.test(oldAddress)) items.push(`将${formatAddress(oldAddress)}修改为：${quoted(lines)}`)
    }
    return items
  }

  private articleItems(): string[] {
    const items: string[] = []
    const { articles } = this.comparison
    for (let index = 0; index < articles.length; index++) {
      const change = articles[index]!
      if (change.kind === 'added') {
        let last = index
        while (articles[last + 1]?.kind === 'added' && this.standTogether(articles[last]!, articles[last + 1]!))
          last += 1
        items.push(this.addition(articles.slice(index, last + 1)))
        index = last
        continue
      }
      const item = this.changeItem(change)
      if (item !== undefined) items.push(item)
    }
    return items
  }

  private standTogether(left: ArticleChange, right: ArticleChange): boolean {
    const [a, b] = [this.itemOf(left.new[0]!), this.itemOf(right.new[0]!)]
    return (
      a.holder === b.holder &&
      (a.number?.value ?? 0) + 1 === b.number?.value &&
      a.number?.insert === undefined &&
      b.number.insert === undefined
    )
  }

  private itemOf(address: string): LawItem {
    return this.newByAddress.get(address)!
  }

  private addition(changes: readonly ArticleChange[]): string {
    const added = changes.map((change) => this.itemOf(change.new[0]!))
    const numbers = added.map(({ number }) => printedArticle(number!))
    const where = this.placeOfAddition(added[0]!)
    if (added.length === 1) return `${where}增加一条，作为${numbers[0]}：${quoted(linesOf(added[0]!, false))}`
    const text = added.map((item) => quoted(linesOf(item))).join('\n\n')
    return `${where}增加${formatNumeral(added.length)}条，分别作为${numbers.join('、')}：\n\n${text}`
  }

  /** 在第三章 where an added article would otherwise fall to the chapter before. */
  private placeOfAddition(item: LawItem): string {
    const articles = this.next.items.filter(({ type }) => type === 'article')
    const before = articles[articles.indexOf(item) - 1]
    if (before === undefined || before.holder === item.holder || item.holder === undefined) {
      if (item.number?.insert !== undefined && before !== undefined) return `在${printedArticle(before.number!)}后`
      return ''
    }
    const origin = this.comparison.addresses.toOld(item.holder.origin ?? '')?.[0]
    return origin === undefined ? '' : `在${formatAddress(origin)}`
  }

  private changeItem(change: ArticleChange): string | undefined {
    const olds = change.old.map((address) => formatAddress(address))
    const news = change.new.map((address) => formatAddress(address))
    switch (change.kind) {
      case 'deleted':
        return `删去${olds.join('、')}。`
      case 'merged':
        if (news.length > 1) return this.regrouped(change)
        return `将${olds.join('、')}合并，作为${news[0]}，修改为：${quoted(linesOf(this.itemOf(change.new[0]!), false))}`
      case 'split': {
        const parts = change.new.map((address) => quoted(linesOf(this.itemOf(address)))).join('\n\n')
        return `将${olds[0]}分为${formatNumeral(news.length)}条，作为${news.join('、')}，修改为：\n\n${parts}`
      }
      case 'moved':
        return this.movedItem(change, olds[0]!, news[0]!)
      case 'unchanged':
      case 'renumbered':
        if (!this.forced.has(change)) return undefined
        return this.replacement(change, olds[0]!, news[0]!)
      default:
        if (change.referencesOnly && !this.forced.has(change)) return undefined
        return this.modifiedItem(change, olds[0]!, news[0]!)
    }
  }

  /** Articles put together anew: each takes the place of the one that stands where it stands; no pattern says more. */
  private regrouped({ old: olds, new: news }: ArticleChange): string {
    const sentences = news.map((address, index) => {
      const text = quoted(linesOf(this.itemOf(address), false))
      const [before, after] = [olds[index], formatAddress(address)]
      if (before === undefined) return `增加一条，作为${after}：${text}`
      const old = formatAddress(before)
      return old === after ? `将${old}修改为：${text}` : `将${old}改为${after}，修改为：${text}`
    })
    const gone = olds.slice(news.length).map((address) => formatAddress(address))
    if (gone.length > 0) sentences.push(`删去${gone.join('、')}。`)
    return sentences.join('\n\n')
  }

  private movedItem(change: ArticleChange, old: string, next: string): string {
    const item = this.itemOf(change.new[0]!)
    const before = this.oldByAddress.get(change.old[0]!)
    const reworded = change.modified || this.forced.has(change)
    const text = reworded ? `，修改为：${quoted(linesOf(item, false))}` : '。'
    const holderNow = item.holder?.origin
    const holderThen = before?.holder?.origin
    const stays = holderThen !== undefined && this.comparison.addresses.toNew(holderThen)?.[0] === holderNow
    const origin = holderNow === undefined ? undefined : this.comparison.addresses.toOld(holderNow)?.[0]
    if (stays || origin === undefined) return old === next && !reworded ? '' : `将${old}改为${next}${text}`
    return `将${old}移至${formatAddress(origin)}，作为${next}${text}`
  }

  private replacement(change: ArticleChange, old: string, next: string): string {
    const text = quoted(linesOf(this.itemOf(change.new[0]!), false))
    return old === next ? `将${old}修改为：${text}` : `将${old}改为${next}，修改为：${text}`
  }

  private modifiedItem(change: ArticleChange, old: string, next: string): string {
    const grain = this.grains.get(change) ?? 'phrase'
    const head = old === next ? `将${old}` : `将${old}改为${next}，`
    if (grain === 'phrase') {
      const phrase = this.phraseItem(change, old, next)
      if (phrase !== undefined) return phrase
    }
    if (grain !== 'article') {
      const paragraphs = this.paragraphItems(change)
      if (paragraphs !== undefined) {
        return old === next
          ? paragraphs
              .map(({ verb, place, rest }) => `${verb === '' ? '将' : ''}${verb}${old}${place}${rest}`)
              .join('\n\n')
          : `${head}${paragraphs.map(({ verb, place, rest }, index) => `${verb}${index === 0 || place === '' ? '' : ''}${place}${rest}`).join('\n\n')}`
      }
    }
    return this.replacement(change, old, next)
  }

  /** One change of words in one clause: 将第六条第一款中的“甲”修改为“乙”. */
  private phraseItem(change: ArticleChange, old: string, next: string): string | undefined {
    const changed = change.clauses.filter((clause) => clause.kind !== 'unchanged' && clause.referencesOnly !== true)
    const [clause] = changed
    if (changed.length !== 1 || clause === undefined || clause.kind !== 'modified') return undefined
    const phrase = phraseOf(clause)
    if (phrase === undefined) return undefined
    const place = this.placeInArticle(clause.old[0]!, change)
    if (place === undefined) return undefined
    const where = old === next ? `${old}${place}` : place === '' ? '其中' : place
    const lead = old === next ? '' : `将${old}改为${next}，`
    switch (phrase.type) {
      case 'replace':
        return `${lead}将${where}${where === '其中' ? '' : '中'}的${quoted([phrase.from])}修改为${quoted([phrase.to])}。`
      case 'delete':
        return `${lead}删去${where === '其中' ? old : where}中的${quoted([phrase.from])}。`
      case 'insert':
        return `${lead}在${where === '其中' ? old : where}${quoted([phrase.from])}后增加${quoted([phrase.to])}。`
    }
  }

  /** 第二款第三项 of a clause; the 款 is left out where the article has one. */
  private placeInArticle(address: string, change: ArticleChange): string | undefined {
    const item = this.oldByAddress.get(change.old[0]!)
    if (item === undefined) return undefined
    const below = address.startsWith(`${change.old[0]}__`) ? address.slice(change.old[0]!.length + 2) : undefined
    if (below === undefined) return undefined
    const paragraphs = item.clauses.filter(({ level }) => level === 'paragraph').length
    const steps = below.split('__')
    const named = paragraphs === 1 ? steps.slice(1) : steps
    return named.length === 0 ? '' : formatAddress(named.join('__'))
  }

  /** 款 changed, added and deleted one by one, where most of the article stays. */
  private paragraphItems(change: ArticleChange): { verb: string; place: string; rest: string }[] | undefined {
    const [before, after] = [this.oldByAddress.get(change.old[0]!), this.itemOf(change.new[0]!)]
    if (before === undefined) return undefined
    const top = change.clauses.filter(({ level }) => level === 'paragraph')
    if (top.length < 2 || change.clauses.some(({ level }) => level === 'block' || level === 'heading')) return undefined
    if (top.some(({ kind }) => kind === 'moved' || kind === 'split' || kind === 'merged')) return undefined
    const items: { verb: string; place: string; rest: string }[] = []
    let touched = 0
    for (const clause of top) {
      const touchedBelow = change.clauses.some(
        (other) => isBelow(other, clause) && other.kind !== 'unchanged' && other.referencesOnly !== true
      )
      if (clause.kind === 'added') {
        const at = numberOf(clause.new[0]!)
        const lines = clauseLines(after.clauses.filter(({ level }) => level === 'paragraph')[at - 1]!)
        items.push({ verb: '', place: '', rest: `增加一款，作为第${formatNumeral(at)}款：${quoted(lines)}` })
      } else if (clause.kind === 'deleted') {
        items.push({ verb: '删去', place: `第${formatNumeral(numberOf(clause.old[0]!))}款`, rest: '。' })
      } else if (
        touchedBelow ||
        (clause.kind !== 'unchanged' && clause.kind !== 'renumbered' && clause.referencesOnly !== true)
      ) {
        const [from, to] = [numberOf(clause.old[0]!), numberOf(clause.new[0]!)]
        const lines = clauseLines(after.clauses.filter(({ level }) => level === 'paragraph')[to - 1]!)
        const renumbered = from === to ? '' : `改为第${formatNumeral(to)}款，`
        items.push({ verb: '', place: `第${formatNumeral(from)}款`, rest: `${renumbered}修改为：${quoted(lines)}` })
      } else continue
      touched += 1
    }
    return touched === 0 || touched * 2 > top.length ? undefined : items
  }

  private structureItems(): string[] {
    const items: string[] = []
    for (const heading of this.comparison.headings) {
      const [oldAddress, newAddress] = [heading.old[0], heading.new[0]]
      const structure = this.next.structures.find(({ origin }) => origin === newAddress)
      if (heading.kind === 'deleted') {
        if (isNumbered(oldAddress!))
          items.push(`删去${formatAddress(oldAddress!)}章名。`.replace(/节章名/, '节节名').replace(/编章名/, '编编名'))
        continue
      }
      if (structure === undefined || !isNumbered(newAddress!)) continue
      const name = formatAddress(newAddress!)
      if (heading.kind === 'added') {
        const covers = this.coveredBy(structure)
        const range = covers === undefined ? '' : `，包括${covers}`
        items.push(`增加一${unitName(newAddress!)}，作为${name}${quoted([structure.heading])}${range}。`)
        continue
      }
      const before = this.old.structures.find(({ origin }) => origin === oldAddress)
      if (before !== undefined && before.heading !== structure.heading) {
        items.push(`将${formatAddress(oldAddress!)}${unitName(oldAddress!)}名修改为${quoted([structure.heading])}。`)
      }
      if (lastNumber(oldAddress!) !== lastNumber(newAddress!))
        items.push(`将${formatAddress(oldAddress!)}改为${name}。`)
    }
    for (const structure of this.covered) {
      const covers = this.coveredBy(structure)
      if (covers !== undefined && structure.origin !== undefined && isNumbered(structure.origin)) {
        items.push(`将${formatAddress(structure.origin)}调整为包括${covers}。`)
      }
    }
    return items
  }

  private coveredBy(structure: LawStructure): string | undefined {
    const held = this.next.items.filter((item) => item.type === 'article' && pathOf(item).includes(structure))
    if (held.length === 0) return undefined
    const [first, last] = [printedArticle(held[0]!.number!), printedArticle(held.at(-1)!.number!)]
    return first === last ? first : `${first}至${last}`
  }
}

type Phrase = { type: 'replace' | 'insert'; from: string; to: string } | { type: 'delete'; from: string }

/** The words of a clause with one change, where they say without doubt which words are meant. */
function phraseOf({ segments }: ClauseChange): Phrase | undefined {
  const changes = segments.filter(({ kind }) => kind === 'deleted' || kind === 'inserted')
  const deleted = changes.find(({ kind }) => kind === 'deleted')
  const inserted = changes.find(({ kind }) => kind === 'inserted')
  if (changes.length === 0 || changes.length > 2 || (changes.length === 2 && (!deleted || !inserted))) return undefined
  const old = segments
    .map((segment) => (segment.kind === 'reference' ? segment.old : segment.kind === 'inserted' ? '' : segment.text))
    .join('')
  const once = (text: string) => text !== '' && old.indexOf(text) === old.lastIndexOf(text)
  const plain = (text: string) => !/[“”"\n\u2029]/.test(text)
  const textOf = (segment: typeof deleted) =>
    segment === undefined || segment.kind === 'reference' ? '' : segment.text
  const [from, to] = [textOf(deleted), textOf(inserted)]
  if (!plain(from) || !plain(to)) return undefined
  if (deleted !== undefined && inserted !== undefined) {
    const [first, second] = [segments.indexOf(deleted), segments.indexOf(inserted)].sort((a, b) => a - b) as [
      number,
      number
    ]
    if (second - first !== 1) return undefined
    const [before, after] = [segments[first - 1], segments[second + 1]]
    return withContext(
      from,
      to,
      before?.kind === 'equal' ? before.text : '',
      after?.kind === 'equal' ? after.text : '',
      once,
      plain
    )
  }
  if (deleted !== undefined) return once(from) && from.length > 1 ? { type: 'delete', from } : undefined
  const before = segments[segments.indexOf(inserted!) - 1]
  if (before === undefined || before.kind !== 'equal') return undefined
  // The shortest words in front that occur once, from a word's beginning where that can be seen.
  for (let length = 2; length <= Math.min(12, before.text.length); length++) {
    const anchor = before.text.slice(-length)
    if (plain(anchor) && once(anchor) && !/^[，。；：、]/.test(anchor)) return { type: 'insert', from: anchor, to }
  }
  return undefined
}

/** Words that occur once: with as many of the neighbouring ones as that takes, whole phrases at most. */
function withContext(
  from: string,
  to: string,
  before: string,
  after: string,
  once: (text: string) => boolean,
  plain: (text: string) => boolean
): Phrase | undefined {
  for (let more = 0; more <= 8; more++) {
    const right = after.slice(0, more)
    const left = more > right.length ? before.slice(-(more - right.length)) : ''
    const [words, instead] = [left + from + right, left + to + right]
    if (!plain(words)) return undefined
    if (words.length > 1 && once(words)) return { type: 'replace', from: words, to: instead }
  }
  return undefined
}

function isBelow(clause: ClauseChange, top: ClauseChange): boolean {
  const under = (addresses: readonly string[], holders: readonly string[]) =>
    addresses.some((address) => holders.some((holder) => address.startsWith(`${holder}__`)))
  return clause !== top && (under(clause.old, top.old) || under(clause.new, top.new))
}

function numberOf(address: string): number {
  return parseAddress(address)?.at(-1)?.number?.value ?? 0
}

function lastNumber(address: string): string {
  return address.slice(address.lastIndexOf('__') + 1)
}

function isNumbered(address: string): boolean {
  return /(?:^|__)(?:book|part|chp|sec)_\d+$/.test(address)
}

function unitName(address: string): string {
  const level = parseAddress(address)?.at(-1)?.level
  return level === 'section' ? '节' : level === 'book' ? '编' : level === 'part' ? '分编' : '章'
}

/** Lines in quotation marks as decisions have them: each paragraph opens with one, only the last closes. */
function quoted(lines: readonly string[]): string {
  return `${lines.map((line) => `“${line}`).join('\n\n')}”`
}

function itemsByAddress(law: LawText): Map<string, LawItem> {
  const found = new Map<string, LawItem>()
  for (const item of law.items) {
    if (item.type === 'article' && item.origin !== undefined && !found.has(item.origin)) found.set(item.origin, item)
  }
  return found
}

function sameItem(left: LawItem | undefined, right: LawItem | undefined): boolean {
  if (left === undefined || right === undefined) return false
  return plainText(linesOf(left).join('\n')) === plainText(linesOf(right).join('\n'))
}

/** The structures, and which articles each holds. */
function structuresAlike(left: LawText, right: LawText): boolean {
  const outline = (law: LawText) =>
    law.items
      .filter(({ type }) => type === 'article')
      .map(
        (item) =>
          `${pathOf(item)
            .map(({ printed, heading }) => `${printed}${heading}`)
            .join('/')} ${numberKey(item.number)}`
      )
      .join('\n')
  return plainText(outline(left)) === plainText(outline(right))
}

function numberKey(number: ClauseNumber | undefined): string {
  return number === undefined ? '' : `${number.value}-${number.insert ?? ''}`
}

/** Title and body for comparing, without the notes on who adopted it when. */
function bodyOf(law: LawText): string {
  const { frontMatter: _, ...rest } = law
  return plainText(printLaw({ ...rest, notes: [] }).replace(/<!--[\s\S]*?-->/g, ''))
}

function plainText(text: string): string {
  return text
    .replace(/[\s\u3000\u200B-\u200D\uFEFF]+/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
}
