import type { Article } from 'regast'
import type { Draft } from './draft.js'

/** How many articles are worked through in a step: about a millisecond. */
const stretch = 64

/** Works through the articles of a draft in small steps, which end early where the draft is read anew. */
export function* inStretches<T>(draft: Draft, work: (article: Article) => T): Generator<T[]> {
  for (let at = 0; at < draft.articles.length && !draft.isOutdated; at += stretch) {
    yield draft.articles.slice(at, at + stretch).map(work)
  }
}
