import type { ClauseMentions, Definition, Mention, NameTable, Reference } from '@tiaoli/citation'
import { definitionsIn, extendNameTable, isFormTitle, scanClause, toReference } from '@tiaoli/citation'
import type { ClauseText, Root } from 'regast'
import { clauseTexts, placeAt } from 'regast'
import { AmendmentReading, type Quotation } from './amendment.js'
import { ArticleMemo, moved, originOf, signatureOf } from './article-memo.js'
import { type NamedInstrument, nameHost, nameTitle, type Scope } from './hosts.js'
import type { Library } from './library.js'
import type { LinkedDocument, LinkTarget, ReferenceKind, TextPlace } from './linked.js'
import { announced, announcedBefore, listBelow } from './lists.js'
import type { Outline } from './outline.js'
import { outlineOfTree } from './outline.js'
import { articleOf, isBelowArticle, type Place, pick, placeOf } from './place.js'
import { ground, type Position, positionAt } from './position.js'
import { articleAddressOf, extent, type LastTarget, repeals, titleOf } from './reading.js'
import { describeSelf, type SelfDescription, selfNameDoubt } from './self.js'
import { placeTarget, unverified, wholeTarget } from './target.js'
import { titleKey } from './titles.js'
import { chooseReading, type LastNamed, unsaidReadings } from './unsaid.js'

/** What linking needs to know beside the text. */
export interface LinkOptions {
  library: Library
  /** Title of the document, where the tree does not tell it. */
  title?: string
  /** ISO day on which the document was adopted or last amended: its references mean the versions of that day. */
  date?: string
  /** What was found before in one draft; pass the same one again to pay only for changed clauses. */
  cache?: ScanCache
}

/** Mentions per clause text, valid for one set of names, and the links of each article as read last. */
export interface ScanCache {
  key: string
  byText: Map<string, ClauseMentions>
  articles: ArticleMemo
}

/** An empty cache, for one draft through all its changes. */
export function createScanCache(): ScanCache {
  return { key: '', byText: new Map(), articles: new ArticleMemo() }
}

/** How many clause texts a cache remembers: a long session of typing leaves one behind at every stroke. */
const rememberedTexts = 20_000

/** Finds and resolves every reference of a document; never throws on text. */
export function linkDocument(tree: Root, options: LinkOptions): LinkedDocument {
  return new DocumentReading(tree, options).read()
}

/** A definition with the clause it stands in. */
interface Defined extends Definition {
  clause: number
  /** Where it stands, once asked for. */
  place?: TextPlace
}

/** One pass over a document in the order of its text. */
class DocumentReading {
  private readonly clauses: ClauseText[]
  private readonly own: Outline
  private readonly self: SelfDescription
  private readonly definitions: Defined[]
  private readonly definitionsByClause = new Map<number, Defined[]>()
  private readonly definitionsByName = new Map<string, Defined>()
  private readonly aliases = new Map<string, string>()
  /** The same in the order in which they were defined. */
  private aliasesSoFar = ''
  /** Whether the article being read leans on an instrument named in an article before it. */
  private looksBack = false
  private readonly mentioned: string[] = []
  private readonly amendment: AmendmentReading | undefined
  private readonly result: LinkedDocument
  /** What was pointed to last in this clause text, in the lead-in of its list, and in this article. */
  private last: LastTarget | undefined
  private leadIn: LastTarget | undefined
  private lastInArticle: LastTarget | undefined
  /** The instrument of another document that was named last, and where its name ended. */
  private lastNamed: LastNamed | undefined
  private lastList: LinkTarget[] = []
  private articleAddress = ''
  private lastClause: ClauseText | undefined
  private clauseIndex = 0

  constructor(
    tree: Root,
    private readonly options: LinkOptions
  ) {
    const texts = options.cache === undefined ? clauseTexts(tree) : options.cache.articles.clauseTexts(tree)
    this.clauses = texts.filter((clause) => clause.node.type !== 'title')
    this.own = outlineOfTree(tree)
    const title = options.title ?? titleOf(tree)
    this.self = describeSelf(title)
    this.amendment = this.self.amends === undefined ? undefined : new AmendmentReading(this.self.amends)
    this.definitions = []
    for (const [index, clause] of this.clauses.entries()) {
      for (const definition of definitionsIn(clause.text)) this.definitions.push({ ...definition, clause: index })
    }
    for (const definition of this.definitions) {
      const here = this.definitionsByClause.get(definition.clause)
      if (here === undefined) this.definitionsByClause.set(definition.clause, [definition])
      else here.push(definition)
      if (!this.definitionsByName.has(definition.name)) this.definitionsByName.set(definition.name, definition)
    }
    this.result = { title, references: [], terms: [], documentNumbers: [] }
  }

  read(): LinkedDocument {
    const names = this.nameTable()
    const scan = this.scanner(names)
    const memo = this.memo()
    const { clauses } = this
    for (let start = 0, end = 0; start < clauses.length; start = end) {
      const article = articleAddressOf(clauses[start]!.address)
      while (end < clauses.length && articleAddressOf(clauses[end]!.address) === article) end++
      if (memo === undefined) this.readClauses(start, end, scan)
      else this.readArticle(start, end, scan, memo)
    }
    return this.result
  }

  private readClauses(start: number, end: number, scan: (text: string) => ClauseMentions): void {
    for (let index = start; index < end; index++)
      this.readClause(this.clauses[index]!, index, scan(this.clauses[index]!.text))
  }

  /** The memory of articles, where each can be read without regard to the one before it. */
  private memo(): ArticleMemo | undefined {
    const { cache, library, title, date } = this.options
    // An amendment goes on from item to item, and a text without articles from paragraph to paragraph.
    if (cache === undefined || this.amendment !== undefined || this.own.articles.size === 0) return undefined
    cache.articles.begin(library, signatureOf(this.own, this.clauses, [title, this.self.title, date], this.definitions))
    return cache.articles
  }

  /** Reads the clauses of one article, or takes over what reading them gave the last time. */
  private readArticle(start: number, end: number, scan: (text: string) => ClauseMentions, memo: ArticleMemo): void {
    const { clauses, result, mentioned, aliasesSoFar: aliasesBefore } = this
    const first = clauses[start]!
    const name = memo.nameOf(articleAddressOf(first.address))
    const known = memo.find(name, clauses, start, end, aliasesBefore)
    if (known !== undefined) {
      const { reading, shift } = known
      const { references, terms, documentNumbers } = moved(reading, shift)
      const placed = terms.map((term) =>
        term.role === 'use' ? { ...term, definition: this.placeOfDefinition(term.text) } : term
      )
      for (const reference of references) result.references.push(reference)
      for (const term of placed) result.terms.push(term)
      for (const number of documentNumbers) result.documentNumbers.push(number)
      for (const title of reading.mentioned) mentioned.push(title)
      for (const [alias, title] of reading.aliases) this.setAlias(alias, title)
      // Nodes that a parser built anew have to be let go with the old tree.
      const same = reading.clauses[0] === first
      if (same && references === reading.references) memo.keep(name, reading)
      else {
        const own = same ? reading.clauses : clauses.slice(start, end)
        memo.keep(name, { ...reading, clauses: own, at: originOf(first), references, terms: placed, documentNumbers })
      }
      return
    }
    const { references, terms, documentNumbers } = result
    const before = [references.length, terms.length, documentNumbers.length, mentioned.length] as const
    const aliasesKnown = new Map(this.aliases)
    this.looksBack = false
    this.readClauses(start, end, scan)
    if (this.looksBack) return
    memo.keep(name, {
      clauses: clauses.slice(start, end),
      at: originOf(first),
      aliasesBefore,
      references: references.slice(before[0]),
      terms: terms.slice(before[1]),
      documentNumbers: documentNumbers.slice(before[2]),
      mentioned: mentioned.slice(before[3]),
      aliases: [...this.aliases].filter(([alias, title]) => aliasesKnown.get(alias) !== title)
    })
  }

  private setAlias(name: string, title: string): void {
    this.aliases.set(name, title)
    this.aliasesSoFar += `${name}\0${title}\0`
  }

  private placeOfDefinition(name: string): TextPlace {
    const definition = this.definitionsByName.get(name)!
    definition.place ??= placeAt(this.clauses[definition.clause]!, definition.start)
    return definition.place
  }

  /** Names in scope anywhere in the document; whether one is defined yet is asked where it is met. */
  private nameTable(): NameTable {
    const { names } = this.options.library
    const instruments: string[] = []
    const titled: string[] = []
    const terms: string[] = []
    for (const definition of this.definitions) {
      if (this.aliasTitle(definition) === undefined) terms.push(definition.name)
      else {
        instruments.push(definition.name)
        if (definition.titled && !names.instruments.has(definition.name)) titled.push(definition.name)
      }
    }
    const table = this.definitions.length === 0 ? names : extendNameTable(names, { instruments, titled, terms })
    const { key } = this.self
    return key === undefined ? table : { ...table, knows: (title) => titleKey(title) === key || table.knows(title) }
  }

  private scanner(names: NameTable): (text: string) => ClauseMentions {
    const { cache } = this.options
    if (cache === undefined) return (text) => scanClause(text, names)
    const key = JSON.stringify([[...names.instruments], [...names.titled], [...names.terms]])
    if (cache.key !== key || cache.byText.size > rememberedTexts) {
      cache.key = key
      cache.byText.clear()
    }
    return (text) => {
      let mentions = cache.byText.get(text)
      if (mentions === undefined) {
        mentions = scanClause(text, names)
        cache.byText.set(text, mentions)
      }
      return mentions
    }
  }

  /** The title that an abbreviation stands for, where it stands for an instrument. */
  private aliasTitle(definition: Definition): string | undefined {
    const { form, title } = definition
    if (form !== 'abbreviation' || title === undefined) return undefined
    // 《某许可证》（以下简称许可证） names a paper, so its short name is a term.
    return isFormTitle(title) && this.options.library.find(title).instruments.length === 0 ? undefined : title
  }

  private readClause(clause: ClauseText, index: number, found: ClauseMentions): void {
    const article = articleAddressOf(clause.address)
    if (article !== this.articleAddress) {
      this.articleAddress = article
      this.lastList = []
      this.lastInArticle = undefined
      this.leadIn = undefined
      this.amendment?.openItem()
    }
    if (clause.node.type === 'paragraph') this.leadIn = undefined
    else if (clause.node.type === 'point' && this.lastClause?.node.type === 'paragraph') this.leadIn = this.last
    this.last = undefined
    this.lastClause = clause
    const quotation = this.amendment?.enterClause(clause)
    const definitions = this.definitionsByClause.get(index) ?? []
    if (found.mentions.length > 0) this.readMentions(clause, index, found.mentions, definitions, quotation)
    else for (const definition of definitions) this.define(definition, clause)
    for (const use of found.termUses) this.readTermUse(use, clause, index)
    for (const { start, end } of found.documentNumbers) {
      this.result.documentNumbers.push(extent(clause, start, end))
    }
    this.amendment?.leaveClause()
  }

  private readMentions(
    clause: ClauseText,
    index: number,
    mentions: readonly Mention[],
    definitions: readonly Defined[],
    quotation: Quotation | undefined
  ): void {
    const position = positionAt(this.own, clause.address)
    this.clauseIndex = index
    let next = 0
    for (const mention of mentions) {
      while (next < definitions.length && definitions[next]!.start < mention.end)
        this.define(definitions[next++]!, clause)
      if (definitions.some((definition) => definition.form === 'abbreviation' && overlaps(mention, definition)))
        continue
      this.readMention(mention, clause, position, quotation)
    }
    while (next < definitions.length) this.define(definitions[next++]!, clause)
  }

  private define(definition: Defined, clause: ClauseText): void {
    const title = this.aliasTitle(definition)
    if (title === undefined) {
      const { text, start, end } = extent(clause, definition.start, definition.end)
      this.result.terms.push({ text, start, end, in: clause.address, role: 'definition' })
      return
    }
    const stands = this.aliases.get(title) ?? title
    this.setAlias(definition.name, stands)
    const named = nameTitle(stands, this.scope())
    const { text, start, end } = extent(clause, definition.phraseStart, definition.phraseEnd)
    const targets = [wholeTarget(this.targetContext(named, undefined))]
    this.result.references.push({ text, start, end, in: clause.address, kind: 'alias', targets })
  }

  private readTermUse(use: { name: string; start: number; end: number }, clause: ClauseText, index: number): void {
    const definition = this.definitionsByName.get(use.name)
    if (definition === undefined || (definition.clause === index && definition.start === use.start)) return
    const { text, start, end } = extent(clause, use.start, use.end)
    this.result.terms.push({
      text,
      start,
      end,
      in: clause.address,
      role: 'use',
      definition: this.placeOfDefinition(use.name)
    })
  }

  private scope(): Scope {
    const reading = this
    return {
      library: this.options.library,
      self: this.self,
      aliases: this.aliases,
      get last() {
        reading.looksBack = true
        return reading.mentioned.at(-1)
      },
      get mentioned() {
        reading.looksBack = true
        return reading.mentioned
      }
    }
  }

  private targetContext(named: NamedInstrument, position: Position | undefined): Parameters<typeof wholeTarget>[0] {
    return { named, own: this.own, around: position?.around ?? [], date: this.options.date }
  }

  private readMention(
    mention: Mention,
    clause: ClauseText,
    position: Position,
    quotation: Quotation | undefined
  ): void {
    const quoted = quotation?.holds(mention.start) ?? false
    switch (mention.form) {
      case 'forward-list':
        if (quoted) this.announceQuoted(mention, clause, quotation!)
        else this.announce(mention, clause, position)
        return
      case 'back-reference':
        if (!quoted) this.pointBack(mention, clause, position)
        return
      case 'whole':
        this.readWhole(mention, clause, quoted)
        return
      case 'each-named':
        if (this.lastList.length > 0) this.push(mention, clause, 'relative', this.lastList)
        return
      case 'loci':
        this.readPlaces(mention, clause, position, quoted ? quotation : undefined)
    }
  }

  private push(mention: Mention, clause: ClauseText, kind: ReferenceKind, targets: LinkTarget[]): void {
    const { text, start, end } = extent(clause, mention.start, mention.end)
    const doubt = mention.host.type === 'self' ? selfNameDoubt(this.self, mention.host.name) : undefined
    if (doubt !== undefined) targets = targets.map((target) => doubted(target, doubt))
    this.result.references.push({ text, start, end, in: clause.address, kind, targets })
  }

  /** A whole instrument: 本条例, 《甲法》, 党章. */
  private readWhole(mention: Mention, clause: ClauseText, quoted: boolean): void {
    const { host } = mention
    if (host.type === 'name' && !this.isNameHere(host.name)) return
    let named = nameHost(host, this.scope())
    if (named === undefined) return
    if (quoted && host.type === 'self' && this.amendment) named = nameTitle(this.amendment.amends, this.scope())
    const form = host.type === 'title' && host.form
    if (form && named.instruments.length === 0 && named.title !== null && named.alias === undefined) return
    if (named.title === null && host.type === 'title' && repeals(clause.text, mention.end)) {
      this.push(mention, clause, 'title', [
        {
          instrument: this.self.title ?? host.title,
          from: null,
          status: 'superseded',
          reason: '这里指同名的旧文件，已随本文件施行而废止'
        }
      ])
      return
    }
    if (named.title !== null) {
      this.nameOther(named.title, clause, mention.end)
      if (!quoted) this.amendment?.mention(named.title)
    }
    const kind = host.type === 'self' || named.title === null ? 'self' : named.alias ? 'alias' : 'title'
    this.push(mention, clause, kind, [wholeTarget(this.targetContext(named, undefined))])
  }

  /** Whether a short name means an instrument here: the library gives it, or the document has defined it by now. */
  private isNameHere(name: string): boolean {
    return this.aliases.has(name) || this.options.library.shortNames.has(titleKey(name)) || !this.definesLater(name)
  }

  private definesLater(name: string): boolean {
    return this.definitionsByName.has(name)
  }

  /** 第三条, 本条例第三条第二款, 《甲法》第五条, 前款, 本条第二款. */
  private readPlaces(mention: Mention, clause: ClauseText, position: Position, quotation: Quotation | undefined): void {
    const { host } = mention
    if (host.type === 'name' && host.known && !this.isNameHere(host.name)) return
    let named = nameHost(host, this.scope())
    if (named === undefined) {
      // 该规定第三条 without anything before it, or 本决定 that is no name here.
      if (host.type !== 'that' && host.type !== 'implementing') return
      named = { title: `该${host.noun}`, instruments: [] }
    }
    const reference = toReference(mention)
    const amended = this.amendment !== undefined && (quotation !== undefined || host.type === 'none')
    if (amended && (host.type === 'none' || host.type === 'self')) {
      this.readAmendedPlaces(mention, reference, clause, quotation)
      return
    }
    const first = reference.targets[0]!.steps[0]!
    const leans = host.type === 'none' && (first.relative === undefined || first.relative.by === 'same')
    if (first.relative?.by === 'same' && this.lastInArticle === undefined) return
    const targets = leans
      ? this.leaningTargets(reference, mention, clause, position)
      : reference.targets.map((target) =>
          this.resolve(target, ground(target.steps, position, this.own, this.lastInArticle?.place), {}, named, position)
        )
    // 按照前三项计征 outside a list counts things, not 项.
    if (
      first.relative?.count !== undefined &&
      first.unit === 'point' &&
      targets[0]!.status === 'dangling' &&
      position.place.point === undefined
    )
      return
    const other = targets[0]!.instrument
    const relative = host.type === 'none' && (first.relative !== undefined || isBelowArticle(first.unit))
    const kind: ReferenceKind = other !== null ? 'external' : relative ? 'relative' : 'internal'
    if (named.title !== null) this.nameOther(named.title, clause, mention.end)
    this.remember(mention, targets)
    if (this.amendment !== undefined && quotation === undefined && other !== null) {
      const last = targets.at(-1)!
      if (last.from !== null) this.amendment.point(placeOf(last.to ?? last.from))
    }
    this.push(mention, clause, kind, targets)
  }

  private nameOther(title: string, clause: ClauseText, end: number): void {
    this.mentioned.push(title)
    this.lastNamed = { title, clause, end }
  }

  /** Targets of places whose instrument or upper levels are left unsaid: one reading for the whole list. */
  private leaningTargets(reference: Reference, mention: Mention, clause: ClauseText, position: Position): LinkTarget[] {
    const first = reference.targets[0]!.steps[0]!
    const readings = unsaidReadings(first, {
      clause,
      start: mention.start,
      position,
      own: this.own,
      scope: this.scope(),
      last: this.last,
      leadIn: this.leadIn,
      lastInArticle: this.lastInArticle,
      lastNamed: this.lastNamed
    }).map((reading) => ({
      reading,
      targets: reference.targets.map((target) => {
        const upper = isBelowArticle(target.steps[0]!.unit) ? reading.upper : {}
        const grounded = ground(target.steps, position, this.own, this.lastInArticle?.place)
        return this.resolve(target, grounded, upper, reading.named, position)
      })
    }))
    return chooseReading(readings)
  }

  private resolve(
    target: Reference['targets'][number],
    grounded: ReturnType<typeof ground>,
    upper: Place,
    named: NamedInstrument,
    position: Position,
    before = false
  ): LinkTarget {
    const context = { ...this.targetContext(named, position), before }
    const place = { ...upper, ...grounded.place }
    if (target.steps.some((step) => step.placeholder) || target.upTo?.some((step) => step.placeholder)) {
      return { instrument: named.title, from: addressOrNull(place), status: 'dangling', reason: '编号没有填写' }
    }
    if (grounded.reason !== undefined) {
      const status = this.own.complete || named.title !== null ? 'dangling' : 'unknown-instrument'
      return { instrument: named.title, from: addressOrNull(place), status, reason: grounded.reason }
    }
    const upTo =
      target.upTo === undefined
        ? grounded.upTo && { ...upper, ...grounded.upTo }
        : { ...upper, ...ground(target.upTo, position, this.own).place }
    const found = placeTarget(place, upTo, context)
    if (grounded.other === undefined || found.status === 'dangling') return found
    const other = placeTarget(grounded.other, undefined, context)
    if (other.status !== 'resolved') return found
    return {
      ...found,
      status: 'ambiguous',
      reason: '“前项”可以指前一款的最后一项，也可以指前一款',
      alternatives: [{ instrument: other.instrument, from: other.from! }]
    }
  }

  private remember(mention: Mention, targets: LinkTarget[]): void {
    const target = targets.at(-1)
    if (target === undefined) return
    if (target.from !== null) {
      this.last = { instrument: target.instrument, place: placeOf(target.to ?? target.from), end: mention.end }
      if (target.from.includes('art_')) this.lastInArticle = this.last
    }
    if (targets.some((candidate) => candidate.from?.includes('art_'))) this.lastList = targets
  }

  private announce(mention: Mention, clause: ClauseText, position: Position): void {
    if (clause.address === '') return
    this.push(mention, clause, 'relative', [announced(this.clauses, this.clauseIndex, mention, position)])
  }

  /** 下列 inside a quotation: the 项 of the clause that the quotation becomes. */
  private announceQuoted(mention: Mention, clause: ClauseText, quotation: Quotation): void {
    const { place } = quotation.position(mention.start)
    const named = nameTitle(this.amendment!.amends, this.scope())
    if (place.article === undefined) return
    const points = listBelow(clause).map((address) => placeOf(address).point)
    const [first, last] = [points[0], points.at(-1)]
    const from: Place = first === undefined ? place : { ...place, point: first }
    const upTo =
      last === undefined || first === undefined || last.value === first.value ? undefined : { ...place, point: last }
    const target = placeTarget(from, upTo, this.targetContext(named, undefined))
    const unsure = target.status === 'dangling'
    this.push(mention, clause, 'relative', [
      unsure ? { ...target, status: 'unknown-instrument', reason: '这是修改后的条文，文库中的文本没有这一处' } : target
    ])
  }

  /** 上述权利: the list announced before in this article under that noun. */
  private pointBack(mention: Mention, clause: ClauseText, position: Position): void {
    const { article } = position
    if (article === undefined || mention.noun === undefined) return
    const list = announcedBefore(this.clauses, this.clauseIndex, mention.noun, article.address)
    if (list === undefined) return
    const whole = { ...mention, end: mention.start + 2 + list.noun.length }
    this.push(whole, clause, 'relative', [list.target])
  }

  private readAmendedPlaces(
    mention: Mention,
    reference: Reference,
    clause: ClauseText,
    quotation: Quotation | undefined
  ): void {
    const amendment = this.amendment!
    const named = nameTitle(amendment.amends, this.scope())
    const position = quotation === undefined ? amendment.openPosition() : quotation.position(mention.start)
    const outline = named.instruments.length === 1 ? versionOutline(named) : undefined
    const becomes = /(?:作为|改为|调整为|列为|修改后(?:的)?)$/.test(
      clause.text.slice(Math.max(0, mention.start - 8), mention.start)
    )
    const targets = reference.targets.map((target): LinkTarget => {
      const full = { ...position, around: [] as string[], address: '', article: articleAt(outline, position.place) }
      const grounded = ground(target.steps, full, outline ?? emptyOutline, this.lastInArticle?.place)
      const first = target.steps[0]!
      const upper: Place =
        first.relative !== undefined
          ? {}
          : first.unit === 'paragraph'
            ? articleOf(position.place)
            : first.unit === 'point'
              ? pick(position.place, ['article', 'paragraph'])
              : {}
      const found = this.resolve(target, grounded, upper, named, full, quotation === undefined && !becomes)
      // 作为第三款 names a clause that the amendment makes: the text at hand may be the one from before.
      const made = found.status === 'dangling' && (becomes || quotation !== undefined)
      return made
        ? { ...found, status: 'unknown-instrument', reason: '这是修改后的条文，文库中的文本没有这一处' }
        : found
    })
    this.remember(mention, targets)
    if (quotation === undefined) {
      const last = targets.at(-1)
      if (last?.from) amendment.point(placeOf(last.to ?? last.from))
    }
    this.push(mention, clause, named.title === null ? 'internal' : 'external', targets)
  }
}

function addressOrNull(place: Place): string | null {
  const { from } = unverified(place, undefined)
  return from === '' ? null : from
}

const emptyOutline: Outline = { complete: false, inserted: false, articles: new Map(), structures: new Map() }

function versionOutline(named: NamedInstrument): Outline | undefined {
  return named.instruments[0]?.versions.findLast((version) => version.outline !== undefined)?.outline
}

function articleAt(outline: Outline | undefined, place: Place): Position['article'] {
  if (place.article === undefined) return undefined
  const insert = place.article.insert === undefined ? '' : `-${place.article.insert}`
  const address = `art_${place.article.value}${insert}`
  return outline?.articles.get(address) ?? { number: place.article, address, path: [] }
}

/** A target that was found, but under a name that makes it doubtful. */
function doubted(target: LinkTarget, reason: string): LinkTarget {
  return target.status === 'resolved' && target.instrument === null
    ? { ...target, status: 'ambiguous', reason }
    : target
}

function overlaps(mention: Mention, definition: Definition): boolean {
  return mention.start < definition.phraseEnd && definition.phraseStart < mention.end
}
