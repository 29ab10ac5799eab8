import { addClauses } from './added-clauses.js'
import {
  deleteClauses,
  deleteClausesBehind,
  mergeClauses,
  repeatWhole,
  replaceClauses,
  replaceLead,
  splitClause
} from './clauses.js'
import { moveClause, renumberClauses } from './new-places.js'
import type { SentencePattern } from './pattern.js'
import {
  appendPhrase,
  deletePhrase,
  deletePhraseBehind,
  deletePhraseOpen,
  insertPhrase,
  replacePhrase
} from './phrases.js'
import { addStructure, cover, deleteHeading, renameStructure } from './structures.js'
import { addPreamble, renameLaw, renumberRest, reorder, republish, takeEffect } from './whole-law.js'

/** Patterns in the order in which they are tried at the beginning of a sentence; the first that makes sense is taken. */
export const sentencePatterns: readonly SentencePattern[] = [
  renameLaw,
  takeEffect,
  reorder,
  renumberRest,
  republish,
  addStructure,
  addPreamble,
  renameStructure,
  deleteHeading,
  cover,
  mergeClauses,
  splitClause,
  moveClause,
  insertPhrase,
  appendPhrase,
  addClauses,
  replaceLead,
  replacePhrase,
  deletePhrase,
  deletePhraseBehind,
  deleteClausesBehind,
  deletePhraseOpen,
  deleteClauses,
  renumberClauses,
  replaceClauses,
  repeatWhole
]
