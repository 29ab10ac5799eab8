import type { ClauseMentions, Definition, LocusStep, Mention, NameTable, Reference } from '@tiaoli/citation'
import { definitionsIn, extendNameTable, isFormTitle, scanClause, toReference } from '@tiaoli/citation'
import type { ClauseText, Root } from 'regast'
import { clauseTexts, parseNumeral, placeAt } from 'regast'
import { AmendmentReading, type Quotation } from './amendment.js'
import { ArticleMemo, moved, signatureOf } from './article-memo.js'
import { nameHost, nameTitle, type NamedInstrument, ownDocument, type Scope } from './hosts.js'
import type { Library } from './library.js'
import type {
  LinkedDocument,
  LinkedDocumentNumber,
  LinkTarget,
  ReferenceKind,
  TextPlace
} from './linked.js'
import type { Outline } from './outline.js'
import { outlineOfTree } from './outline.js'
import { locate, type Place, placeOf } from './place.js'
import { ground, type Position, positionAt } from './position.js'
import { type LastTarget, sameSentence } from './reading.js'
import { describeSelf, type SelfDescription, selfNameDoubt } from './self.js'
import { placeTarget, unverified, wholeTarget } from './target.js'
import { titleKey } from './titles.js'

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
  private lastNamed: { title: string; clause: ClauseText; end: number } | undefined
  private lastList: LinkTarget[] = []
  private articleAddress = ''
  private lastClause: ClauseText | undefined
  private clauseIndex = 0

  constructor(
    tree: Root,
    private readonly options: LinkOptions
  ) {
    this.clauses = clauseTexts(tree).filter((clause) => clause.node.type !== 'title')
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
    for (let index = start; index < end; index++) this.readClause(this.clauses[index]!, index, scan(this.clauses[index]!.text))
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
    const clauses = this.clauses.slice(start, end)
    const { result, mentioned, aliasesSoFar: aliasesBefore } = this
    const name = memo.nameOf(articleAddressOf(clauses[0]!.address))
    const known = memo.find(name, clauses, aliasesBefore)
    if (known !== undefined) {
      const { references, terms, documentNumbers } = moved(known.reading, known.shift)
      const placed = terms.map((term) => (term.role === 'use' ? { ...term, definition: this.placeOfDefinition(term.text) } : term))
      for (const reference of references) result.references.push(reference)
      for (const term of placed) result.terms.push(term)
      for (const number of documentNumbers) result.documentNumbers.push(number)
      for (const title of known.reading.mentioned) mentioned.push(title)
      for (const [alias, title] of known.reading.aliases) this.setAlias(alias, title)
      memo.keep(name, { ...known.reading, clauses, references, terms: placed, documentNumbers })
      return
    }
    const { references, terms, documentNumbers } = result
    const before = [references.length, terms.length, documentNumbers.length, mentioned.length] as const
    const aliasesKnown = new Map(this.aliases)
    this.looksBack = false
    this.readClauses(start, end, scan)
    if (this.looksBack) return
    memo.keep(name, {
      clauses,
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
      while (next < definitions.length && definitions[next]!.start < mention.end) this.define(definitions[next++]!, clause)
      if (definitions.some((definition) => definition.form === 'abbreviation' && overlaps(mention, definition))) continue
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
    this.result.terms.push({ text, start, end, in: clause.address, role: 'use', definition: this.placeOfDefinition(use.name) })
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

  private readMention(mention: Mention, clause: ClauseText, position: Position, quotation: Quotation | undefined): void {
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
    if (first.relative?.count !== undefined && first.unit === 'point' && targets[0]!.status === 'dangling' && position.place.point === undefined) return
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
    const readings = this.readingsOf(first, mention, clause, position).map((reading) => ({
      reading,
      targets: reference.targets.map((target) => {
        const upper = isBelowArticle(target.steps[0]!.unit) ? reading.upper : {}
        const grounded = ground(target.steps, position, this.own, this.lastInArticle?.place)
        return this.resolve(target, grounded, upper, reading.named, position)
      })
    }))
    const best = chooseReading(readings)
    return best
  }

  /** What an unsaid instrument and unsaid upper levels can be, the likeliest first. */
  private readingsOf(first: LocusStep, mention: Mention, clause: ClauseText, position: Position): UnsaidReading[] {
    const own = { named: ownDocument, upper: this.ownUpper(first, position), sure: false }
    const leaning = this.leaning(clause, mention.start)
    const readings: UnsaidReading[] = []
    const lean = (target: LastTarget, sure: boolean): void => {
      readings.push({
        named: target.instrument === null ? ownDocument : nameTitle(target.instrument, this.scope()),
        upper: first.unit === 'paragraph' ? articleOf(target.place) : pick(target.place, ['attachment', 'preamble', 'article', 'paragraph', ...(first.unit === 'indent' ? (['point'] as const) : [])]),
        sure
      })
    }
    if (first.relative?.by === 'same') {
      lean(this.lastInArticle!, true)
      return readings
    }
    if (isBelowArticle(first.unit)) {
      if (leaning !== undefined && leaning.joined) lean(leaning.last, true)
      else if (leaning !== undefined && first.unit !== 'paragraph') lean(leaning.last, false)
      // （二）违反第三项规定的 under 违反本条例第二十条规定的，按照下列规定处罚： means 第二十条第三项: a penalty does not punish itself.
      const breach = /(?:违反|有)$/.test(clause.text.slice(Math.max(0, mention.start - 2), mention.start))
      const listed = this.leadIn !== undefined && clause.node.type !== 'paragraph'
      if (listed && breach) lean(this.leadIn!, true)
      readings.push(own)
      if (listed && !breach) lean(this.leadIn!, false)
      if (leaning !== undefined && !leaning.joined && first.unit === 'paragraph') lean(leaning.last, false)
      if (this.lastInArticle !== undefined) {
        lean(this.lastInArticle, false)
        readings.at(-1)!.lastResort = true
      }
      return readings
    }
    const other = this.otherInstrument(mention, clause, leaning)
    if (other?.sure) return [{ ...other, upper: {} }]
    if (this.own.articles.size === 0 && other === undefined && this.lastNamed !== undefined) {
      readings.push({ named: nameTitle(this.lastNamed.title, this.scope()), upper: {}, sure: false })
    }
    readings.push(own)
    if (other !== undefined) readings.push({ ...other, upper: {} })
    // 关于适用《甲法》的解释: a bare number that it does not have itself is the law's.
    const { implements: base } = this.self
    if (base !== undefined) readings.push({ named: nameTitle(base, this.scope()), upper: {}, sure: false, lastResort: true })
    return readings
  }

  /** The last place pointed to in the same sentence, and whether only a conjunction parts it from an index. */
  private leaning(clause: ClauseText, start: number): { last: LastTarget; joined: boolean } | undefined {
    const { last } = this
    if (last === undefined || !sameSentence(clause.text, last.end, start)) return undefined
    return { last, joined: joins(clause.text.slice(last.end, start)) }
  }

  /** Another instrument that a bare 第三条 may belong to. */
  private otherInstrument(
    mention: Mention,
    clause: ClauseText,
    leaning: { last: LastTarget; joined: boolean } | undefined
  ): { named: NamedInstrument; sure: boolean } | undefined {
    // 《甲法》（以下简称乙法）第三条, 《甲规定》（某令第1号）第四条
    const { lastNamed } = this
    if (lastNamed?.clause === clause && /^\s*[（(][^（）()]*[）)]\s*$/.test(clause.text.slice(lastNamed.end, mention.start))) {
      return { named: nameTitle(lastNamed.title, this.scope()), sure: true }
    }
    if (leaning === undefined || leaning.last.instrument === null) return undefined
    if (clause.text.slice(leaning.last.end, mention.start).includes('；')) return undefined
    return { named: nameTitle(leaning.last.instrument, this.scope()), sure: leaning.joined }
  }

  private ownUpper(first: LocusStep, position: Position): Place {
    const { place } = position
    switch (first.unit) {
      case 'section':
        return chapterAround(position)
      case 'paragraph':
        return articleOf(place)
      case 'point': {
        const here = pick(place, ['attachment', 'preamble', 'article', 'paragraph'])
        return locatesPoints(this.own, here) ? here : articleOf(place)
      }
      case 'indent':
        return pick(place, ['attachment', 'preamble', 'article', 'paragraph', 'point'])
      default:
        return {}
    }
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

  /** 下列: the 项 of this 款, the 目 of this 项, or the clause itself where the list is inline. */
  private announce(mention: Mention, clause: ClauseText, position: Position): void {
    const target = this.announced(mention, clause, position)
    if (target !== undefined) this.push(mention, clause, 'relative', [target])
  }

  /** 下列 inside a quotation: the 项 of the clause that the quotation becomes. */
  private announceQuoted(mention: Mention, clause: ClauseText, quotation: Quotation): void {
    const { place } = quotation.position(mention.start)
    const named = nameTitle(this.amendment!.amends, this.scope())
    if (place.article === undefined) return
    const points = listBelow(clause).map((address) => placeOf(address).point)
    const [first, last] = [points[0], points.at(-1)]
    const from: Place = first === undefined ? place : { ...place, point: first }
    const upTo = last === undefined || first === undefined || last.value === first.value ? undefined : { ...place, point: last }
    const target = placeTarget(from, upTo, this.targetContext(named, undefined))
    const unsure = target.status === 'dangling'
    this.push(mention, clause, 'relative', [
      unsure ? { ...target, status: 'unknown-instrument', reason: '这是修改后的条文，文库中的文本没有这一处' } : target
    ])
  }

  private announced(mention: Mention, clause: ClauseText, position: Position): LinkTarget | undefined {
    const { address } = clause
    if (address === '') return undefined
    const children = listBelow(clause)
    if (children.length > 0) {
      const [first, last] = [children[0]!, children.at(-1)!]
      return { instrument: null, from: first, ...(first === last ? {} : { to: last }), status: 'resolved' }
    }
    const following = this.paragraphsBelow(mention, clause, position)
    if (following !== undefined) return { instrument: null, ...following, status: 'resolved' }
    return { instrument: null, from: address, status: 'resolved' }
  }

  /** 以下六项基本要求：, followed by six paragraphs instead of a list. */
  private paragraphsBelow(mention: Mention, clause: ClauseText, position: Position): { from: string; to: string } | undefined {
    if (mention.noun === undefined || !/[：:]\s*$/.test(clause.text)) return undefined
    const count = parseNumeral(mention.noun)
    const { paragraph } = position.place
    if (count === undefined || count < 2 || paragraph === undefined) return undefined
    const index = this.clauseIndex
    const followers = this.clauses.slice(index + 1, index + 1 + count)
    const prefix = clause.address.replace(/\d+$/, '')
    const expected = followers.every((follower, at) => follower.address === `${prefix}${paragraph.value + at + 1}`)
    const opened = followers.every((follower) => /^(?:第?[一二三四五六七八九十]+[，、是]|首先|其次|再次|最后)/.test(follower.text))
    if (!expected || !opened || followers.length < count) return undefined
    return { from: followers[0]!.address, to: followers.at(-1)!.address }
  }

  /** 上述权利: the list announced before in this article under that noun. */
  private pointBack(mention: Mention, clause: ClauseText, position: Position): void {
    const { article } = position
    if (article === undefined || mention.noun === undefined) return
    const index = this.clauseIndex
    for (let at = index - 1; at >= 0 && this.clauses[at]!.address.startsWith(article.address); at--) {
      const before = this.clauses[at]!
      const list = listBelow(before)
      if (list.length === 0) continue
      const noun = commonNoun(mention.noun, before.text)
      if (noun === undefined) continue
      const [first, last] = [list[0]!, list.at(-1)!]
      const whole = { ...mention, end: mention.start + 2 + noun.length }
      this.push(whole, clause, 'relative', [{ instrument: null, from: first, ...(first === last ? {} : { to: last }), status: 'resolved' }])
      return
    }
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
    const becomes = /(?:作为|改为|调整为|列为|修改后(?:的)?)$/.test(clause.text.slice(0, mention.start))
    const targets = reference.targets.map((target): LinkTarget => {
      const full = { ...position, around: [] as string[], address: '', article: articleAt(outline, position.place) }
      const grounded = ground(target.steps, full, outline ?? emptyOutline, this.lastInArticle?.place)
      const first = target.steps[0]!
      const upper: Place =
        first.relative !== undefined ? {} : first.unit === 'paragraph' ? articleOf(position.place) : first.unit === 'point' ? pick(position.place, ['article', 'paragraph']) : {}
      const found = this.resolve(target, grounded, upper, named, full, quotation === undefined && !becomes)
      // 作为第三款 names a clause that the amendment makes: the text at hand may be the one from before.
      const made = found.status === 'dangling' && (becomes || quotation !== undefined)
      return made ? { ...found, status: 'unknown-instrument', reason: '这是修改后的条文，文库中的文本没有这一处' } : found
    })
    this.remember(mention, targets)
    if (quotation === undefined) {
      const last = targets.at(-1)
      if (last?.from) amendment.point(placeOf(last.to ?? last.from))
    }
    this.push(mention, clause, named.title === null ? 'internal' : 'external', targets)
  }
}

/** The address down to the 条 (or the structure) that a clause stands in. */
function articleAddressOf(address: string): string {
  const cut = address.indexOf('__para_')
  return cut === -1 ? address : address.slice(0, cut)
}

/** One way to read what a mention leaves unsaid; `sure` where the words join it to the place named before. */
interface UnsaidReading {
  named: NamedInstrument
  upper: Place
  sure: boolean
  /** Only taken where no other reading leads anywhere; then told as a guess. */
  lastResort?: true
}

/** The first reading that leads somewhere; where another one leads somewhere else as well, both are told. */
function chooseReading(readings: { reading: UnsaidReading; targets: LinkTarget[] }[]): LinkTarget[] {
  const leads = ({ targets }: { targets: LinkTarget[] }): boolean => targets.every((target) => target.status !== 'dangling')
  const best = readings.find(leads) ?? readings.find(({ reading }) => reading.named.title === null) ?? readings[0]!
  if (best.reading.sure) return best.targets
  const rivals = readings.filter(
    (rival) => rival !== best && rival.reading.lastResort === undefined && leads(rival) && !sameTargets(rival.targets, best.targets) && rival.targets.every((target) => target.status !== 'unknown-instrument')
  )
  const guessed = best.reading.named.title !== null || best.reading.lastResort === true
  return best.targets.map((target, index): LinkTarget => {
    const others = rivals.map(({ targets }) => targets[index]!)
    if (target.status !== 'resolved' || (others.length === 0 && !guessed)) return target
    const names = [...new Set([target, ...others].map((reading) => (reading.instrument === null ? '本文件' : `《${reading.instrument}》`)))]
    return {
      ...target,
      status: 'ambiguous',
      reason: others.length === 0 ? best.reading.named.title === null ? '没有写明上级，按上文理解' : `没有写明文件，按上文理解为${names[0]}` : `没有写明上级，可以有${others.length + 1}种理解`,
      ...(others.length === 0
        ? {}
        : {
            alternatives: others.map(({ instrument, from, to }) => ({ instrument, from, ...(to === undefined ? {} : { to }) }))
          })
    }
  })
}

function sameTargets(left: LinkTarget[], right: LinkTarget[]): boolean {
  return left.every((target, index) => {
    const other = right[index]!
    return target.instrument === other.instrument && target.from === other.from && target.to === other.to
  })
}

/** Whether the words between two places only join them: 、, 的规定和, 所称“…”、, 规定的情形以及. */
function joins(between: string): boolean {
  if (/[；。]/.test(between)) return false
  return /^(?:等)?(?:的?规定)?(?:(?:所称|中的|规定的|所列|所指)?(?:“[^“”]*”|[^，“”]{0,16}))?[，,]?(?:以及|和|与|或者|或|及|、)$/.test(between)
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

function isBelowArticle(unit: string): boolean {
  return unit === 'paragraph' || unit === 'point' || unit === 'indent'
}

function pick(place: Place, levels: (keyof Place)[]): Place {
  return Object.fromEntries(levels.flatMap((level) => (place[level] === undefined ? [] : [[level, place[level]]]))) as Place
}

function articleOf(place: Place): Place {
  return pick(place, ['attachment', 'preamble', 'article'])
}

function chapterAround(position: Position): Place {
  for (const address of position.around.toReversed()) {
    const place = placeOf(address)
    if (place.chapter !== undefined) return pick(place, ['book', 'part', 'chapter'])
  }
  return {}
}

function locatesPoints(outline: Outline, place: Place): boolean {
  return locate(outline, { ...place, point: { value: 1 } }, '').state === 'present'
}

/** Addresses of the 项 of a 款, or of the 目 of a 项. */
function listBelow(clause: ClauseText): string[] {
  const { node } = clause
  if (node.type !== 'paragraph' && node.type !== 'point') return []
  return node.children.flatMap((child) => (child.type === 'point' || child.type === 'indent' ? [child.address] : []))
}

/** The longest beginning of `words` that the announcing text names right before its colon. */
function commonNoun(words: string, text: string): string | undefined {
  const announced = /(?:下列|以下)([\u4e00-\u9fff]{2,12})/.exec(text)?.[1]
  if (announced === undefined) return undefined
  for (let length = Math.min(words.length, 6); length >= 2; length--) {
    if (announced.startsWith(words.slice(0, length))) return words.slice(0, length)
  }
  return undefined
}

function repeals(text: string, from: number): boolean {
  const sentence = /^[^。]*/.exec(text.slice(from))![0]
  return /(?:同时|即行|予以|相应)?(?:废止|失效|停止执行)/.test(sentence)
}

/** A target that was found, but under a name that makes it doubtful. */
function doubted(target: LinkTarget, reason: string): LinkTarget {
  return target.status === 'resolved' && target.instrument === null ? { ...target, status: 'ambiguous', reason } : target
}

function overlaps(mention: Mention, definition: Definition): boolean {
  return mention.start < definition.phraseEnd && definition.phraseStart < mention.end
}

function titleOf(tree: Root): string | undefined {
  const node = tree.children.find((child) => child.type === 'title')
  if (node === undefined || node.type !== 'title') return undefined
  const text = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  return text.trim() === '' ? undefined : text.trim()
}

function extent(clause: ClauseText, from: number, to: number): LinkedDocumentNumber {
  const text = clause.text.slice(from, to)
  const start = placeAt(clause, from)
  const last = placeAt(clause, Math.max(from, to - 1))
  const end = { line: last.line, column: last.column + 1, offset: last.offset + 1 }
  return { text, start, end, in: clause.address }
}
