export type { AddressStep, Level } from './address.js'
export {
  addressStep,
  articleOf,
  compareNumbers,
  formatAddress,
  joinAddress,
  levelsByWord,
  levelWords,
  parseAddress
} from './address.js'
export type { ClauseText, TextHolder } from './clause-text.js'
export { clauseText, clauseTexts, holdsText, placeAt } from './clause-text.js'
export { headingOf, numOf } from './label.js'
export type {
  Article,
  Attachment,
  Block,
  BodyContent,
  Break,
  ClauseNumber,
  Comment,
  Division,
  FrontMatter,
  Heading,
  Indent,
  Inline,
  Mark,
  Note,
  Num,
  Paragraph,
  Phrasing,
  Point,
  Preamble,
  RegastNode,
  Root,
  RootContent,
  Signature,
  Structure,
  StructureUnit,
  Text,
  Title,
  Toc,
  TocItem
} from './nodes.js'
export { formatNumeral, parseNumeral } from './numerals.js'
export type { ClauseCounts } from './outline.js'
export { countClauses, formatOutline } from './outline.js'
export { raised } from './raised.js'
