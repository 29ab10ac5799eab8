import type { Mention } from '@tiaoli/citation'
import type { ClauseText } from 'regast'
import type { LinkTarget } from './linked.js'
import type { Namesake } from './namesake.js'
import { placeOf } from './place.js'
import { articleAddressOf, isOfArticle, type LastTarget } from './reading.js'
import type { LastNamed, PointedTo } from './unsaid.js'

/** What a reader keeps in mind on the way through a document, for words that lean on what was said before. */
export class Thread {
  /** Abbreviations defined so far, with the titles they stand for. */
  readonly aliases = new Map<string, string>()
  /** The same as one text, in the order in which they were defined. */
  aliasesSoFar = ''
  /** Titles of other instruments mentioned so far, oldest first. */
  readonly mentioned: string[] = []
  /** Whether the article being read leans on an instrument named in an article before it. */
  looksBack = false
  /** What was pointed to last in this clause text, in the lead-in of its list, and in this article. */
  last: LastTarget | undefined
  leadIn: LastTarget | undefined
  lastInArticle: LastTarget | undefined
  /** The places of the last mention in this article that named an article. */
  lastList: LinkTarget[] = []
  /** What this clause text has pointed to so far, in its order. */
  pointed: PointedTo[] = []
  /** Whether the clause being read has named them itself. */
  listedHere = false
  /** The instrument of another document that was named last, and where its name ended. */
  lastNamed: LastNamed | undefined
  /** The older text of the document's own title that was named last, and where its name ended. */
  namesake: { namesake: Namesake; clause: ClauseText; end: number } | undefined
  private articleAddress = ''
  private lastClause: ClauseText | undefined

  /** Goes on to the next clause; returns whether another article begins with it. */
  enter(clause: ClauseText): boolean {
    const opens = !isOfArticle(clause.address, this.articleAddress)
    if (opens) {
      this.articleAddress = articleAddressOf(clause.address)
      if (this.lastList.length > 0) this.lastList = []
      this.lastInArticle = undefined
      this.leadIn = undefined
      this.lastClause = undefined
    }
    if (clause.node.type === 'paragraph') this.leadIn = undefined
    else if (clause.node.type === 'point' && this.lastClause?.node.type === 'paragraph') this.leadIn = this.last
    this.last = undefined
    if (this.pointed.length > 0) this.pointed = []
    this.listedHere = false
    this.lastClause = clause
    return opens
  }

  /** Passes an article that need not be read, with the clause that it begins with. */
  pass(first: ClauseText): void {
    this.articleAddress = articleAddressOf(first.address)
  }

  setAlias(name: string, title: string): void {
    this.aliases.set(name, title)
    this.aliasesSoFar += `${name}\0${title}\0`
  }

  /** Another document's title was named, its name ending at an index of a clause text. */
  name(title: string, clause: ClauseText, end: number): void {
    this.mentioned.push(title)
    this.lastNamed = { title, clause, end }
  }

  /** A mention pointed to places. */
  point(mention: Mention, targets: LinkTarget[]): void {
    const target = targets.at(-1)
    if (target === undefined) return
    if (target.from !== null) {
      this.last = { instrument: target.instrument, place: placeOf(target.to ?? target.from), end: mention.end }
      if (target.from.includes('art_')) {
        this.lastInArticle = this.last
        this.pointed.push({ start: mention.start, target: this.last })
      }
    }
    if (targets.some((candidate) => candidate.from?.includes('art_'))) {
      this.lastList = targets
      this.listedHere = true
    }
  }
}
