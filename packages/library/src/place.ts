import type { ClauseNumber } from 'regast'

/** A clause by its numbers; levels that are not named are absent. */
export interface Place {
  /** `null`: 附件 without a number. */
  attachment?: ClauseNumber | null
  /** What the annex is called where it is cited: 附件, 附表; an address tells it by its number alone. */
  label?: string
  preamble?: true
  book?: ClauseNumber
  part?: ClauseNumber
  /** 编, 分编 or 章 named by its heading (总则). */
  heading?: string
  /** 编 named by its heading (物权编). */
  bookHeading?: string
  chapter?: ClauseNumber
  section?: ClauseNumber
  article?: ClauseNumber
  paragraph?: ClauseNumber
  point?: ClauseNumber
  indent?: ClauseNumber
}

const levelOf: Readonly<
  Record<string, Exclude<keyof Place, 'preamble' | 'heading' | 'bookHeading' | 'label'> | undefined>
> = {
  att: 'attachment',
  book: 'book',
  part: 'part',
  chp: 'chapter',
  sec: 'section',
  art: 'article',
  para: 'paragraph',
  point: 'point',
  indent: 'indent'
}

/** The place that an address names. */
export function placeOf(address: string): Readonly<Place> {
  const known = places.get(address)
  if (known !== undefined) return known
  const place: Place = {}
  for (const step of address.split('__')) {
    if (step === 'preamble') {
      place.preamble = true
      continue
    }
    const cut = step.indexOf('_')
    const level = levelOf[step.slice(0, cut)]
    if (level === undefined) continue
    const dash = step.indexOf('-', cut)
    const value = Number(dash === -1 ? step.slice(cut + 1) : step.slice(cut + 1, dash))
    place[level] = dash === -1 ? { value } : { value, insert: Number(step.slice(dash + 1)) }
  }
  if (places.size >= rememberedPlaces) places.clear()
  places.set(address, place)
  return place
}

/** Places of addresses met before: the same few thousand name the clauses of every instrument. */
const places = new Map<string, Readonly<Place>>()

const rememberedPlaces = 65_536

/** Whether a unit lies below the article. */
export function isBelowArticle(unit: string): boolean {
  return unit === 'paragraph' || unit === 'point' || unit === 'indent'
}

/** Some levels of a place. */
export function pick(place: Place, levels: (keyof Place)[]): Place {
  return Object.fromEntries(
    levels.flatMap((level) => (place[level] === undefined ? [] : [[level, place[level]]]))
  ) as Place
}

/** A place down to its article. */
export function articleOf(place: Place): Place {
  return pick(place, ['attachment', 'preamble', 'article'])
}
