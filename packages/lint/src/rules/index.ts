import type { Rule } from '../rule.js'
import abbrForm from './abbr-form.js'
import abbrFullAfter from './abbr-full-after.js'
import abbrOneToOne from './abbr-one-to-one.js'
import abbrOrderUse from './abbr-order-use.js'
import accountChar from './account-char.js'
import adjacentTitleDunhao from './adjacent-title-dunhao.js'
import annexDeclared from './annex-declared.js'
import basisVerb from './basis-verb.js'
import bounds from './bounds.js'
import citedItemNoParens from './cited-item-no-parens.js'
import connectives from './connectives.js'
import createWord from './create-word.js'
import crimeReferral from './crime-referral.js'
import danglingPriorPara from './dangling-prior-para.js'
import danglingRef from './dangling-ref.js'
import dateAgreement from './date-agreement.js'
import dayUnit from './day-unit.js'
import deadlineDrift from './deadline-drift.js'
import definitionForm from './definition-form.js'
import disableComment from './disable-comment.js'
import effectiveDate from './effective-date.js'
import effectiveLeadTime from './effective-lead-time.js'
import effectiveVerb from './effective-verb.js'
import externalTitleFull from './external-title-full.js'
import generalLastChapter from './general-last-chapter.js'
import halfwidthPunct from './halfwidth-punct.js'
import hierarchySkip from './hierarchy-skip.js'
import houseTerms from './house-terms.js'
import impossibleDate from './impossible-date.js'
import itemLeadColon from './item-lead-colon.js'
import levelMarkerForm from './level-marker-form.js'
import listLeadForm from './list-lead-form.js'
import missingParaLevel from './missing-para-level.js'
import modalDuty from './modal-duty.js'
import numberSequence from './number-sequence.js'
import numeralByGenre from './numeral-by-genre.js'
import numeralMixed from './numeral-mixed.js'
import offsetWord from './offset-word.js'
import otherWordPairs from './other-word-pairs.js'
import outlineLevelForm from './outline-level-form.js'
import parallelItems from './parallel-items.js'
import partyArticleForm from './party-article-form.js'
import partyElements from './party-elements.js'
import partyFrameworkTag from './party-framework-tag.js'
import partyInterpreter from './party-interpreter.js'
import partyIssuer from './party-issuer.js'
import partyKindFit from './party-kind-fit.js'
import partyNameKind from './party-name-kind.js'
import partyNoRestate from './party-no-restate.js'
import partyRank from './party-rank.js'
import partyReserved from './party-reserved.js'
import partyStateLaw from './party-state-law.js'
import payWord from './pay-word.js'
import placeholderLeft from './placeholder-left.js'
import prohibitionWord from './prohibition-word.js'
import provisoWord from './proviso-word.js'
import publishVerb from './publish-verb.js'
import purposeArticle from './purpose-article.js'
import qita from './qita.js'
import redundantFirstPara from './redundant-first-para.js'
import refListRepeatUnit from './ref-list-repeat-unit.js'
import refPlaceholder from './ref-placeholder.js'
import refRangeForm from './ref-range-form.js'
import relativeRefShifted from './relative-ref-shifted.js'
import repealClause from './repeal-clause.js'
import ruleNeedlessChapters from './rule-needless-chapters.js'
import scopeClause from './scope-clause.js'
import selfNameConsistent from './self-name-consistent.js'
import singleItemList from './single-item-list.js'
import staleExternalRef from './stale-external-ref.js'
import structuralNumeral from './structural-numeral.js'
import superiorBasis from './superior-basis.js'
import termDrift from './term-drift.js'
import terminalPunct from './terminal-punct.js'
import titleMarkNesting from './title-mark-nesting.js'
import titleNote from './title-note.js'
import tocMatchesBody from './toc-matches-body.js'
import unbalancedPairs from './unbalanced-pairs.js'
import yearZero from './year-zero.js'
import zuoChu from './zuo-chu.js'

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  abbrForm,
  abbrFullAfter,
  abbrOneToOne,
  abbrOrderUse,
  accountChar,
  adjacentTitleDunhao,
  annexDeclared,
  basisVerb,
  bounds,
  citedItemNoParens,
  connectives,
  createWord,
  crimeReferral,
  danglingPriorPara,
  danglingRef,
  dateAgreement,
  dayUnit,
  deadlineDrift,
  definitionForm,
  disableComment,
  effectiveDate,
  effectiveLeadTime,
  effectiveVerb,
  externalTitleFull,
  generalLastChapter,
  halfwidthPunct,
  hierarchySkip,
  houseTerms,
  impossibleDate,
  itemLeadColon,
  levelMarkerForm,
  listLeadForm,
  missingParaLevel,
  modalDuty,
  numberSequence,
  numeralByGenre,
  numeralMixed,
  offsetWord,
  otherWordPairs,
  outlineLevelForm,
  parallelItems,
  partyArticleForm,
  partyElements,
  partyFrameworkTag,
  partyInterpreter,
  partyIssuer,
  partyKindFit,
  partyNameKind,
  partyNoRestate,
  partyRank,
  partyReserved,
  partyStateLaw,
  payWord,
  placeholderLeft,
  prohibitionWord,
  provisoWord,
  publishVerb,
  purposeArticle,
  qita,
  redundantFirstPara,
  refListRepeatUnit,
  refPlaceholder,
  refRangeForm,
  relativeRefShifted,
  repealClause,
  ruleNeedlessChapters,
  scopeClause,
  selfNameConsistent,
  singleItemList,
  staleExternalRef,
  structuralNumeral,
  superiorBasis,
  termDrift,
  terminalPunct,
  titleMarkNesting,
  titleNote,
  tocMatchesBody,
  unbalancedPairs,
  yearZero,
  zuoChu
]

/** What the parser reports that a rule reports under its own name. */
export const parserRuleIds: ReadonlySet<string> = new Set([
  'number-gap',
  'number-duplicate',
  'number-order',
  'number-start',
  'contents-disagree',
  'section-without-chapter'
])
