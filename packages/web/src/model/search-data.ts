import type { CitationCounts, TextClauses } from '@tiaoli/search'

/** What the search page looks in; the id of a text is its address in the reading room: `draft/…`, `instrument/…@…`. */
export interface SearchData {
  texts: TextClauses[]
  /** How often texts refer to each article; much cited ones come first among equals. */
  cited: CitationCounts
  /** Texts of the library that are too many for a page. */
  leftOut: number
}
