import type { ClauseNumber, ClauseText } from 'regast'
import { parseNumeral } from 'regast'
import type { Place } from './place.js'

const numeral = '[〇零一二三四五六七八九十百千]+'
/** A place, and the words by which it gets another number: 改为第五条, 作为第二款, 删去第三项, but not 删去第三项中的“…”. */
const numbered = new RegExp(
  `(改为|作为|移至|删[去除])?(?:第(${numeral})条(之)?(?:第(${numeral})款)?(?:第(${numeral})项)?|第(${numeral})款(?:第(${numeral})项)?|第(${numeral})项)(中)?`,
  'g'
)

/** Which clauses of the text before an amendment get other numbers by it. */
export class Renumbered {
  /** The first article that does; 第五条之一 leaves the others theirs. */
  private article = Number.POSITIVE_INFINITY
  /** The first 款 and 项 that do, by article. */
  private readonly below = new Map<string, number>()

  constructor(clauses: readonly ClauseText[]) {
    let open = ''
    for (const { text } of clauses) {
      for (const found of text.replace(/“[^”]*”?/g, '').matchAll(numbered)) {
        const [, verb, article, insert, ofArticle, pointOfArticle, paragraph, pointOfParagraph, point, within] = found
        if (article !== undefined) open = insert === undefined ? article : ''
        if (verb === undefined || within !== undefined || insert !== undefined) continue
        const item = pointOfArticle ?? pointOfParagraph ?? point
        if (item !== undefined) this.moves(`${parseNumeral(open)} point`, item)
        else if (article === undefined || ofArticle !== undefined)
          this.moves(`${parseNumeral(open)} paragraph`, ofArticle ?? paragraph!)
        else this.article = Math.min(this.article, parseNumeral(article) ?? this.article)
      }
    }
  }

  private moves(key: string, number: string): void {
    const value = parseNumeral(number)
    if (value !== undefined) this.below.set(key, Math.min(value, this.below.get(key) ?? value))
  }

  /** Whether the clause at a place gets another number; its article may be one that keeps its own, as it is the one amended. */
  has({ article, paragraph, point }: Place, keeps: boolean): boolean {
    if (article === undefined) return false
    if (!keeps && article.value >= this.article) return true
    return this.isFrom(`${article.value} paragraph`, paragraph) || this.isFrom(`${article.value} point`, point)
  }

  private isFrom(key: string, number: ClauseNumber | undefined): boolean {
    const first = this.below.get(key)
    return number !== undefined && first !== undefined && number.value >= first
  }
}
