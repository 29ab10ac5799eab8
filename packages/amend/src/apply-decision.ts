import type { TextEdit } from '@tiaoli/edit'
import type { ClauseNumber } from 'regast'
import { VFileMessage } from 'vfile-message'
import type { AmendmentPlan } from './amendment-plan.js'
import type { AppliedDecision } from './build-law.js'
import { buildLaw } from './build-law.js'
import type { ArticleState, ClauseState } from './clause-states.js'
import { articleState } from './clause-states.js'
import { articlesOf, itemsOf, paragraphsOf } from './content.js'
import type { LawClause, LawItem, LawStructure, LawText } from './law-text.js'
import { pathOf, printedStructure, readLaw } from './law-text.js'
import type { AmendedPlace, Amendment, Operation, ReadOperation } from './operation.js'
import { PlaceFinder } from './place-finder.js'
import { deepestLevel, formatPlace } from './places.js'

/**
 * Carries out what a decision does to one text (Markdown) and gives the consolidated text: articles renumbered, and
 * references in untouched clauses following. Every place is looked up in the old text first; where one is not as the
 * decision assumes, nothing is changed and a message says what is missing.
 */
export function applyAmendment(source: string, amendment: Amendment): AppliedDecision {
  const application = new Application(readLaw(source))
  for (const read of amendment.operations) application.take(read)
  return application.messages.length > 0 ? { messages: application.messages } : buildLaw(application.plan)
}

/** One application of a decision: operations are noted on the old text, then the new text is built at once. */
class Application {
  readonly plan: AmendmentPlan
  readonly messages: VFileMessage[] = []
  private readonly find: PlaceFinder
  private current: ReadOperation | undefined

  constructor(law: LawText) {
    this.plan = {
      law,
      title: law.title,
      articles: law.items.filter(({ type }) => type === 'article').map(articleState),
      passages: new Map(law.items.flatMap((item) => (item.type === 'passage' ? [[item, articleState(item)]] : []))),
      added: [],
      demoted: [],
      covers: [],
      removed: new Set(),
      newNumbers: new Map(),
      renumbers: false
    }
    this.find = new PlaceFinder(this.plan, (reason) => this.fail(reason))
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

  private carryOut(operation: Operation): undefined {
    switch (operation.type) {
      case 'rename':
        this.plan.title = operation.title
        return
      case 'renumber-rest':
        this.plan.renumbers = true
        return
      case 'replace':
        return this.replace(operation)
      case 'replace-lead':
        return this.replaceLead(operation)
      case 'renumber':
        return this.renumber(operation.at, operation.to)
      case 'replace-phrase':
        if (operation.inTitle) this.plan.title = this.plan.title.replaceAll(operation.from, operation.to)
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
        const structure = this.find.structureAt(operation.at)
        if (structure !== undefined) structure.heading = operation.heading
        return
      }
      case 'delete-heading': {
        const structure = this.find.structureAt(operation.at)
        if (structure !== undefined) this.plan.removed.add(structure)
        return
      }
      case 'cover': {
        // A structure of the new text: one that was added or renumbered goes by its new number.
        const structure = this.find.newStructureAt(operation.at)
        if (structure !== undefined) this.cover(structure, operation.covers)
        return
      }
      case 'add-preamble': {
        if (this.find.preamble() !== undefined) return this.fail('原文已经有引言')
        const item: LawItem = { type: 'passage', clauses: paragraphsOf(operation.text) }
        this.plan.law.items.unshift(item)
        this.plan.passages.set(item, articleState(item))
        return
      }
      case 'replace-attachment':
        return this.replaceAttachment(operation.at, paragraphsOf(operation.text))
    }
  }

  // ── Operations on clauses ───────────────────────────────────────────────────────────────────────────────────

  private replace({ at, to, text }: Extract<Operation, { type: 'replace' }>): undefined {
    const level = deepestLevel(at[0]!)
    if (at[0]!.preamble && at[0]!.paragraph === undefined) {
      const state = this.find.preamble(at[0])
      if (state === undefined) return this.fail('原文没有引言')
      state.replacement = paragraphsOf(text)
      return
    }
    if (level === 'article') {
      if (at.length > 1) return this.replaceArticles(at, text)
      const state = this.find.articleAt(at[0]!)
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
    const targets = at.map((place) => this.find.clauseAt(place))
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
  private spread(targets: { state: ClauseState; article: ArticleState }[], clauses: LawClause[]): undefined {
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

  private replaceArticles(at: readonly AmendedPlace[], text: readonly string[]): undefined {
    const starts = text.flatMap((line, index) => (/^第[〇零一二三四五六七八九十百千0-9]+条/.test(line) ? [index] : []))
    if (starts.length !== at.length) return this.fail(`引文中没有${at.length}条`)
    for (const [index, place] of at.entries()) {
      const state = this.find.articleAt(place)
      if (state !== undefined) state.replacement = paragraphsOf(text.slice(starts[index], starts[index + 1]))
    }
  }

  private replaceLead({ at, text }: Extract<Operation, { type: 'replace-lead' }>): undefined {
    const found = this.find.clauseAt(at)
    if (found === undefined) return
    const state = found.path.at(-1) ?? found.article.clauses[0]
    if (state === undefined) return this.fail(`${formatPlace(at)}没有文字`)
    state.edits = [{ start: 0, end: state.clause.text.length, text: text.join('\n') }]
  }

  private renumber(at: AmendedPlace, to: AmendedPlace): undefined {
    const [from, into] = [deepestLevel(at), deepestLevel(to)]
    if (from === 'paragraph' && into === 'article') return this.promote(at, to, undefined)
    if (from === 'article' && into === 'paragraph') {
      const state = this.find.articleAt(at)
      if (state !== undefined) this.demote(state, to, state.item.clauses)
      return
    }
    if (from !== into) return this.fail(`不能把${formatPlace(at)}改为${formatPlace(to)}`)
    if (from === 'article') {
      const state = this.find.articleAt(at)
      if (state !== undefined && to.article !== undefined) state.to = to.article
      return
    }
    if (from === 'book' || from === 'part' || from === 'chapter' || from === 'section') {
      const structure = this.find.structureAt(at)
      if (structure !== undefined) this.plan.newNumbers.set(structure, to[from]!)
      return
    }
    const found = this.find.clauseAt(at)
    const number = from === undefined ? undefined : to[from]
    if (found !== undefined && number !== undefined) found.path.at(-1)!.to = number.value
  }

  private promote(at: AmendedPlace, to: AmendedPlace, clauses: LawClause[] | undefined): undefined {
    const found = this.find.clauseAt(at)
    if (found === undefined) return
    const state = found.path.at(-1)!
    state.deleted = true
    this.plan.added.push({
      clauses: clauses ?? [state.clause],
      ...(to.article && { to: to.article }),
      after: found.article
    })
  }

  private demote(state: ArticleState, to: AmendedPlace, clauses: LawClause[]): undefined {
    if (to.article === undefined) return this.fail('没有写明移入哪一条')
    state.deleted = true
    state.replacement = clauses
    this.plan.demoted.push({ state, article: to.article, paragraph: to.paragraph?.value })
  }

  private delete(at: AmendedPlace): undefined {
    const level = deepestLevel(at)
    if (at.preamble && at.paragraph === undefined) {
      const state = this.find.preamble(at)
      if (state === undefined) this.fail('原文没有引言')
      else state.deleted = true
      return
    }
    if (level === 'article') {
      const state = this.find.articleAt(at)
      if (state !== undefined) state.deleted = true
    } else if (level === 'paragraph' || level === 'point' || level === 'indent') {
      const found = this.find.clauseAt(at)
      if (found !== undefined) found.path.at(-1)!.deleted = true
    } else if (level === 'attachment' && at.attachment !== undefined) {
      const structure = this.find.structureAt(at)
      if (structure !== undefined) this.deleteStructure(structure)
    } else {
      const structure = this.find.structureAt(at)
      if (structure !== undefined) this.deleteStructure(structure)
    }
  }

  private deleteStructure(structure: LawStructure): undefined {
    for (const state of [...this.plan.articles, ...this.plan.passages.values()]) {
      if (pathOf(state.item).includes(structure)) state.deleted = true
    }
    for (const other of this.plan.law.structures) {
      for (let parent: LawStructure | undefined = other; parent !== undefined; parent = parent.parent) {
        if (parent === structure) this.plan.removed.add(other)
      }
    }
  }

  // ── Phrases ─────────────────────────────────────────────────────────────────────────────────────────────────

  private statesIn(operation: { at: AmendedPlace[]; everywhere?: true }): ClauseState[] | undefined {
    if (operation.everywhere)
      return [...this.plan.articles, ...this.plan.passages.values()].flatMap(({ clauses }) => withBelow(clauses))
    const states: ClauseState[] = []
    for (const place of operation.at) {
      if (deepestLevel(place) === 'chapter' || deepestLevel(place) === 'section') {
        const structure = this.find.structureAt(place)
        if (structure === undefined) return undefined
        states.push(
          ...this.plan.articles
            .filter(({ item }) => pathOf(item).includes(structure))
            .flatMap(({ clauses }) => withBelow(clauses))
        )
        continue
      }
      const found = this.find.clauseAt(place)
      if (found === undefined) return undefined
      states.push(...withBelow(found.path.length === 0 ? found.article.clauses : [found.path.at(-1)!]))
    }
    return states
  }

  private editPhrase(
    operation: { at: AmendedPlace[]; everywhere?: true },
    phrase: string,
    edit: (found: { start: number; end: number }) => TextEdit
  ): undefined {
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

  private insertPhrase({ at, side, anchor, text }: Extract<Operation, { type: 'insert-phrase' }>): undefined {
    if (side === 'end' || (side === 'before' && anchor === '')) {
      const found = this.find.clauseAt(at[0]!)
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

  private addEdit(state: ClauseState, edit: TextEdit): undefined {
    const clash = state.edits.some((other) => edit.start < other.end && other.start < edit.end)
    if (clash) this.fail('同一处文字被修改了两次')
    else state.edits.push(edit)
  }

  // ── Adding, merging, splitting, moving ──────────────────────────────────────────────────────────────────────

  private add(operation: Extract<Operation, { type: 'add' }>): undefined {
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
    const anchor = operation.after === undefined ? undefined : this.find.clauseAt(operation.after)?.path.at(-1)
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
    const article = this.find.articleAt(within.article !== undefined || within.preamble ? within : (to ?? within))
    if (article === undefined) return undefined
    if (level === 'paragraph') return article.added
    const paragraph = within.paragraph ?? to?.paragraph
    const point = level === 'indent' ? (within.point ?? to?.point) : undefined
    const holders = article.clauses.filter(({ children }) => children.length > 0)
    if (paragraph === undefined && point === undefined) {
      const holder = holders.length === 1 ? holders[0] : article.clauses.length === 1 ? article.clauses[0] : undefined
      return holder?.added ?? this.fail(`没有写明在${formatPlace(within)}的哪一款中增加`)
    }
    const found = this.find.clauseAt({
      ...(within.attachment && { attachment: within.attachment }),
      article: within.article ?? to!.article!,
      ...(paragraph && { paragraph }),
      ...(point && { point })
    })
    return found?.path.at(-1)?.added
  }

  private addArticles({ to, text, after, before, within, count }: Extract<Operation, { type: 'add' }>): undefined {
    if (text.length !== count && text.length !== 1) return this.fail(`说是增加${count}条，引文有${text.length}条`)
    const contents = articlesOf(text)
    if (contents.length !== count) return this.fail(`说是增加${count}条，引文有${contents.length}条`)
    const anchor = after === undefined ? undefined : this.find.articleAt(after)
    const next = before === undefined ? undefined : this.find.articleAt(before)
    const holder = within === undefined ? undefined : this.find.structureAt(within)
    if ((after && !anchor) || (before && !next) || (within && !holder)) return
    for (const [index, clauses] of contents.entries()) {
      const number = to[index]?.article
      this.plan.added.push({
        clauses,
        ...(number && { to: number }),
        ...(anchor && { after: anchor }),
        ...(next && { before: next }),
        ...(holder && { holder })
      })
    }
  }

  private merge({ at, to, text }: Extract<Operation, { type: 'merge' }>): undefined {
    if (deepestLevel(at[0]!) !== 'article') {
      const targets = at.map((place) => this.find.clauseAt(place))
      if (targets.some((target) => target === undefined)) return
      const clauses = deepestLevel(at[0]!) === 'paragraph' ? paragraphsOf(text) : itemsOf(text, 'point')
      return this.spread(
        targets.map((target) => ({ state: target!.path.at(-1)!, article: target!.article })),
        clauses
      )
    }
    const states = at.map((place) => this.find.articleAt(place))
    if (states.some((state) => state === undefined)) return
    const [first, ...others] = states as ArticleState[]
    first!.replacement = paragraphsOf(text)
    if (to?.article !== undefined) first!.to = to.article
    for (const other of others) other.deleted = true
  }

  private split({ at, to, text }: Extract<Operation, { type: 'split' }>): undefined {
    const state = this.find.articleAt(at)
    if (state === undefined) return
    const lines = text.length === 1 ? splitArticles(text[0]!) : text
    const contents = articlesOf(lines)
    state.replacement = contents[0] ?? []
    if (to[0]?.article !== undefined) state.to = to[0].article
    for (const [index, clauses] of contents.slice(1).entries()) {
      const number = to[index + 1]?.article
      this.plan.added.push({ clauses, ...(number && { to: number }), after: state })
    }
  }

  private move({ at, into, to, text }: Extract<Operation, { type: 'move' }>): undefined {
    const state = this.find.articleAt(at)
    const structure = this.find.structureAt(into)
    if (state === undefined || structure === undefined) return
    state.into = structure
    if (to?.article !== undefined) state.to = to.article
    if (text !== undefined) state.replacement = paragraphsOf(text)
  }

  // ── Structures ──────────────────────────────────────────────────────────────────────────────────────────────

  private addStructure({ to, heading, covers, text }: Extract<Operation, { type: 'add-structure' }>): undefined {
    const unit = deepestLevel(to)
    if (unit !== 'chapter' && unit !== 'section' && unit !== 'book' && unit !== 'part')
      return this.fail('只能增加编、章、节')
    const structure: LawStructure = { unit, number: to[unit]!, printed: '', heading }
    if (unit === 'section') {
      const parent = to.chapter === undefined ? undefined : this.find.newStructureAt({ chapter: to.chapter })
      if (parent === undefined) return
      structure.parent = parent
    } else {
      const sample = this.plan.law.structures.find((other) => other.unit === unit)
      if (sample?.parent !== undefined) structure.parent = sample.parent
    }
    structure.printed = printedStructure(structure)
    this.plan.newNumbers.set(structure, to[unit]!)
    this.plan.law.structures.push(structure)
    if (covers !== undefined) this.cover(structure, covers)
    if (text !== undefined) {
      for (const lines of splitArticles(text)) {
        const [number] = /^第([^条]+)条/.exec(lines[0] ?? '') ?? []
        this.plan.added.push({
          clauses: paragraphsOf(lines),
          holder: structure,
          ...(number && { to: readNumber(number) })
        })
      }
    }
  }

  private cover(structure: LawStructure, [from, to]: [AmendedPlace, AmendedPlace]): undefined {
    if (from.article === undefined || to.article === undefined) return this.fail('没有写明包括哪些条')
    this.plan.covers.push({ structure, from: from.article.value, to: to.article.value })
  }

  private replaceAttachment(at: AmendedPlace, clauses: LawClause[]): undefined {
    const structure = this.find.structureAt(at)
    if (structure === undefined) return
    for (const [item, state] of this.plan.passages) if (item.holder === structure) state.replacement = clauses
  }
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
