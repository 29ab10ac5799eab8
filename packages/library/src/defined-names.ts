import type { Definition, NameTable } from '@tiaoli/citation'
import { definitionsIn, extendNameTable, isFormTitle } from '@tiaoli/citation'
import type { ClauseText } from 'regast'
import { placeAt } from 'regast'
import type { Library } from './library.js'
import type { TextPlace } from './linked.js'
import type { SelfDescription } from './self.js'
import { titleKey } from './titles.js'

/** A definition with the clause it stands in. */
export interface Defined extends Definition {
  /** Index of the clause. */
  clause: number
  /** Where it stands, once asked for. */
  place?: TextPlace
}

/** What a clause text writes in 《》, by key, and what it defines. */
interface ClauseNames {
  titles: readonly string[]
  definitions: readonly Definition[]
}

/** Remembers what clause texts name. */
export type KnownNames = WeakMap<ClauseText, ClauseNames>

/** The names that a document defines anywhere in it, in the order of its text. */
export class DefinedNames {
  readonly all: readonly Defined[]
  /** Keys of the laws and regulations that it writes in 《》 somewhere: where their bare names begin is certain. */
  readonly titles: ReadonlySet<string>
  private readonly byClause = new Map<number, Defined[]>()
  private readonly byName = new Map<string, Defined>()

  /** With `known`, what a clause text names is read once, however often the document is. */
  constructor(
    private readonly clauses: readonly ClauseText[],
    private readonly library: Library,
    known?: KnownNames
  ) {
    const all: Defined[] = []
    const titles = new Set<string>()
    this.titles = titles
    for (let index = 0; index < clauses.length; index++) {
      const named = namesIn(clauses[index]!, known)
      if (named === noNames) continue
      for (const title of named.titles) titles.add(title)
      for (const definition of named.definitions) all.push({ ...definition, clause: index })
    }
    for (const definition of all) {
      const here = this.byClause.get(definition.clause)
      if (here === undefined) this.byClause.set(definition.clause, [definition])
      else here.push(definition)
      if (!this.byName.has(definition.name)) this.byName.set(definition.name, definition)
    }
    this.all = all
  }

  /** What the clause at an index defines. */
  in(clause: number): readonly Defined[] {
    return this.byClause.get(clause) ?? none
  }

  /** The first definition of a name. */
  get(name: string): Defined | undefined {
    return this.byName.get(name)
  }

  placeOf(name: string): TextPlace {
    const definition = this.byName.get(name)!
    definition.place ??= placeAt(this.clauses[definition.clause]!, definition.start)
    return definition.place
  }

  /** The title that an abbreviation stands for, where it stands for an instrument. */
  titleOf({ form, title }: Definition): string | undefined {
    if (form !== 'abbreviation' || title === undefined) return undefined
    // 《某许可证》（以下简称许可证） names a paper, so its short name is a term.
    return isFormTitle(title) && this.library.find(title).instruments.length === 0 ? undefined : title
  }

  /** What a name stands for: a thing that the document speaks of, or an instrument, which may stand in 《》. */
  kindOf(definition: Defined): 'term' | 'instrument' | 'titled' {
    if (this.titleOf(definition) === undefined) return 'term'
    return definition.titled ? 'titled' : 'instrument'
  }

  /** Names in scope anywhere in the document; whether one is defined yet is asked where it is met. */
  table({ key }: SelfDescription): NameTable {
    const { names } = this.library
    const instruments: string[] = []
    const titled: string[] = []
    const terms: string[] = []
    for (const definition of this.all) {
      const kind = this.kindOf(definition)
      if (kind === 'term') terms.push(definition.name)
      else {
        instruments.push(definition.name)
        if (kind === 'titled' && !names.instruments.has(definition.name)) titled.push(definition.name)
      }
    }
    const table = this.all.length === 0 ? names : extendNameTable(names, { instruments, titled, terms })
    const { titles } = this
    const knows = (title: string): boolean => {
      const own = titleKey(title)
      return own === key || titles.has(own) || table.knows(title)
    }
    return key === undefined && titles.size === 0 ? table : { ...table, knows }
  }
}

const noNames: ClauseNames = { titles: [], definitions: [] }
const noTitles: readonly string[] = []
const none: readonly Defined[] = []

function namesIn(clause: ClauseText, known: KnownNames | undefined): ClauseNames {
  let named = known?.get(clause)
  if (named === undefined) {
    const { text } = clause
    const titles = text.includes('》') ? Array.from(text.matchAll(lawTitle), ([, title]) => titleKey(title!)) : noTitles
    const definitions = definitionsIn(text)
    named = titles.length === 0 && definitions.length === 0 ? noNames : { titles, definitions }
    known?.set(clause, named)
  }
  return named
}

const lawTitle = /[《〈]([^《》〈〉]{2,60}?(?:法|条例))[》〉]/g
