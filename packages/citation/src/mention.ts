import type { ClauseNumber } from 'regast'

/** A level that a reference can name; `structure` is one named by its heading (总则, 通则). */
export type Unit =
  | 'attachment'
  | 'preamble'
  | 'book'
  | 'part'
  | 'chapter'
  | 'section'
  | 'structure'
  | 'article'
  | 'paragraph'
  | 'point'
  | 'indent'

/** How a relative step finds its clause: 本条 `this`, 前款 `previous`, 前两款 `previous` with `count` 2, 同条 and 该条 `same`, 各项 `every`. */
export interface Relative {
  by: 'this' | 'previous' | 'next' | 'same' | 'every'
  count?: number
}

/** One level of a reference as written: numbered, relative, named by a heading, or left open (第×条). */
export interface LocusStep {
  unit: Unit
  number?: ClauseNumber
  relative?: Relative
  heading?: string
  /** What an annex is called: 附件, 附录, 附表 or 附图, with a letter that numbers it: 附录A. */
  label?: string
  placeholder?: true
  /** A number with points as written: 2.1 in 第2.1条. */
  decimal?: string
}

/** One place of a coordinated list, or a range of places; `start` and `end` are indices into the clause text. */
export interface Locus {
  steps: LocusStep[]
  upTo?: LocusStep[]
  start: number
  end: number
}

/** The instrument that a mention names, in the words that name it. */
export type Host =
  /** No instrument is named: 第三条, 前款. */
  | { type: 'none' }
  /** 本法, 本条例; `weak` where the words also have an everyday sense (本决定). */
  | { type: 'self'; name: string; weak: boolean }
  /** A title in 《》; `form` where it reads like a certificate, form or book, `issuer` where 国务院 or its like stands before 《关于…》. */
  | { type: 'title'; title: string; form: boolean; issuer?: string }
  /** A name without 《》: `known` to the names in scope, or read off the words before 第…条 (`bare`). */
  | { type: 'name'; name: string; known: boolean }
  /** 该条例, 同法: the instrument named last. */
  | { type: 'that'; noun: string }
  /** 其实施条例: an instrument that implements the one named last. */
  | { type: 'implementing'; noun: string }

/** What a mention does: points to places, names a whole instrument, announces a list, points back to one, or to each place named before (各该条). */
export type MentionForm = 'loci' | 'whole' | 'forward-list' | 'back-reference' | 'each-named'

/** A phrase that refers, as written in one clause text. */
export interface Mention {
  form: MentionForm
  start: number
  end: number
  host: Host
  loci: Locus[]
  /** Noun of a back-reference (上述权利), or number of announced things (以下六项). */
  noun?: string
  count?: number
}

/** 以下简称X, or 本条例所称X，是指…: a name that a clause defines. */
export interface Definition {
  /** The defined name, without marks. */
  name: string
  /** Extent of the name. */
  start: number
  end: number
  /** Extent of the defining phrase, from 以下 to the end of the name with its marks. */
  phraseStart: number
  phraseEnd: number
  form: 'abbreviation' | 'definition'
  /** Whether the name is written in 《》. */
  titled?: true
  /** Title in 《》 (or a known name) right before an abbreviation, which it stands for. */
  title?: string
}

/** A decree or document number: 国务院令第745号, 中发〔2018〕37号. */
export interface DocumentNumber {
  start: number
  end: number
}

/** A defined term where it is used. */
export interface TermUse {
  name: string
  start: number
  end: number
}

/** Everything found in one clause text, each list in the order of the text. */
export interface ClauseMentions {
  mentions: Mention[]
  documentNumbers: DocumentNumber[]
  termUses: TermUse[]
}
