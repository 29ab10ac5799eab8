import type { Definition } from '@tiaoli/citation'
import { definitionsIn } from '@tiaoli/citation'
import type { ClauseText } from 'regast'
import { isBody } from './document-view.js'
import { isQuoted, quotedStretches } from './quotations.js'

/** A name introduced by 以下简称 with the clause that introduces it. */
export interface Abbreviation extends Definition {
  clause: ClauseText
  /** Where the clause stands among the texts. */
  index: number
}

/** The abbreviations that the own words of a draft define, in the order of the texts. */
export function abbreviationsIn(texts: readonly ClauseText[]): Abbreviation[] {
  return texts.flatMap((clause, index) => {
    if (!clause.text.includes('称') || !isBody(clause.node.type)) return []
    const quoted = quotedStretches(clause.text)
    return definitionsIn(clause.text)
      .filter(
        ({ form, name, phraseStart }) =>
          form === 'abbreviation' && name.length > 1 && !isQuoted(quoted, phraseStart, phraseStart + 1)
      )
      .map((definition) => ({ ...definition, clause, index }))
  })
}

/**
 * What an abbreviation stands for: the title in 《》, else all the words of the sentence before its bracket; `''` where
 * these name several things or cannot be told. The last words alone would take 县登记机关 and 市登记机关 for one.
 */
export function fullFormOf({ title, clause, phraseStart }: Abbreviation): string {
  if (title !== undefined) return `《${title}》`
  const words = /(?:^|[，。；：])([\u4e00-\u9fff]{4,40})[（(][^（）()]*$/.exec(clause.text.slice(0, phraseStart))?.[1]
  return words === undefined || /[和与及或]/.test(words) ? '' : words
}
