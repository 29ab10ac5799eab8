import type { NumbersByLevel, TextEdit } from '@tiaoli/edit'
import { applyEdits, referenceEdits } from '@tiaoli/edit'
import type { LinkedReference } from '@tiaoli/library'
import { createLibrary, linkDocument } from '@tiaoli/library'
import type { ClauseNumber } from 'regast'
import { compareNumbers } from 'regast'
import { VFileMessage } from 'vfile-message'
import type { ArticleState, ClauseState } from './clause-states.js'
import { articleState, rebuiltClauses } from './clause-states.js'
import { articlesOf, itemsOf, paragraphsOf } from './content.js'
import type { LawClause, LawItem, LawStructure, LawText } from './law-text.js'
import { pathOf, printedArticle, printedStructure, printLaw, readLaw } from './law-text.js'
import type { AmendedPlace, Amendment, Operation, ReadOperation } from './operation.js'
import { deepestLevel, formatPlace } from './places.js'
import type { Placed } from './slots.js'
import { placeInOrder } from './slots.js'

/** The consolidated text, absent where the decision cannot be carried out, and why. */
export interface AppliedDecision {
  value?: string
  messages: VFileMessage[]
}

/**
 * Carries out what a decision does to one text (Markdown) and gives the consolidated text: articles renumbered, and
 * references in untouched clauses following. Every place is looked up in the old text first; where one is not as the
 * decision assumes, nothing is changed and a message says what is missing.
 */
export function applyAmendment(source: string, amendment: Amendment): AppliedDecision {
  const application = new Application(readLaw(source))
  for (const read of amendment.operations) application.take(read)
  return application.finish()
}

/** What `finish` needs to know of an article that the decision adds. */
interface AddedArticle {
  clauses: LawClause[]
  to?: ClauseNumber
  after?: ArticleState
  before?: ArticleState
  holder?: LawStructure
}

interface Cover {
  structure: LawStructure
  from: number
  to: number
}

/** One application of a decision: operations are noted on the old text, then the new text is built at once. */
class Application {
  private readonly articles: ArticleState[]
  private readonly byNumber = new Map<string, ArticleState>()
  private readonly passages = new Map<LawItem, ArticleState>()
  private readonly added: AddedArticle[] = []
  /** Articles that become a 款 of another article, named by its new number. */
  private readonly demoted: { state: ArticleState; article: ClauseNumber; paragraph: number | undefined }[] = []
  private readonly covers: Cover[] = []
  private readonly removed = new Set<LawStructure>()
  private readonly messages: VFileMessage[] = []
  private title: string
  private renumbers = false
  private current: ReadOperation | undefined

  constructor(private readonly law: LawText) {
    this.title = law.title
    this.articles = law.items.filter(({ type }) => type === 'article').map(articleState)
    for (const state of this.articles) {
      const key = articleKey(state.item.number!, attachmentOf(state.item))
      if (!this.byNumber.has(key)) this.byNumber.set(key, state)
    }
    for (const item of law.items) if (item.type === 'passage') this.passages.set(item, articleState(item))
  }

  take(read: ReadOperation): void {
    this.current = read
    this.carryOut(read.operation)
  }

  private fail(reason: string): undefined {
    const { words, line } = this.current!
    const message = new VFileMessage(`${reason}（“${words}”）`, {
      place: { line, column: 1 },
      ruleId: 'old-text-differs',
      source: 'tiaoli-amend'
    })
    message.fatal = true
    this.messages.push(message)
    return undefined
  }

  private carryOut(operation: Operation): void {
    switch (operation.type) {
      case 'rename':
        this.title = operation.title
        return
      case 'renumber-rest':
        this.renumbers = true
        return
      case 'replace':
        return this.replace(operation)
      case 'replace-lead':
        return this.replaceLead(operation)
      case 'renumber':
        return this.renumber(operation.at, operation.to)
      case 'replace-phrase':
        if (operation.inTitle) this.title = this.title.replaceAll(operation.from, operation.to)
        return this.editPhrase(operation, operation.from, (found) => ({ ...found, text: operation.to }))
      case 'delete-phrase':
        return this.editPhrase(operation, operation.text, (found) => ({ ...found, text: '' }))
      case 'insert-phrase':
        return this.insertPhrase(operation)
      case 'add':
        return this.add(operation)
      case 'delete':
        return this.delete(operation.at)
      case 'merge':
        return this.merge(operation)
      case 'split':
        return this.split(operation)
      case 'move':
        return this.move(operation)
      case 'add-structure':
        return this.addStructure(operation)
      case 'rename-structure': {
        const structure = this.structureAt(operation.at)
        if (structure !== undefined) structure.heading = operation.heading
        return
      }
      case 'delete-heading': {
        const structure = this.structureAt(operation.at)
        if (structure !== undefined) this.removed.add(structure)
        return
      }
      case 'cover': {
        // A structure of the new text: one that was added or renumbered goes by its new number.
        const structure = this.newStructureAt(operation.at)
        if (structure !== undefined) this.cover(structure, operation.covers)
        return
      }
      case 'add-preamble': {
        if (this.preamble() !== undefined) return this.fail('原文已经有引言')
        const item: LawItem = { type: 'passage', clauses: paragraphsOf(operation.text) }
        this.law.items.unshift(item)
        this.passages.set(item, articleState(item))
        return
      }
      case 'replace-attachment':
        return this.replaceAttachment(operation.at, paragraphsOf(operation.text))
    }
  }

  // ── Looking up ──────────────────────────────────────────────────────────────────────────────────────────────

  private articleAt(place: AmendedPlace): ArticleState | undefined {
    if (place.preamble) return this.preamble(place) ?? this.fail('原文没有引言或者序言')
    if (place.article === undefined) return this.fail(`没有写明是哪一条：${formatPlace(place)}`)
    const state = this.byNumber.get(articleKey(place.article, place.attachment))
    return (
      state ??
      this.fail(
        `原文没有${formatPlace({ article: place.article, ...(place.attachment && { attachment: place.attachment }) })}`
      )
    )
  }

  /** The words in front of the articles, or at the head of the structure that a place names. */
  private preamble(place: AmendedPlace = {}): ArticleState | undefined {
    const isNamed = deepestLevel(place) === 'chapter' || deepestLevel(place) === 'section'
    for (const [item, state] of this.passages) {
      const { holder } = item
      if (
        isNamed
          ? holder !== undefined && matchesStructure(holder, place)
          : holder === undefined || holder.unit === 'preamble'
      ) {
        return state
      }
    }
    return undefined
  }

  /** The 款, 项 or 目 that a place names; an article with one 款 need not name it. */
  private clauseAt(place: AmendedPlace): { article: ArticleState; path: ClauseState[] } | undefined {
    const article = this.articleAt(place)
    if (article === undefined) return undefined
    const path: ClauseState[] = []
    if (place.paragraph !== undefined) {
      const paragraph = paragraphsIn(article.clauses)[place.paragraph.value - 1]
      if (paragraph === undefined)
        return this.fail(`原文没有${formatPlace({ ...place, point: undefined, indent: undefined } as AmendedPlace)}`)
      path.push(paragraph)
    }
    if (place.point !== undefined) {
      const holder =
        path.at(-1) ?? article.clauses.find(({ children }) => children.some(({ clause }) => clause.level === 'point'))
      const points = holder?.children.filter(({ clause }) => clause.level === 'point') ?? []
      const point = points[place.point.value - 1]
      if (holder === undefined || point === undefined)
        return this.fail(`原文没有${formatPlace({ ...place, indent: undefined } as AmendedPlace)}`)
      if (path.length === 0) path.push(holder)
      path.push(point)
    }
    if (place.indent !== undefined) {
      const indent = path.at(-1)?.children.filter(({ clause }) => clause.level === 'indent')[place.indent.value - 1]
      if (indent === undefined) return this.fail(`原文没有${formatPlace(place)}`)
      path.push(indent)
    }
    return { article, path }
  }

  private structureAt(place: AmendedPlace): LawStructure | undefined {
    const found = this.law.structures.find((structure) => matchesStructure(structure, place))
    return found ?? this.fail(`原文没有${formatPlace(place)}`)
  }

  private newStructureAt(place: AmendedPlace): LawStructure | undefined {
    const structures = this.law.structures.filter((structure) => !this.removed.has(structure))
    const byNew = structures.find((structure) => matchesStructure(structure, place, this.newNumbers))
    return byNew ?? this.fail(`没有${formatPlace(place)}`)
  }

  private readonly newNumbers = new Map<LawStructure, ClauseNumber>()

  // ── Operations on clauses ───────────────────────────────────────────────────────────────────────────────────

  private replace({ at, to, text }: Extract<Operation, { type: 'replace' }>): void {
    const level = deepestLevel(at[0]!)
    if (at[0]!.preamble && at[0]!.paragraph === undefined) {
      const state = this.preamble(at[0])
      if (state === undefined) return this.fail('原文没有引言')
      state.replacement = paragraphsOf(text)
      return
    }
    if (level === 'article') {
      if (at.length > 1) return this.replaceArticles(at, text)
      const state = this.articleAt(at[0]!)
      if (state === undefined) return
      if (to !== undefined && deepestLevel(to[0]!) === 'paragraph')
        return this.demote(state, to[0]!, paragraphsOf(text))
      state.replacement = paragraphsOf(text)
      if (to?.[0]?.article !== undefined) state.to = to[0].article
      return
    }
    if (to !== undefined && level === 'paragraph' && deepestLevel(to[0]!) === 'article') {
      return this.promote(at[0]!, to[0]!, paragraphsOf(text))
    }
    const targets = at.map((place) => this.clauseAt(place))
    if (targets.some((target) => target === undefined)) return
    const clauses = level === 'paragraph' ? paragraphsOf(text) : itemsOf(text, level === 'indent' ? 'indent' : 'point')
    this.spread(
      targets.map((target) => ({ state: target!.path.at(-1)!, article: target!.article })),
      clauses
    )
    for (const [index, place] of (to ?? []).entries()) {
      const number = place[level as 'paragraph']
      if (number !== undefined && targets[index] !== undefined) targets[index]!.path.at(-1)!.to = number.value
    }
  }

  /** Puts new clauses in the places of old ones: one for one, or all of them in the place of the first. */
  private spread(targets: { state: ClauseState; article: ArticleState }[], clauses: LawClause[]): void {
    const first = targets[0]!
    const siblings = this.siblingsOf(first.state, first.article)
    for (const [index, { state }] of targets.entries()) {
      if (clauses[index] !== undefined) state.replacement = clauses[index]
      else state.deleted = true
    }
    let after = targets.at(-1)!.state
    for (const clause of clauses.slice(targets.length)) {
      siblings.push({ clause, after })
      after = targets.at(-1)!.state
    }
  }

  private siblingsOf(state: ClauseState, article: ArticleState): ClauseState['added'] {
    const holder = parentOf(article.clauses, state)
    return holder === undefined ? article.added : holder.added
  }

  private replaceArticles(at: readonly AmendedPlace[], text: readonly string[]): void {
    const starts = text.flatMap((line, index) => (/^第[〇零一二三四五六七八九十百千0-9]+条/.test(line) ? [index] : []))
    if (starts.length !== at.length) return this.fail(`引文中没有${at.length}条`)
    for (const [index, place] of at.entries()) {
      const state = this.articleAt(place)
      if (state !== undefined) state.replacement = paragraphsOf(text.slice(starts[index], starts[index + 1]))
    }
  }

  private replaceLead({ at, text }: Extract<Operation, { type: 'replace-lead' }>): void {
    const found = this.clauseAt(at)
    if (found === undefined) return
    const state = found.path.at(-1) ?? found.article.clauses[0]
    if (state === undefined) return this.fail(`${formatPlace(at)}没有文字`)
    state.edits = [{ start: 0, end: state.clause.text.length, text: text.join('\n') }]
  }

  private renumber(at: AmendedPlace, to: AmendedPlace): void {
    const [from, into] = [deepestLevel(at), deepestLevel(to)]
    if (from === 'paragraph' && into === 'article') return this.promote(at, to, undefined)
    if (from === 'article' && into === 'paragraph') {
      const state = this.articleAt(at)
      if (state !== undefined) this.demote(state, to, state.item.clauses)
      return
    }
    if (from !== into) return this.fail(`不能把${formatPlace(at)}改为${formatPlace(to)}`)
    if (from === 'article') {
      const state = this.articleAt(at)
      if (state !== undefined && to.article !== undefined) state.to = to.article
      return
    }
    if (from === 'book' || from === 'part' || from === 'chapter' || from === 'section') {
      const structure = this.structureAt(at)
      if (structure !== undefined) this.newNumbers.set(structure, to[from]!)
      return
    }
    const found = this.clauseAt(at)
    const number = from === undefined ? undefined : to[from]
    if (found !== undefined && number !== undefined) found.path.at(-1)!.to = number.value
  }

  private promote(at: AmendedPlace, to: AmendedPlace, clauses: LawClause[] | undefined): void {
    const found = this.clauseAt(at)
    if (found === undefined) return
    const state = found.path.at(-1)!
    state.deleted = true
    this.added.push({ clauses: clauses ?? [state.clause], ...(to.article && { to: to.article }), after: found.article })
  }

  private demote(state: ArticleState, to: AmendedPlace, clauses: LawClause[]): void {
    if (to.article === undefined) return this.fail('没有写明移入哪一条')
    state.deleted = true
    state.replacement = clauses
    this.demoted.push({ state, article: to.article, paragraph: to.paragraph?.value })
  }

  private delete(at: AmendedPlace): void {
    const level = deepestLevel(at)
    if (at.preamble && at.paragraph === undefined) {
      const state = this.preamble(at)
      if (state === undefined) this.fail('原文没有引言')
      else state.deleted = true
      return
    }
    if (level === 'article') {
      const state = this.articleAt(at)
      if (state !== undefined) state.deleted = true
    } else if (level === 'paragraph' || level === 'point' || level === 'indent') {
      const found = this.clauseAt(at)
      if (found !== undefined) found.path.at(-1)!.deleted = true
    } else if (level === 'attachment' && at.attachment !== undefined) {
      const structure = this.structureAt(at)
      if (structure !== undefined) this.deleteStructure(structure)
    } else {
      const structure = this.structureAt(at)
      if (structure !== undefined) this.deleteStructure(structure)
    }
  }

  private deleteStructure(structure: LawStructure): void {
    for (const state of [...this.articles, ...this.passages.values()]) {
      if (pathOf(state.item).includes(structure)) state.deleted = true
    }
    for (const other of this.law.structures) {
      for (let parent: LawStructure | undefined = other; parent !== undefined; parent = parent.parent) {
        if (parent === structure) this.removed.add(other)
      }
    }
  }

  // ── Phrases ─────────────────────────────────────────────────────────────────────────────────────────────────

  private statesIn(operation: { at: AmendedPlace[]; everywhere?: true }): ClauseState[] | undefined {
    if (operation.everywhere)
      return [...this.articles, ...this.passages.values()].flatMap(({ clauses }) => withBelow(clauses))
    const states: ClauseState[] = []
    for (const place of operation.at) {
      if (deepestLevel(place) === 'chapter' || deepestLevel(place) === 'section') {
        const structure = this.structureAt(place)
        if (structure === undefined) return undefined
        states.push(
          ...this.articles
            .filter(({ item }) => pathOf(item).includes(structure))
            .flatMap(({ clauses }) => withBelow(clauses))
        )
        continue
      }
      const found = this.clauseAt(place)
      if (found === undefined) return undefined
      states.push(...withBelow(found.path.length === 0 ? found.article.clauses : [found.path.at(-1)!]))
    }
    return states
  }

  private editPhrase(
    operation: { at: AmendedPlace[]; everywhere?: true },
    phrase: string,
    edit: (found: { start: number; end: number }) => TextEdit
  ): void {
    if (phrase.includes('\n')) return this.fail('所引文字不止一款，请改为整款修改')
    const states = this.statesIn(operation)
    if (states === undefined) return
    const perPlace = operation.everywhere ? [states] : operation.at.map((place) => this.statesIn({ at: [place] }) ?? [])
    for (const [index, group] of perPlace.entries()) {
      let count = 0
      for (const state of group) {
        for (const found of occurrences(state.clause.text, phrase)) {
          this.addEdit(state, edit(found))
          count += 1
        }
      }
      if (count === 0) {
        const place = operation.everywhere ? '原文' : formatPlace(operation.at[index]!)
        this.fail(`${place}中没有“${phrase}”`)
      }
    }
  }

  private insertPhrase({ at, side, anchor, text }: Extract<Operation, { type: 'insert-phrase' }>): void {
    if (side === 'end' || (side === 'before' && anchor === '')) {
      const found = this.clauseAt(at[0]!)
      if (found === undefined) return
      const state = found.path.at(-1) ?? (side === 'end' ? found.article.clauses.at(-1) : found.article.clauses[0])
      if (state === undefined) return this.fail(`${formatPlace(at[0]!)}没有文字`)
      const old = state.clause.text
      const place = side === 'before' ? 0 : /[。；]$/.test(old) && !/[。；]$/.test(text) ? old.length - 1 : old.length
      return this.addEdit(state, { start: place, end: place, text })
    }
    const states = this.statesIn({ at })
    if (states === undefined) return
    const places = states.flatMap((state) => occurrences(state.clause.text, anchor).map((found) => ({ state, found })))
    if (places.length === 0) return this.fail(`${at.map(formatPlace).join('、')}中没有“${anchor}”`)
    if (places.length > at.length) return this.fail(`“${anchor}”出现${places.length}次，不能确定在哪一处增加`)
    for (const { state, found } of places) {
      const place = side === 'after' ? found.end : found.start
      this.addEdit(state, { start: place, end: place, text })
    }
  }

  private addEdit(state: ClauseState, edit: TextEdit): void {
    const clash = state.edits.some((other) => edit.start < other.end && other.start < edit.end)
    if (clash) this.fail('同一处文字被修改了两次')
    else state.edits.push(edit)
  }

  // ── Adding, merging, splitting, moving ──────────────────────────────────────────────────────────────────────

  private add(operation: Extract<Operation, { type: 'add' }>): void {
    if (operation.text.length === 0) return this.fail('没有写出增加的内容')
    if (operation.level === 'article') return this.addArticles(operation)
    const level = operation.level
    const within = operation.within ?? operation.after ?? operation.before ?? operation.to[0]
    if (within === undefined) return this.fail('没有写明在哪一条中增加')
    const contents =
      level === 'paragraph'
        ? operation.text.flatMap(paragraphsOf)
        : operation.text.flatMap((text) => itemsOf(text, level))
    const list = this.listFor(level, within, operation.to[0])
    if (list === undefined) return
    const anchor = operation.after === undefined ? undefined : this.clauseAt(operation.after)?.path.at(-1)
    for (const [index, clause] of contents.entries()) {
      const to =
        operation.to[index]?.[level]?.value ??
        (operation.to.length === 1 && index > 0 ? operation.to[0]![level]!.value + index : undefined)
      list.push({ clause, ...(to !== undefined && { to }), ...(anchor && { after: anchor }) })
    }
  }

  /** Where 款 of an article, 项 of a 款 or 目 of a 项 are added. */
  private listFor(
    level: 'paragraph' | 'point' | 'indent',
    within: AmendedPlace,
    to: AmendedPlace | undefined
  ): ClauseState['added'] | undefined {
    const article = this.articleAt(within.article !== undefined || within.preamble ? within : (to ?? within))
    if (article === undefined) return undefined
    if (level === 'paragraph') return article.added
    const paragraph = within.paragraph ?? to?.paragraph
    const point = level === 'indent' ? (within.point ?? to?.point) : undefined
    const holders = article.clauses.filter(({ children }) => children.length > 0)
    if (paragraph === undefined && point === undefined) {
      const holder = holders.length === 1 ? holders[0] : article.clauses.length === 1 ? article.clauses[0] : undefined
      return holder?.added ?? this.fail(`没有写明在${formatPlace(within)}的哪一款中增加`)
    }
    const found = this.clauseAt({
      ...(within.attachment && { attachment: within.attachment }),
      article: within.article ?? to!.article!,
      ...(paragraph && { paragraph }),
      ...(point && { point })
    })
    return found?.path.at(-1)?.added
  }

  private addArticles({ to, text, after, before, within, count }: Extract<Operation, { type: 'add' }>): void {
    if (text.length !== count && text.length !== 1) return this.fail(`说是增加${count}条，引文有${text.length}条`)
    const contents = articlesOf(text)
    if (contents.length !== count) return this.fail(`说是增加${count}条，引文有${contents.length}条`)
    const anchor = after === undefined ? undefined : this.articleAt(after)
    const next = before === undefined ? undefined : this.articleAt(before)
    const holder = within === undefined ? undefined : this.structureAt(within)
    if ((after && !anchor) || (before && !next) || (within && !holder)) return
    for (const [index, clauses] of contents.entries()) {
      const number = to[index]?.article
      this.added.push({
        clauses,
        ...(number && { to: number }),
        ...(anchor && { after: anchor }),
        ...(next && { before: next }),
        ...(holder && { holder })
      })
    }
  }

  private merge({ at, to, text }: Extract<Operation, { type: 'merge' }>): void {
    if (deepestLevel(at[0]!) !== 'article') {
      const targets = at.map((place) => this.clauseAt(place))
      if (targets.some((target) => target === undefined)) return
      const clauses = deepestLevel(at[0]!) === 'paragraph' ? paragraphsOf(text) : itemsOf(text, 'point')
      return this.spread(
        targets.map((target) => ({ state: target!.path.at(-1)!, article: target!.article })),
        clauses
      )
    }
    const states = at.map((place) => this.articleAt(place))
    if (states.some((state) => state === undefined)) return
    const [first, ...others] = states as ArticleState[]
    first!.replacement = paragraphsOf(text)
    if (to?.article !== undefined) first!.to = to.article
    for (const other of others) other.deleted = true
  }

  private split({ at, to, text }: Extract<Operation, { type: 'split' }>): void {
    const state = this.articleAt(at)
    if (state === undefined) return
    const lines = text.length === 1 ? splitArticles(text[0]!) : text
    const contents = articlesOf(lines)
    state.replacement = contents[0] ?? []
    if (to[0]?.article !== undefined) state.to = to[0].article
    for (const [index, clauses] of contents.slice(1).entries()) {
      const number = to[index + 1]?.article
      this.added.push({ clauses, ...(number && { to: number }), after: state })
    }
  }

  private move({ at, into, to, text }: Extract<Operation, { type: 'move' }>): void {
    const state = this.articleAt(at)
    const structure = this.structureAt(into)
    if (state === undefined || structure === undefined) return
    state.into = structure
    if (to?.article !== undefined) state.to = to.article
    if (text !== undefined) state.replacement = paragraphsOf(text)
  }

  // ── Structures ──────────────────────────────────────────────────────────────────────────────────────────────

  private addStructure({ to, heading, covers, text }: Extract<Operation, { type: 'add-structure' }>): void {
    const unit = deepestLevel(to)
    if (unit !== 'chapter' && unit !== 'section' && unit !== 'book' && unit !== 'part')
      return this.fail('只能增加编、章、节')
    const structure: LawStructure = { unit, number: to[unit]!, printed: '', heading }
    if (unit === 'section') {
      const parent = to.chapter === undefined ? undefined : this.newStructureAt({ chapter: to.chapter })
      if (parent === undefined) return
      structure.parent = parent
    } else {
      const sample = this.law.structures.find((other) => other.unit === unit)
      if (sample?.parent !== undefined) structure.parent = sample.parent
    }
    structure.printed = printedStructure(structure)
    this.newNumbers.set(structure, to[unit]!)
    this.law.structures.push(structure)
    if (covers !== undefined) this.cover(structure, covers)
    if (text !== undefined) {
      for (const lines of splitArticles(text)) {
        const [number] = /^第([^条]+)条/.exec(lines[0] ?? '') ?? []
        this.added.push({ clauses: paragraphsOf(lines), holder: structure, ...(number && { to: readNumber(number) }) })
      }
    }
  }

  private cover(structure: LawStructure, [from, to]: [AmendedPlace, AmendedPlace]): void {
    if (from.article === undefined || to.article === undefined) return this.fail('没有写明包括哪些条')
    this.covers.push({ structure, from: from.article.value, to: to.article.value })
  }

  private replaceAttachment(at: AmendedPlace, clauses: LawClause[]): void {
    const structure = this.structureAt(at)
    if (structure === undefined) return
    for (const [item, state] of this.passages) if (item.holder === structure) state.replacement = clauses
  }

  // ── Building the new text ───────────────────────────────────────────────────────────────────────────────────

  finish(): AppliedDecision {
    if (this.messages.length > 0) return { messages: this.messages }
    const ordered = this.orderedArticles()
    this.renumberStructures()
    const items = this.placeItems(ordered)
    this.insertDemoted(items)
    this.followReferences(items)
    const structures = this.law.structures.filter((structure) => !this.removed.has(structure))
    const value = printLaw({ ...this.law, title: this.title, items: items.map(({ item }) => item), structures })
    return { value, messages: this.messages }
  }

  /** Main articles and added ones in their new order and with their new numbers; articles of attachments stay apart. */
  private orderedArticles(): BuiltItem[] {
    const main = this.articles.filter(({ item }) => attachmentOf(item) === undefined)
    const staying = main.filter(({ deleted }) => !deleted)
    const built = new Map<ArticleState, BuiltItem>()
    for (const state of staying) built.set(state, { item: { ...state.item }, state })
    const added = this.added.map((each): { each: AddedArticle; built: BuiltItem } => ({
      each,
      built: { item: { type: 'article', clauses: each.clauses }, added: each }
    }))
    const keeps = this.keepsNumbers(main)
    if (keeps) return this.orderKeepingNumbers(built, added)
    const base = main[0]?.item.number?.value ?? 1
    const place = (number: ClauseNumber | undefined) => (number === undefined ? undefined : number.value - base + 1)
    const moves = staying.map((state): Placed<BuiltItem> => {
      const to = place(state.to)
      return { item: built.get(state)!, ...(to !== undefined && { to }) }
    })
    const more = added.map(({ each, built: item }): Placed<BuiltItem> => {
      const to = place(each.to)
      const after = each.after && built.get(each.after)
      const before = each.before && built.get(each.before)
      return { item, ...(to !== undefined && { to }), ...(after && { after }), ...(before && { before }) }
    })
    const ordered = placeInOrder(moves, more)
    for (const [index, { item }] of ordered.entries()) item.number = { value: base + index }
    return ordered
  }

  /** 第十条之一 and texts whose numbers have gaps keep the numbers they have. */
  private keepsNumbers(main: readonly ArticleState[]): boolean {
    const changes = this.added.length > 0 || main.some(({ deleted, to }) => deleted || to !== undefined)
    if (!changes) return true
    if (this.renumbers) return false
    const inserted =
      this.added.some(({ to }) => to?.insert !== undefined) ||
      main.some(({ item }) => item.number?.insert !== undefined)
    return inserted
  }

  private orderKeepingNumbers(
    built: ReadonlyMap<ArticleState, BuiltItem>,
    added: readonly { each: AddedArticle; built: BuiltItem }[]
  ): BuiltItem[] {
    const items: BuiltItem[] = []
    for (const [state, item] of built) {
      if (state.to !== undefined) item.item.number = state.to
      items.push(item)
    }
    for (const { each, built: item } of added) {
      item.item.number = each.to ?? { value: (each.after?.item.number?.value ?? 0) + 1 }
      const at = items.findIndex((other) => compareNumbers(other.item.number!, item.item.number!) > 0)
      items.splice(at === -1 ? items.length : at, 0, item)
    }
    return items
  }

  private renumberStructures(): void {
    for (const [structure, number] of this.newNumbers) {
      structure.number = number
      structure.printed = printedStructure(structure)
    }
  }

  /** Every item with the structure that holds it; passages and attachments stand where they stood. */
  private placeItems(ordered: readonly BuiltItem[]): BuiltItem[] {
    let before: LawStructure | undefined
    for (const built of ordered) {
      const holder = this.holderOf(built, before, ordered)
      if (holder === undefined) delete built.item.holder
      else built.item.holder = holder
      before = holder
    }
    const result: BuiltItem[] = []
    const passages = [...this.passages].filter(([, { deleted }]) => !deleted)
    const head = passages.filter(([item]) => item.holder === undefined || item.holder.unit === 'preamble')
    const rest = passages.filter(([item]) => !head.some(([other]) => other === item))
    const firstArticle = this.law.items.findIndex(({ type }) => type === 'article')
    for (const [item, state] of head) {
      if (firstArticle === -1 || this.law.items.indexOf(item) < firstArticle) result.push({ item: { ...item }, state })
    }
    for (const [index, built] of ordered.entries()) {
      // A chapter's own words stand at its head.
      if (index === 0 || ordered[index - 1]!.item.holder !== built.item.holder) {
        for (const [item, state] of rest) {
          if (
            item.holder !== undefined &&
            pathOf(built.item).includes(item.holder) &&
            !result.some((other) => other.state === state)
          ) {
            result.push({ item: { ...item }, state })
          }
        }
      }
      result.push(built)
    }
    for (const old of this.law.items) {
      const state = old.type === 'passage' ? this.passages.get(old) : this.articles.find(({ item }) => item === old)
      const placed = state === undefined || state.deleted || result.some((other) => other.state === state)
      if (!placed && (old.type === 'passage' || attachmentOf(old) !== undefined))
        result.push({ item: { ...old }, state })
    }
    return result
  }

  private holderOf(
    built: BuiltItem,
    before: LawStructure | undefined,
    ordered: readonly BuiltItem[]
  ): LawStructure | undefined {
    const number = built.item.number?.value ?? 0
    const own = this.ownHolder(built, before, ordered)
    const covering = this.covers
      .filter(({ from, to }) => number >= from && number <= to)
      .map(({ structure }) => structure)
    const section = covering.find(({ unit }) => unit === 'section')
    if (section !== undefined) return section
    const chapter = covering.at(-1)
    if (chapter === undefined) return own
    return own !== undefined && isInside(own, chapter) ? own : chapter
  }

  private ownHolder(
    built: BuiltItem,
    before: LawStructure | undefined,
    ordered: readonly BuiltItem[]
  ): LawStructure | undefined {
    const { state, added } = built
    let holder = state?.into ?? (state === undefined ? added?.holder : state.item.holder)
    if (state === undefined && holder === undefined) {
      // What is added stands with what it follows; in front of everything, with what follows it.
      return before ?? ordered.find(({ state: other }) => other !== undefined)?.state?.item.holder
    }
    while (holder !== undefined && this.removed.has(holder)) {
      holder = before !== undefined && !this.removed.has(before) ? before : holder.parent
    }
    return holder
  }

  private insertDemoted(items: readonly BuiltItem[]): void {
    for (const { state, article, paragraph } of this.demoted) {
      const target = items.find(({ item }) => item.number !== undefined && compareNumbers(item.number, article) === 0)
      if (target === undefined) {
        this.fail(`新文本没有${printedArticle(article)}`)
        continue
      }
      const list = target.state?.added ?? []
      for (const [index, clause] of (state.replacement ?? []).entries()) {
        list.push({ clause, ...(paragraph !== undefined && { to: paragraph + index }) })
      }
      if (target.state === undefined) target.item.clauses = [...target.item.clauses, ...(state.replacement ?? [])]
    }
  }

  /** Writes the new words of every item, the references in its old words following the new numbers. */
  private followReferences(items: readonly BuiltItem[]): void {
    const plain = new Map<ArticleState, LawClause[]>()
    for (const { state } of items) {
      if (state !== undefined)
        plain.set(
          state,
          rebuiltClauses(state, ({ clause, edits }) => applyEdits(clause.text, edits))
        )
    }
    const numbers = numbersByOrigin(items, plain, this.law.structures)
    const links = linkDocument(this.law.tree, { library: createLibrary([]) })
    const byAddress = new Map<string, LinkedReference[]>()
    for (const reference of links.references) {
      const inside = reference.kind === 'internal' || reference.kind === 'relative'
      if (!inside || !reference.targets.every(({ instrument, from }) => instrument === null && from !== null)) continue
      byAddress.set(reference.in, [...(byAddress.get(reference.in) ?? []), reference])
    }
    for (const { item, state } of items) {
      if (state === undefined) continue
      item.clauses = rebuiltClauses(state, (clause) => this.followed(clause, byAddress, numbers))
    }
  }

  private followed(
    { clause, edits }: ClauseState,
    byAddress: ReadonlyMap<string, LinkedReference[]>,
    numbers: ReadonlyMap<string, NumbersByLevel>
  ): string {
    const all = [...edits]
    for (const reference of byAddress.get(clause.origin ?? '') ?? []) {
      const start = indexIn(clause, reference.start.offset)
      if (start === undefined) continue
      const end = start + reference.text.length
      if (edits.some((edit) => edit.start < end && start < edit.end)) continue
      const local = { ...reference, start: { ...reference.start, offset: start } }
      const found = referenceEdits(local, (address) => numbers.get(address) ?? '所引条款已经不在')
      all.push(...found.edits)
    }
    return applyEdits(clause.text, all)
  }
}

interface BuiltItem {
  item: LawItem
  state?: ArticleState
  added?: AddedArticle
}

function articleKey(number: ClauseNumber, attachment: ClauseNumber | undefined): string {
  return `${attachment?.value ?? ''}/${number.value}-${number.insert ?? ''}`
}

function attachmentOf(item: LawItem): ClauseNumber | undefined {
  return pathOf(item).find(({ unit }) => unit === 'attachment')?.number
}

function matchesStructure(
  structure: LawStructure,
  place: AmendedPlace,
  newNumbers?: ReadonlyMap<LawStructure, ClauseNumber>
): boolean {
  const level = deepestLevel(place)
  if (level === undefined || structure.unit !== level) return false
  const number = newNumbers?.get(structure) ?? structure.number
  if (number === undefined || compareNumbers(number, place[level]!) !== 0) return false
  if (level !== 'section' || place.chapter === undefined) return true
  const parent = structure.parent
  const parentNumber = parent && (newNumbers?.get(parent) ?? parent.number)
  return parentNumber !== undefined && compareNumbers(parentNumber, place.chapter) === 0
}

function isInside(structure: LawStructure, outer: LawStructure): boolean {
  for (let parent: LawStructure | undefined = structure; parent !== undefined; parent = parent.parent) {
    if (parent === outer) return true
  }
  return false
}

function paragraphsIn(states: readonly ClauseState[]): ClauseState[] {
  return states.filter(({ clause }) => clause.level === 'paragraph')
}

function parentOf(states: readonly ClauseState[], wanted: ClauseState): ClauseState | undefined {
  for (const state of states) {
    if (state.children.includes(wanted)) return state
    const found = parentOf(state.children, wanted)
    if (found !== undefined) return found
  }
  return undefined
}

function withBelow(states: readonly ClauseState[]): ClauseState[] {
  return states.flatMap((state) => [state, ...withBelow(state.children)])
}

function occurrences(text: string, phrase: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  if (phrase === '') return found
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + phrase.length)) {
    found.push({ start: at, end: at + phrase.length })
  }
  return found
}

function splitArticles(lines: readonly string[]): string[][] {
  const starts = lines.flatMap((line, index) => (/^第[〇零一二三四五六七八九十百千0-9]+条/.test(line) ? [index] : []))
  return starts.length === 0 ? [[...lines]] : starts.map((start, index) => lines.slice(start, starts[index + 1]))
}

function readNumber(printed: string): ClauseNumber {
  const [item] = readLaw(`# 引\n\n${printed}　文。\n`).items
  return item?.number ?? { value: 0 }
}

/** Where the clauses of the old text are in the new one, as numbers by level. */
function numbersByOrigin(
  items: readonly BuiltItem[],
  clausesOf: ReadonlyMap<ArticleState, LawClause[]>,
  structures: readonly LawStructure[]
): Map<string, NumbersByLevel> {
  const numbers = new Map<string, NumbersByLevel>()
  const note = (clauses: readonly LawClause[], around: NumbersByLevel): void => {
    const counters = { paragraph: 0, point: 0, indent: 0 }
    for (const clause of clauses) {
      if (clause.level === 'block') continue
      counters[clause.level] += 1
      const own = { ...around, [clause.level]: { value: counters[clause.level] } }
      if (clause.origin !== undefined) numbers.set(clause.origin, own)
      note(clause.children, own)
    }
  }
  for (const { item, state } of items) {
    const own: NumbersByLevel = item.number === undefined ? {} : { article: item.number }
    const attachment = attachmentOf(item)
    if (attachment !== undefined) own.attachment = attachment
    if (item.origin !== undefined && item.number !== undefined) numbers.set(item.origin, own)
    if (state !== undefined) note(clausesOf.get(state) ?? [], own)
  }
  for (const structure of structures) {
    if (structure.origin === undefined) continue
    const own: NumbersByLevel = {}
    for (let each: LawStructure | undefined = structure; each !== undefined; each = each.parent) {
      if (each.number !== undefined && each.unit !== 'division' && each.unit !== 'preamble')
        own[each.unit] = each.number
    }
    numbers.set(structure.origin, own)
  }
  return numbers
}

function indexIn(clause: LawClause, offset: number): number | undefined {
  for (const run of clause.source?.runs ?? []) {
    const ahead = offset - (run.place.offset ?? 0)
    if (ahead >= 0 && ahead < run.length) return run.index + ahead
  }
  return undefined
}
